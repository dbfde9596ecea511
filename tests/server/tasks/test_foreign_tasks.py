"""A tasks.db that others own and write: read without a trace, followed when it changes."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
from tasklists import PUBLISHED, REAL, fingerprint, ids, opened, tasks, write
from waiting import until

from areyouj_jupyter.errors import (
    DatabaseBusy,
    DatabaseUnusable,
)
from areyouj_jupyter.models import CreateTask
from areyouj_jupyter.server.tasks.task_store import TaskStore


async def nothing() -> None:
    """For a watch that only watches."""


async def cancel(watching: asyncio.Task[None]) -> None:
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching


@pytest.mark.slow
@pytest.mark.parametrize("journal", ["delete", "wal", "truncate"])
@pytest.mark.parametrize("shape", [REAL + tasks(("1", None), ("1.1", "1")), PUBLISHED])
async def test_reading_leaves_no_trace(tmp_path: Path, shape: str, journal: str) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    path = write(folder / "tasks.db", f"PRAGMA journal_mode = {journal}; PRAGMA user_version = 42;{shape}")
    before = await asyncio.to_thread(fingerprint, folder)
    store = await opened(path)
    await store.tree()
    watching = asyncio.create_task(store.watch(nothing))
    await store.tree()
    await cancel(watching)
    after = await asyncio.to_thread(fingerprint, folder)
    kept = [line for line in after.splitlines() if not line.startswith(("tasks.db-wal ", "tasks.db-shm "))]
    assert kept == before.splitlines()
    await store.create(CreateTask(title="new"))  # a write leaves what is not a row alone
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (42,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == (journal if journal == "wal" else "delete",)
    connection.close()


async def test_reading_does_not_even_move_a_write_ahead_log_into_the_file(tmp_path: Path) -> None:
    writer = sqlite3.connect(write(tmp_path / "tasks.db", f"PRAGMA journal_mode = wal;{REAL}"))
    writer.execute("INSERT INTO tasks (id, title) VALUES ('1', 'in the log')")
    writer.commit()
    folder = tmp_path / "killed"
    folder.mkdir()
    for name in ("tasks.db", "tasks.db-wal"):  # what a writer leaves that is killed now
        shutil.copy(tmp_path / name, folder / name)
    writer.close()
    before = await asyncio.to_thread(fingerprint, folder)
    store = await opened(folder / "tasks.db")
    assert [each.title for each in (await store.tree()).tasks] == ["in the log"]
    after = await asyncio.to_thread(fingerprint, folder)
    assert [line for line in after.splitlines() if not line.startswith("tasks.db-shm ")] == before.splitlines()


async def test_a_list_that_others_write_or_replace_is_followed(tmp_path: Path) -> None:
    store = await opened(tmp_path / "tasks.db", REAL + tasks(("1", None)))
    write(tmp_path / "new.db", PUBLISHED + "INSERT INTO tasks (title) VALUES ('a');").replace(store.path)
    assert [each.title for each in (await store.tree()).tasks] == ["a"]
    store.path.unlink()
    with pytest.raises(DatabaseUnusable):
        await store.tree()


@pytest.mark.slow
async def test_a_writer_that_holds_the_list_for_long_is_named(tmp_path: Path) -> None:
    store = await opened(tmp_path / "tasks.db", REAL)
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DatabaseBusy, match=r"tasks\.db"):
        await store.create(CreateTask(title="in vain"))
    other.close()


async def test_a_watch_calls_back_for_every_change_and_again_where_it_failed(tmp_path: Path) -> None:
    path = write(tmp_path / "tasks.db", REAL)
    store = await TaskStore.open(path, period=0.005)
    calls: list[list[str]] = []
    faults = [DatabaseBusy(), None]

    async def on_change() -> None:
        calls.append(await ids(store))
        if len(calls) > 1 and (fault := faults.pop(0) if faults else None):
            raise fault

    watching = asyncio.create_task(store.watch(on_change))
    await until(lambda: calls == [[]], "the first call")
    await asyncio.to_thread(write, path, tasks(("1", None)))
    await until(lambda: calls == [[], ["1"], ["1"]], "the change, and once more after the fault")
    path.unlink()
    await asyncio.to_thread(write, tmp_path / "other.db", REAL + tasks(("2", None)))
    (tmp_path / "other.db").replace(path)
    await until(lambda: calls[-1] == ["2"], "the replaced file")
    await cancel(watching)
