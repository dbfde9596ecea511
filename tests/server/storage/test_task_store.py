"""tasks.db in both shapes: written in its own manner, whatever others left in it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace
from stores import START
from tasklists import PUBLISHED, REAL, ids, opened, task, tasks, waits, write

from areyouj_jupyter.errors import (
    DatabaseDamaged,
    DatabaseUnusable,
    TaskConflict,
    TaskInvalid,
    TaskNotFound,
)
from areyouj_jupyter.models import CreateTask, TaskModel, UpdateTask


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
    with pytest.raises(DatabaseUnusable, match="not a task list that AreYouJ can read"):
        await opened(path)
    assert path.read_bytes() == before


async def test_garbage_and_an_empty_file_are_refused_and_left_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "garbage.db").write_bytes(b"no database" * 100)
    with pytest.raises(DatabaseDamaged, match="not a database"):
        await opened(tmp_path / "garbage.db")
    (tmp_path / "empty.db").touch()
    with pytest.raises(DatabaseDamaged, match=r"empty\.db is empty \(0 bytes\)"):
        await opened(tmp_path / "empty.db")
    assert (tmp_path / "empty.db").stat().st_size == 0
    assert await ids(await opened(tmp_path / "new.db")) == []
    assert sorted(os.listdir(tmp_path)) == ["empty.db", "garbage.db", "new.db"]


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
        with pytest.raises(TaskConflict, match="does not support sub-tasks, notes, details or dependencies"):
            await refused
    for unknown in ("09", "x", "99999999999999999999"):
        with pytest.raises(TaskNotFound):
            await store.delete(unknown)


async def test_what_the_list_itself_refuses_is_a_conflict(tmp_path: Path) -> None:
    path = tmp_path / "tasks.db"
    store = await opened(path, REAL.replace("description TEXT,", "description TEXT CHECK (description <> 'no'),"))
    with pytest.raises(TaskConflict, match=r"tasks\.db rejected that: CHECK"):
        await store.create(CreateTask(title="t", description="no"))
    assert await ids(store) == []
