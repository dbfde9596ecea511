"""While another program holds the lock, what is there can be read, and nobody who writes waits twice."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from stores import agents_db

from areyouj_jupyter.errors import AreYouJError, DatabaseBusy
from areyouj_jupyter.models import CreateAgent
from areyouj_jupyter.server.storage.agent_store import AgentStore
from areyouj_jupyter.server.storage.database.connection import BUSY_TIMEOUT


@contextmanager
def locked(path: Path, kind: str = "IMMEDIATE") -> Iterator[None]:
    """Another connection holds the write lock while inside."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute(f"BEGIN {kind}")
    try:
        yield
    finally:
        other.close()


@pytest.mark.slow
async def test_reads_go_on_while_writers_wait_and_all_of_them_give_up_together(tmp_path: Path) -> None:
    async with agents_db(tmp_path) as database:
        store = AgentStore(database)

        async def write(name: str) -> tuple[type[AreYouJError] | None, float]:
            began = time.monotonic()
            try:
                await store.create(CreateAgent(name=name, spec="echo", project_path="/project"))
            except AreYouJError as error:
                return type(error), time.monotonic() - began
            return None, time.monotonic() - began

        await write("one")
        with locked(database.path, "EXCLUSIVE"):
            writers = [asyncio.create_task(write(f"late{number}")) for number in range(4)]
            await asyncio.sleep(0.1)  # they are in the driver by now
            began = time.monotonic()
            assert [agent.name for agent in await store.agents()] == ["one"]
            assert time.monotonic() - began < 1
            ended = await asyncio.gather(*writers)
        assert [kind for kind, _ in ended] == [DatabaseBusy] * 4
        assert max(seconds for _, seconds in ended) < BUSY_TIMEOUT * 2
        assert (await write("two"))[0] is None
