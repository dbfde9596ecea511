"""The output of a shell's last command: the bytes between its marks, kept as they come, the first and the last of many.

The ring alone would not do: what a command prints after its first megabyte would push out its beginning.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Literal

from areyouj_jupyter.server.status.shell_marks import Mark

FIRST_BYTES = 8 * 1024 * 1024  # of a command's raw output, with its colors and redrawn lines
LAST_BYTES = 256 * 1024  # if it is longer
SMALL = 4096  # bytes


@dataclass(frozen=True)
class Printed:
    """What a command printed."""

    first: tuple[bytes, ...] = ()
    """Its first bytes, in pieces."""
    last: tuple[bytes, ...] = ()
    """Its last ones, if there are more."""
    left_out: int = 0
    """Bytes between the two."""
    lost: int = 0
    """Bytes before the first ones that nobody kept: the server was restarted meanwhile."""
    exit_code: int | None = None
    """None: no command ran, or its shell did not tell."""


class CommandOutput:
    """Takes in all output and all marks of one incarnation, which owns it. Its memory is bounded."""

    def __init__(self) -> None:
        """A command may be running already, for all we know."""
        self._stage: Literal["unknown", "typed", "running", "over"] = "unknown"
        self._start_anew(None)

    def _start_anew(self, offset: int | None) -> None:
        """offset: of the first byte of output; None: not known."""
        self._begin = self._end = offset
        self._first: list[bytes] = []
        self._last: deque[bytes] = deque()
        self._first_size = self._last_size = self._dropped = self._lost = 0
        self._behind: int | None = None
        self._exit_code: int | None = None

    @property
    def running(self) -> bool:
        """Whether a command began and has not ended."""
        return self._stage == "running"

    def type(self) -> None:
        """A command is typed now: one that prints nothing has nothing of the last one's."""
        self._stage = "typed"
        self._start_anew(None)

    def resume(self, began: int) -> None:
        """A command began at this offset whose mark the ring forgot while no server ran."""
        if self._begin is not None:
            self._lost = max(0, self._begin - began)
        if self._stage == "unknown":
            self._stage = "running"

    def on_output(self, data: bytes, end: int, marks: list[Mark]) -> None:
        """Output with the marks that end in it. end: the offset behind it."""
        start = end - len(data)
        for mark in marks:
            cut = max(0, mark.end - start)
            self._take(data[:cut], start)
            data, start = data[cut:], start + cut
            self._on_mark(mark)
        self._take(data, start)

    def _on_mark(self, mark: Mark) -> None:
        """A mark within a command that runs may come from a shell within: only its last `D` counts."""
        if mark.kind == "C" and self._stage != "running":
            self._stage = "running"
            self._start_anew(mark.end)
        elif mark.kind == "D" and self._stage in ("unknown", "running"):
            self._behind, self._exit_code = mark.begin, _code(mark.argument)
        elif mark.kind == "B" and (self._stage == "unknown" or (self.running and self._behind is not None)):
            self._stage = "over"

    def _take(self, data: bytes, start: int) -> None:
        if not data or self._stage not in ("unknown", "running"):
            return
        if self._begin is None:
            self._begin = start
        self._end = start + len(data)
        room = max(0, FIRST_BYTES - self._first_size)
        self._first_size += _append(self._first, data[:room])
        self._last_size += _append(self._last, data[room:])
        while self._last and self._last_size - len(self._last[0]) >= LAST_BYTES:
            dropped = len(self._last.popleft())
            self._last_size -= dropped
            self._dropped += dropped

    def read(self) -> Printed:
        """What the last command printed so far, up to the mark of its end."""
        surplus = (self._end or 0) - (self._end or 0 if self._behind is None else self._behind)
        last = _without_end(self._last, surplus)
        first = _without_end(self._first, max(0, surplus - self._last_size - self._dropped))
        return Printed(first, last, self._dropped, self._lost, self._exit_code)


def _append(pieces: list[bytes] | deque[bytes], data: bytes) -> int:
    """Add data, to the last piece if that is small: there are not to be millions of them. Returns its length."""
    if pieces and len(pieces[-1]) < SMALL:
        pieces[-1] += data
    elif data:
        pieces.append(data)
    return len(data)


def _without_end(pieces: list[bytes] | deque[bytes], count: int) -> tuple[bytes, ...]:
    """The pieces but for so many of their last bytes."""
    left = list(pieces)
    while left and count > 0:
        piece = left.pop()
        if len(piece) > count:
            left.append(piece[: len(piece) - count])
        count -= len(piece)
    return tuple(left)


def _code(argument: str) -> int | None:
    """The exit code that the mark of an end names, before anything else that it says."""
    code = argument.partition(";")[0]
    return int(code) if code.isascii() and code.isdecimal() and len(code) <= 3 else None
