"""A write-ahead log that is gone or short is an error with words, and nothing else is taken for it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from killed_writer import killed
from stores import agents_db
from waiting import until

from areyouj_jupyter.errors import DatabaseDamaged
from areyouj_jupyter.models import CreateAgent
from areyouj_jupyter.server.storage.agent_store import AgentStore
from areyouj_jupyter.server.storage.database import Database
from areyouj_jupyter.server.storage.database.log_mark import LogMark, log_path, log_size, read_mark, whole_size

pytestmark = pytest.mark.slow


def gone(path: Path) -> None:
    log_path(path).unlink()


def emptied(path: Path) -> None:
    log_path(path).write_bytes(b"")


def halved(path: Path) -> None:
    log_path(path).write_bytes(log_path(path).read_bytes()[: log_size(path) // 2])


def spoilt(path: Path) -> None:
    content = bytearray(log_path(path).read_bytes())
    content[len(content) // 2] ^= 0xFF
    log_path(path).write_bytes(content)


def filled(path: Path) -> dict[str, bytes]:
    """The files of a database that are not empty."""
    parts = (path, log_path(path))
    return {part.name: part.read_bytes() for part in parts if part.exists() and part.stat().st_size}


async def names(path: Path) -> list[str]:
    """Of the agents in the database, opened anew."""
    database = await Database.open(path)
    try:
        return [agent.name for agent in await AgentStore(database).agents()]
    finally:
        await database.close()


def copied(path: Path, folder: Path) -> Path:
    """As `cp -r` copies, without times."""
    shutil.copytree(path.parent, folder, copy_function=shutil.copyfile)
    return folder / path.name


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (gone, "agents.db-wal is gone; it held the last changes of the database"),
        (emptied, "agents.db-wal is gone; it held the last changes of the database"),
        (halved, "agents.db-wal is damaged or shorter than it was; it held the last changes of the database"),
        (spoilt, "agents.db-wal is damaged or shorter than it was; it held the last changes of the database"),
    ],
)
async def test_a_lost_log_is_told_and_what_is_left_is_kept(
    tmp_path: Path, spoil: Callable[[Path], None], words: str
) -> None:
    path = copied(killed(tmp_path / "one", count=5), tmp_path / "two")
    spoil(path)
    before = filled(path)
    with pytest.raises(DatabaseDamaged) as told:
        await Database.open(path)
    (copy,) = (each for each in path.parent.glob("agents.db.damaged-*") if not each.name.endswith("-wal"))
    assert words in told.value.message
    assert f"A copy is kept as {copy.name}." in told.value.message
    assert filled(path) == before
    assert copy.read_bytes() == before["agents.db"]


@pytest.mark.parametrize("when", ["now", "marked", "moved"])
async def test_a_kill_alone_loses_nothing_and_is_no_alarm(tmp_path: Path, when: str) -> None:
    path = copied(killed(tmp_path / "one", count=3, when=when), tmp_path / "two")
    assert await names(path) == ["agent0", "agent1", "agent2"]
    assert not list(path.parent.glob("*.damaged-*"))


async def test_once_nobody_writes_the_main_file_has_it_all(tmp_path: Path) -> None:
    path = killed(tmp_path, count=3, when="moved")
    assert log_size(path) == 0
    gone(path)
    assert await names(path) == ["agent0", "agent1", "agent2"]


async def test_another_program_that_moves_the_log_is_no_alarm(tmp_path: Path) -> None:
    path = killed(tmp_path, count=3)
    other = sqlite3.connect(path)
    assert other.execute("SELECT count(*) FROM agents").fetchone() == (3,)
    other.close()
    assert not log_path(path).exists()
    assert await names(path) == ["agent0", "agent1", "agent2"]


async def test_a_backup_that_takes_the_place_is_no_alarm(tmp_path: Path) -> None:
    backup = killed(tmp_path / "backup", count=1)
    path = killed(tmp_path / "data", count=3)
    for part in (backup, log_path(backup)):
        shutil.copyfile(part, path.with_name(part.name))
    assert await names(path) == ["agent0"]


async def test_a_copy_of_a_closed_folder_is_no_alarm(tmp_path: Path) -> None:
    async with agents_db(tmp_path) as database:
        await AgentStore(database).create(CreateAgent(name="writer", spec="echo", project_path="/project"))
    path = copied(database.path, tmp_path / "copy")
    assert await names(path) == ["writer"]
    (path.parent / "agents.db-mark").unlink()
    assert await names(path) == ["writer"]


async def test_the_log_is_moved_and_marked_as_moved_once_writing_pauses(tmp_path: Path) -> None:
    async with agents_db(tmp_path) as database:
        store = AgentStore(database)
        for generation in (1, 2):
            await store.create(CreateAgent(name=f"agent{generation}", spec="echo", project_path="/project"))
            size = log_size(database.path)
            assert whole_size(database.path, size) == size
            await until(lambda: read_mark(database.path) == LogMark(generation), "the mark")  # noqa: B023
            assert log_size(database.path) == 0


async def test_a_reader_in_the_way_stops_nobody_and_the_log_is_moved_later(tmp_path: Path) -> None:
    async with agents_db(tmp_path) as database:
        store = AgentStore(database)
        await store.create(CreateAgent(name="one", spec="echo", project_path="/project"))
        reader = sqlite3.connect(database.path, isolation_level=None)
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM agents").fetchone() == (1,)
        await store.create(CreateAgent(name="two", spec="echo", project_path="/project"))
        keeper = database._keeper
        assert keeper is not None
        assert await keeper.checkpoint() is False
        await store.create(CreateAgent(name="three", spec="echo", project_path="/project"))
        reader.close()
        await until(lambda: log_size(database.path) == 0, "the log is moved")


@pytest.mark.parametrize("left", [0, None])
async def test_a_database_that_was_emptied_or_deleted_is_not_made_anew(tmp_path: Path, left: int | None) -> None:
    async with agents_db(tmp_path) as database:
        pass
    database.path.unlink()
    if left is not None:
        database.path.touch()
    what = "is gone" if left is None else r"is empty \(0 bytes\)"
    with pytest.raises(DatabaseDamaged, match=rf"agents\.db {what}, though agents were kept in it"):
        await Database.open(database.path)
    assert database.path.exists() is (left is not None)
