"""Life: the incarnations of one session, one after the other: start, stop, restart, and restart after a crash."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import logging
from collections.abc import Callable
from pathlib import Path

import msgspec

from areyouj_jupyter.errors import AreYouJError, FolderInvalid, FolderOutside, OutOfResources, StartFailed
from areyouj_jupyter.models import AgentSettings, Health, InstanceModel, StoredStatus
from areyouj_jupyter.server.backing import Backing
from areyouj_jupyter.server.counters import CRASHES, SESSIONS, STARTS
from areyouj_jupyter.server.courier import Courier
from areyouj_jupyter.server.farewell import REASON, said_farewell
from areyouj_jupyter.server.incarnation import Incarnation
from areyouj_jupyter.server.shortage import shortage
from areyouj_jupyter.server.standing import Standing
from areyouj_jupyter.server.terminals import Exit, FoundHolder
from areyouj_jupyter.specs import AgentSpec

logger = logging.getLogger(__name__)

HEALTHY_AFTER = 300.0  # seconds of life after which earlier crashes are forgotten


class Life:
    """Owned by a session. Its task lives from the first start until the agent has ended for good."""

    def __init__(
        self,
        instance: InstanceModel,
        backing: Backing,
        standing: Standing,
        courier: Callable[[Incarnation], Courier],
        changed: Callable[[], None],
        told: Callable[[], None],
    ) -> None:
        """courier: makes one for an incarnation. changed: judge anew. told: the status is another, publish it."""
        self.instance = instance
        self.spec: AgentSpec = backing.specs[instance.spec]
        self.config = msgspec.convert(instance.config, AgentSettings)
        self.run: Incarnation | None = None
        """The present incarnation, or the last one."""
        self.courier: Courier | None = None
        self.stopping = False
        self.restarts = 0
        self._backing, self._standing = backing, standing
        self._make_courier, self._changed, self._told = courier, changed, told
        self._lock = asyncio.Lock()  # one start, stop or restart at a time
        self._task: asyncio.Task[None] | None = None
        self._ladder_done = (
            asyncio.Event()
        )  # cleared while a stop is under way, in which the agent goes before the rest
        self._ladder_done.set()
        self._crashes = 0

    @property
    def alive(self) -> bool:
        """Whether there is a process, or will be one again by itself."""
        return self._task is not None and not self._task.done()

    def health(self) -> Health:
        """What a look at it shows."""
        lives = self.run is not None and self.run.exit is None
        terminal = lives and self.run is not None and self.run.terminal.ptyproc.isalive()
        hooks = lives and self.run is not None and self.run.evidence.hooked
        return Health(process=lives, terminal=terminal, hooks=hooks if self.spec.hooks else None)

    async def start(self) -> None:
        """A process, if there is none. Raises NotInstalled, StartFailed (the folder vanished, no more processes, …)."""
        async with self._lock:
            if not self.alive:
                await self._begin()
                self._task = asyncio.create_task(self._live())

    async def adopt(self, found: FoundHolder) -> None:
        """Go on with a process that an earlier server started. Raises HolderRefused, OSError if nobody is there."""
        instance, backing = self.instance, self._backing
        number = found.meta.incarnation
        plan = await asyncio.to_thread(
            backing.launcher.plan, self.spec, instance.id, number, instance.project_path, self.config
        )
        # An earlier server may have had another folder for them.
        plan = dataclasses.replace(plan, sockets=Path(found.meta.control_socket).with_suffix(""))
        run = await Incarnation.adopt(self.spec, plan, found.meta, backing.epoch, self._changed)
        logger.info("session adopted", extra={"session": instance.id, "spec": self.spec.name})
        self._begun(run)
        self._changed()
        self._task = asyncio.create_task(self._live())

    async def detach(self) -> None:
        """Let the process go on without this server, for the next one."""
        async with self._lock:
            task, self._task = self._task, None
            if task is not None and not task.done():
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await task
                if self.run:
                    self.run.detach()

    async def restart(self) -> None:
        """A new incarnation of the same conversation, after the end of the present one. Raises as `start` does."""
        async with self._lock:
            await self._end()
            self._crashes = 0
            await self._begin()
            self._task = asyncio.create_task(self._live())

    async def stop(self, status: StoredStatus, reason: str) -> None:
        """End the process and all its descendants, and record it."""
        async with self._lock:
            await self._end()
            await self._backing.agents.record_exit(self.instance.id, status, reason)
            self._standing.on_exit(reason)
            self._told()

    async def _begin(self) -> None:
        """One more incarnation, recorded. Raises NotInstalled, FolderOutside, StartFailed, OutOfResources."""
        instance, backing = self.instance, self._backing
        number = instance.incarnation + 1
        try:
            run = await self._started(number)
        except (OSError, RuntimeError, MemoryError, FolderInvalid, FolderOutside, OutOfResources) as error:
            failure = self._failure(error)
            self._standing.on_exit(failure.message)
            raise failure from error
        try:
            self.instance = await backing.agents.record_start(instance.id, number, run.terminal.ptyproc.pid)
        except BaseException:  # a full disk: nobody would ever find the process again
            await run.stop()
            await run.close()
            raise
        STARTS.labels(self.spec.name).inc()
        resumed = run.plan.resumes
        logger.info("session started", extra={"session": instance.id, "spec": self.spec.name, "resumed": resumed})
        self._begun(run)

    async def _started(self, number: int) -> Incarnation:
        spec, folder, backing = self.spec, self.instance.project_path, self._backing
        await asyncio.to_thread(backing.launcher.require, spec)
        plan = await asyncio.to_thread(backing.launcher.plan, spec, self.instance.id, number, folder, self.config)
        with await asyncio.to_thread(backing.folders.open, folder) as place:
            return await Incarnation.start(
                spec, number, plan, backing.limits.ring_bytes, backing.epoch, self._changed, place.fd
            )

    def _failure(self, error: Exception) -> AreYouJError:
        """Why it could not be started, for a person."""
        if isinstance(error, (FolderOutside, OutOfResources)):
            return error
        what = f"{self.spec.display_name} could not be started"
        if lacking := shortage(error, what):
            return lacking
        why = (error.strerror if isinstance(error, OSError) else None) or error
        return StartFailed(f"{what} in {self.instance.project_path}: {why}")

    def _begun(self, run: Incarnation) -> None:
        self.run, self.courier = run, self._make_courier(run)
        self._backing.terminals.add(self.instance.id, run.terminal)
        SESSIONS.inc()
        self._standing.on_start(run.screen.reduced)
        self._told()

    async def _live(self) -> None:
        """From one incarnation to the next, until it ends for good."""
        loop = asyncio.get_running_loop()
        while self.run and self.courier:
            began = loop.time()
            end = await self._work(self.run, self.courier)
            if loop.time() - began > HEALTHY_AFTER:
                self._crashes = 0
            if end is None or not await self._again(end):
                return

    async def _work(self, run: Incarnation, courier: Courier) -> Exit | None:
        """Carry messages until the agent ends, then tidy up and record how. None: somebody wanted it to end."""
        courier.wake.set()
        await courier.work()
        await self._ladder_done.wait()
        end = run.exit or Exit(None, None)
        self._backing.terminals.remove(self.instance.id, run.terminal)
        farewell = await asyncio.to_thread(said_farewell, run.plan.run_dir)
        await run.close()
        SESSIONS.dec()
        if self.stopping:
            return None
        status: StoredStatus = "completed" if end.code == 0 else "error"
        reason = f"The agent {end.sentence()}."
        if farewell:
            status, reason = "terminated", REASON
        try:
            self.instance = await self._backing.agents.record_exit(self.instance.id, status, reason, end.code)
        except AreYouJError as error:  # a full disk: the next server will find out by itself
            logger.error("exit not recorded", extra={"session": self.instance.id, "reason": error.message})
        self._standing.on_exit(reason)
        self._told()
        return None if farewell else end

    async def _again(self, end: Exit) -> bool:
        """A start after a crash, with back-off. False: it stays ended."""
        if end.code == 0:
            return False
        CRASHES.labels(self.spec.name).inc()
        self._crashes += 1
        if not self.config.restart or self._crashes > self._backing.limits.restarts:
            return False
        await asyncio.sleep(self._backing.limits.restart_delay * 2 ** (self._crashes - 1))
        try:
            await self._begin()
        except AreYouJError as error:
            self._standing.on_exit(f"The agent could not be started again: {error.message}")
            self._told()
            return False
        self.restarts += 1
        return True

    async def _end(self) -> None:
        """End the process, or the wait for the next one."""
        if self._task is None or self._task.done():
            return
        self.stopping = True
        try:
            self._standing.on_stopping()
            self._told()
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
