"""What a task waits for, in a tasks.db."""

from __future__ import annotations

from pathlib import Path

import pytest
from stores import START
from tasklists import REAL, opened, task, tasks, waits

from areyouj_jupyter.errors import (
    DependencyCycle,
    TaskNotFound,
)
from areyouj_jupyter.models import CreateTask


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
    with pytest.raises(DependencyCycle, match=f"'{task_id}' cannot depend on task '{other}'"):
        await store.depend(task_id, other)
    assert other not in (await store.tree()).task(task_id).dependencies


async def test_a_child_of_a_circle_of_others_is_no_trap(tmp_path: Path) -> None:
    script = REAL + tasks(("1", None), ("2", None), ("3", None)) + waits(("1", "2"), ("2", "1"))
    store = await opened(tmp_path / "tasks.db", script)
    assert (await store.depend("3", "1")).dependencies == ["1"]
    next_task = (await store.tree()).next()
    assert next_task is None
