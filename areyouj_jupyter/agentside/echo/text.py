"""Text in terminal cells: how wide it is, how it is wrapped, what of it may be shown."""

from __future__ import annotations

import re
import unicodedata

TAB = "    "
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_CODE = re.compile(r"`([^`]+)`")


def plain(text: str) -> str:
    """The text without anything that a terminal would obey; newlines stay, a tab becomes four blanks."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", TAB))


def cells(text: str) -> int:
    """How many cells the text takes; never fewer than a terminal uses."""
    return len(text) if text.isascii() else sum(map(_character_cells, text))


def _character_cells(character: str) -> int:
    """0 for what joins the character before it, 2 for wide ones. A variation selector may widen that one: 1."""
    if character == "\ufe0f":
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrap(line: str, columns: int, hang: int = 0, words: bool = True) -> list[str]:
    """The rows of one line, at most `columns` cells each; rows after the first begin with `hang` blanks.

    words: break at a blank where there is one in the row's second half.
    """
    rows: list[str] = []
    start, indent = 0, ""
    while True:
        end = _fit(line, start, columns - len(indent))
        if end < len(line) and words:
            blank = line.rfind(" ", start + (end - start) // 2, end + 1)
            end = blank + 1 if blank > 0 else end
        rows.append(indent + (line[start:end].rstrip(" ") if words else line[start:end]))
        if end >= len(line):
            return rows
        start, indent = end, " " * hang


def _fit(line: str, start: int, room: int) -> int:
    """Where the row that begins at `start` ends: one character at least."""
    end = start
    while end < len(line) and (room := room - _character_cells(line[end])) >= 0:
        end += 1
    return min(max(end, start + 1), len(line))


def styled(row: str) -> str:
    """A row of Markdown as a terminal shows it: bold and code."""
    return _CODE.sub("\x1b[36m\\1\x1b[39m", _BOLD.sub("\x1b[1m\\1\x1b[22m", row))


def dim(row: str) -> str:
    """A row of lesser weight."""
    return f"\x1b[2m{row}\x1b[22m"
