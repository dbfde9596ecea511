"""The kill ladder: hang-up, terminate, kill, for the whole family, one step after the other without waiting."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable

from areyouj_jupyter.holder.process.family import Family
from areyouj_jupyter.holder.process.loop import Loop

KILL = (signal.SIGKILL, 1.0)  # more than once: a process may have started between the look and the signal
STEPS = ((signal.SIGHUP, 1.0), (signal.SIGTERM, 2.0), KILL, KILL, KILL)  # signal, seconds of grace
LOOK = 0.1  # seconds between two looks; the end of a child is noticed at once
TIMER = "ladder"


class Ladder:
    """Climbed once; another request in the meantime changes nothing."""

    def __init__(self, family: Family, loop: Loop, reap: Callable[[], bool], told: Callable[[list[int]], None]) -> None:
        """reap: reaps ended processes; true if no family is left. told: takes the pids that survived SIGKILL."""
        self._family, self._loop = family, loop
        self._reap, self._told = reap, told
        self._steps: list[tuple[signal.Signals, float]] = []
        self._deadline = 0.0
        self.climbing = False

    def climb(self) -> None:
        """Begin."""
        if not self.climbing:
            self.climbing = True
            self._steps = list(STEPS)
            self._deadline = 0.0
            self.look()

    def look(self) -> None:
        """Whether a process is left; takes the next step if the grace is over."""
        if not self.climbing:
            return
        if self._reap():
            self._end([])
        elif time.monotonic() < self._deadline:
            self._loop.after(TIMER, LOOK, self.look)
        elif self._steps:
            number, grace = self._steps.pop(0)
            self._family.signal(number)
            self._deadline = time.monotonic() + grace
            self._loop.after(TIMER, LOOK, self.look)
        else:
            self._end(sorted(self._family.members()))

    def _end(self, survivors: list[int]) -> None:
        self.climbing = False
        self._told(survivors)
