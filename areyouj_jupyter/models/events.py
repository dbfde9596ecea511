"""Events, and what a client may send on the events socket."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from areyouj_jupyter.models.agents import AgentModel
from areyouj_jupyter.models.base import LARGEST, Model, Request
from areyouj_jupyter.models.server import Owner
from areyouj_jupyter.models.sessions import SessionModel


class Snapshot(Model, frozen=True):
    """Everything live: the first event on every events socket, sent again when another server becomes the owner."""

    sessions: list[SessionModel]
    agents: list[AgentModel]
    active: str | None
    """Id of the active session."""
    owner: Owner | None = None
    """The server that runs the sessions, if it is another one; this one takes over when that one stops."""


class OutputChunk(Model, frozen=True):
    """Output of a session from `offset` on, the only event that is a delta."""

    session_id: str
    offset: int
    text: str


class Notification(Model, frozen=True):
    """A notification for a person."""

    session_id: str
    agent: str
    level: Literal["info", "warning", "error"]
    text: str


class Removed(Model, frozen=True):
    """The item with this id was removed."""

    id: str
    # Literal[True] needs msgspec 0.22.
    removed: Annotated[bool, Meta(extra_json_schema={"enum": [True]})] = True


class Event(Model, frozen=True):
    """A change, with the whole new model."""

    type: str
    """`snapshot`, `agent-changed`, `task-changed`, or `session:<id>:` and `status-changed`, `message`, `output`,
    `queue-changed`, `notification`."""
    data: Model


class Subscribe(Request, frozen=True):
    """What a client may send on the events socket: subscribe to a session's output, or unsubscribe."""

    type: Literal["subscribe", "unsubscribe"]
    session_id: str
    offset: Annotated[int, Meta(ge=0, le=LARGEST)] | None = None
    """First byte wanted; None: from now on."""
