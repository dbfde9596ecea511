"""What a terminal shows: one `Screen` protocol over Ghostty's own core, or pyte where that cannot be had."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from typing import Any, Protocol

from areyouj_jupyter.errors import Unavailable

ROWS, COLS = 40, 120  # of a terminal that no browser has sized yet
BRACKETED_PASTE = 2004  # DEC private mode
CELL_PIXELS = (8, 16)  # width and height, only for size reports

QUERY = re.compile(rb"\x1b(?:\[[\d;?>=$]*[cnpqux]|\]\d+;[\d;]*\?|P[+$]q|Z)")
LAST = 1024  # bytes; a program that asks prints no more before it has its answer

Reply = Callable[[bytes], None]


class Screen(Protocol):
    """A rendered terminal. It belongs to one incarnation and receives all its output."""

    reduced: bool
    """True: the fallback, good enough to look at, never trusted to release a submit key."""

    def feed(self, data: bytes) -> None:
        """Take output, split anywhere."""

    def resize(self, rows: int, cols: int) -> None:
        """Follow the terminal's size."""

    def lines(self) -> list[str]:
        """Top to bottom, one for each row, without trailing blanks."""

    def title(self) -> str:
        """The window title."""

    def cursor(self) -> tuple[int, int]:
        """Row and column, from 0."""

    def size(self) -> tuple[int, int]:
        """Rows and columns."""

    def takes_paste(self) -> bool:
        """Whether the program asked for bracketed paste."""

    def close(self) -> None:
        """Free the memory."""


class GhosttyScreen:
    """Ghostty's terminal core (pyghostty): equal to xterm.js on the recorded agent screens."""

    reduced = False

    def __init__(self, rows: int, cols: int, reply: Reply) -> None:
        """reply: takes what the terminal answers to queries of the program."""
        import pyghostty

        self._binding: Any = pyghostty
        self._terminal: Any = pyghostty.Terminal(cols=cols, rows=rows, scrollback=0)
        self._terminal.on_reply(reply)
        self._rows = rows

    def feed(self, data: bytes) -> None:
        self._terminal.feed(data)

    def resize(self, rows: int, cols: int) -> None:
        self._rows = rows
        self._terminal.resize(cols, rows, *CELL_PIXELS)

    def lines(self) -> list[str]:
        lines = [line.rstrip() for line in self._terminal.text().split("\n")[: self._rows]]
        return lines + [""] * (self._rows - len(lines))

    def title(self) -> str:
        text = self._terminal.get("title", "GhosttyString")
        return bytes(self._binding.ffi.buffer(text.ptr, text.len)).decode(errors="replace") if text.len else ""

    def cursor(self) -> tuple[int, int]:
        col, row = self._terminal.cursor
        return row, col

    def size(self) -> tuple[int, int]:
        cols, rows = self._terminal.size
        return rows, cols

    def takes_paste(self) -> bool:
        return bool(self._terminal.mode(BRACKETED_PASTE))

    def close(self) -> None:
        self._terminal.close()


class PyteScreen:
    """The fallback: no alternate screen, slow, and some sequences make it stumble (its errors are dropped here)."""

    reduced = True

    def __init__(self, rows: int, cols: int, reply: Reply) -> None:
        """reply: takes what the terminal answers to queries of the program."""
        import pyte

        class Answering(pyte.Screen):
            def write_process_input(self, data: str) -> None:
                reply(data.encode())

        self._screen: Any = Answering(cols, rows)
        self._stream: Any = pyte.ByteStream(self._screen)

    def feed(self, data: bytes) -> None:
        try:
            self._stream.feed(data)
        except (TypeError, LookupError, ValueError, NameError):  # e.g. `CSI > 4 m`, `CSI 9 g`, pyte 0.8.2
            self._stream = type(self._stream)(self._screen)

    def resize(self, rows: int, cols: int) -> None:
        self._screen.resize(rows, cols)

    def lines(self) -> list[str]:
        # Not its own `display`, which fails at half a wide character (pyte 0.8.2).
        rows, columns = self._screen.buffer, range(self._screen.columns)
        return ["".join(rows[row][column].data for column in columns).rstrip() for row in range(self._screen.lines)]

    def title(self) -> str:
        return str(self._screen.title)

    def cursor(self) -> tuple[int, int]:
        return self._screen.cursor.y, self._screen.cursor.x

    def size(self) -> tuple[int, int]:
        return self._screen.lines, self._screen.columns

    def takes_paste(self) -> bool:
        return BRACKETED_PASTE << 5 in self._screen.mode  # pyte keeps private modes shifted

    def close(self) -> None:
        self._screen.reset()


def asks(data: bytes) -> bool:
    """Whether this output seems to end in a query, which the screen answers when it is fed."""
    return QUERY.search(data, max(0, len(data) - LAST)) is not None


def open_screen(reply: Reply, rows: int = ROWS, cols: int = COLS) -> Screen:
    """The best screen available here. Raises Unavailable if there is none."""
    with contextlib.suppress(ImportError, OSError):
        return GhosttyScreen(rows, cols, reply)
    try:
        return PyteScreen(rows, cols, reply)
    except ImportError:
        raise Unavailable(
            "No library to read the agents' screens is installed; run: pip install pyghostty, or if it has no wheel "
            "for this system: pip install pyte"
        ) from None


def first_screen() -> bool:
    """Do what only a first screen costs (0.23 s: the binding is loaded and parsed); whether it is a reduced one.

    Blocking; for a thread, before any session has a screen. Raises Unavailable.
    """
    screen = open_screen(lambda _: None)
    screen.feed(b"1")
    screen.resize(ROWS, COLS)
    _ = screen.lines(), screen.title(), screen.cursor(), screen.size(), screen.takes_paste()
    screen.close()
    return screen.reduced
