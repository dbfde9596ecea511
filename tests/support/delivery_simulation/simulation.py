"""A simulation for tests of delivery: one server after the other over one database, and the holders that they start."""

from __future__ import annotations

import asyncio
import functools
import math
import shutil
import sqlite3
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from unittest.mock import patch

from areyouj_jupyter.models import AgentSettings, CreateAgent, StartInstance
from areyouj_jupyter.server.events import EventHub
from areyouj_jupyter.server.process import incarnation
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.process.launch import Launcher
from areyouj_jupyter.server.process.project_folders import Folders
from areyouj_jupyter.server.sessions.registry import SessionRegistry
from areyouj_jupyter.server.sessions.session import Session
from areyouj_jupyter.server.sessions.session_deps import Limits, SessionDeps
from areyouj_jupyter.server.storage.agent_store import AgentStore
from areyouj_jupyter.server.storage.database import Database
from areyouj_jupyter.server.storage.delivery_store import DeliveryStore
from areyouj_jupyter.server.storage.message_store import MessageStore
from areyouj_jupyter.server.storage.queue_store import QueueStore
from areyouj_jupyter.server.terminals import FoundHolder, HolderMeta, HolderOrders, TerminalManager
from areyouj_jupyter.specs.echo import SPEC
from delivery_simulation.agent import OWN, Held
from delivery_simulation.line import Line
from delivery_simulation.loop import Driver, Loop

SUBMITTED = replace(SPEC.hooks["UserPromptSubmit"], own=OWN)
ECHO = replace(
    SPEC,
    transcript=("$TRANSCRIPTS/{conversation_id}.jsonl",),
    read_turn=None,
    hooks={**SPEC.hooks, "UserPromptSubmit": SUBMITTED},
)
START = 1_760_000_000.0  # seconds since the epoch
PATIENCE = 60.0  # seconds that a command may take


@functools.cache
def empty() -> Path:
    """A database with one agent that was never started."""
    path = Path(mkdtemp(prefix="areyouj-machine-")) / "agents.db"

    async def make() -> None:
        database = await Database.open(path)
        settings = AgentSettings(restart=True)
        await AgentStore(database).create(
            CreateAgent(name="writer", spec="echo", project_path=str(path.parent), settings=settings)
        )
        await database.close()

    asyncio.run(make())
    return path


