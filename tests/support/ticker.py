"""A ticker on an event loop: it tells how long the loop was ever held up."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

PERIOD = 0.05  # seconds


class Ticker:
    """Owned by the `with` that started it."""

    def __init__(self) -> None:
        self._last = time.monotonic()
        self._worst = 0.0

    async def run(self) -> None:
        """Tick until cancelled."""
        while True:
            await asyncio.sleep(PERIOD)
            self._worst, self._last = self.worst, time.monotonic()

    @property
    def worst(self) -> float:
        """Seconds of the longest time without a tick, the present one included; for any thread."""
        return max(self._worst, time.monotonic() - self._last)


@asynccontextmanager
async def ticking() -> AsyncIterator[Ticker]:
    """A ticker that runs while inside."""
    ticker = Ticker()
    task = asyncio.create_task(ticker.run())
    try:
        yield ticker
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
