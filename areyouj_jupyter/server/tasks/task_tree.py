"""TaskTree: all tasks of a list at one moment, and what follows from them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from areyouj_jupyter.errors import TaskNotFound
from areyouj_jupyter.models import TaskModel, TaskStats

RANK: Final = {"high": 0, "medium": 1, "low": 2}
NUMBER: Final = re.compile(r"[0-9]{1,18}")  # what is longer is no number of a task

Key = tuple[tuple[int, int, str], ...]
Node = tuple[str, str]  # ("start" or "done", id)


def task_key(task_id: str) -> Key:
    """Sorts ids by their numbers: 9 before 10, 1 before 1.1; what is no number comes last."""
    parts = task_id.split(".")
    return tuple((0, int(part), "") if NUMBER.fullmatch(part) else (1, 0, part) for part in parts)


class TaskTree:
    """A frozen view that copes with other programs' data: a dependency that does not exist is ignored."""

    def __init__(self, tasks: Iterable[TaskModel]) -> None:
        """tasks: in any order; a parent that is named exists and is no descendant of its own child."""
        self.tasks = tuple(sorted(tasks, key=lambda task: task_key(task.id)))
        """By id, parents before their sub-tasks."""
        self._by_id = {task.id: task for task in self.tasks}

    def task(self, task_id: str) -> TaskModel:
        """Raises TaskNotFound."""
        if task_id not in self._by_id:
            raise TaskNotFound(f"There is no task '{task_id}'.")
        return self._by_id[task_id]

    def family(self, task_id: str) -> list[str]:
        """The id and those of all tasks below it, deepest first."""
        return [below for child in self._children.get(task_id, []) for below in self.family(child)] + [task_id]

    def next(self) -> TaskModel | None:
        """The pending task to do next: nothing that it or a parent waits for is open, nor is a sub-task of its own.

        By priority, then by id.
        """
        ready = [task for task in self.tasks if task.status == "pending" and self._ready(task)]
        return min(ready, key=lambda task: (RANK[task.priority], task_key(task.id)), default=None)

    def stats(self) -> TaskStats:
        """A parent with sub-tasks counts by them."""
        counted = [task for task in self.tasks if task.id not in self._children]
        by_status = Counter(task.status for task in counted)
        return TaskStats(
            total=len(counted),
            by_status={status: by_status[status] for status in ("pending", "in-progress", "done")},
            by_priority={rank: sum(task.priority == rank for task in counted) for rank in RANK},
            progress=by_status["done"] / len(counted) if counted else 0.0,
        )

    def circle(self, task_id: str, other: str) -> bool:
        """Whether the task could never be done if it waited for the other.

        A task starts after what it waits for is done and after its parent starts; it is done after its sub-tasks are.
        """
        open_nodes: list[Node] = [("done", other)]
        seen: set[Node] = set()
        while open_nodes:
            node = open_nodes.pop()
            if node == ("start", task_id):
                return True
            if node not in seen:
                seen.add(node)
                open_nodes += self._before(node)
        return False

    def new_id(self, parent_id: str | None) -> str:
        """The next free id of a root task, or of a sub-task."""
        if parent_id is None:
            return str(1 + max((_number(task.id.partition(".")[0]) for task in self.tasks), default=0))
        prefix = f"{parent_id}."
        taken = (_number(task.id.removeprefix(prefix)) for task in self.tasks if task.id.startswith(prefix))
        return f"{prefix}{1 + max(taken, default=0)}"

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        children: dict[str, list[str]] = {}
        for task in self.tasks:
            if task.parent_id is not None:
                children.setdefault(task.parent_id, []).append(task.id)
        return children

    def _ready(self, task: TaskModel) -> bool:
        if any(self._by_id[child].status != "done" for child in self._children.get(task.id, [])):
            return False
        above: TaskModel | None = task
        while above is not None:
            known = [self._by_id[other] for other in above.dependencies if other in self._by_id]
            if any(other.status != "done" for other in known):
                return False
            above = self._by_id[above.parent_id] if above.parent_id is not None else None
        return True

    def _before(self, node: Node) -> list[Node]:
        """What must come before it."""
        moment, task_id = node
        if moment == "done":
            return [("start", task_id), *(("done", child) for child in self._children.get(task_id, []))]
        task = self._by_id[task_id]
        before: list[Node] = [("done", other) for other in task.dependencies if other in self._by_id]
        return before if task.parent_id is None else [("start", task.parent_id), *before]


def _number(text: str) -> int:
    """The number at the front of what follows a parent's id; 0 if there is none."""
    first = text.partition(".")[0]
    return int(first) if NUMBER.fullmatch(first) else 0
