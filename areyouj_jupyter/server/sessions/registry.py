"""SessionRegistry: the live sessions of this server."""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import msgspec
from msgspec import UNSET

from areyouj_jupyter.errors import (
    AgentBusy,
    AgentStopped,
    AgentUnreachable,
    AreYouJError,
    InstanceNotFound,
    NameAmbiguous,
    SessionLimit,
    SessionNotFound,
    SettingsInvalid,
    SpecForbidden,
    SpecNotFound,
)
from areyouj_jupyter.models import (
    AGENT_DELETED,
    AgentModel,
    AgentSettings,
    CreateAgent,
    CreateSession,
    Event,
    InstanceModel,
    MessageModel,
    Removed,
    StartInstance,
    UpdateAgent,
)
from areyouj_jupyter.server.sessions.health_check import HealthCheck
from areyouj_jupyter.server.sessions.recovery import recover
from areyouj_jupyter.server.sessions.session import Session
from areyouj_jupyter.server.sessions.session_deps import SessionDeps
from areyouj_jupyter.server.sessions.session_end import SessionEnd

logger = logging.getLogger(__name__)

DEFAULT_AGENT = "default-agent"
WISHES = ("permission_mode", "model", "arguments", "environment")  # the settings that can be given for one start
CLOSE_GRACE = 1.5  # seconds for agents to end with the server, or to be released
KILL_GRACE = 0.5  # seconds for the end of a killed agent to be recorded
GIVE_UP = 0.2  # seconds for cancelled tasks to finish
PREFIX_LENGTH = 4  # least characters that can abbreviate an id


