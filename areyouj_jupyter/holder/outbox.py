"""What goes to the attached server next: answers, then hooks, then output, then the exit. Pulled, never pushed.

Output and hooks wait where they are kept, so that a server that does not read costs nothing.
"""

from __future__ import annotations

from areyouj_jupyter.holder import wire
from areyouj_jupyter.holder.hook_log import HookLog
from areyouj_jupyter.holder.ring import Ring

CHUNK = 64 * 1024  # bytes of output in one frame
LETTERS_LIMIT = 1024 * 1024  # bytes of answers that a server may leave unread

Buffer = bytes | memoryview


class Outbox:
    """The sending end towards one server after the other."""

    def __init__(self, ring: Ring, hooks: HookLog) -> None:
        self._ring, self._hooks = ring, hooks
        self._letters: list[bytes] = []
        self._rest = b""
        self._offered: tuple[Buffer, ...] = ()
        self._offered_offset: int | None = None
        self._last = b""
        self._offset = self._hook = 0

    def attach(self, offset: int, hook: int) -> int:
        """Begin anew for a server that has output up to `offset` and hooks up to `hook`; the offset it will get."""
        self._letters.clear()
        self._rest = self._last = b""
        self._offered = ()
        self._hook = hook
        self._offset = max(self._ring.start, min(offset, self._ring.end))
        return self._offset

    @property
    def begun(self) -> bool:
        """Whether a frame is half sent: nothing may come between."""
        return bool(self._rest)

    @property
    def urgent(self) -> bool:
        """Whether something other than output waits."""
        return bool(self._rest or self._letters or self._hooks.next(self._hook) or self._last)

    @property
    def unsent(self) -> int:
        """Bytes of output that wait and are still kept."""
        return self._ring.end - max(self._offset, self._ring.start)

    @property
    def overfull(self) -> bool:
        """Whether the server leaves its answers unread."""
        return sum(map(len, self._letters)) > LETTERS_LIMIT

    def put(self, frame: bytes) -> None:
        """A frame that is sent once."""
        self._letters.append(frame)

    def put_last(self, frame: bytes) -> None:
        """A frame that is sent when all output is."""
        self._last += frame

    def pieces(self) -> tuple[Buffer, ...]:
        """The bytes to be sent now; then say by `took` how many went. Empty: nothing."""
        self._offered_offset = None
        if self._rest:
            self._offered = (self._rest,)
        elif self._letters:
            self._offered = (b"".join(self._letters),)
        elif found := self._hooks.next(self._hook):
            self._offered = (found[1],)
        elif self._ring.end > self._offset:
            offset = max(self._offset, self._ring.start)
            chunk = self._ring.view(offset, CHUNK)
            self._offered = (wire.output_header(offset, len(chunk)), chunk)
            self._offered_offset = offset + len(chunk)
        else:
            self._offered = (self._last,) if self._last else ()
        return self._offered

    def took(self, count: int) -> None:
        """So many bytes of the pieces went. What is left of a frame is kept apart, since the ring goes on."""
        if not count:
            return
        whole = sum(map(len, self._offered))
        if not self._rest:
            self._pass()
        self._rest = b"".join(self._offered)[count:] if count < whole else b""
        self._offered = ()

    def _pass(self) -> None:
        """What was offered is on its way."""
        if self._offered_offset is not None:
            self._offset = self._offered_offset
        elif self._letters:
            self._letters.clear()
        elif found := self._hooks.next(self._hook):
            self._hook = found[0]
        else:
            self._last = b""
