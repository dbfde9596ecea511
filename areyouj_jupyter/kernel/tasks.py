"""Tasks: the task list of a server."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, get_args

import msgspec

from areyouj_jupyter.kernel.client import arguments
from areyouj_jupyter.kernel.client.decoding import decoded
from areyouj_jupyter.kernel.client.http_client import Client, given, part
from areyouj_jupyter.kernel.tables import display
from areyouj_jupyter.models import (
    AssignTask,
    CreateTask,
    Priority,
    TaskModel,
    TaskPage,
    TaskStats,
    TaskStatus,
    UpdateTask,
)


class Tasks:
    """All tasks; asks the server each time. Made by a Crew."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def create(
        self,
        title: str,
        description: str = "",
        priority: Priority = "medium",
        details: str = "",
        notes: str = "",
        parent: str | None = None,
        dependencies: Sequence[str] = (),
    ) -> TaskModel:
        """Add a task; parent: the id of the task that it is a part of. Raises TaskInvalid, TaskNotFound."""
        body = CreateTask(
            title=title,
            description=description,
            priority=priority,
            details=details,
            notes=notes,
            parent_id=parent,
            dependencies=arguments.words(dependencies, "dependencies"),
        )
        return self._client.post("tasks", TaskModel, body)

    def list(self, status: TaskStatus | None = None, agent: str | None = None) -> display.Listing[TaskModel]:
        """The tasks, or those of one status or one agent. Raises ArgumentInvalid."""
        if status is not None:
            arguments.one_of(status, get_args(TaskStatus), "status")
        return display.tasks(self._client.get("tasks", TaskPage, status=status, agent=agent).tasks)

    def update(
        self,
        task_id: str,
        title: str | None = None,
        description: str | None = None,
        status: TaskStatus | None = None,
        priority: Priority | None = None,
        details: str | None = None,
        notes: str | None = None,
    ) -> TaskModel:
        """Change a task; fields that are None stay as they are. Raises TaskNotFound, TaskInvalid."""
        body = UpdateTask(
            title=given(title),
            description=given(description),
            status=given(status),
            priority=given(priority),
            details=given(details),
            notes=given(notes),
        )
        return self._client.put(f"tasks/{part(task_id)}", TaskModel, body)

    def done(self, task_id: str) -> TaskModel:
        """Say that a task is done; only a person says so."""
        return self.update(task_id, status="done")

    def assign(self, task_id: str, agent: str, execute: bool = False) -> TaskModel:
        """Assign a task to a running agent, which queues its text.

        execute: also to one that runs what it is sent, such as a shell. Raises TaskNotFound, AgentStopped,
        WouldExecute.
        """
        return self._client.post(f"tasks/{part(task_id)}/assign", TaskModel, AssignTask(agent=agent, execute=execute))

    def next(self) -> TaskModel | None:
        """The next task; None if none is ready."""
        told = self._client.get("tasks/next", msgspec.Raw)
        return None if bytes(told) == b"null" else decoded(told, TaskModel)

    def stats(self) -> TaskStats:
        """How many tasks there are, and how many are done."""
        return self._client.get("tasks/stats", TaskStats)

    def delete(self, task_id: str) -> None:
        """Delete a task. Raises TaskNotFound."""
        self._client.delete(f"tasks/{part(task_id)}", type(None))

    def __getitem__(self, task_id: str) -> TaskModel:
        """The task with that id. Raises TaskNotFound."""
        return self._client.get(f"tasks/{part(task_id)}", TaskModel)

    @property
    def df(self) -> Any:
        """A pandas DataFrame of them. Raises LibraryMissing where pandas is not installed."""
        return self.list().df

    def __iter__(self) -> Iterator[TaskModel]:
        return iter(self.list())

    def __len__(self) -> int:
        return len(self.list())

    def __repr__(self) -> str:
        return repr(self.list())

    def _repr_html_(self) -> str:
        return self.list()._repr_html_()
