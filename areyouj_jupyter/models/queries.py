"""The query parameters of the routes that take some."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from areyouj_jupyter.models.base import END_OF_TIME, LARGEST, Priority, Query, TaskStatus


class Rehearse(Query, frozen=True):
    """Whether to do it, or only to tell what it would give."""

    dry_run: bool = False
    """True: all is checked, and the answer is what it would be, but nothing is kept."""


class ListInstances(Query, frozen=True):
    """How many instances of an agent, the newest ones."""

    limit: Annotated[int, Meta(ge=1, le=1000)] = 100


class PageMessages(Query, frozen=True):
    """A page of one instance's messages."""

    before: Annotated[int, Meta(ge=1, le=LARGEST)] | UnsetType = UNSET
    """Only messages with a smaller `seq`; without it the newest page."""
    limit: Annotated[int, Meta(ge=1, le=500)] = 50


class FindMessages(Query, frozen=True):
    """A page of messages over all agents."""

    agent: Annotated[str, Meta(min_length=1)] | UnsetType = UNSET
    """Id or name of an agent; without it all."""
    since: Annotated[float, Meta(ge=0, le=END_OF_TIME)] | UnsetType = UNSET
    """Only messages made at this time or later."""
    before: Annotated[int, Meta(ge=1, le=LARGEST)] | UnsetType = UNSET
    """Only messages with a smaller `seq`; without it the newest page."""
    limit: Annotated[int, Meta(ge=1, le=500)] = 50


class ReadOutput(Query, frozen=True):
    """A piece of a session's raw output."""

    offset: Annotated[int, Meta(ge=0, le=LARGEST)] = 0
    """First byte wanted; what is no longer kept is left out."""
    limit: Annotated[int, Meta(ge=1, le=4 * 1024 * 1024)] = 1024 * 1024
    """At most so many bytes."""


class ListTasks(Query, frozen=True):
    """Which tasks, and which page of them."""

    status: TaskStatus | UnsetType = UNSET
    priority: Priority | UnsetType = UNSET
    parent: Annotated[str, Meta(min_length=1)] | UnsetType = UNSET
    """Only the sub-tasks of this task."""
    agent: Annotated[str, Meta(min_length=1)] | UnsetType = UNSET
    """Only those assigned to this agent."""
    q: str = ""
    """Only those whose text holds this, ignoring case."""
    offset: Annotated[int, Meta(ge=0, le=LARGEST)] = 0
    limit: Annotated[int, Meta(ge=1, le=1000)] | UnsetType = UNSET
    """Without it all."""


class ExportTasks(Query, frozen=True):
    """The shape of a task list to take away."""

    format: Literal["csv", "xlsx"] = "csv"
