"""The text of a terminal's raw output: without colors, and with the lines as their program left them.

It is no screen: a line is as long as it was printed, and there are any number of them. What a program paints over with
a carriage return, a backspace, or a cursor that it moves among its last lines is painted over here too.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

ROWS = 100  # last lines that a program can go back to at least, more than a terminal mostly shows
LONG = 4 * 1024  # characters of a line after which it is not gone back to
FAR = 1000  # columns; a cursor that is moved further stands there

COLOR = re.compile(r"\x1b\[[0-9;:]*m")
IDLE = re.compile(r"\x1b\[(?:[0-9;:]*m|0?K)")  # what changes nothing where the cursor is behind all text
CONTROL = re.compile(r"[\x00-\x08\x0d-\x1f\x7f]")
TOKEN = re.compile(
    r"\x1b\[(?P<arguments>[0-?]*)[ -/]*(?P<final>[@-~])"
    r"|(?P<string>\x1b[\]PX^_])"
    r"|(?P<other>\r+|\x08+|\x1b[ -/]*[0-~]|[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f]+|\x1b)"
)
STRING_END = re.compile(r"\x1b\\|[\x07\x18\x1a]|(?=\x1b)")
INCOMPLETE = re.compile(r"(?:\r|\x1b(?:\[[0-?]*[ -/]*|[ -/]*))\Z")
TAIL = 80  # characters in which one is looked for
LEFT = re.compile(r"\x1b\[\?(?:1049|1047|47)l")
OTHER_SCREEN = frozenset(("?1049", "?1047", "?47"))


class TerminalText:
    """Made of raw output that comes in pieces, cut anywhere. Owned by who reads one output."""

    def __init__(self, write: Callable[[str], None]) -> None:
        """write: takes the text, in pieces, as soon as nothing can change it any more."""
        self._write = write
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._held = ""
        self._in_string = self._elsewhere = False
        """Whether it is in a title or the like; whether a full-screen program has its own screen."""
        self._rows = [""]
        self._row = self._col = 0

    def feed(self, data: bytes) -> None:
        """The next output."""
        text = self._held + self._decoder.decode(data)
        cut = INCOMPLETE.search(text, max(0, len(text) - TAIL))
        self._held = text[cut.start() :] if cut else ""
        text = text[: len(text) - len(self._held)].replace("\r\n", "\n")
        if self._in_string or self._elsewhere:
            text = self._skipped(text)
        plain = IDLE.sub("", text) if "\x1b" in text else text
        if self._at_end and not CONTROL.search(plain):
            self._put(plain)
        else:
            self._follow(COLOR.sub("", text))

    def close(self) -> None:
        """There is no more."""
        if not (self._in_string or self._elsewhere):
            self._put(self._decoder.decode(b"", final=True))
        self._let_go()

    @property
    def _line(self) -> str:
        return self._rows[self._row]

    @property
    def _at_end(self) -> bool:
        """Whether the cursor is behind all text, as it mostly is."""
        return self._row == len(self._rows) - 1 and self._col == len(self._line)

    def _follow(self, text: str) -> None:
        """Any text, step by step."""
        place = 0
        while match := TOKEN.search(text, place):
            begin, end = match.span()
            if begin > place:
                self._put(text[place:begin])
            place = end
            if match.lastgroup == "other":
                self._control(match["other"])
            elif match.lastgroup == "final":
                self._command(match["arguments"], match["final"])
            else:
                self._in_string = True
            if self._in_string or self._elsewhere:
                text, place = self._skipped(text[place:]), 0
        self._put(text[place:])

    def _skipped(self, text: str) -> str:
        """What follows a title or the like, and a full-screen program's screen."""
        if self._in_string:
            end = STRING_END.search(text)
            text = text[end.end() :] if end else ""
            self._in_string = end is None
        if self._elsewhere:
            left = LEFT.search(text)
            text = text[left.end() :] if left else ""
            self._elsewhere = left is None
        return text

    def _put(self, text: str) -> None:
        """Text without controls but line breaks: behind all other, or over what is there."""
        if "\n" not in text:
            self._put_in_line(text)
            return
        first, *more = text.split("\n")
        self._put_in_line(first)
        while more and self._row < len(self._rows) - 1:
            self._row, self._col = self._row + 1, 0
            self._put_in_line(more.pop(0))
        if more:
            self._rows += more
            self._row, self._col = len(self._rows) - 1, len(more[-1])
        if len(self._rows) > 2 * ROWS:
            self._let_go(len(self._rows) - ROWS)

    def _put_in_line(self, text: str) -> None:
        line = self._line
        if self._col == len(line):
            self._rows[self._row] = line + text
        elif text:
            line = line.ljust(self._col)
            self._rows[self._row] = line[: self._col] + text + line[self._col + len(text) :]
        self._col += len(text)
        if self._col > LONG:
            self._let_go()

    def _control(self, control: str) -> None:
        if control.startswith("\r"):
            self._col = 0
        elif control.startswith("\b"):
            self._col = max(0, self._col - len(control))
        elif control == "\x1bM":
            self._row = max(0, self._row - 1)

    def _command(self, arguments: str, final: str) -> None:
        """A control sequence; what moves to a place on the screen, or does not move at all, says nothing here."""
        count = max(1, int(arguments)) if arguments.isdecimal() and len(arguments) < 5 else 1
        if final in "AF":
            self._row = max(0, self._row - count)
        elif final in "BE":
            self._row = min(len(self._rows) - 1, self._row + count)
        elif final in "CDG":
            moved = {"C": self._col + count, "D": self._col - count, "G": count - 1}[final]
            self._col = max(0, min(moved, max(FAR, self._col)))
        elif final == "K":
            self._erase(arguments)
        elif final == "J" and arguments in ("", "0"):
            self._erase("")
            del self._rows[self._row + 1 :]
        elif final == "h" and arguments in OTHER_SCREEN:
            self._elsewhere = True
        if final in "EF":
            self._col = 0

    def _erase(self, how: str) -> None:
        """In this line: to its end, to its beginning (1), or all (2)."""
        line = self._line
        kept = {"1": line[self._col + 1 :].rjust(len(line)), "2": ""}
        self._rows[self._row] = kept.get(how, line[: self._col])

    def _let_go(self, count: int | None = None) -> None:
        """So many rows are not gone back to any more; None: nothing so far."""
        if count is None or count > self._row:
            self._write("\n".join(self._rows))
            self._rows, self._row, self._col = [""], 0, 0
        else:
            self._write("\n".join((*self._rows[:count], "")))
            del self._rows[:count]
            self._row -= count
