"""tasks.db in both shapes: read without a trace, written in its own manner, whatever others left in it."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
from msgspec.structs import replace
from stores import START
from tasklists import PUBLISHED, REAL, fingerprint, task, tasks, waits, write
from waiting import until

from areyouj_jupyter.errors import (
    DatabaseBusy,
    DatabaseUnusable,
    DependencyCycle,
    TaskConflict,
    TaskInvalid,
    TaskNotFound,
)
from areyouj_jupyter.models import CreateTask, TaskModel, UpdateTask
from areyouj_jupyter.server.task_store import TaskStore


async def opened(path: Path, script: str | None = None) -> TaskStore:
    if script is not None:
        write(path, script)
    return await TaskStore.open(path, clock=lambda: START)


async def ids(store: TaskStore) -> list[str]:
    return [each.id for each in (await store.tree()).tasks]


async def test_a_new_list_has_the_real_shape_and_sqlites_own_journal(tmp_path: Path) -> None:
    path = tmp_path / "docs" / "tasks.db"
    store = await opened(path)
    assert await ids(store) == []
    made = await store.create(CreateTask(title="first", description="d", priority="high", notes="n", details="x"))
    assert made == TaskModel(
        id="1",
        title="first",
        description="d",
        status="pending",
        priority="high",
        notes="n",
        details="x",
        parent_id=None,
        dependencies=[],
        agent=None,
        session_id=None,
        created_at=START,
        updated_at=START,
    )
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert connection.execute("PRAGMA user_version").fetchone() == (0,)
    assert connection.execute("SELECT created_at FROM tasks").fetchone() == ("2025-10-09 08:53:20",)
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        connection.execute("UPDATE tasks SET status = 'odd'")
    connection.close()
    assert path.stat().st_mode & 0o777 == 0o600


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


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TABLE tasks (id TEXT PRIMARY KEY, name TEXT);",
        "CREATE TABLE other (x);",
        REAL + "DROP TABLE task_dependencies;",
        REAL.replace("id TEXT PRIMARY KEY", "id INTEGER PRIMARY KEY"),
        PUBLISHED.replace("INTEGER PRIMARY KEY AUTOINCREMENT", "TEXT PRIMARY KEY"),
    ],
)
async def test_another_shape_is_refused_and_left_as_it_is(tmp_path: Path, script: str) -> None:
    path = write(tmp_path / "tasks.db", script)
    before = path.read_bytes()
    with pytest.raises(DatabaseUnusable, match="no task list that AreYouJ knows"):
        await opened(path)
    assert path.read_bytes() == before


async def test_garbage_is_refused_and_an_empty_file_is_filled(tmp_path: Path) -> None:
    (tmp_path / "garbage.db").write_bytes(b"no database" * 100)
    with pytest.raises(DatabaseUnusable, match="not a database"):
        await opened(tmp_path / "garbage.db")
    (tmp_path / "empty.db").touch()
    assert await ids(await opened(tmp_path / "empty.db")) == []


async def test_whatever_others_wrote_is_shown(tmp_path: Path) -> None:
    store = await opened(
        tmp_path / "tasks.db",
        REAL
        + tasks(("1", None), ("2", "99"), ("3", "3"), ("4", "5"), ("5", "4"), ("6", "5"), ("9", None), ("10", None))
        + tasks(("1.1", None), ("1.2", "1"), ("1.10", "1"), ("x", None))
        + waits(("1", "77"), ("2", "2"), ("9", "10"), ("10", "9"))
        + "INSERT INTO tasks (id, title) VALUES (NULL, 'nobody');"
        "UPDATE tasks SET description = NULL, notes = NULL, details = NULL WHERE id = '1';"
        "UPDATE tasks SET status = 'partial', created_at = NULL, updated_at = 'yesterday' WHERE id = '2';"
        "UPDATE tasks SET status = 'deferred', priority = 'urgent' WHERE id = '3';"
        "UPDATE tasks SET created_at = '2025-08-26T08:31:03+09:00' WHERE id = '3';"
        "UPDATE tasks SET status = ' DONE ', updated_at = 1756164663000, details = x'41ff' WHERE id = '4';",
    )
    assert list((await store.tree()).tasks) == [
        task("1", dependencies=["77"]),
        task("1.1"),
        task("1.2", parent_id="1"),
        task("1.10", parent_id="1"),
        task("2", status="in-progress", created_at=None, updated_at=None, dependencies=["2"]),
        task("3"),
        task("4", status="done", details="A\ufffd"),
        task("5"),
        task("6", parent_id="5"),
        task("9", dependencies=["10"]),
        task("10", dependencies=["9"]),
        task("x"),
    ]


async def test_ids_go_on_from_the_highest_number(tmp_path: Path) -> None:
    store = await opened(tmp_path / "tasks.db", REAL + tasks(("9", None), ("10", None), ("10.9", "10"), ("odd", None)))
    made = [
        (await store.create(CreateTask(title="t", parent_id=parent))).id
        for parent in ("10", "10", None, "9", "10.9", "odd")
    ]
    assert made == ["10.10", "10.11", "11", "9.1", "10.9.1", "odd.1"]
    write(store.path, tasks(("20.1", None)))  # its parent is gone, or never was
    assert (await store.create(CreateTask(title="t"))).id == "21"
    with pytest.raises(TaskInvalid, match="'77'"):
        await store.create(CreateTask(title="t", parent_id="77"))
    with pytest.raises(TaskInvalid, match="'78'"):
        await store.create(CreateTask(title="t", dependencies=["78"]))


async def test_an_update_changes_what_is_given_alone(tmp_path: Path) -> None:
    store = await opened(tmp_path / "tasks.db", REAL + tasks(("1", None)) + "UPDATE tasks SET status = 'partial';")
    changed = await store.update("1", UpdateTask(title="new", notes="n"))
    assert changed == task("1", title="new", notes="n", status="in-progress", updated_at=START)
    connection = sqlite3.connect(store.path)
    assert connection.execute("SELECT status, updated_at FROM tasks").fetchone() == ("partial", "2025-10-09 08:53:20")
    connection.close()
    cleared = await store.update("1", UpdateTask(notes="", status="done", priority="low", description="d", details="x"))
    assert cleared == replace(changed, notes="", status="done", priority="low", description="d", details="x")
    with pytest.raises(TaskNotFound, match="'2'"):
        await store.update("2", UpdateTask(title="x"))


async def test_deleting_a_task_takes_its_sub_tasks_and_all_dependencies_on_them(tmp_path: Path) -> None:
    store = await opened(
        tmp_path / "tasks.db",
        REAL
        + tasks(("1", None), ("1.1", "1"), ("1.1.1", "1.1"), ("2", None), ("3", None))
        + waits(("2", "1.1.1"), ("2", "3"), ("1", "3"), ("1.1", "3")),
    )
    assert sorted(await store.delete("1")) == ["1", "1.1", "1.1.1"]
    assert list((await store.tree()).tasks) == [task("2", dependencies=["3"]), task("3")]
    connection = sqlite3.connect(store.path)
    assert connection.execute("SELECT * FROM task_dependencies").fetchall() == [("2", "3")]
    connection.close()
    with pytest.raises(TaskNotFound, match="'1'"):
        await store.delete("1")


async def test_a_task_begins_only_from_pending(tmp_path: Path) -> None:
    store = await opened(tmp_path / "tasks.db", REAL + tasks(("1", None)))
    assert [await store.begin("1"), await store.begin("1"), await store.begin("2")] == [True, False, False]
    assert (await store.tree()).task("1").status == "in-progress"
    await store.update("1", UpdateTask(status="done"))
    assert not await store.begin("1")


async def test_dependencies_come_and_go(tmp_path: Path) -> None:
    store = await opened(tmp_path / "tasks.db", REAL + tasks(("1", None), ("2", None)) + waits(("1", "99")))
    assert await store.depend("2", "1") == task("2", dependencies=["1"], updated_at=START)
    assert await store.depend("2", "1") == task("2", dependencies=["1"], updated_at=START)
    assert await store.undepend("2", "1") == task("2", updated_at=START)
    assert await store.undepend("1", "99") == task("1", updated_at=START)
    assert await store.undepend("1", "98") == task("1", updated_at=START)
    made = await store.create(CreateTask(title="t", dependencies=["2", "1"]))
    assert sorted(made.dependencies) == ["1", "2"]
    for refused in (store.depend("1", "9"), store.depend("9", "1"), store.undepend("9", "1")):
        with pytest.raises(TaskNotFound, match="'9'"):
            await refused


@pytest.mark.parametrize(
    ("task_id", "other"),
    [("1", "1"), ("1", "2"), ("1", "3"), ("4.1", "4"), ("4", "4.1"), ("5", "6"), ("6.1", "5")],
)
async def test_dependencies_in_a_circle_are_refused(tmp_path: Path, task_id: str, other: str) -> None:
    store = await opened(
        tmp_path / "tasks.db",
        REAL
        + tasks(
            ("1", None), ("2", None), ("3", None), ("4", None), ("4.1", "4"), ("5", None), ("6", None), ("6.1", "6")
        )
        + waits(("2", "1"), ("3", "2"), ("5", "6.1"), ("6", "5") if task_id == "6.1" else ("6.1", "5"), ("8", "8")),
    )
    with pytest.raises(DependencyCycle, match=f"'{task_id}' cannot wait for task '{other}'"):
        await store.depend(task_id, other)
    assert other not in (await store.tree()).task(task_id).dependencies


async def test_a_child_of_a_circle_of_others_is_no_trap(tmp_path: Path) -> None:
    script = REAL + tasks(("1", None), ("2", None), ("3", None)) + waits(("1", "2"), ("2", "1"))
    store = await opened(tmp_path / "tasks.db", script)
    assert (await store.depend("3", "1")).dependencies == ["1"]
    next_task = (await store.tree()).next()
    assert next_task is None


async def test_the_published_shape_has_integer_ids_and_no_more_than_seven_columns(tmp_path: Path) -> None:
    script = PUBLISHED + "INSERT INTO tasks (title, status) VALUES ('T9', NULL), ('b', 'completed');"
    store = await opened(tmp_path / "tasks.db", script + "UPDATE tasks SET id = id + 8;")
    assert await ids(store) == ["9", "10"]
    made = await store.create(CreateTask(title="new", priority="high"))
    assert (made.id, made.priority, made.parent_id, made.created_at) == ("11", "high", None, START)
    assert (await store.update("9", UpdateTask(status="done", notes=""))).status == "done"
    assert await store.begin("11")
    assert await store.delete("10") == ["10"]
    assert await ids(store) == ["9", "11"]
    for refused in (
        store.create(CreateTask(title="t", parent_id="9")),
        store.create(CreateTask(title="t", notes="n")),
        store.create(CreateTask(title="t", dependencies=["9"])),
        store.update("9", UpdateTask(details="d")),
        store.depend("9", "11"),
        store.undepend("9", "11"),
    ):
        with pytest.raises(TaskConflict, match="no sub-tasks, notes, details and dependencies"):
            await refused
    for unknown in ("09", "x", "99999999999999999999"):
        with pytest.raises(TaskNotFound):
            await store.delete(unknown)


async def test_what_the_list_itself_refuses_is_a_conflict(tmp_path: Path) -> None:
    path = tmp_path / "tasks.db"
    store = await opened(path, REAL.replace("description TEXT,", "description TEXT CHECK (description <> 'no'),"))
    with pytest.raises(TaskConflict, match=r"tasks\.db refuses that: CHECK"):
        await store.create(CreateTask(title="t", description="no"))
    assert await ids(store) == []


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


async def nothing() -> None:
    """For a watch that only watches."""


async def cancel(watching: asyncio.Task[None]) -> None:
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching


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
