"""A screen that is fed only when it is looked at: most output is painted over before anybody wants to see it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from areyouj_jupyter.server.status.byte_search import occurrences
from areyouj_jupyter.server.status.screen import Screen

LIMIT = 128 * 1024  # bytes that wait for a look; more than that and the oldest are passed over
TAIL = 64 * 1024  # bytes that are then still shown, more than a screenful with a colour for every cell
CANCEL = b"\x18"  # CAN: ends a sequence that was cut in two, and shows nothing
KEPT = (  # how each begins, and which byte of that is seldom
    (b"\x1b[?", 2, re.compile(rb"\x1b\[\?([\d;]+)[hl]")),  # modes
    (b"\x1b]", 1, re.compile(rb"\x1b\]([02]);[^\x07\x1b]{0,1000}(?:\x07|\x1b\\)")),  # titles
)


class LazyScreen:
    """Passes everything on to the screen it owns, output as late as can be.

    A program that prints faster than anybody looks is followed only in its last output; the modes and the window title
    that it set before are kept, everything else a program repeats when it draws a whole screen.
    """

    def __init__(self, screen: Screen) -> None:
        self.reduced = screen.reduced
        self._screen = screen
        self._waiting: list[bytes] = []
        self._size = 0
        self._state: dict[bytes, bytes] = {}

    def feed(self, data: bytes) -> None:
        """Take output, split anywhere."""
        self._waiting.append(data)
        self._size += len(data)
        if self._size > LIMIT:
            self._pass_over()

    def _pass_over(self) -> None:
        data = b"".join(self._waiting)
        cut = data.find(b"\n", len(data) - TAIL) + 1 or len(data) - TAIL
        for match in _kept(data[:cut]):
            self._state.pop(match[1], None)
            self._state[match[1]] = match[0]
        self._waiting = [data[cut:]]
        self._size = len(data) - cut

    def show(self) -> None:
        """All that waits."""
        self._catch_up()

    def _catch_up(self) -> Screen:
        if self._state:
            self._screen.feed(CANCEL + b"".join(self._state.values()))
            self._state.clear()
        if self._waiting:
            self._screen.feed(b"".join(self._waiting))
            self._waiting.clear()
            self._size = 0
        return self._screen

    def resize(self, rows: int, cols: int) -> None:
        """Follow the terminal's size."""
        self._catch_up().resize(rows, cols)

    def lines(self) -> list[str]:
        """Top to bottom, one for each row, without trailing blanks."""
        return self._catch_up().lines()

    def title(self) -> str:
        """The window title."""
        return self._catch_up().title()

    def cursor(self) -> tuple[int, int]:
        """Row and column, from 0."""
        return self._catch_up().cursor()

    def size(self) -> tuple[int, int]:
        """Rows and columns."""
        return self._screen.size()

    def takes_paste(self) -> bool:
        """Whether the program asked for bracketed paste."""
        return self._catch_up().takes_paste()

    def close(self) -> None:
        """Free the memory."""
        self._waiting.clear()
        self._screen.close()


def _kept(data: bytes) -> Iterator[re.Match[bytes]]:
    """The sequences whose effect outlasts what is passed over."""
    for begin, seldom, kind in KEPT:
        for place in occurrences(data, begin, seldom):
            if match := kind.match(data, place):
                yield match
