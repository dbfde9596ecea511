"""A run of tests that never ends, for test_leftovers.py; it is not found by itself."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from open_services import open_services, started

PIDS = "AREYOUJ_PIDS"
"""Variable: the file that takes the pids of a holder and its agent."""


async def test_an_agent_that_nobody_stops(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services)
        run = session.running()
        told = Path(os.environ[PIDS])
        told.with_suffix(".new").write_text(f"{run.terminal.meta.holder_pid} {session.pid}")
        told.with_suffix(".new").rename(told)
        await asyncio.sleep(3600)
