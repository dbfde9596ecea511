"""What goes to the attached server next: answers, then hooks, then the exit. Pulled, never pushed.

Hooks wait where they are kept, so that a server that does not read costs nothing.
"""

from __future__ import annotations

from areyouj_jupyter.holder.sockets.hook_log import HookLog

LETTERS_LIMIT = 1024 * 1024  # bytes of answers that a server may leave unread


class Outbox:
    """The sending end, towards one server at a time."""

    def __init__(self, hooks: HookLog) -> None:
        self._hooks = hooks
        self._letters: list[bytes] = []
        self._rest = self._offered = self._last = b""
        self._hook = 0
        self._lent: tuple[int, ...] = ()

    def attach(self, hook: int) -> None:
        """Start over for a server that has hooks up to `hook`."""
        self._letters.clear()
        self._rest = self._offered = self._last = b""
        self._lent = ()
        self._hook = hook

    @property
    def begun(self) -> bool:
        """Whether a frame is half sent: no other may come in between."""
        return bool(self._rest)

    @property
    def waits(self) -> bool:
        """Whether there is anything to be sent."""
        return bool(self._rest or self._letters or self._hooks.next(self._hook) or self._last)

    @property
    def overfull(self) -> bool:
        """Whether the server leaves its answers unread."""
        return sum(map(len, self._letters)) > LETTERS_LIMIT

    def put(self, frame: bytes, lent: tuple[int, ...] = ()) -> None:
        """A frame that is sent once. lent: file descriptors that go with it, or before."""
        self._letters.append(frame)
        self._lent += lent

    def put_last(self, frame: bytes) -> None:
        """A frame to send after all hooks."""
        self._last += frame

    def piece(self) -> tuple[bytes, tuple[int, ...]]:
        """Bytes to be sent now, and descriptors; then say by `took` how many bytes went. Empty: nothing."""
        lent: tuple[int, ...] = ()
        if self._rest:
            self._offered = self._rest
        elif self._letters:
            self._offered, lent = b"".join(self._letters), self._lent
        elif found := self._hooks.next(self._hook):
            self._offered = found[1]
        else:
            self._offered = self._last
        return self._offered, lent

    def took(self, count: int) -> None:
        """This many bytes of the piece were sent, and its descriptors if any were."""
        if not count:
            return
        if not self._rest:
            self._pass()
        self._rest = self._offered[count:]

    def _pass(self) -> None:
        """The offered piece is under way."""
        if self._letters:
            self._letters.clear()
            self._lent = ()
        elif found := self._hooks.next(self._hook):
            self._hook = found[0]
        else:
            self._last = b""
