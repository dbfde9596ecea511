"""The hooks that no server has acknowledged yet, numbered from 1 in the order in which they came."""

from __future__ import annotations

from collections import deque

from areyouj_jupyter.holder import wire

HOOK_LIMIT = 1000  # hooks kept
BYTES_LIMIT = 8 * 1024 * 1024  # of them together


class HookLog:
    """Bounded: when it is full the oldest hook is dropped, which shows as a gap in the numbers."""

    def __init__(self) -> None:
        self.last = 0
        """Number of the newest hook."""
        self._kept: deque[bytes] = deque()
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._kept)

    def add(self, name: str, payload: bytes, at: float) -> None:
        """Add a hook. payload: a JSON object. at: seconds since the epoch."""
        self.last += 1
        frame = wire.mixed_frame(wire.HOOK, {"number": self.last, "at": at, "name": name}, payload)
        self._kept.append(frame)
        self._bytes += len(frame)
        while len(self._kept) > HOOK_LIMIT or self._bytes > BYTES_LIMIT:
            self._drop()

    def next(self, after: int) -> tuple[int, bytes] | None:
        """Number and frame of the first kept hook behind number `after`."""
        first = self.last - len(self._kept) + 1
        number = max(first, after + 1)
        return (number, self._kept[number - first]) if number <= self.last else None

    def acknowledge(self, number: int) -> None:
        """A server has all hooks up to this number."""
        while self._kept and self.last - len(self._kept) + 1 <= number:
            self._drop()

    def frames(self) -> list[bytes]:
        """All that are kept, oldest first."""
        return list(self._kept)

    def _drop(self) -> None:
        self._bytes -= len(self._kept.popleft())
