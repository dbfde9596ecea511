"""Services: everything that a request can reach, in one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from areyouj_jupyter.models import AgentModel, Snapshot
from areyouj_jupyter.server.events import EventHub
from areyouj_jupyter.server.process.installed_specs import InstalledSpecs
from areyouj_jupyter.server.sessions.registry import SessionRegistry
from areyouj_jupyter.server.storage.agent_store import AgentStore
from areyouj_jupyter.server.storage.database import Database
from areyouj_jupyter.server.storage.message_store import MessageStore
from areyouj_jupyter.server.storage.owner import LOCK, Owner
from areyouj_jupyter.server.tasks.task_board import TaskBoard
from areyouj_jupyter.server.terminals import TerminalManager


@dataclass(frozen=True)
class Services:
    """What app.py builds at the start of the server and gives to handlers and sockets. Owns nothing."""

    registry: SessionRegistry
    agents: AgentStore
    messages: MessageStore
    board: TaskBoard
    installed_specs: InstalledSpecs
    terminals: TerminalManager
    events: EventHub
    owner: Owner
    database: Database
    data_dir: str
    message_limit: int
    """Bytes of one message."""
    warnings: tuple[str, ...] = ()
    """What a person should know about this server: one sentence each."""

    def folder_trouble(self) -> str | None:
        """A sentence if the data folder was removed while this server runs. One look at the file system."""
        if Path(self.data_dir, LOCK).exists():
            return None
        return (
            f"The data folder {self.data_dir} was removed while this server was running, so nothing can be "
            "stored. Restart Jupyter. `areyouj holders` lists the agents still running; `areyouj stop` stops them."
        )

    async def list_agents(self) -> list[AgentModel]:
        """All agents with their live sessions, oldest first."""
        return [self.registry.model(agent) for agent in await self.agents.agents()]

    async def snapshot(self) -> Snapshot:
        """Everything live, and which server runs it."""
        return Snapshot(
            agents=await self.list_agents(),
            sessions=[session.model() for session in self.registry.list_sessions()],
            active=self.registry.active_id,
            owner=None if self.owner.held else await self.owner.model(),
        )
