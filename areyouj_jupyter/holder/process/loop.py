"""The loop: one selector and a few named timers; nothing happens, and no time is spent, between two events."""

from __future__ import annotations

import selectors
import time
from collections.abc import Callable

READ, WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE

Call = Callable[[], None]


class Loop:
    """The only thing in a holder that waits."""

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()
        self._timers: dict[str, tuple[float, Call]] = {}

    def watch(self, fd: int, readable: Call | None, writable: Call | None = None) -> None:
        """Call these when it can be read or written, instead of earlier ones. None for both: stop watching."""
        events = (READ if readable else 0) | (WRITE if writable else 0)
        known = self._selector.get_map().get(fd)
        if not events:
            if known:
                self._selector.unregister(fd)
        elif known:
            self._selector.modify(fd, events, (readable, writable))
        else:
            self._selector.register(fd, events, (readable, writable))

    def after(self, name: str, seconds: float, call: Call) -> None:
        """Call once, later; replaces the timer of that name."""
        self._timers[name] = (time.monotonic() + seconds, call)

    def waits(self, name: str) -> bool:
        """Whether there is such a timer."""
        return name in self._timers

    def run_until(self, over: Callable[[], bool]) -> None:
        """Run until `over` is true, checked after every round."""
        while not over():
            for key, events in self._selector.select(self._patience()):
                for call, event in zip(key.data, (READ, WRITE), strict=True):
                    if call and events & event and self._selector.get_map().get(key.fd) is key:
                        call()
            if self._timers:
                self._ring()

    def _patience(self) -> float | None:
        if not self._timers:
            return None
        return max(0.0, min(due for due, _ in self._timers.values()) - time.monotonic())

    def _ring(self) -> None:
        now = time.monotonic()
        for name in [name for name, (due, _) in self._timers.items() if due <= now]:
            self._timers.pop(name)[1]()
