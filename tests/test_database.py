"""agents.db: opened, migrated, guarded; and files that others own too."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import stat
from dataclasses import dataclass
from pathlib import Path

import pytest
from stores import agents_db

from areyouj_jupyter._version import __version__
from areyouj_jupyter.errors import DatabaseBusy, DatabaseUnusable, StorageFull
from areyouj_jupyter.server.database import ConstraintFailed, Database, statements, to_end, translated
from areyouj_jupyter.server.sql import migrations

VERSIONS = (
    "CREATE TABLE schema_versions (version INTEGER PRIMARY KEY, made_by TEXT NOT NULL, applied_at TEXT NOT NULL);"
)
FIRST = f"PRAGMA application_id = 1097423178;\n{VERSIONS}\nCREATE TABLE thing (name TEXT NOT NULL UNIQUE);"
SECOND = "ALTER TABLE thing ADD COLUMN size INTEGER NOT NULL DEFAULT 7;"


@dataclass
class Mount:
    mountpoint: str
    fstype: str


def steps(folder: Path, *scripts: str) -> Path:
    """A folder of migrations."""
    folder.mkdir()
    for number, script in enumerate(scripts, 1):
        (folder / f"{number:04}_step.sql").write_text(script)
    return folder


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
                ("agents.db", "agents.db-wal", "agents.db-shm"), 0o600
            )
            found = {}
            for pragma in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "user_version"):
                (row,) = await database.rows(f"PRAGMA {pragma}")
                found[pragma] = row[0]
            version = len(migrations())
            assert found == {
                "journal_mode": "wal",
                "synchronous": 2,
                "foreign_keys": 1,
                "busy_timeout": 5000,
                "user_version": version,
            }
        assert [path.name for path in folder.iterdir()] == ["agents.db"]
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
    assert mode(copy) == 0o600
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
    with pytest.raises(DatabaseUnusable, match=r"made by AreYouJ 99\.1"):
        await Database.open(path, steps(tmp_path / "one", FIRST))
    assert path.read_bytes() == before


def foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE other (x)")
    connection.commit()
    connection.close()


def garbage(path: Path) -> None:
    path.write_bytes(b"this is no database at all" * 400)


def damaged(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(FIRST + "PRAGMA user_version = 1;")
    for _ in range(9):
        connection.execute("INSERT INTO thing VALUES (hex(randomblob(2000)))")
    connection.commit()
    connection.close()
    content = bytearray(path.read_bytes())
    content[3 * 4096 : 5 * 4096] = b"\xaa" * 8192
    path.write_bytes(content)


def truncated(path: Path) -> None:
    damaged(path)
    path.write_bytes(path.read_bytes()[:6000])


@pytest.mark.parametrize("spoil", [foreign, garbage, damaged, truncated])
async def test_a_file_that_cannot_be_used_is_refused_and_left_as_it_is(tmp_path: Path, spoil: object) -> None:
    path = tmp_path / "a.db"
    assert callable(spoil)
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(DatabaseUnusable, match=r"a\.db"):
        await Database.open(path, steps(tmp_path / "one", FIRST))
    assert path.read_bytes() == before
    assert sorted(os.listdir(tmp_path)) == ["a.db", "one"]


@pytest.mark.parametrize(
    ("mounted", "refused"),
    [
        ([("/", "ext4")], None),
        ([("/", "ext4"), ("{home}", "nfs4")], "nfs4"),
        ([("/", "nfs"), ("{home}", "xfs")], None),
        ([("{home}", "ext4"), ("{home}", "fuse.sshfs")], "fuse.sshfs"),
        ([("/", "overlay"), ("{home}", "CIFS")], "cifs"),
        ([("/", "ext4"), ("{home}x", "9p")], None),
        ([], None),
    ],
)
async def test_a_network_file_system_is_refused_with_the_trait_that_moves_the_folder(
    tmp_path: Path, mounted: list[tuple[str, str]], refused: str | None
) -> None:
    mounts = [Mount(where.format(home=tmp_path), fstype) for where, fstype in mounted]
    path = tmp_path / "areyouj" / "a.db"
    if refused is None:
        await (await Database.open(path, mounted=lambda: mounts)).close()
        return
    with pytest.raises(DatabaseUnusable, match=rf"\({refused}\).*AreYouJApp\.data_dir"):
        await Database.open(path, mounted=lambda: mounts)
    assert not path.parent.exists()


async def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseUnusable, match="cannot be made"):
        await Database.open(tmp_path / "file" / "a.db")


async def test_a_database_that_is_deleted_while_in_use_takes_no_more_writes(tmp_path: Path) -> None:
    async with agents_db(tmp_path) as database:
        database.path.unlink()
        with pytest.raises(DatabaseUnusable, match="moved or deleted"):
            async with database.transaction():
                pass
        with pytest.raises(DatabaseUnusable, match="moved or deleted"):
            await database.rows("SELECT 1")


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
        (sqlite3.SQLITE_CORRUPT, DatabaseUnusable),
        (sqlite3.SQLITE_CONSTRAINT_TRIGGER, ConstraintFailed),
    ],
)
def test_each_error_of_the_driver_becomes_one_of_ours(code: int, kind: type[Exception]) -> None:
    error = sqlite3.OperationalError("what it says")
    error.sqlite_errorcode = code
    assert type(translated(error, Path("/x/a.db"))) is kind


async def test_a_full_database_says_so_and_takes_writes_again_later(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "a.db", steps(tmp_path / "one", FIRST))
    (pages,) = await database.rows("PRAGMA page_count")
    await database.rows(f"PRAGMA max_page_count = {pages[0]}")
    with pytest.raises(StorageFull, match=r"a\.db"):
        async with database.transaction() as transaction:
            await transaction.rows("INSERT INTO thing VALUES (hex(randomblob(50000)))")
    await database.rows("PRAGMA max_page_count = 100000")
    async with database.transaction() as transaction:
        await transaction.rows("INSERT INTO thing VALUES (hex(randomblob(50000)))")
    assert len(await database.rows("SELECT name FROM thing")) == 1
    await database.close()


async def test_a_database_that_another_program_holds_is_busy(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "a.db", steps(tmp_path / "one", FIRST))
    await database.rows("PRAGMA busy_timeout = 1")
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
