"""agents.db of another version: copied and migrated once, or refused."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest
from database_steps import FIRST, SECOND, steps
from stores import ADD_MESSAGE, agents_db

from areyouj_jupyter._version import __version__
from areyouj_jupyter.errors import DatabaseUnusable
from areyouj_jupyter.models import CreateAgent
from areyouj_jupyter.server.storage.agent_store import AgentStore
from areyouj_jupyter.server.storage.database import Database
from areyouj_jupyter.server.storage.message_store import MessageStore
from areyouj_jupyter.server.storage.sql import migrations

ADD_INSTANCE = """
INSERT INTO agent_instances (id, agent_id, project_path, seq, spec) VALUES (:id, :agent_id, '/project', 1, 'echo')
"""


async def test_an_older_file_is_copied_and_migrated_once(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    old = await Database.open(path, steps(tmp_path / "one", FIRST))
    async with old.transaction() as transaction:
        await transaction.rows("INSERT INTO thing VALUES ('a')")
    await old.close()
    two = steps(tmp_path / "two", FIRST, SECOND)
    for _ in range(2):
        database = await Database.open(path, two)
        assert [tuple(row) for row in await database.rows("SELECT * FROM thing")] == [("a", 7)]
        assert [tuple(row) for row in await database.rows("SELECT version, made_by FROM schema_versions")] == [
            (1, __version__),
            (2, __version__),
        ]
        await database.close()
    copy = tmp_path / "a.db.v1"
    assert copy.stat().st_mode & 0o777 == 0o600
    connection = sqlite3.connect(copy)
    assert connection.execute("SELECT * FROM thing").fetchall() == [("a",)]
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    connection.close()


async def test_a_migration_that_fails_half_way_leaves_the_version_before_it(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    await (await Database.open(path, steps(tmp_path / "one", FIRST))).close()
    with pytest.raises(DatabaseUnusable, match="no such table: nowhere"):
        await Database.open(path, steps(tmp_path / "two", FIRST, f"{SECOND}\nDROP TABLE nowhere;"))
    database = await Database.open(path, tmp_path / "one")
    assert [row["name"] for row in await database.rows("SELECT name FROM pragma_table_info('thing')")] == ["name"]
    await database.close()


async def test_two_that_open_a_new_database_at_once_both_get_it(tmp_path: Path) -> None:
    databases = await asyncio.gather(*(Database.open(tmp_path / "agents.db") for _ in range(2)))
    for database in databases:
        (row,) = await database.rows("SELECT count(*) FROM schema_versions")
        assert row[0] == len(migrations())
        await database.close()


async def test_a_newer_database_is_refused_with_the_version_that_made_it(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    await (await Database.open(path, steps(tmp_path / "two", FIRST, SECOND))).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE schema_versions SET made_by = '99.1'")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DatabaseUnusable, match=r"written by AreYouJ 99\.1"):
        await Database.open(path, steps(tmp_path / "one", FIRST))
    assert path.read_bytes() == before


async def test_messages_without_an_agent_get_it_and_so_do_those_that_others_add(tmp_path: Path) -> None:
    path = tmp_path / "areyouj" / "agents.db"
    old = await Database.open(path, steps(tmp_path / "three", *(step.script for step in migrations()[:3])))
    writer = await AgentStore(old).create(CreateAgent(name="writer", spec="echo", project_path="/project"))
    async with old.transaction() as transaction:
        await transaction.rows(ADD_INSTANCE, {"id": "i1", "agent_id": writer.id})
        await transaction.rows(ADD_MESSAGE, {"id": "m1", "seq": 1, "status": "pending"})
    await old.close()
    async with agents_db(tmp_path) as database:
        async with database.transaction() as transaction:
            await transaction.rows(ADD_MESSAGE, {"id": "m2", "seq": 2, "status": "pending"})
        found = await MessageStore(database).search(writer.id)
    assert [(each.id, each.agent) for each in found.messages] == [("m1", "writer"), ("m2", "writer")]
