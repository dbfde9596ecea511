"""Hold: since when the same reason keeps a queue from moving, and the moment at which that is worth telling."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

HELD_AFTER = 30.0  # seconds; most waits are shorter, and nobody has to hear of those


class Hold:
    """Of one session's queue. Owned by the session; `close` ends its timer."""

    def __init__(self, clock: Callable[[], float], after: float, told: Callable[[], None]) -> None:
        """clock: seconds since the epoch. after: seconds until it is told. told: called when `since` is no more None"""
        self._clock, self._after, self._told = clock, after, told
        self._reason: str | None = None
        self._began = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self.since: float | None = None
        """Since when the queue has been held; None if it is not, or not for long."""

    def judge(self, reason: str | None, pending: int) -> None:
        """reason: why nothing may be delivered now; pending: how many messages wait. Busy is no reason: it ends."""
        held = reason if pending and reason != "busy" else None
        if held == self._reason:
            return
        self.close()
        self._reason, self._began = held, self._clock()
        if held is not None:
            self._timer = asyncio.get_running_loop().call_later(self._after, self._tell)

    def close(self) -> None:
        """Nothing is held any more."""
        if self._timer is not None:
            self._timer.cancel()
        self._reason, self._timer, self.since = None, None, None

    def _tell(self) -> None:
        self.since = self._began
        self._told()
