"""What all sessions of a server need: the stores, the hub, the launcher, the terminals, and the limits."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from areyouj_jupyter.server.events import EventHub
from areyouj_jupyter.server.process.launch import Launcher
from areyouj_jupyter.server.process.project_folders import Folders
from areyouj_jupyter.server.sessions.hold import HELD_AFTER
from areyouj_jupyter.server.storage.agent_store import AgentStore
from areyouj_jupyter.server.storage.delivery_store import DeliveryStore
from areyouj_jupyter.server.storage.message_store import MessageStore
from areyouj_jupyter.server.storage.queue_store import QueueStore
from areyouj_jupyter.server.terminals import TerminalManager
from areyouj_jupyter.specs import AgentSpec


@dataclass(frozen=True)
class Limits:
    """The traits that limit sessions."""

    sessions: int = 10
    ring_bytes: int = 1024 * 1024
    restarts: int = 3
    restart_delay: float = 2.0
    """Seconds before the first restart; each next one waits twice as long."""
    idle_timeout: float = 0.0
    """Idle seconds after which a session is stopped; 0: never."""
    health_interval: float = 10.0
    """Seconds between two health checks."""
    held_after: float = HELD_AFTER
    """Seconds before a queue that does not move is reported."""


@dataclass(frozen=True)
class SessionDeps:
    """Made once by app.py and handed down; owns nothing."""

    agents: AgentStore
    messages: MessageStore
    queues: QueueStore
    deliveries: DeliveryStore
    events: EventHub
    launcher: Launcher
    folders: Folders
    terminals: TerminalManager
    specs: Mapping[str, AgentSpec]
    limits: Limits
    epoch: int
    """Of this server's ownership of the data folder: holders obey the newest."""
    clock: Callable[[], float] = time.time
