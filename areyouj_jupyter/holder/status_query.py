"""The status query: a program asks whether its terminal takes the Program Status Protocol, OSC 7501.

It asks right before `CSI c` and believes a yes that comes before the answer to that (Claude Code 2.1.328 then reports
nothing otherwise, measured 2026-11). So whoever reads the terminal answers, holder or server, before anybody sees the
output; the offset up to which that is done is in the memory that both share. A server that is killed between the two
steps is asked again by its holder: a program that has two answers takes them as one.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from areyouj_jupyter.holder.ring import Ring

QUERY = b"\x1b]7501;?"
SELDOM = b"7501;?"
ENDS = (b"\x07", b"\x1b\\")
ATTRIBUTES = (b"\x1b[c", b"\x1b[0c")  # DA1, behind which programs wait for no other answer
ANSWER = b"\x1b[?62;22c"  # as our screen has it
ASKED = re.compile(rb"\x1b\]7501;\?(?P<end>\x07|\x1b\\)|\x1b\[0?c")
REPLY_LIMIT = 4096  # bytes that wait for an agent which is then not answered: one that asks also reads
BEHIND = 1024  # bytes behind the query in which DA1 belongs to it
WHOLE = (*(QUERY + end for end in ENDS), *ATTRIBUTES)
BEGINNINGS = frozenset(query[:size] for query in WHOLE for size in range(1, len(query)))
LONGEST = max(map(len, BEGINNINGS))


class StatusQueries:
    """Looks through what one process reads. A terminal whose program is not expected to ask is passed over."""

    def __init__(self, ring: Ring, answer: Callable[[bytes], object]) -> None:
        """answer: types bytes into the terminal, behind all that waits."""
        self._ring, self._answer = ring, answer
        self._attributes_until = 0

    def begin(self) -> None:
        """Take over from a process that looked through all that it read, or from one that does not know of this."""
        if self._ring.looked:
            end = self._ring.end
            self._ring.looked = end - _half(self._ring.read(end - LONGEST)[0]) + 1

    def look(self, alone: bool = False) -> None:
        """Answer what was asked since the last look. alone: nobody else is there to answer DA1 behind the query."""
        if not self._ring.looked or self._ring.looked > self._ring.end:
            return
        data, first = self._ring.read(self._ring.looked - 1)
        if SELDOM in data or (alone and self._attributes_until > first):
            self._answer_all(data, first, alone)
        self._ring.looked = first + len(data) - _half(data) + 1

    def _answer_all(self, data: bytes, first: int, alone: bool) -> None:
        for match in ASKED.finditer(data):
            if end := match["end"]:
                self._answer(QUERY + end)
                self._attributes_until = first + match.end() + BEHIND
            elif alone and first + match.start() < self._attributes_until:
                self._answer(ANSWER)
                self._attributes_until = 0


def _half(data: bytes) -> int:
    """How many of its last bytes may be the beginning of a query."""
    tail = data[-LONGEST:]
    place = tail.find(b"\x1b")
    while place >= 0:
        if tail[place:] in BEGINNINGS:
            return len(tail) - place
        place = tail.find(b"\x1b", place + 1)
    return 0
