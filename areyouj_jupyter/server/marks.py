"""OSC 133 marks: where a shell's prompt, its input and a command's output begin and end in a stream of bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from areyouj_jupyter.server.occurrences import occurrences

MARK = re.compile(rb"\x1b\]133;([ABCD])(?:;([^\x07\x1b]{0,200}))?(?:\x07|\x1b\\)")
BEGIN = b"\x1b]133;"
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
        start = end - len(text)
        found = [
            Mark(
                match[1].decode(),
                (match[2] or b"").decode(errors="replace"),
                start + match.start(),
                start + match.end(),
            )
            for place in occurrences(text, BEGIN, 1)
            if (match := MARK.match(text, place))
        ]
        rest = text[found[-1].end - start :] if found else text
        cut = rest.find(b"\x1b", max(0, len(rest) - TAIL_BYTES))  # the first: a mark may end in ESC \\ too
        self._tail = rest[cut:] if cut >= 0 else b""
        return found


def _mark(match: re.Match[bytes], start: int) -> Mark:
    kind, argument = match[1].decode(), (match[2] or b"").decode(errors="replace")
    return Mark(kind, argument, start + match.start(), start + match.end())
