"""OSC 133 marks: where a shell's prompt, its input and a command's output begin and end in a stream of bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from areyouj_jupyter.server.status.byte_search import occurrences

MARK = re.compile(rb"\x1b\]133;([ABCD])(?:;([^\x07\x1b]{0,200}))?(?:\x07|\x1b\\)")
BEGIN = b"\x1b]133;"
SELDOM = 1  # its place in `BEGIN` of the byte that is seldom in output
TAIL_BYTES = 256  # the longest mark that may be cut in two


@dataclass(frozen=True)
class Mark:
    """One mark: `A` prompt, `B` input, `C` output, `D` end of the command (its argument is the exit code)."""

    kind: str
    argument: str
    begin: int
    """Offset of its first byte."""
    end: int
    """Offset behind it."""


class MarkScanner:
    """Finds marks in a stream that comes in pieces. Owned by one incarnation."""

    def __init__(self) -> None:
        self._tail = b""

    def feed(self, data: bytes, end: int) -> list[Mark]:
        """The marks that are complete now. end: offset behind `data`."""
        text = self._tail + data
        if BEGIN[SELDOM] not in text:  # the usual case; data that ends in ESC may continue as a mark
            self._tail = BEGIN[:1] if text.endswith(BEGIN[:1]) else b""
            return []
        start = end - len(text)
        found = list(_marks(text, start))
        rest = text[found[-1].end - start :] if found else text
        self._tail = rest[_cut(rest) :]
        return found


def _marks(text: bytes, start: int) -> Iterator[Mark]:
    for place in occurrences(text, BEGIN, SELDOM):
        if match := MARK.match(text, place):
            argument = (match[2] or b"").decode(errors="replace")
            yield Mark(match[1].decode(), argument, start + match.start(), start + match.end())


def _cut(rest: bytes) -> int:
    """Where a mark begins that has no end yet; the length of `rest` if none does."""
    size = len(rest)
    place = rest.rfind(BEGIN, max(0, size - TAIL_BYTES))
    if place < 0:
        place = rest.rfind(BEGIN[:1], max(0, size - len(BEGIN)))
    return place if place >= 0 and BEGIN.startswith(rest[place : place + len(BEGIN)]) else size
