"""Rounds: the terminals of one loop that nobody types into are read together, so that one waking serves many."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable
from weakref import WeakKeyDictionary

ROUND = 0.016  # seconds between two rounds, a frame of most displays; the first output after a silence comes at once


class Rounds:
    """Those of one loop. Use `rounds`; it ends with its last terminal."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._selector = selectors.DefaultSelector()  # of epoll or kqueue, which can be waited for themselves
        self._timer: asyncio.TimerHandle | None = None
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

    def _close(self) -> None:
        _LOOPS.pop(self._loop, None)
        self._loop.remove_reader(self._selector)
        if self._timer:
            self._timer.cancel()
        self._selector.close()

    def _round(self) -> None:
        """After little output it waits, since more comes soon; after much of it, or none, it listens."""
        ready = self._selector.select(0)
        more = not ready
        try:
            for key, _ in ready:
                more = key.data() or more
        finally:
            if self._selector.get_map():
                self._listen() if more else self._wait()

    def _listen(self) -> None:
        if self._timer:
            self._timer = None
            self._loop.add_reader(self._selector, self._round)

    def _wait(self) -> None:
        if not self._timer:
            self._loop.remove_reader(self._selector)
        self._timer = self._loop.call_later(ROUND, self._round)


_LOOPS: WeakKeyDictionary[asyncio.AbstractEventLoop, Rounds] = WeakKeyDictionary()


def rounds() -> Rounds:
    """Those of the running loop."""
    loop = asyncio.get_running_loop()
    if loop not in _LOOPS:
        _LOOPS[loop] = Rounds(loop)
    return _LOOPS[loop]