class SessionRegistry:
    """Owns the sessions. Complete once `open` has returned; `close` stops them all."""

    def __init__(self, deps: SessionDeps, default_spec: str) -> None:
        self.active_id: str | None = None
        self._deps, self._default_spec = deps, default_spec
        self._sessions: dict[str, Session] = {}  # in order of their start
        self._names: dict[str, str] = {}  # of all agents, by id: a stopped one is told apart from an unknown one
        self._endings: dict[str, SessionEnd] = {}  # by agent: its last session's, if it has none now
        self._lock = asyncio.Lock()  # one start at a time, so that limits hold
        self._health_check = HealthCheck(self.list_sessions, self._stop_idle, deps)

    @classmethod
    async def open(cls, deps: SessionDeps, default_spec: str, stale: list[InstanceModel]) -> SessionRegistry:
        """stale: what an earlier server left alive, oldest first; see `recover`."""
        registry = cls(deps, default_spec)
        await registry._recover(stale)
        return registry

    async def take_over(self, epoch: int, stale: list[InstanceModel]) -> None:
        """Take over from the server that ran the sessions before. epoch: of our ownership; holders obey the newest."""
        self._deps = replace(self._deps, epoch=epoch)
        await self._recover(stale)

    async def close(self, reason: str, stop: bool) -> None:
        """Stop all sessions in parallel, or leave their agents running without this server.

        Agents that take longer than CLOSE_GRACE to end are killed; anything left after that ends by itself.
        """
        await self._health_check.close()
        live = [session for session in self._sessions.values() if session.lifecycle.alive]
        ends = {
            asyncio.ensure_future(session.stop("terminated", reason) if stop else session.lifecycle.detach()): session
            for session in live
        }
        if ends:
            _, late = await asyncio.wait(ends, timeout=CLOSE_GRACE)
            if stop and late:
                for end in late:
                    ends[end].lifecycle.kill()
                _, late = await asyncio.wait(late, timeout=KILL_GRACE)
            await _give_up({end: ends[end] for end in late})
        for session in self._sessions.values():
            await session.close()
        self._sessions.clear()

    async def _recover(self, stale: list[InstanceModel]) -> None:
        self._names = {agent.id: agent.name for agent in await self._deps.agents.agents()}
        for session in await recover(self._deps, stale):
            self._enter(session)

    # Looking

    def list_sessions(self) -> list[Session]:
        """All, in order of their start."""
        return list(self._sessions.values())

    def live_id(self, agent_id: str) -> str | None:
        """The newest live session of an agent."""
        found = [session.id for session in self._sessions.values() if session.instance.agent_id == agent_id]
        return found[-1] if found else None

    def get_session(self, ref: str) -> Session:
        """By id, unique prefix of it, agent's name (the newest), `active` or `default`.

        Raises SessionNotFound, NameAmbiguous, and AgentStopped for an agent that has no session.
        """
        if ref == "default":
            ref = DEFAULT_AGENT
        if ref == "active":
            if self.active_id not in self._sessions:
                raise SessionNotFound("No session is active. Choose one first.")
            return self._sessions[self.active_id]
        if ref in self._sessions:
            return self._sessions[ref]
        return self._by_name(ref) or self._by_prefix(ref)

    def _by_name(self, ref: str) -> Session | None:
        named = [each for each in self._sessions.values() if each.instance.agent.casefold() == ref.casefold()]
        alive = [each for each in named if each.lifecycle.alive]
        return next(reversed(alive or named), None)

    def _by_prefix(self, ref: str) -> Session:
        found = [each for key, each in self._sessions.items() if len(ref) >= PREFIX_LENGTH and key.startswith(ref)]
        if len(found) > 1:
            raise NameAmbiguous(f"More than one session id starts with {ref!r}.")
        if found:
            return found[0]
        for agent_id, name in self._names.items():
            if ref.casefold() in (agent_id, name.casefold()):
                raise AgentStopped(self._endings.get(agent_id, SessionEnd()).sentences(name))
        raise SessionNotFound(f"No session is named {ref!r}.")

    # Starting and stopping

    async def create_session(self, request: CreateSession) -> Session:
        """Start an agent by name, or create an ad-hoc one and start it. Raises whatever starting an agent may raise."""
        if (request.agent is None) == (request.spec is None):
            raise SettingsInvalid("Name either an agent or a spec with a project path.")
        overrides = StartInstance(**{name: getattr(request, name) for name in (*WISHES, "new")})
        if request.agent is not None:
            return await self.start_instance(request.agent, overrides)
        spec, path = request.spec or "", request.project_path or ""
        taken = {agent.name.casefold() for agent in await self._deps.agents.agents()}
        name = next(name for number in range(1, len(taken) + 2) if (name := f"{spec}-{number}") not in taken)
        settings = _merged(AgentSettings(), overrides)  # they apply to its later starts, too
        agent = await self.create_agent(CreateAgent(name=name, spec=spec, project_path=path, settings=settings))
        try:
            return await self.start_instance(agent.id, StartInstance())
        except AreYouJError:
            await self.delete_agent(agent.id)
            raise

    async def start_instance(self, ref: str, request: StartInstance) -> Session:
        """Continue the agent's last instance, or start a new one; it takes over the agent's unfinished messages.

        Raises SessionLimit, AgentBusy, AgentUnreachable, …
        """
        async with self._lock:
            agent = await self._deps.agents.agent(ref)
            self._check_reachable(agent)
            self._check_limits(agent)
            spec = self._deps.specs[self._allowed(agent.spec)]
            settings = _merged(agent.settings, request)
            config = self._deps.launcher.config(spec, settings)
            await asyncio.to_thread(self._deps.folders.resolve, agent.project_path)
            await asyncio.to_thread(self._deps.launcher.require, spec)
            await self._forget_ended(agent.id)
            instance = await self._instance(agent.id, msgspec.to_builtins(config), request.new)
            session = await Session.open(instance, self._deps)
            self._enter(session)
        await session.queue.tell_all()  # the messages that it took over have a new session
        try:
            await session.start()
        except AreYouJError as error:
            await self._deps.agents.record_exit(instance.id, "error", error.message)
            await self._forget(session)
            raise
        await self._tell_agent(agent.id)
        return session

    async def _instance(self, agent_id: str, config: Mapping[str, Any], new: bool) -> InstanceModel:
        """The one to start. new: not the last one."""
        alive = any(each.lifecycle.alive for each in self._sessions.values() if each.instance.agent_id == agent_id)
        last = None if new or alive else await self._deps.agents.continue_instance(agent_id, config)
        return last or await self._deps.agents.create_instance(agent_id, str(uuid.uuid4()), config)

    async def delete_session(self, ref: str) -> None:
        """Stop a session and forget it. Its instance and messages stay."""
        session = self.get_session(ref)
        if session.lifecycle.alive:
            await session.stop()
        await self._forget(session)
        await self._tell_agent(session.instance.agent_id)

    async def cancel_message(self, ref: str, message_id: str) -> MessageModel:
        """Cancel a pending message, even one that waits for its agent's next start.

        ref: as of `get_session`, or an ended session's id. Raises MessageNotFound, MessageSent, and as `get_session`.
        """
        try:
            session: Session | None = self.get_session(ref)
        except (SessionNotFound, AgentStopped):
            message = await self._deps.messages.message(message_id)
            if not await self._was_of(ref, message):
                raise
            session = self._sessions.get(message.session_id)  # it may have moved to the next one
        if session is not None:
            return await session.queue.cancel(message_id)
        message = await self._deps.queues.cancel(message_id)
        self._deps.events.publish(Event(type=f"session:{message.session_id}:message", data=message))
        return message

    async def _was_of(self, ref: str, message: MessageModel) -> bool:
        """Whether the message belongs to the agent that `ref` names, or whose session it was."""
        try:
            return (await self._deps.agents.instance(ref)).agent == message.agent
        except InstanceNotFound:
            return ref.casefold() == message.agent.casefold()

    async def set_active_session(self, ref: str) -> Session:
        """Make it the session for commands without a name."""
        session = self.get_session(ref)
        before, self.active_id = self._sessions.get(self.active_id or ""), session.id
        for each in (before, session):
            if each is not None:
                each.publish("status-changed", each.model())
        return session

    async def get_default_session(self) -> Session:
        """The session of the legacy single-session call, created on first use in the server's root folder."""
        try:
            return self.get_session(DEFAULT_AGENT)
        except (SessionNotFound, AgentStopped):
            if DEFAULT_AGENT not in self._names.values():
                await self.create_agent(CreateAgent(name=DEFAULT_AGENT, spec=self._default_spec))
            return await self.start_instance(DEFAULT_AGENT, StartInstance())

    async def auto_start(self) -> None:
        """Start the agents with auto-start; log one that cannot start and continue with the others."""
        for agent in await self._deps.agents.agents():
            if agent.settings.auto_start and self.live_id(agent.id) is None:
                try:
                    await self.start_instance(agent.id, StartInstance())
                except AreYouJError as error:
                    logger.warning("agent not started", extra={"agent": agent.id, "reason": error.reason})

    # Agents: rows whose changes touch live sessions

    async def create_agent(self, request: CreateAgent, keep: bool = True) -> AgentModel:
        """Create an agent; its folder is checked now. Raises NameTaken, SpecNotFound, FolderOutside, …

        keep: False checks everything and returns the agent as it would be, but creates nothing.
        """
        spec = self._deps.specs[self._allowed(request.spec)]
        self._deps.launcher.config(spec, request.settings)
        path = await asyncio.to_thread(self._deps.folders.resolve, request.project_path)
        agent = await self._deps.agents.create(msgspec.structs.replace(request, project_path=path), keep)
        return await self._tell_agent(agent.id) if keep else agent

    async def update_agent(self, ref: str, request: UpdateAgent, keep: bool = True) -> AgentModel:
        """Change an agent; a new name applies at once, all else from the next start. keep: as in `create_agent`."""
        agent = await self._deps.agents.agent(ref)
        if request.spec is not UNSET or request.settings is not UNSET:
            spec = self._allowed(agent.spec if request.spec is UNSET else request.spec)
            settings = agent.settings if request.settings is UNSET else request.settings
            self._deps.launcher.config(self._deps.specs[spec], settings)
        if request.project_path is not UNSET:
            path = await asyncio.to_thread(self._deps.folders.resolve, request.project_path)
            request = msgspec.structs.replace(request, project_path=path)
        agent = await self._deps.agents.update(agent.id, request, keep)
        if not keep:
            return self.model(agent)
        for session in self._sessions.values():
            if session.instance.agent_id == agent.id and session.instance.agent != agent.name:
                session.rename(agent.name)
        return await self._tell_agent(agent.id)

    async def delete_agent(self, ref: str) -> None:
        """Stop the agent's sessions, then delete it with its instances and messages."""
        agent = await self._deps.agents.agent(ref)
        for session in self.list_sessions():
            if session.instance.agent_id == agent.id:
                if session.lifecycle.alive:
                    await session.stop()
                await session.queue.clear(
                    AGENT_DELETED
                )  # only when it takes no more: the sender may give it to another agent
                await self.delete_session(session.id)
        await self._deps.agents.delete(agent.id)
        del self._names[agent.id]
        self._endings.pop(agent.id, None)
        self._deps.events.publish(Event(type="agent-changed", data=Removed(id=agent.id)))

    def model(self, agent: AgentModel) -> AgentModel:
        """An agent with its live session."""
        return msgspec.structs.replace(agent, session_id=self.live_id(agent.id))

    # Inside

    def _allowed(self, spec: str) -> str:
        if spec in self._deps.specs:
            return spec
        known = ", ".join(sorted(self._deps.specs))
        if spec in self._deps.launcher.specs:
            raise SpecForbidden(f"This server does not allow the spec {spec!r}. It allows: {known}.")
        raise SpecNotFound(f"There is no spec {spec!r}. Choose from: {known}.")

    def _check_reachable(self, agent: AgentModel) -> None:
        for session in self._sessions.values():
            if session.instance.agent_id == agent.id and session.lifecycle.holder:
                raise AgentUnreachable(session.lifecycle.unreachable)

    def _check_limits(self, agent: AgentModel) -> None:
        live = [session for session in self._sessions.values() if session.lifecycle.alive]
        if len(live) >= self._deps.limits.sessions:
            raise SessionLimit(
                f"This server is already running {len(live)} sessions, its limit. "
                "Stop one, or raise c.AreYouJApp.max_sessions."
            )
        own = sum(session.instance.agent_id == agent.id for session in live)
        if own >= agent.settings.max_concurrent_instances:
            raise AgentBusy(f"The agent {agent.name!r} is already running, and its max_concurrent_instances is {own}.")

    def _enter(self, session: Session) -> None:
        session.is_active = lambda: self.active_id == session.id
        self._sessions[session.id] = session

    async def _forget_ended(self, agent_id: str) -> None:
        """A new instance replaces the ended ones of its agent on the list."""
        for session in self.list_sessions():
            if session.instance.agent_id == agent_id and not session.lifecycle.alive:
                await self._forget(session)

    async def _forget(self, session: Session) -> None:
        await session.close()
        self._sessions.pop(session.id, None)
        self._endings[session.instance.agent_id] = session.ending
        if self.active_id == session.id:
            self.active_id = None
        session.publish("status-changed", Removed(id=session.id))

    async def _tell_agent(self, agent_id: str) -> AgentModel:
        agent = self.model(await self._deps.agents.agent(agent_id))
        self._names[agent.id] = agent.name
        self._deps.events.publish(Event(type="agent-changed", data=agent))
        return agent

    async def _stop_idle(self, session: Session) -> None:
        await session.stop(reason="stopped after being idle for long")


async def _give_up(late: Mapping[asyncio.Future[None], Session]) -> None:
    """Stop waiting for the end of sessions; their holders have their orders and carry them out."""
    for end, session in late.items():
        logger.warning("session did not end in time", extra={"session": session.id})
        end.cancel()
    if late:
        await asyncio.wait(late, timeout=GIVE_UP)
        await asyncio.wait([asyncio.ensure_future(each.lifecycle.detach()) for each in late.values()], timeout=GIVE_UP)


def _merged(settings: AgentSettings, request: StartInstance) -> AgentSettings:
    """The agent's settings, overridden by those of the call."""
    wishes = {name: getattr(request, name) for name in WISHES}
    return msgspec.structs.replace(settings, **{key: value for key, value in wishes.items() if value is not UNSET})
