"""Glances: when whose screen is read, so that reading screens takes only a small part of the loop's time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from weakref import WeakKeyDictionary

DELAY = 0.05  # seconds over which output is gathered before its screen is read
PAUSE = 0.02  # seconds between two rounds: many sessions are read at one waking
ROUND = 0.005  # seconds that one round may hold up the loop
SHARE = 0.1  # of the time that may be spent on reading; beyond it each waits for its turn


class Glances:
    """The turns of one loop: first come, first served."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Use `of`."""
        self._loop = loop
        self._asked: dict[Callable[[], None], float] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._free_at = 0.0

    def ask(self, look: Callable[[], None]) -> None:
        """Call `look` once, in DELAY seconds or as soon after as there is time."""
        if look not in self._asked:
            self._asked[look] = self._loop.time() + DELAY
            self._arm()

    def forget(self, look: Callable[[], None]) -> None:
        """Do not call it; harmless when it was not asked for."""
        self._asked.pop(look, None)

    def _arm(self) -> None:
        if self._timer is None and self._asked:
            due = next(iter(self._asked.values()))
            self._timer = self._loop.call_at(max(due, self._free_at), self._next)

    def _next(self) -> None:
        self._timer = None
        begun = now = self._loop.time()
        try:
            while now < begun + ROUND and (look := self._due(now)):
                del self._asked[look]
                look()
                now = self._loop.time()
        finally:
            spent = self._loop.time() - begun
            self._free_at = begun + max(PAUSE, spent / SHARE)
            self._arm()

    def _due(self, now: float) -> Callable[[], None] | None:
        first = next(iter(self._asked), None)
        return first if first is not None and self._asked[first] <= now else None


_LOOPS: WeakKeyDictionary[asyncio.AbstractEventLoop, Glances] = WeakKeyDictionary()


def glances() -> Glances:
    """Those of the running loop."""
    loop = asyncio.get_running_loop()
    if loop not in _LOOPS:
        _LOOPS[loop] = Glances(loop)
    return _LOOPS[loop]
