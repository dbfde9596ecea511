"""The schema of agents.db: what the database itself refuses, whatever the code does."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import get_args

import pytest
from stores import ADD_MESSAGE, agents_db, new_instance

from areyouj_jupyter.models import MessageStatus
from areyouj_jupyter.server.storage.agent_store import AgentStore
from areyouj_jupyter.server.storage.database import ConstraintFailed, Database

LEGAL = {
    ("pending", "sending"),
    ("pending", "cancelled"),
    ("pending", "error"),
    ("sending", "pending"),
    ("sending", "processing"),
    ("sending", "error"),
    ("sending", "uncertain"),
    ("processing", "completed"),
    ("processing", "error"),
    ("processing", "uncertain"),
    ("error", "pending"),
    ("cancelled", "pending"),
    ("uncertain", "pending"),
}


@asynccontextmanager
async def a_database(folder: Path) -> AsyncIterator[Database]:
    """With an instance i1."""
    async with agents_db(folder) as database:
        await new_instance(AgentStore(database))
        yield database


async def test_the_database_itself_refuses_every_illegal_step(tmp_path: Path) -> None:
    async with a_database(tmp_path) as database:
        allowed = set()
        for before, after in itertools.permutations(get_args(MessageStatus), 2):
            async with database.transaction() as transaction:  # a row gets any state by its insertion alone
                await transaction.rows("DELETE FROM agent_messages")
                await transaction.rows(ADD_MESSAGE, {"id": "m", "seq": 1, "status": before})
            try:
                async with database.transaction() as transaction:
                    await transaction.rows("UPDATE agent_messages SET status = :status", {"status": after})
                allowed.add((before, after))
            except ConstraintFailed as error:
                assert "status" in str(error)
        assert allowed == LEGAL


async def test_the_database_itself_refuses_an_unknown_state(tmp_path: Path) -> None:
    async with a_database(tmp_path) as database:
        with pytest.raises(ConstraintFailed, match="CHECK"):
            async with database.transaction() as transaction:
                await transaction.rows(ADD_MESSAGE, {"id": "m", "seq": 1, "status": "lost"})


@pytest.mark.parametrize("second", ["sending", "processing"])
async def test_the_database_itself_refuses_two_in_flight(tmp_path: Path, second: str) -> None:
    async with a_database(tmp_path) as database:
        with pytest.raises(ConstraintFailed, match="UNIQUE"):
            async with database.transaction() as transaction:
                await transaction.rows(ADD_MESSAGE, {"id": "m1", "seq": 1, "status": "sending"})
                await transaction.rows(ADD_MESSAGE, {"id": "m2", "seq": 2, "status": second})
