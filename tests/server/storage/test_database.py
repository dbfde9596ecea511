"""agents.db: opened, guarded and shared; and what its driver says."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import stat
from pathlib import Path

import pytest
from database_steps import FIRST, steps
from stores import agents_db

from areyouj_jupyter.errors import DatabaseBusy, DatabaseDamaged, DatabaseUnusable, StorageFull
from areyouj_jupyter.server.storage.database import ConstraintFailed, Database, statements, to_end, translated
from areyouj_jupyter.server.storage.sql import migrations


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


async def test_a_new_database_is_private_and_durable(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        async with agents_db(tmp_path) as database:
            async with database.transaction() as transaction:
                await transaction.rows("CREATE TABLE thing (name TEXT)")
            folder = tmp_path / "areyouj"
            assert mode(folder) == 0o700
            assert {path.name: mode(path) for path in folder.iterdir()} == dict.fromkeys(
                ("agents.db", "agents.db-mark", "agents.db-wal", "agents.db-shm"), 0o600
            )
            found = {}
            for pragma in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "user_version"):
                async with database.transaction() as transaction:
                    (row,) = await transaction.rows(f"PRAGMA {pragma}")
                found[pragma] = row[0]
            version = len(migrations())
            assert found == {
                "journal_mode": "wal",
                "synchronous": 2,
                "foreign_keys": 1,
                "busy_timeout": 5000,
                "user_version": version,
            }
        assert sorted(path.name for path in folder.iterdir()) == ["agents.db", "agents.db-mark"]
    finally:
        os.umask(before)


async def test_a_transaction_that_raises_leaves_nothing(tmp_path: Path) -> None:
    folder = steps(tmp_path / "steps", FIRST)
    database = await Database.open(tmp_path / "a.db", folder)
    with pytest.raises(ConstraintFailed, match="UNIQUE"):
        async with database.transaction() as transaction:
            await transaction.rows("INSERT INTO thing VALUES ('a')")
            await transaction.rows("INSERT INTO thing VALUES ('a')")
    assert await database.rows("SELECT * FROM thing") == []
    await database.close()
    await database.close()


@pytest.mark.parametrize("moment", range(12))
async def test_a_cancelled_transaction_is_whole_or_nothing_and_frees_the_database(tmp_path: Path, moment: int) -> None:
    database = await Database.open(tmp_path / "a.db", steps(tmp_path / "steps", FIRST))

    async def write() -> None:
        async with database.transaction() as transaction:
            await transaction.rows("INSERT INTO thing VALUES ('a')")
            await transaction.rows("INSERT INTO thing VALUES ('b')")

    task = asyncio.create_task(write())
    for _ in range(moment):
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert len(await database.rows("SELECT * FROM thing")) in (0, 2)
    async with database.transaction() as transaction:  # another writer comes through
        await transaction.rows("INSERT INTO thing VALUES ('c')")
    other = sqlite3.connect(tmp_path / "a.db", timeout=0)
    other.execute("INSERT INTO thing VALUES ('d')")
    other.commit()
    other.close()
    await database.close()


async def test_a_step_runs_to_its_end_before_its_cancellation_is_raised() -> None:
    gate, done = asyncio.Event(), asyncio.Event()

    async def step() -> None:
        await gate.wait()
        done.set()

    task = asyncio.create_task(to_end(step()))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    assert not task.done()
    gate.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert done.is_set()


async def test_writers_side_by_side_never_interleave(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "a.db", steps(tmp_path / "steps", FIRST))

    async def add_one() -> None:
        async with database.transaction() as transaction:
            (row,) = await transaction.rows("SELECT count(*) FROM thing")
            await asyncio.sleep(0)
            await transaction.rows("INSERT INTO thing VALUES (:name)", {"name": str(row[0])})

    await asyncio.gather(*(add_one() for _ in range(50)))
    assert len(await database.rows("SELECT DISTINCT name FROM thing")) == 50
    await database.close()


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_BUSY, DatabaseBusy),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, DatabaseBusy),
        (sqlite3.SQLITE_LOCKED, DatabaseBusy),
        (sqlite3.SQLITE_FULL, StorageFull),
        (sqlite3.SQLITE_IOERR_SHMSIZE, StorageFull),
        (sqlite3.SQLITE_IOERR_READ, DatabaseUnusable),
        (sqlite3.SQLITE_READONLY, DatabaseUnusable),
        (sqlite3.SQLITE_CORRUPT, DatabaseDamaged),
        (sqlite3.SQLITE_CONSTRAINT_TRIGGER, ConstraintFailed),
    ],
)
def test_each_error_of_the_driver_becomes_one_of_ours(code: int, kind: type[Exception]) -> None:
    error = sqlite3.OperationalError("what it says")
    error.sqlite_errorcode = code
    assert type(translated(error, Path("/x/a.db"))) is kind


async def test_a_full_database_says_so_and_takes_writes_again_later(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "a.db", steps(tmp_path / "one", FIRST))
    async with database.transaction() as transaction:
        (pages,) = await transaction.rows("PRAGMA page_count")
        await transaction.rows(f"PRAGMA max_page_count = {pages[0]}")
    with pytest.raises(StorageFull, match=r"a\.db"):
        async with database.transaction() as transaction:
            await transaction.rows("INSERT INTO thing VALUES (hex(randomblob(50000)))")
    async with database.transaction() as transaction:
        await transaction.rows("PRAGMA max_page_count = 100000")
        await transaction.rows("INSERT INTO thing VALUES (hex(randomblob(50000)))")
    assert len(await database.rows("SELECT name FROM thing")) == 1
    await database.close()


async def test_a_database_that_another_program_holds_is_busy(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "a.db", steps(tmp_path / "one", FIRST))
    async with database.transaction() as transaction:
        await transaction.rows("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseBusy, match=r"a\.db"):
        async with database.transaction():
            pass
    other.close()
    async with database.transaction():
        pass
    await database.close()


def test_a_script_is_split_into_its_statements() -> None:
    script = (
        "-- a; b\nCREATE TABLE a (x);\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\n  SELECT ';';\n  SELECT 2;\nEND;\n"
    )
    assert [each.strip().splitlines()[-1] for each in statements(script)] == ["CREATE TABLE a (x);", "END;"]
    assert list(statements("SELECT 1")) == ["SELECT 1"]