class Simulation:
    """What outlives servers. In the place of the class `Terminal`, it also gives each incarnation its line."""

    def __init__(self, judge: Callable[[Held, str, str], None]) -> None:
        """judge: told of the delivery and the step when an order is about to be written."""
        self.now = 0.0
        self.epoch = self.peers = 0
        self.folder = Path(mkdtemp(prefix="areyouj-machine-"))
        self.path = self.folder / "agents.db"
        shutil.copy(empty(), self.path)
        self.holders: list[Held] = []
        self.pastes: dict[str, str] = {}
        """What was ordered to be pasted, by delivery."""
        self.faults: list[str] = []
        self.services: SimulatedServer | None = None
        self._judge = judge
        self._patch = patch.object(incarnation, "Terminal", self)
        self._patch.start()

    def end(self) -> None:
        """All of it."""
        if self.services:
            self.services.kill(flush=False)
        self._patch.stop()
        for held in self.holders:
            held.close()
        shutil.rmtree(self.folder)

    def clock(self) -> float:
        """Seconds since the epoch."""
        return START + (self.services.loop.now if self.services else self.now)

    @property
    def held(self) -> Held:
        """The holder that the server has, or else the newest."""
        line = self.services.line if self.services else None
        return line.holder if line else self.holders[-1]

    async def start(self, orders: HolderOrders, epoch: int, facts: Incarnation) -> Line:
        await asyncio.sleep(0)
        held = Held(orders.session_id, orders.incarnation, Path(orders.run_dir), self._judge)
        held.agent.tell("SessionStart")
        self.holders.append(held)
        return self._line(held, epoch, facts)

    async def adopt(self, meta: HolderMeta, epoch: int, facts: Incarnation, *more: object) -> Line:
        await asyncio.sleep(0)
        held = next(held for held in reversed(self.holders) if held.found().meta == meta)
        return self._line(held, epoch, facts)

    def _line(self, held: Held, epoch: int, facts: Incarnation) -> Line:
        assert self.services
        self.peers += 1
        line = Line(held, self.peers, facts, self.pastes)
        self.services.lines.append(line)
        line.attach(epoch)
        facts.screen.close()
        facts.screen = held.agent
        return line

    def found(self) -> list[FoundHolder]:
        """The holders that a server finds."""
        return [held.found() for held in self.holders if not held.forgotten]

    def pump(self) -> bool:
        """Go on; true if something happened."""
        lines = self.services.lines if self.services else []
        return sum(line.pump() for line in lines) > 0

    def look(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """What is in the database now."""
        connection = sqlite3.connect(self.path)
        connection.row_factory = sqlite3.Row
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()


@dataclass(frozen=True)
class FindingLauncher(Launcher):
    """One that finds the simulated holders."""

    found: Callable[[], list[FoundHolder]] = list

    def holders(self) -> list[FoundHolder]:
        return self.found()


class SimulatedServer:
    """One server, from its start to its kill."""

    def __init__(self, simulation: Simulation) -> None:
        self.simulation = simulation
        simulation.epoch += 1
        simulation.services = self
        self.driver = Driver(simulation.path)
        self.loop = Loop(simulation.now, simulation.pump)
        self.loop.set_exception_handler(self._on_fault)
        self.lines: list[Line] = []
        self.registry: SessionRegistry | None = None

    def _on_fault(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self.simulation.faults.append(f"{context['message']}: {context.get('exception')!r}")

    async def open(self) -> None:
        """As build.py does it."""
        simulation, folder = self.simulation, self.simulation.folder
        database = Database(simulation.path, self.driver)  # type: ignore[arg-type]
        agents = AgentStore(database, simulation.clock)
        root = empty().parent
        backing = SessionDeps(
            agents=agents,
            messages=MessageStore(database),
            queues=QueueStore(database, clock=simulation.clock),
            deliveries=DeliveryStore(database, clock=simulation.clock),
            events=EventHub(),
            launcher=FindingLauncher(
                {"TRANSCRIPTS": str(folder)}, folder / "run", folder, {"echo": ECHO}, found=simulation.found
            ),
            folders=Folders(root, (root,)),
            terminals=TerminalManager(),
            specs={"echo": ECHO},
            limits=Limits(health_interval=math.inf),
            epoch=simulation.epoch,
            clock=simulation.clock,
        )
        self.registry = await SessionRegistry.open(backing, "echo", await agents.unfinished_instances())

    async def start_agent(self) -> None:
        """As a person does it, if it does not run."""
        assert self.registry
        session = self.session
        if session is None:
            await self.registry.start_instance("writer", StartInstance())
        elif not session.lifecycle.alive:
            await session.restart()

    @property
    def session(self) -> Session | None:
        """The agent's."""
        sessions = self.registry.list_sessions() if self.registry else []
        return sessions[-1] if sessions else None

    @property
    def line(self) -> Line | None:
        """The newest one that is open."""
        return next((line for line in reversed(self.lines) if not line.closed), None)

    def do(self, work: Coroutine[Any, Any, Any], fuse: int | None = None) -> bool:
        """A command. False: the fuse burnt before its end, and the server was killed there. Raises its error."""
        self.loop.fuse = fuse
        task = self.loop.done(work, PATIENCE)
        self.loop.fuse = None
        if task.done():
            task.result()
            return True
        assert fuse is not None and not self.loop.spins, "a command did not return"
        self.kill(flush=True)
        return False

    def kill(self, flush: bool) -> None:
        """kill -9. flush: what it had said is still heard."""
        self.driver.kill()
        for line in self.lines:
            line.close(flush)
        self.loop.set_exception_handler(lambda loop, context: None)
        self.simulation.now = self.loop.now
        self.loop.end()
        self.simulation.services = None
