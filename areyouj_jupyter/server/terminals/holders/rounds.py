"""Rounds: reads the terminals of one loop that nobody types into together, so that one wake-up serves many."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable
from weakref import WeakKeyDictionary

ROUND = 0.033  # seconds between two rounds, 30 frames a second; the first output after a silence comes at once
HASTE = 1.0  # seconds after a key, an order or a hook in which its terminal is read at once, not in the rounds
PAUSE = 0.001  # seconds between two rounds meanwhile, to keep the loop free however much output the others have
PARTS = 8  # of those with much an eighth is read in such a round: what they print next takes the processors, too


class Rounds:
    """Those of one loop. Use `rounds`; it ends with its last terminal."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._selector = selectors.DefaultSelector()  # of epoll or kqueue, which can be waited for themselves
        self._timer: asyncio.TimerHandle | None = None
        self._hastened_at = -HASTE
        self._much: dict[int, None] = {}
        """Those that had more than was read, the one that was read last at the end."""
        self._loop.add_reader(self._selector, self._round)

    def add(self, fd: int, read: Callable[[], bool]) -> None:
        """Call `read` in every round in which there is output. It says whether there may be more."""
        self._selector.register(fd, selectors.EVENT_READ, read)

    def remove(self, fd: int) -> None:
        """Read it no more; harmless if it was not added."""
        if fd in (self._selector.get_map() or ()):
            self._selector.unregister(fd)
            self._much.pop(fd, None)
            if not self._selector.get_map():
                self._close()

    def hasten(self) -> None:
        """Somebody types, or waits: make terminals with much output leave time for it."""
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
        ready = {key.fd: key.data for key, _ in self._selector.select(0)}
        hastened = bool(ready) and self._loop.time() < self._hastened_at + HASTE
        more = not ready or (hastened and self._put_off(ready))
        try:
            for fd, read in ready.items():
                self._much.pop(fd, None)
                if read():
                    self._much[fd] = None
                    more = True
        finally:
            if self._selector.get_map():
                self._go_on(hastened, more)

    def _put_off(self, ready: dict[int, Callable[[], bool]]) -> bool:
        """Take most of those with much output out of this round; whether there were any."""
        much = [fd for fd in self._much if fd in ready]
        later = much[max(1, len(much) // PARTS) :]
        for fd in later:
            del ready[fd]
        return bool(later)

    def _go_on(self, hastened: bool, more: bool) -> None:
        if not more:
            self._wait(ROUND)
        elif hastened:
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
