"""Database files that others own too."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from waiting import until

from areyouj_jupyter.errors import DatabaseUnusable
from areyouj_jupyter.server.storage.database_file import DatabaseFile, FileWatch


async def test_a_file_of_others_is_made_only_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "new" / "t.db"
    file = DatabaseFile(path)
    await file.make("CREATE TABLE a (x);")
    await file.make("CREATE TABLE b (x);")
    async with file.reading() as transaction:
        assert [row[0] for row in await transaction.rows("SELECT name FROM sqlite_schema")] == ["a"]
    assert path.stat().st_mode & 0o777 == 0o600
    path.unlink()
    with pytest.raises(DatabaseUnusable, match="is gone"):
        async with file.reading():
            pass
    with pytest.raises(DatabaseUnusable, match="is gone"):
        async with file.writing():
            pass
    assert not path.exists()


@pytest.mark.parametrize("moment", range(12))
async def test_a_cancelled_reader_leaves_no_connection_behind(tmp_path: Path, moment: int) -> None:
    file = DatabaseFile(tmp_path / "t.db")
    await file.make("CREATE TABLE a (x);")

    async def read() -> None:
        async with file.reading() as transaction:
            await transaction.rows("SELECT * FROM a")

    task = asyncio.create_task(read())
    for _ in range(moment):
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await until(lambda: not any("_connection_worker" in thread.name for thread in threading.enumerate()), "threads end")


async def test_bytes_that_are_no_text_are_shown_all_the_same(tmp_path: Path) -> None:
    file = DatabaseFile(tmp_path / "t.db")
    await file.make("CREATE TABLE a (x TEXT);\nINSERT INTO a VALUES (CAST(x'41ff42' AS TEXT));")
    async with file.reading() as transaction:
        (row,) = await transaction.rows("SELECT x FROM a")
    assert row["x"] == "A\ufffdB"


async def test_what_a_killed_writer_left_is_rolled_back_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    file = DatabaseFile(path)
    await file.make("CREATE TABLE a (x);\nINSERT INTO a VALUES ('committed');")
    writer = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN IMMEDIATE')\n"
        "c.execute(\"UPDATE a SET x = 'half'\")\n"
        "for _ in range(50): c.execute('INSERT INTO a VALUES (hex(randomblob(3000)))')\n"
        "os.kill(os.getpid(), 9)\n"
    )
    await asyncio.to_thread(subprocess.run, [sys.executable, "-c", writer, str(path)], check=False)
    assert (tmp_path / "t.db-journal").stat().st_size > 0
    async with file.reading() as transaction:
        assert [row["x"] for row in await transaction.rows("SELECT x FROM a")] == ["committed"]


async def test_a_watch_notices_writes_and_replacement_but_not_reads(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    file = DatabaseFile(path)
    await file.make("CREATE TABLE a (x);")
    watch = FileWatch(path)
    first = await watch.mark()
    async with file.reading() as transaction:
        await transaction.rows("SELECT * FROM a")
    assert await watch.mark() == first
    async with file.writing() as transaction:
        await transaction.rows("INSERT INTO a VALUES (1)")
    second = await watch.mark()
    assert second != first
    other = DatabaseFile(tmp_path / "other.db")
    await other.make("CREATE TABLE a (x);")
    other.path.replace(path)
    third = await watch.mark()
    assert third not in (first, second)
    path.unlink()
    with pytest.raises(DatabaseUnusable):
        await watch.mark()
    await file.make("CREATE TABLE a (x);")
    assert await watch.mark() not in (first, second, third)
    await watch.close()
    await watch.close()
