"""What the tests of the stores share: a database in a folder, and a clock that moves by itself."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

from areyouj_jupyter.models import CreateAgent, InstanceModel
from areyouj_jupyter.server.agent_store import AgentStore
from areyouj_jupyter.server.database import Database

START = 1_760_000_000.0  # seconds since the epoch


class Clock:
    """Each look is a second later than the one before."""

    def __init__(self, start: float = START) -> None:
        self._seconds: Iterator[int] = itertools.count()
        self._start = start

    def __call__(self) -> float:
        return self._start + next(self._seconds)


@asynccontextmanager
async def agents_db(folder: Path) -> AsyncIterator[Database]:
    """A fresh agents.db, closed at the end."""
    database = await Database.open(folder / "areyouj" / "agents.db")
    try:
        yield database
    finally:
        await database.close()


async def new_instance(store: AgentStore, name: str = "writer", instance_id: str = "i1") -> InstanceModel:
    """An agent of that name, if it is new, and an instance of it."""
    known = {agent.name: agent.id for agent in await store.agents()}
    if name not in known:
        known[name] = (await store.create(CreateAgent(name=name, spec="echo", project_path="/project"))).id
    return await store.create_instance(known[name], instance_id, {})
