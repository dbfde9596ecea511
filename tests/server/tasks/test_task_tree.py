"""What follows from a list of tasks: the next one, and how much is done."""

from __future__ import annotations

import pytest
from tasklists import task

from areyouj_jupyter.models import TaskModel, TaskStats
from areyouj_jupyter.server.tasks.task_tree import TaskTree

NEXT = [
    ([], None),
    ([task("1", status="done"), task("2", status="in-progress")], None),
    ([task("10"), task("9")], "9"),
    ([task("1", priority="low"), task("2", priority="high"), task("3", priority="high")], "2"),
    ([task("1", dependencies=["2"]), task("2")], "2"),
    ([task("1", dependencies=["2"]), task("2", status="in-progress")], None),
    ([task("1", dependencies=["2"]), task("2", status="done")], "1"),
    ([task("1", dependencies=["99"])], "1"),
    ([task("1", dependencies=["1"])], None),
    ([task("1"), task("1.1", parent_id="1", priority="low")], "1.1"),
    ([task("1"), task("1.1", parent_id="1", status="done")], "1"),
    ([task("1", dependencies=["2"]), task("1.1", parent_id="1", priority="high"), task("2", priority="low")], "2"),
    ([task("1", dependencies=["2"]), task("1.1", parent_id="1"), task("2", status="done")], "1.1"),
]


@pytest.mark.parametrize(("found", "expected"), NEXT)
def test_the_next_task_waits_for_nothing(found: list[TaskModel], expected: str | None) -> None:
    next_task = TaskTree(found).next()
    assert (next_task.id if next_task else None) == expected


def test_parents_count_by_their_sub_tasks() -> None:
    tree = TaskTree(
        [
            task("1", priority="high"),
            task("1.1", parent_id="1", status="done", priority="high"),
            task("1.2", parent_id="1", status="in-progress", priority="low"),
            task("2", status="done"),
            task("3"),
        ]
    )
    assert tree.stats() == TaskStats(
        total=4,
        by_status={"pending": 1, "in-progress": 1, "done": 2},
        by_priority={"high": 1, "medium": 2, "low": 1},
        progress=0.5,
    )
    assert TaskTree([]).stats().progress == 0.0
