"""Tasks."""

from __future__ import annotations

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType, field

from areyouj_jupyter.models.base import Model, Priority, Request, Seconds, TaskStatus, Text


class TaskModel(Model, frozen=True):
    """A row of tasks.db."""

    id: str
    title: str
    description: str
    status: TaskStatus
    priority: Priority
    notes: str
    details: str
    parent_id: str | None
    dependencies: list[str]
    agent: str | None
    """The agent it was last assigned to."""
    session_id: str | None
    created_at: Seconds | None
    updated_at: Seconds | None


class CreateTask(Request, frozen=True):
    """A new task; with a parent it becomes its next sub-task."""

    title: Annotated[str, Meta(min_length=1, max_length=1000)]
    description: Text = ""
    status: TaskStatus = "pending"
    priority: Priority = "medium"
    notes: Text = ""
    details: Annotated[str, Meta(max_length=256 * 1024)] = ""
    parent_id: Annotated[str, Meta(min_length=1)] | None = None
    dependencies: list[Annotated[str, Meta(min_length=1)]] = field(default_factory=list)


class UpdateTask(Request, frozen=True):
    """Changes to a task; absent fields stay as they are."""

    title: Annotated[str, Meta(min_length=1, max_length=1000)] | UnsetType = UNSET
    description: Text | UnsetType = UNSET
    status: TaskStatus | UnsetType = UNSET
    priority: Priority | UnsetType = UNSET
    notes: Text | UnsetType = UNSET
    details: Annotated[str, Meta(max_length=256 * 1024)] | UnsetType = UNSET


class AssignTask(Request, frozen=True):
    """Give a task to an agent."""

    agent: str
    execute: bool = False
    """True: also to an agent that runs what it is sent, such as a shell, though anybody may have written the task."""


class TaskPage(Model, frozen=True):
    """Tasks by id, parents before their sub-tasks."""

    tasks: list[TaskModel]
    total: int
    notice: str = ""
    """Why these tasks may be out of date, as a sentence; empty: they are current."""


class TaskStats(Model, frozen=True):
    """How many tasks there are; a parent with sub-tasks counts by its sub-tasks."""

    total: int
    by_status: dict[str, int]
    by_priority: dict[str, int]
    progress: float
    """Share of tasks done, 0 to 1."""
