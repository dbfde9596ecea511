"""Events, and what a client of their socket may say."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from areyouj_jupyter.models.agents import AgentModel
from areyouj_jupyter.models.base import LARGEST, Model, Request
from areyouj_jupyter.models.house import Owner
from areyouj_jupyter.models.sessions import SessionModel


class Snapshot(Model, frozen=True):
    """Everything live, first on every events socket, and again when another server has become the owner."""

    sessions: list[SessionModel]
    agents: list[AgentModel]
    active: str | None
    """Id of the active session."""
    owner: Owner | None = None
    """The server that runs the sessions, where it is another one: this one takes over when that one ends."""


class OutputChunk(Model, frozen=True):
    """The one delta: output of a session from `offset` on."""

    session_id: str
    offset: int
    text: str


class Notification(Model, frozen=True):
    """Something a person may want to hear of."""

    session_id: str
    agent: str
    level: Literal["info", "warning", "error"]
    text: str


class Removed(Model, frozen=True):
    """The thing with this id is gone."""

    id: str
    # Literal[True] needs msgspec 0.22.
    removed: Annotated[bool, Meta(extra_json_schema={"enum": [True]})] = True


class Event(Model, frozen=True):
    """A published fact, carrying the whole new model."""

    type: str
    """`snapshot`, `agent-changed`, `task-changed`, or `session:<id>:` and `status-changed`, `message`, `output`,
    `queue-changed`, `notification`."""
    data: Model


class Subscribe(Request, frozen=True):
    """What a client of the events socket may say: ask for a session's output, or stop asking."""

    type: Literal["subscribe", "unsubscribe"]
    session_id: str
    offset: Annotated[int, Meta(ge=0, le=LARGEST)] | None = None
    """First byte wanted; None: from now on."""
