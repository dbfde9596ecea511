"""BackgroundWriter: runs asynchronous writes one after the other, for callers that cannot wait."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable

logger = logging.getLogger(__name__)

LIMIT = 1000  # jobs that may wait; beyond that the newest is dropped with a warning


class BackgroundWriter:
    """One task and its queue of jobs. Owned by a session; `close` finishes what is queued."""

    def __init__(self) -> None:
        self._jobs: asyncio.Queue[Callable[[], Awaitable[object]] | None] = asyncio.Queue(LIMIT)
        self._task = asyncio.create_task(self._work())

    def do(self, job: Callable[[], Awaitable[object]]) -> None:
        """Run this after all earlier jobs. Never blocks."""
        try:
            self._jobs.put_nowait(job)
        except asyncio.QueueFull:
            logger.warning("background writer dropped a job", extra={"waiting": self._jobs.qsize()})

    async def close(self) -> None:
        """Finish what is queued, then end."""
        if not self._task.done():
            await self._jobs.put(None)
        with contextlib.suppress(asyncio.CancelledError):
            await self._task

    async def _work(self) -> None:
        while (job := await self._jobs.get()) is not None:
            try:
                await job()
            except Exception:  # a failed record must not end the session
                logger.exception("background writer could not do a job")
