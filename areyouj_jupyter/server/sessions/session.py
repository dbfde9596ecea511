"""Session: the live runtime of an instance — its status, and what a person may do to its agent."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Callable
from typing import Literal

import msgspec

from areyouj_jupyter.errors import AgentStopped, AgentUnreachable, KeysInvalid
from areyouj_jupyter.models import (
    AnswerPrompt,
    ClearedInput,
    Event,
    InstanceModel,
    MessageModel,
    Metrics,
    Model,
    Notification,
    Origin,
    QueueModel,
    ScreenModel,
    SendMessage,
    SessionLog,
    SessionModel,
    StatusModel,
    StatusReport,
    StoredStatus,
    TypeKeys,
)
from areyouj_jupyter.server.delivery.worker import DeliveryWorker
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.sessions.answering import answer
from areyouj_jupyter.server.sessions.background_writer import BackgroundWriter
from areyouj_jupyter.server.sessions.explanation import explained
from areyouj_jupyter.server.sessions.hold import Hold
from areyouj_jupyter.server.sessions.lifecycle import Lifecycle
from areyouj_jupyter.server.sessions.session_deps import SessionDeps
from areyouj_jupyter.server.sessions.session_end import SessionEnd
from areyouj_jupyter.server.sessions.session_log import SessionLogBuffer
from areyouj_jupyter.server.sessions.session_queue import SessionQueue
from areyouj_jupyter.server.sessions.session_status import STORED, SessionStatus
from areyouj_jupyter.server.status.outcome import outcome


class Session:
    """Owned by the registry. Commands return at once and never wait for the agent; what happens comes as events."""

    def __init__(self, instance: InstanceModel, deps: SessionDeps) -> None:
        """Use `open`."""
        self.id = instance.id
        self.session_status = SessionStatus(deps.clock, deps.specs[instance.spec].idle_hold)
        self.lifecycle = Lifecycle(instance, deps, self.session_status, self._worker, self.refresh, self._on_lifecycle)
        self.is_active: Callable[[], bool] = lambda: False
        self.last_activity_at = instance.last_activity_at or deps.clock()
        self.metrics = Metrics()
        self._deps = deps
        self._session_log = SessionLogBuffer(deps.clock)
        self._stored: StoredStatus = "idle"
        self._writer = BackgroundWriter()
        self.queue = SessionQueue(
            self.lifecycle, self.session_status, deps, self._writer, self._on_message, self._on_queue
        )
        self._hold = Hold(deps.clock, deps.limits.held_after, self._on_lifecycle)
        self._timer: asyncio.TimerHandle | None = None
        self._notified_at = 0.0

    @classmethod
    async def open(cls, instance: InstanceModel, deps: SessionDeps) -> Session:
        """A session without a process yet, with its queue as it is stored; `start` gives it a process."""
        session = cls(instance, deps)
        await session.queue.load()
        return session

    # Views

    @property
    def status(self) -> StatusModel:
        """The status of the session."""
        return self.session_status.status

    def explained(self) -> StatusReport:
        """The status with all available evidence."""
        now = asyncio.get_running_loop().time()
        report = explained(self.status, self.lifecycle.spec, self.lifecycle.run, now, self.lifecycle.health().process)
        return msgspec.structs.replace(report, unreachable=self.lifecycle.unreachable)

    def log(self) -> SessionLog:
        """The session's log."""
        return SessionLog(session_id=self.id, entries=self._session_log.entries())

    @property
    def executes(self) -> bool:
        """Whether what it is sent is run as a command."""
        return self.lifecycle.spec.executes

    @property
    def instance(self) -> InstanceModel:
        """The instance as stored."""
        return self.lifecycle.instance

    def model(self) -> SessionModel:
        """The whole session, for events and REST."""
        instance, run = self.instance, self.lifecycle.run
        return SessionModel(
            id=self.id,
            agent_id=instance.agent_id,
            agent=instance.agent,
            spec=instance.spec,
            project_path=instance.project_path,
            status=self.status,
            active=self.is_active(),
            pid=self.pid,
            incarnation=instance.incarnation,
            pending=self.queue.pending,
            started_at=instance.started_at or self.last_activity_at,
            last_activity_at=self.last_activity_at,
            health=self.lifecycle.health(),
            metrics=msgspec.structs.replace(
                self.metrics,
                restarts=self.lifecycle.restarts,
                output_bytes=run.terminal.ring.end if run else 0,
                **(dataclasses.asdict(run.usage_reader.told) if run else {}),
            ),
        )

    def screen(self) -> ScreenModel:
        """What its terminal shows now. Raises AgentStopped."""
        run = self.running()
        rows, cols = run.screen.size()
        return ScreenModel(
            session_id=self.id,
            rows=rows,
            cols=cols,
            lines=run.screen.lines(),
            cursor=run.screen.cursor(),
            title=run.screen.title(),
            offset=run.terminal.ring.end,
            reduced=run.screen.reduced,
        )

    def output(self, offset: int) -> tuple[bytes, int]:
        """Raw output from `offset`, of the last incarnation if it has ended, and the offset where it really begins.

        Raises AgentStopped if there was none yet.
        """
        return (self.lifecycle.run or self.running()).terminal.ring.read(offset)

    @property
    def watched(self) -> bool:
        """Whether a browser shows its terminal."""
        return bool(self.lifecycle.run and self.lifecycle.run.terminal.watched)

    @property
    def pid(self) -> int | None:
        """Of the process, if there is one."""
        if self.lifecycle.apart:
            return self.lifecycle.apart.pid
        run = self.lifecycle.run
        return run.terminal.ptyproc.pid if run and run.exit is None else None

    def running(self) -> Incarnation:
        """The incarnation. Raises AgentStopped, which says how it ended and how to start it; AgentUnreachable."""
        run = self.lifecycle.run
        if self.lifecycle.apart:
            raise AgentUnreachable(self.lifecycle.unreachable)
        if run is None or run.exit is not None:
            raise AgentStopped(self.ending.sentences(self.instance.agent))
        return run

    @property
    def ending(self) -> SessionEnd:
        """How it ended, or is ending."""
        reason = {"exited": self.status.reason, "stopping": self.lifecycle.stop_reason}.get(self.status.state)
        return SessionEnd(reason or "", self.lifecycle.last_output) if reason is not None else SessionEnd()

    # Life

    async def start(self) -> None:
        """Start a process for it. Raises NotInstalled, StartFailed."""
        await self.lifecycle.start()

    async def restart(self) -> SessionModel:
        """A new incarnation of the same conversation. Raises NotInstalled, StartFailed."""
        await self.lifecycle.restart()
        return self.model()

    async def stop(self, status: StoredStatus = "terminated", reason: str = "stopped by a user") -> None:
        """End the process and all its descendants, and record it. The queue stays."""
        await self.lifecycle.stop(status, reason)

    async def close(self) -> None:
        """Forget it, once it has stopped."""
        if self._timer:
            self._timer.cancel()
        await self._writer.close()
        self._hold.close()

    def rename(self, agent: str) -> None:
        """Take the new name of its agent."""
        self.lifecycle.instance = msgspec.structs.replace(self.instance, agent=agent)
        self.publish("status-changed", self.model())

    # Facts come up

    def refresh(self) -> None:
        """Something changed in the incarnation: evaluate the status again, and publish it if it changed."""
        run, old = self.lifecycle.run, self.status
        if self.lifecycle.worker:
            self.lifecycle.worker.wake.set()
        if run is None or run.exit is not None or self.lifecycle.stopping:
            return  # its lifecycle reports that, once everything is recorded
        self._session_log.on_heard(run.evidence.heard)
        self._follow(run)
        self.last_activity_at = self._deps.clock()
        if self.session_status.limit_over:
            run.lift_limit()
        wait = self.session_status.on_verdict(verdict := run.verdict(), outcome(run.spec, run.evidence))
        if self._timer:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(wait, self.refresh) if wait is not None else None
        self.session_status.on_holder(self.lifecycle.holder)
        self._judge_queue(self.lifecycle.blocked(verdict))
        if self.status != old:
            self._tell_status()

    def _follow(self, run: Incarnation) -> None:
        """Note when the CLI went on to another conversation, so that a restart resumes that one."""
        new = run.conversation_id
        if new != self.instance.conversation_id:
            self.lifecycle.instance = msgspec.structs.replace(self.instance, conversation_id=new)
            why = run.evidence.heard["hook"][0]
            self._writer.do(lambda: self._deps.agents.record_conversation(self.id, new, why))

    def _on_lifecycle(self) -> None:
        """Its process has begun or ended, or its queue has not moved for long."""
        self._judge_queue(self.lifecycle.blocked())
        self._tell_status()

    def _judge_queue(self, blocked: str | None) -> None:
        self._hold.judge("paused" if self.queue.paused else blocked, self.queue.pending)
        self.session_status.on_queue(self.queue.paused, blocked, self._hold.since)

    def _tell_status(self) -> None:
        stored = STORED.get(self.status.state)
        if stored and stored != self._stored:
            self._writer.do(lambda: self._deps.agents.record_status(self.id, stored))
            self._stored = stored
        self.publish("status-changed", self.model())
        self._notify()

    def _notify(self) -> None:
        """Publish a notification, once for each time there is a reason."""
        status, name = self.status, self.instance.agent
        if status.seen or status.since == self._notified_at or not self.lifecycle.config.notification_enabled:
            return
        if status.state == "idle" and (status.outcome == "interrupted" or self._has_more):
            return  # who interrupts it knows; and with more to do it is not done
        self._notified_at = status.since
        news: dict[str, tuple[Literal["info", "warning", "error"], str]] = {
            "awaiting_input": ("warning", f"{name} needs you: {status.reason}."),
            "exited": ("error", f"{name}: {status.reason}"),
        }
        failed: tuple[Literal["info", "error"], str] = (
            "error",
            f"{name} failed: {status.reason or 'no reason was given'}",
        )
        level, text = news.get(status.state, failed if status.outcome == "failed" else ("info", f"{name} is done."))
        self.publish("notification", Notification(session_id=self.id, agent=name, level=level, text=text))

    @property
    def _has_more(self) -> bool:
        """Whether its queue is about to go on."""
        return bool(self.queue.in_flight or (self.queue.pending and not self.queue.paused))

    def _worker(self, run: Incarnation) -> DeliveryWorker:
        deliveries, queue = self._deps.deliveries, self.queue
        return DeliveryWorker(self.id, run, deliveries, lambda: queue.paused, self._on_message, self.refresh)

    def _on_message(self, message: MessageModel) -> None:
        counted = {"processing": "sent", "completed": "completed", "error": "failed", "uncertain": "failed"}
        field = counted.get(message.status) if message.sender_type == "user" else None
        if field:
            self.metrics = msgspec.structs.replace(self.metrics, **{field: getattr(self.metrics, field) + 1})
        self.publish("message", message)
        if message.sender_type == "user":
            self.queue.tell()

    def _on_queue(self, queue: QueueModel) -> None:
        self._judge_queue(self.lifecycle.blocked())
        self.publish("queue-changed", queue)
        self.publish("status-changed", self.model())
        self._notify()

    def on_usage(self, rss_bytes: int | None, cpu_seconds: float | None) -> None:
        """What a health check measured in its process tree."""
        self.metrics = msgspec.structs.replace(self.metrics, rss_bytes=rss_bytes, cpu_seconds=cpu_seconds)
        self.publish("status-changed", self.model())

    def publish(self, fact: str, model: Model) -> None:
        """Publish an event of this session."""
        self._session_log.on_fact(model)
        self._deps.events.publish(Event(type=f"session:{self.id}:{fact}", data=model))

    # Commands

    async def send(self, request: SendMessage, origin: Origin = "queue", task_id: str | None = None) -> MessageModel:
        """Queue a message; it is durable when this returns. Raises AgentStopped, QueueFull, MessageEmpty, …"""
        if not self.lifecycle.alive:
            self.running()
        return await self.queue.add(request, origin, task_id)

    async def interrupt(self) -> StatusModel:
        """Interrupt the current turn with the CLI's own key, or end the wait for a usage limit.

        Raises AgentStopped.
        """
        run = self.running()
        state, shown = run.verdict().state, run.evidence.reading.state
        if state in ("busy", "awaiting_input") or shown == "rate_limited":
            self._typed(run, run.interrupt())
        if state == "rate_limited":  # an interrupt also ends the wait for the limit
            run.lift_limit()
            self.refresh()
        return self.status

    async def keys(self, request: TypeKeys) -> StatusModel:
        """Type keys into the terminal. Raises AgentStopped, AgentUnreachable, KeysInvalid."""
        run = self.running()
        self._typed(run, run.press(request.keys))
        return self.status

    def _typed(self, run: Incarnation, taken: bool) -> None:
        if not taken:
            if not run.answering:
                raise AgentUnreachable(self.lifecycle.unreachable)
            raise KeysInvalid("The agent is not reading its terminal, and too much input is already waiting.")

    async def answer(self, request: AnswerPrompt) -> StatusModel:
        """Answer the open prompt by keys. Raises AgentStopped, PromptGone, AnswerInvalid."""
        await answer(self.running(), self.session_status, self.instance.agent, request, self._deps.clock)
        return self.status

    async def clear_input(self) -> ClearedInput:
        """Clear the CLI's input line, so that the queue continues. Raises AgentStopped, InputNotCleared."""
        run, worker = self.running(), self.lifecycle.worker
        if worker is None:
            raise AgentStopped(self.ending.sentences(self.instance.agent))
        cleared = await worker.clear_input(self.instance.agent)
        self._session_log.on_input(cleared)
        run.look()
        fields = {name: getattr(self.status, name) for name in StatusModel.__struct_fields__}
        return ClearedInput(**fields, cleared=cleared)

    def mark_seen(self) -> StatusModel:
        """A person looked at it."""
        if not self.status.seen:
            self.session_status.on_seen()
            self._tell_status()
        return self.status
