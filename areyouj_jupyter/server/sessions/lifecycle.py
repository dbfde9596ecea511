"""Lifecycle: the incarnations of one session, one after the other: start, stop, restart, and restart after a crash."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import logging
from collections.abc import Callable
from pathlib import Path

import msgspec

from areyouj_jupyter.errors import (
    AgentUnreachable,
    AreYouJError,
    FolderInvalid,
    FolderOutside,
    OutOfResources,
)
from areyouj_jupyter.models import AgentSettings, Health, HolderState, InstanceModel, StoredStatus
from areyouj_jupyter.server.delivery.delivery import blocked
from areyouj_jupyter.server.delivery.last_turn import last_lines
from areyouj_jupyter.server.delivery.worker import DeliveryWorker
from areyouj_jupyter.server.metrics import SESSIONS, STARTS
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.process.launch import Plan
from areyouj_jupyter.server.process.start_failure import start_failure
from areyouj_jupyter.server.process.stop_mark import REASON, has_stop_mark
from areyouj_jupyter.server.sessions.crashes import Crashes
from areyouj_jupyter.server.sessions.lost import record_lost, settle
from areyouj_jupyter.server.sessions.reattachment import Reattachment, unreachable
from areyouj_jupyter.server.sessions.session_deps import SessionDeps
from areyouj_jupyter.server.sessions.session_status import SessionStatus
from areyouj_jupyter.server.status.evidence import Verdict
from areyouj_jupyter.server.terminals import Exit, FoundHolder, HolderMeta, discard_holder
from areyouj_jupyter.specs import AgentSpec

logger = logging.getLogger(__name__)


class Lifecycle:
    """Owned by a session. Its task runs from the first start until the agent has ended and is not restarted."""

    def __init__(
        self,
        instance: InstanceModel,
        deps: SessionDeps,
        session_status: SessionStatus,
        worker: Callable[[Incarnation], DeliveryWorker],
        changed: Callable[[], None],
        told: Callable[[], None],
    ) -> None:
        """worker: makes one for an incarnation. changed: evaluate the status again. told: publish the new status."""
        self.instance = instance
        self.spec: AgentSpec = deps.specs[instance.spec]
        self.config = msgspec.convert(instance.config, AgentSettings)
        self.run: Incarnation | None = None
        """The current incarnation, or the last one."""
        self.worker: DeliveryWorker | None = None
        self.apart: Reattachment | None = None
        """Set while there is a process but no incarnation, because its holder does not talk to this server."""
        self.stopping = False
        self.stop_reason = ""
        """Why it is being stopped."""
        self._restarting = False
        self.restarts = 0
        self.last_output = ""
        """The last lines in the terminal of the incarnation that ended last."""
        self._deps, self._session_status = deps, session_status
        self._make_worker, self._changed, self._told = worker, changed, told
        self._lock = asyncio.Lock()  # one start, stop or restart at a time
        self._task: asyncio.Task[None] | None = None
        self._ladder_done = asyncio.Event()  # cleared during a stop, when the agent ends before the rest
        self._ladder_done.set()
        self._crashes = Crashes(self.spec.name, self.config.restart, deps.limits)

    @property
    def holder(self) -> HolderState | None:
        """None if its holder answers, otherwise what is wrong."""
        if self.apart is not None:
            return self.apart.state
        silent = self.run is not None and self.run.exit is None and not self.run.answering
        return "not_answering" if silent else None

    @property
    def unreachable(self) -> str:
        """What is wrong with its holder, in sentences; empty: nothing."""
        if (state := self.holder) is None:
            return ""
        run = self.run
        found = self.apart.found if self.apart else run and FoundHolder(run.plan.run_dir, run.terminal.meta, True)
        return unreachable(self.instance.agent, found, state) if found else ""

    def blocked(self, verdict: Verdict | None = None) -> str | None:
        """Why the queue does not move; None: it does. verdict: the agent's latest status."""
        if self.holder is not None:
            return self.holder.replace("_", " ")
        held = self.worker.held if self.worker else None
        return blocked(self.run, verdict) or held if self.run else "lost"

    @property
    def alive(self) -> bool:
        """Whether there is a process, or will be one after an automatic restart."""
        return self._restarting or (self._task is not None and not self._task.done())

    def health(self) -> Health:
        """The result of a health check."""
        lives = self.apart is not None or (self.run is not None and self.run.exit is None)
        terminal = self.run is not None and self.run.exit is None and self.run.terminal.ptyproc.isalive()
        hooks = lives and self.run is not None and self.run.evidence.hooked
        return Health(process=lives, terminal=terminal, hooks=hooks if self.spec.hooks else None)

    async def start(self) -> None:
        """Start a process if there is none. Raises NotInstalled, StartFailed (the folder vanished, no processes, …)."""
        async with self._lock:
            if not self.alive:
                await self._begin()
                self._task = asyncio.create_task(self._live())

    async def adopt(self, found: FoundHolder) -> None:
        """Continue with a process that an earlier server started, as soon as its holder answers."""
        self._session_status.on_recorded(self.instance.status)
        self.apart = Reattachment(found, self._attach, self._tell_apart)
        run = await self.apart.attempt()
        if run is not None:
            await self._rejoin(run)
        else:
            self._tell_apart()
        self._task = asyncio.create_task(self._live())

    async def revive(self) -> None:
        """Restart it after a crash, as an earlier server was about to do when it stopped."""
        delay = self._crashes.delay(Exit(None, None))
        reason = self.instance.reason or ""
        if delay is None:
            await self._deps.agents.record_exit(self.instance.id, "error", reason, self.instance.exit_code)
        self._await_start(reason, delay)
        self._task = None if delay is None else asyncio.create_task(self._live(delay))

    def _await_start(self, reason: str, delay: float | None) -> None:
        """It has ended; restart it after this many seconds, unless None."""
        self._session_status.on_exit(reason, None if delay is None else self._deps.clock() + delay)
        self._told()

    async def _attach(self, meta: HolderMeta, patience: float) -> Incarnation:
        """Take over a process. Raises HolderRefused; OSError if its holder does not answer within these seconds."""
        deps = self._deps
        plan = await asyncio.to_thread(self._plan, meta.incarnation)
        if meta.control_socket:  # an earlier server may have had another folder for them
            plan = dataclasses.replace(plan, sockets=Path(meta.control_socket).with_suffix(""))
        return await Incarnation.adopt(self.spec, plan, meta, deps.epoch, self._changed, patience)

    async def _rejoin(self, run: Incarnation) -> None:
        if run.number != self.instance.incarnation:  # its server ended before it could record the start
            with contextlib.suppress(AreYouJError):  # a full disk: it runs all the same
                await self._record_start(run)
        logger.info("session adopted", extra={"session": self.instance.id, "spec": self.spec.name})
        self.apart = None
        self._begun(run)
        self._changed()

    def _part(self, run: Incarnation) -> None:
        """The agent is alive but out of reach: another server or `areyouj stop` has it, or something failed."""
        logger.warning("session cut off", extra={"session": self.instance.id, "why": run.cut})
        run.detach()
        SESSIONS.dec()
        self._deps.terminals.remove(self.instance.id, run.terminal)
        found = FoundHolder(run.plan.run_dir, run.terminal.meta, True)
        self.apart = Reattachment(found, self._attach, self._tell_apart, ending=run.cut == "replaced")
        self.run = self.worker = None
        self._tell_apart()

    def _tell_apart(self) -> None:
        self._session_status.on_holder(self.holder)
        self._session_status.on_queue(self._session_status.status.paused, self.blocked())
        self._told()

    async def detach(self) -> None:
        """Leave the process running without this server, for the next one."""
        async with self._lock:
            task, self._task = self._task, None
            if task is not None and not task.done():
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await task
                if self.run:
                    self.run.detach()

    async def restart(self) -> None:
        """Start a new incarnation of the same conversation, after the end of the current one.

        Raises as `start` does, and AgentUnreachable.
        """
        async with self._lock:
            if self.run and self.run.exit is None:
                await self.run.terminal.answers()
            if self.holder:
                raise AgentUnreachable(self.unreachable)
            self._restarting = True
            try:
                await self._end()
                self._crashes.forget()
                await self._begin()
                self._task = asyncio.create_task(self._live())
            finally:
                self._restarting = False

    async def stop(self, status: StoredStatus, reason: str) -> None:
        """End the process and all its descendants, and record it."""
        async with self._lock:
            self.stop_reason = reason
            await self._end()
            await self._deps.agents.record_exit(self.instance.id, status, reason)
            self._session_status.on_exit(reason)
            self._told()

    def kill(self) -> None:
        """Time is up: kill its process group now; its holder does the rest."""
        if self.run and self.run.exit is None:
            self.run.kill()

    async def _begin(self) -> None:
        """Start one more incarnation and record it. Raises NotInstalled, FolderOutside, StartFailed, OutOfResources."""
        instance = self.instance
        number = instance.incarnation + 1
        try:
            run = await self._started(number)
        except (OSError, RuntimeError, MemoryError, FolderInvalid, FolderOutside, OutOfResources) as error:
            failure = start_failure(error, self.spec.display_name, instance.project_path)
            self._session_status.on_exit(failure.message)
            raise failure from error
        try:
            await self._record_start(run)
        except BaseException:  # a full disk: no server would ever find the process again
            await run.stop()
            await run.close()
            raise
        STARTS.labels(self.spec.name).inc()
        resumed = run.plan.resumes
        logger.info("session started", extra={"session": instance.id, "spec": self.spec.name, "resumed": resumed})
        self._begun(run)

    async def _record_start(self, run: Incarnation) -> None:
        """Raises AreYouJError, for example if the disk is full."""
        store, pid = self._deps.agents, run.terminal.ptyproc.pid
        instance = await store.record_start(self.instance.id, run.number, pid)
        self.instance = msgspec.structs.replace(instance, conversation_id=run.conversation_id)

    def _plan(self, number: int) -> Plan:
        """Of an incarnation. Blocking."""
        instance, plan = self.instance, self._deps.launcher.plan
        return plan(self.spec, instance.id, number, instance.project_path, self.config, instance.conversation_id)

    async def _started(self, number: int) -> Incarnation:
        spec, folder, deps = self.spec, self.instance.project_path, self._deps
        await asyncio.to_thread(deps.launcher.require, spec)
        plan = await asyncio.to_thread(self._plan, number)
        with await asyncio.to_thread(deps.folders.open, folder) as place:
            return await Incarnation.start(
                spec, number, plan, deps.limits.ring_bytes, deps.epoch, self._changed, place.fd
            )

    def _begun(self, run: Incarnation) -> None:
        self.run, self.worker = run, self._make_worker(run)
        self._deps.terminals.add(self.instance.id, run.terminal)
        SESSIONS.inc()
        self._session_status.on_start(run.screen.reduced)
        self._told()
        run.look()  # what it told until now was told to nobody

    async def _live(self, delay: float | None = None) -> None:
        """Run one incarnation after the other, until the agent stays ended. delay: seconds before the first start."""
        loop = asyncio.get_running_loop()
        if delay is not None and not await self._again(delay):
            return
        while True:
            if self.apart is not None:
                if (run := await self.apart.run()) is None:
                    await self._lose()
                    return
                await self._rejoin(run)
            if self.run is None or self.worker is None:
                return
            began = loop.time()
            if not await self._carry(self.run, self.worker):
                self._part(self.run)
                continue
            delay = await self._finish(self.run, loop.time() - began)
            if delay is None or not await self._again(delay):
                return

    async def _carry(self, run: Incarnation, worker: DeliveryWorker) -> bool:
        """Deliver messages until the agent ends. False: it is alive, but out of reach."""
        worker.wake.set()
        cut = asyncio.ensure_future(run.until(lambda: run.cut))
        work = asyncio.ensure_future(worker.work())
        try:
            await asyncio.wait({cut, work}, return_when=asyncio.FIRST_COMPLETED)
            if not run.cut:
                await work
            return not run.cut
        finally:
            for each in (cut, work):
                each.cancel()
            await asyncio.wait({cut, work})

    async def _lose(self) -> None:
        """The agent has ended while we could not see it."""
        if self.apart is not None:
            self.instance, reason = await record_lost(self._deps, self.instance.id, self.apart.found)
            self.apart = None
            self._session_status.on_exit(reason)
            self._tell_apart()

    async def _finish(self, run: Incarnation, lived: float) -> float | None:
        """Clean up after the agent's end, and record how it ended. lived: seconds.

        Returns the seconds to wait before restarting it; None: it stays ended.
        """
        await self._ladder_done.wait()
        end = run.exit or Exit(None, None)
        self._deps.terminals.remove(self.instance.id, run.terminal)
        stopped = await asyncio.to_thread(has_stop_mark, run.plan.run_dir)
        self.last_output = "" if self.stopping or stopped else last_lines(run)
        await run.close()
        SESSIONS.dec()
        if self.stopping:
            return None
        status: StoredStatus = "completed" if end.code == 0 else "error"
        reason = f"The agent {end.sentence()}."
        if stopped:
            status, reason = "terminated", REASON
        delay = None if stopped else self._crashes.delay(end, lived)
        try:
            await self._record_end(status, reason, end.code, comes_back=delay is not None)
        except AreYouJError as error:  # a full disk: the next server will find out by itself
            logger.error("exit not recorded", extra={"session": self.instance.id, "reason": error.message})
        self._await_start(reason, delay)
        return delay

    async def _record_end(self, status: StoredStatus, reason: str, code: int | None, comes_back: bool) -> None:
        """comes_back: it is restarted automatically, by the next server if this one stops before that."""
        store, id = self._deps.agents, self.instance.id
        if comes_back:
            self.instance = await store.record_crash(id, reason, code)
        else:
            self.instance = await store.record_exit(id, status, reason, code)

    async def _again(self, delay: float) -> bool:
        """Start it after a crash. False: it stays ended."""
        await asyncio.sleep(delay)
        try:
            await self._begin()
        except AreYouJError as error:
            reason = f"The agent could not be restarted: {error.message}"
            with contextlib.suppress(AreYouJError):  # a full disk, as above
                await self._record_end("error", reason, self.instance.exit_code, comes_back=False)
            self._await_start(reason, None)
            return False
        self.restarts += 1
        return True

    async def _end(self) -> None:
        """End the process, or the wait for the next one."""
        if self._task is None or self._task.done():
            return
        self.stopping = True
        try:
            self._session_status.on_stopping()
            self._told()
            if self.apart is not None:
                await self._end_apart(self.apart)
                return
            if self.run and self.run.exit is None:
                self._ladder_done.clear()
                if survivors := await self.run.stop():
                    logger.error("descendants live on", extra={"session": self.instance.id, "pids": survivors})
                self._ladder_done.set()
            else:
                self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        finally:
            self._ladder_done.set()
            self.stopping = False

    async def _end_apart(self, apart: Reattachment) -> None:
        """End a process whose holder does not talk to this server."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.wait({task})
        if survivors := await apart.end():
            logger.error("descendants live on", extra={"session": self.instance.id, "pids": survivors})
        await settle(self._deps, self.instance.id, apart.found)
        await asyncio.to_thread(discard_holder, apart.found)
        self.apart = None
