"""Build the services: open the databases, take ownership of the data folder, and put the parts together."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from collections.abc import AsyncIterator, Coroutine, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from areyouj_jupyter.errors import SettingsInvalid, Unavailable
from areyouj_jupyter.models import MessageModel
from areyouj_jupyter.server.events import EventHub
from areyouj_jupyter.server.process.installed_specs import InstalledSpecs
from areyouj_jupyter.server.process.launch import Launcher
from areyouj_jupyter.server.process.limitations import limitations
from areyouj_jupyter.server.process.project_folders import Folders
from areyouj_jupyter.server.services import Services
from areyouj_jupyter.server.sessions.registry import SessionRegistry
from areyouj_jupyter.server.sessions.session_deps import Limits, SessionDeps
from areyouj_jupyter.server.status.rule_overrides import overridden
from areyouj_jupyter.server.storage.agent_store import AgentStore
from areyouj_jupyter.server.storage.database import Database
from areyouj_jupyter.server.storage.database_file import DatabaseFile
from areyouj_jupyter.server.storage.delivery_store import DeliveryStore
from areyouj_jupyter.server.storage.known_lists import known_lists, remember_list
from areyouj_jupyter.server.storage.message_store import MessageStore
from areyouj_jupyter.server.storage.owner import Owner
from areyouj_jupyter.server.storage.queue_store import QueueStore
from areyouj_jupyter.server.storage.runtime_folder import runtime_folder
from areyouj_jupyter.server.takeover import take_over
from areyouj_jupyter.server.tasks.assignment_store import AssignmentStore
from areyouj_jupyter.server.tasks.task_board import TaskBoard
from areyouj_jupyter.server.tasks.task_store import TaskStore
from areyouj_jupyter.server.terminals import TerminalManager, find_removed
from areyouj_jupyter.specs import AgentSpec

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Config:
    """What app.py read from traits and environment."""

    data_dir: Path
    tasks_path: Path
    url: str
    folders: Folders
    specs: Mapping[str, AgentSpec]
    """All that are installed."""
    allowed_specs: tuple[str, ...]
    """Empty: all."""
    default_spec: str
    environment: Mapping[str, str]
    environment_denied: tuple[str, ...] = ()
    stop_agents: bool = False
    """Whether agents end with this server."""
    allow_bypass: bool = False
    commands: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    queue_limit: int = 100
    message_limit: int = 1024 * 1024
    tasks_period: float = 1.0


@asynccontextmanager
async def built(config: Config) -> AsyncIterator[Services]:
    """The services, alive while inside. Raises Unavailable, PermissionError."""
    async with contextlib.AsyncExitStack() as stack:
        database = await Database.open(config.data_dir / "agents.db")
        stack.push_async_callback(database.close)
        owner = await Owner.acquire(database, config.data_dir, socket.gethostname(), config.url)
        stack.callback(owner.release)
        events = EventHub()
        stack.callback(events.close)
        agents = AgentStore(database)
        messages = MessageStore(database)
        known, wrong = await asyncio.to_thread(_specs, config)
        launcher = await asyncio.to_thread(_launcher, config, known)
        warnings = (*wrong, *await asyncio.to_thread(_strays, launcher), *await asyncio.to_thread(limitations))
        specs = {name: spec for name, spec in known.items() if name in (config.allowed_specs or known)}
        epoch = (await owner.model()).epoch
        deps = SessionDeps(
            agents=agents,
            messages=messages,
            queues=QueueStore(database, config.queue_limit, config.message_limit),
            deliveries=DeliveryStore(database),
            events=events,
            launcher=launcher,
            folders=config.folders,
            terminals=TerminalManager(),
            specs=specs,
            limits=config.limits,
            epoch=epoch,
        )
        registry = await SessionRegistry.open(
            deps, config.default_spec, await agents.unfinished_instances() if owner.held else []
        )
        stack.push_async_callback(registry.close, "the server stopped", config.stop_agents)
        board = await TaskBoard.open(
            await _task_store(config),
            AssignmentStore(database),
            registry,
            events,
        )
        stack.push_async_callback(board.close)
        await stack.enter_async_context(_tasks_follow(events, board))
        services = Services(
            registry=registry,
            agents=agents,
            messages=messages,
            board=board,
            installed_specs=InstalledSpecs(specs, launcher),
            terminals=deps.terminals,
            events=events,
            owner=owner,
            database=database,
            data_dir=str(config.data_dir),
            message_limit=config.message_limit,
            warnings=warnings,
        )
        if not owner.held:
            await stack.enter_async_context(meanwhile(take_over(services)))
        yield services


async def _task_store(config: Config) -> TaskStore:
    """Whatever is the matter with its file: only what needs the tasks says so, and they come back once it is mended."""
    store = TaskStore(DatabaseFile(config.tasks_path), config.tasks_period)
    try:
        if config.tasks_path not in await asyncio.to_thread(known_lists, config.data_dir):
            await store.make()
        await store.tree()
        await asyncio.to_thread(remember_list, config.data_dir, config.tasks_path)
    except (Unavailable, OSError) as error:
        logger.warning("task list was not usable: %s", error)
    return store


def _specs(config: Config) -> tuple[dict[str, AgentSpec], tuple[str, ...]]:
    """With the user's own rules; and a sentence for each file of them that is wrong, whose spec stays as it is."""
    specs, wrong = dict(config.specs), []
    for name, spec in config.specs.items():
        try:
            specs[name] = overridden(spec, config.data_dir)
        except SettingsInvalid as error:
            wrong.append(error.message)
    return specs, tuple(wrong)


def _launcher(config: Config, specs: Mapping[str, AgentSpec]) -> Launcher:
    return Launcher(
        environment=config.environment,
        run_root=config.data_dir / "run",
        socket_root=runtime_folder(config.environment, config.data_dir),
        specs=specs,
        denied=config.environment_denied,
        allow_bypass=config.allow_bypass,
        commands=config.commands,
    )


def _strays(launcher: Launcher) -> tuple[str, ...]:
    """A sentence if agents run that began in this data folder before it was removed and made anew."""
    count = len(find_removed(launcher.run_root))
    told = f"Running agents whose data folder was removed: {count}; `areyouj holders` lists, `areyouj stop` ends them."
    return (told,) if count else ()


@asynccontextmanager
async def meanwhile(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """While inside, this goes on."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


@asynccontextmanager
async def _tasks_follow(events: EventHub, board: TaskBoard) -> AsyncIterator[None]:
    """While inside, a task turns in-progress when its message begins."""

    async def follow() -> None:
        async for event in subscription:
            if isinstance(event.data, MessageModel) and event.data.task_id:
                await board.on_message(event.data)

    with events.subscribe() as subscription:
        async with meanwhile(follow()):
            yield
