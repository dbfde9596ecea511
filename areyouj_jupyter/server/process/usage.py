"""Usage: model, cost and context, as the CLI itself reports them while it runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from areyouj_jupyter.specs import Gauge

WAIT = 1.0  # seconds for a turn's cost to be reported (0.27 to 0.29 s after its end measured, Claude Code 2.1)
STEP = 0.05  # seconds between two looks


class UsageReader:
    """Of one incarnation, which owns it."""

    def __init__(self, read: Callable[[Path], Gauge | None] | None, path: Path) -> None:
        """read: see `AgentSpec.read_gauge`. path: the file that it reads."""
        self.told = Gauge()
        """The last reported usage."""
        self._read, self._path = read, path

    async def look(self, since: float | None = None) -> Gauge:
        """The current usage. since: seconds since the epoch; an older report is waited for, WAIT seconds at most.

        A CLI that has never reported anything is not waited for.
        """
        if self._read is None:
            return self.told
        loop = asyncio.get_running_loop()
        deadline = loop.time() + (0 if since is None else WAIT)
        while True:
            settled = await asyncio.to_thread(self._take, since)
            if settled or loop.time() >= deadline:
                return self.told
            await asyncio.sleep(STEP)

    def _take(self, since: float | None) -> bool:
        """Whether there is nothing to wait for. Blocking."""
        assert self._read is not None  # noqa: S101  # `look` asks
        try:
            fresh = self._path.stat().st_mtime >= (since or 0)
            told = self._read(self._path)
        except OSError:
            return True
        self.told = told or self.told
        return fresh and told is not None
