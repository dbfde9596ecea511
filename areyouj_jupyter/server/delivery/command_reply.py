"""The reply of a shell's command: the text that it printed, cut only where it is very long, and visibly there."""

from __future__ import annotations

from collections import deque

from areyouj_jupyter.server.delivery.terminal_text import TerminalText
from areyouj_jupyter.server.status.command_output import LAST_BYTES, Printed

REPLY_BYTES = 1024 * 1024
"""Of what a command printed, as UTF-8, that its reply has from the beginning; as much as a message may have."""
REPLY_END_BYTES = 64 * 1024
"""That it has of the end, if there is more: errors stand there."""
PIECE = 64 * 1024  # bytes that are read in one step: other threads run in between
LAST_PIECES = LAST_BYTES // PIECE  # that are read of the end

LEFT_OUT = (
    "[… About {count:,} bytes are left out here. A reply has the first {first:,} bytes of what a command printed, and "
    "the last {last:,}. Add `> FILE` to the command to keep all of it. …]"
)
LOST = "[… The first {count:,} bytes of this output are not kept: the server was restarted while it was printed. …]"


def reply_text(printed: Printed) -> str:
    """What a command printed, without its last line breaks, like `$(…)`. Blocking, a second at most."""
    kept = _Kept()
    text = TerminalText(kept.write)
    pieces, skipped = _pieces(printed.first), 0
    while pieces and not (kept.full and len(pieces) > LAST_PIECES):
        text.feed(pieces.popleft())
    while len(pieces) > (0 if printed.left_out else LAST_PIECES):
        skipped += len(pieces.popleft())
    if skipped or printed.left_out:
        text.close()
        kept.leave_out(skipped + printed.left_out)
        text = TerminalText(kept.write)
    for piece in (*pieces, *_pieces(printed.last)):
        text.feed(piece)
    text.close()
    lost = f"{LOST.format(count=printed.lost)}\n" if printed.lost else ""
    return f"{lost}{kept.text()}"


def _pieces(pieces: tuple[bytes, ...]) -> deque[bytes]:
    whole = b"".join(pieces)
    return deque(whole[place : place + PIECE] for place in range(0, len(whole), PIECE))


class _Kept:
    """The first and the last of a text that comes in pieces."""

    def __init__(self) -> None:
        self._first = bytearray()
        self._last: deque[bytes] = deque()
        self._last_size = self._left_out = 0

    @property
    def full(self) -> bool:
        """Whether the rest can only be its last."""
        return len(self._first) >= REPLY_BYTES or self._left_out > 0

    def write(self, text: str) -> None:
        """The next of it."""
        data = text.encode()
        room = 0 if self._left_out else REPLY_BYTES - len(self._first)
        self._first += data[:room]
        self._last.append(data[room:])
        self._last_size += len(self._last[-1])
        while self._last_size - len(self._last[0]) >= REPLY_END_BYTES:
            self._last_size -= len(self._last[0])
            self._left_out += len(self._last.popleft())

    def leave_out(self, count: int) -> None:
        """So many bytes are missing here."""
        self._left_out += count + self._last_size
        self._last.clear()
        self._last_size = 0

    def text(self) -> str:
        """All of it, or its first and its last with a line between that says what is left out."""
        last = b"".join(self._last)
        more = max(0, len(last) - REPLY_END_BYTES)
        if not self._left_out and not more:
            return (bytes(self._first) + last).decode().rstrip("\n")
        told = LEFT_OUT.format(count=self._left_out + more, first=REPLY_BYTES, last=REPLY_END_BYTES)
        first, end = (bytes(part).decode(errors="ignore") for part in (self._first, last[more:]))
        return f"{first}\n{told}\n{end}".rstrip("\n")
