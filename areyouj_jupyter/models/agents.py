"""Specs, agents and their instances."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, UnsetType, field

from areyouj_jupyter.models.base import Model, Request, Seconds, StoredStatus, Text


class SpecModel(Model, frozen=True):
    """An agent CLI that this server knows, and whether it is installed."""

    name: str
    display_name: str
    installed: bool
    command: str | None
    """Absolute path of the program, if found."""
    version: str | None
    install: str
    """How to install it: one sentence."""
    permission_modes: list[str]
    takes_model: bool = False
    """Whether the model can be chosen."""
    executes: bool = False
    """Whether it runs what it is sent as a command, as a shell does."""


class AgentSettings(Model, frozen=True):
    """What an agent's sessions are started with."""

    auto_start: bool = False
    notification_enabled: bool = True
    max_concurrent_instances: Annotated[int, Meta(ge=1, le=100)] = 1
    permission_mode: Annotated[str, Meta(max_length=64)] | None = None
    model: Annotated[str, Meta(max_length=200)] | None = None
    """The model to use; None: the CLI's default."""
    arguments: Annotated[list[Annotated[str, Meta(max_length=4096)]], Meta(max_length=64)] = field(default_factory=list)
    environment: Annotated[dict[str, Annotated[str, Meta(max_length=32768)]], Meta(max_length=64)] = field(
        default_factory=dict
    )
    """Environment variables of its process, which override the server's own. Denied variables are rejected."""
    restart: bool = True
    """Restart the process after a crash, with increasing delays."""
    auto_resume: bool = False
    """Continue automatically after a usage limit, if the CLI can; otherwise it asks."""
    idle_timeout: Annotated[float, Meta(ge=0)] | None = None
    """Stop the session after this many idle seconds; None: the server's `idle_timeout`."""


class AgentModel(Model, frozen=True):
    """A named, durable definition."""

    id: str
    name: str
    spec: str
    project_path: str
    description: str
    settings: AgentSettings
    session_id: str | None
    """The newest live session, if any."""
    created_at: Seconds
    updated_at: Seconds


class CreateAgent(Request, frozen=True):
    """A new agent."""

    name: str
    spec: str
    project_path: str = ""
    """Absolute, or relative to the server's root folder; empty: the root folder."""
    description: Text = ""
    settings: AgentSettings = field(default_factory=AgentSettings)


class UpdateAgent(Request, frozen=True):
    """Changes to an agent; absent fields stay as they are. They apply from the next start."""

    name: str | UnsetType = UNSET
    spec: str | UnsetType = UNSET
    project_path: str | UnsetType = UNSET
    description: Text | UnsetType = UNSET
    settings: AgentSettings | UnsetType = UNSET


class InstanceModel(Model, frozen=True):
    """One conversation of an agent, as stored."""

    id: str
    agent_id: str
    agent: str
    spec: str
    project_path: str
    status: StoredStatus
    incarnation: int
    reason: str | None
    exit_code: int | None
    started_at: Seconds | None
    completed_at: Seconds | None
    last_activity_at: Seconds | None
    config: dict[str, Any]
    """The effective settings that it was started with."""
    conversation_id: str
    """The CLI's own id of the conversation that it is in: `/clear` and its kind begin another one."""


class StartInstance(Request, frozen=True):
    """Start an agent; absent fields come from its settings."""

    permission_mode: str | UnsetType = UNSET
    model: str | UnsetType = UNSET
    arguments: list[str] | UnsetType = UNSET
    environment: dict[str, str] | UnsetType = UNSET
    new: bool = False
    """Begin a new conversation. Without it the last one is continued, if the agent is still what it was then."""


class UpdateInstance(Request, frozen=True):
    """Stop an instance."""

    status: Literal["terminated"]
