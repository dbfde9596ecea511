"""ScreenSchedule: when whose screen is read, so that reading screens takes only a small part of the loop's time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from weakref import WeakKeyDictionary

# Seconds over which output is gathered before its screen is read: later where nothing is new, and seldom where hooks
# would tell of most that is.
SOON, LATER, SELDOM = 0.05, 0.5, 1.0
TOGETHER = 0.1  # seconds; what may wait does so until the next multiple of this, so that one waking serves many
PAUSE = 0.02  # seconds between two rounds: many sessions are read at one waking
ROUND = 0.002  # seconds that one round may hold up the loop
SHARE = 0.1  # of the time that may be spent on reading; beyond it each waits for its turn
REST = 0.1  # seconds between two rounds at most, also after a slow one: a delivery may wait for what its agent shows


class ScreenSchedule:
    """The turns of one loop: first come, first served."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Use `screen_schedule`."""
        self._loop = loop
        self._asked: dict[float, dict[Callable[[], None], float]] = {SOON: {}, LATER: {}, SELDOM: {}}
        """By delay, so that each is in order: the look and when it is due."""
        self._timer: asyncio.TimerHandle | None = None
        self._free_at = 0.0

    def ask(self, look: Callable[[], None], delay: float = SOON) -> None:
        """Call `look` once, in about `delay` seconds or as soon after as there is time; the sooner of two counts."""
        for known, asked in self._asked.items():
            if known <= delay and look in asked:
                return
        self.forget(look)
        due = self._loop.time() + delay
        if delay != SOON:
            due += TOGETHER - due % TOGETHER
        self._asked[delay][look] = due
        self._arm(due)

    def forget(self, look: Callable[[], None]) -> None:
        """Do not call it; harmless when it was not asked for."""
        for asked in self._asked.values():
            asked.pop(look, None)

    def _arm(self, due: float) -> None:
        due = max(due, self._free_at)
        if self._timer and self._timer.when() <= due:
            return
        if self._timer:
            self._timer.cancel()
        self._timer = self._loop.call_at(due, self._next)

    def _next(self) -> None:
        self._timer = None
        begun = now = self._loop.time()
        try:
            while now < begun + ROUND and (look := self._due(now)):
                self.forget(look)
                look()
                now = self._loop.time()
        finally:
            spent = (now := self._loop.time()) - begun
            self._free_at = max(begun + PAUSE, now + min(REST, spent / SHARE - spent))
            for asked in filter(None, self._asked.values()):
                self._arm(next(iter(asked.values())))

    def _due(self, now: float) -> Callable[[], None] | None:
        firsts = (next(iter(asked.items())) for asked in self._asked.values() if asked)
        return next((look for look, due in firsts if due <= now), None)


_LOOPS: WeakKeyDictionary[asyncio.AbstractEventLoop, ScreenSchedule] = WeakKeyDictionary()


def screen_schedule() -> ScreenSchedule:
    """Those of the running loop."""
    loop = asyncio.get_running_loop()
    if loop not in _LOOPS:
        _LOOPS[loop] = ScreenSchedule(loop)
    return _LOOPS[loop]
