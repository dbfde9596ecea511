"""The query parameters of the routes."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from areyouj_jupyter.models.base import END_OF_TIME, LARGEST, Priority, Query, TaskStatus


class Rehearse(Query, frozen=True):
    """Whether to only check the request."""

    dry_run: bool = False
    """True: check everything and answer as usual, but save nothing."""


class ListInstances(Query, frozen=True):
    """How many of an agent's newest instances to list."""

    limit: Annotated[int, Meta(ge=1, le=1000)] = 100


class PageMessages(Query, frozen=True):
    """A page of one instance's messages."""

    before: Annotated[int, Meta(ge=1, le=LARGEST)] | UnsetType = UNSET
    """Only messages with a smaller `seq`; default: the newest page."""
    limit: Annotated[int, Meta(ge=1, le=500)] = 50


class FindMessages(Query, frozen=True):
    """A page of messages over all agents."""

    agent: Annotated[str, Meta(min_length=1)] | UnsetType = UNSET
    """Id or name of an agent; default: all."""
    since: Annotated[float, Meta(ge=0, le=END_OF_TIME)] | UnsetType = UNSET
    """Only messages created at this time or later."""
    before: Annotated[int, Meta(ge=1, le=LARGEST)] | UnsetType = UNSET
    """Only messages with a smaller `seq`; default: the newest page."""
    limit: Annotated[int, Meta(ge=1, le=500)] = 50


class ReadOutput(Query, frozen=True):
    """A piece of a session's raw output."""

    offset: Annotated[int, Meta(ge=0, le=LARGEST)] = 0
    """Offset of the first byte; bytes that are no longer kept are left out."""
    limit: Annotated[int, Meta(ge=1, le=4 * 1024 * 1024)] = 1024 * 1024
    """Maximum number of bytes."""


class ListTasks(Query, frozen=True):
    """Which tasks, and which page of them."""

    status: TaskStatus | UnsetType = UNSET
    priority: Priority | UnsetType = UNSET
    parent: Annotated[str, Meta(min_length=1)] | UnsetType = UNSET
    """Only the sub-tasks of this task."""
    agent: Annotated[str, Meta(min_length=1)] | UnsetType = UNSET
    """Only tasks assigned to this agent."""
    q: str = ""
    """Only tasks whose text contains this, ignoring case."""
    offset: Annotated[int, Meta(ge=0, le=LARGEST)] = 0
    limit: Annotated[int, Meta(ge=1, le=1000)] | UnsetType = UNSET
    """Default: all."""


class ExportTasks(Query, frozen=True):
    """The format of an exported task list."""

    format: Literal["csv", "xlsx"] = "csv"
