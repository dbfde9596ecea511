"""AssignmentStore: who was given which task, as rows of agents.db that point softly into a tasks.db."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from areyouj_jupyter.server.storage import timestamps
from areyouj_jupyter.server.storage.database import Database
from areyouj_jupyter.server.storage.sql import queries


@dataclass(frozen=True)
class Assignment:
    """Whom a task is assigned to."""

    agent_id: str
    agent: str
    """The agent's name."""
    session_id: str | None
    """Where its message is now."""


class AssignmentStore:
    """Owned by the application. task_db: the absolute path of the tasks.db."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        """clock: seconds since the epoch."""
        self._database = database
        self._clock = clock
        self._sql = queries("assignments")

    async def add(self, task_db: str, task_id: str, agent_id: str, message_id: str) -> None:
        """The task was given to the agent with this message."""
        values = {"task_db": task_db, "task_id": task_id, "agent_id": agent_id, "message_id": message_id}
        async with self._database.transaction() as transaction:
            await transaction.rows(self._sql["add"], {**values, "now": timestamps.text(self._clock())})

    async def latest(self, task_db: str) -> Mapping[str, Assignment]:
        """The newest assignment of each task."""
        rows = await self._database.rows(self._sql["latest"], {"task_db": task_db})
        return {row["task_id"]: Assignment(row["agent_id"], row["agent"], row["session_id"]) for row in rows}

    async def forget(self, task_db: str, task_ids: Iterable[str]) -> None:
        """These tasks are gone; their ids may come again for others."""
        async with self._database.transaction() as transaction:
            for task_id in task_ids:
                await transaction.rows(self._sql["forget"], {"task_db": task_db, "task_id": task_id})
