"""Rounds: the terminals of one loop that nobody types into are read together, so that one waking serves many."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable
from weakref import WeakKeyDictionary

ROUND = 0.033  # seconds between two rounds, 30 frames a second; the first output after a silence comes at once
HASTE = 1.0  # seconds after a key, an order or a hook in which its terminal is read at once, not in the rounds
PAUSE = 0.004  # seconds between two rounds meanwhile, however much output the others have, so that the loop is free


class Rounds:
    """Those of one loop. Use `rounds`; it ends with its last terminal."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._selector = selectors.DefaultSelector()  # of epoll or kqueue, which can be waited for themselves
        self._timer: asyncio.TimerHandle | None = None
        self._hastened_at = -HASTE
        self._loop.add_reader(self._selector, self._round)

    def add(self, fd: int, read: Callable[[], bool]) -> None:
        """Call `read` in every round in which there is output. It says whether there may be more."""
        self._selector.register(fd, selectors.EVENT_READ, read)

    def remove(self, fd: int) -> None:
        """Read it no more; harmless if it was not added."""
        if fd in (self._selector.get_map() or ()):
            self._selector.unregister(fd)
            if not self._selector.get_map():
                self._close()

    def hasten(self) -> None:
        """Somebody types, or waits: terminals with much output leave the loop some time for it."""
        self._hastened_at = self._loop.time()

    def _close(self) -> None:
        _LOOPS.pop(self._loop, None)
        self._loop.remove_reader(self._selector)
        if self._timer:
            self._timer.cancel()
        self._selector.close()

    def _round(self) -> None:
        """After little output it waits, since more comes soon; after much of it, or none, it listens.

        After much of it, too, it waits a little while somebody types.
        """
        ready = self._selector.select(0)
        more = not ready
        try:
            for key, _ in ready:
                more = key.data() or more
        finally:
            if self._selector.get_map():
                self._go_on(bool(ready), more)

    def _go_on(self, ready: bool, more: bool) -> None:
        if not more:
            self._wait(ROUND)
        elif ready and self._loop.time() < self._hastened_at + HASTE:
            self._wait(PAUSE)
        else:
            self._listen()

    def _listen(self) -> None:
        if self._timer:
            self._timer = None
            self._loop.add_reader(self._selector, self._round)

    def _wait(self, seconds: float) -> None:
        if not self._timer:
            self._loop.remove_reader(self._selector)
        self._timer = self._loop.call_later(seconds, self._round)


_LOOPS: WeakKeyDictionary[asyncio.AbstractEventLoop, Rounds] = WeakKeyDictionary()


def rounds() -> Rounds:
    """Those of the running loop."""
    loop = asyncio.get_running_loop()
    if loop not in _LOOPS:
        _LOOPS[loop] = Rounds(loop)
    return _LOOPS[loop]
