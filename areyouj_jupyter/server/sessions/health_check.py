"""HealthCheck: checks every session's process tree at intervals, and stops sessions that are idle for too long."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Iterator

from areyouj_jupyter.server.sessions.session import Session
from areyouj_jupyter.server.sessions.session_deps import SessionDeps
from areyouj_jupyter.server.terminals import usage

logger = logging.getLogger(__name__)


class HealthCheck:
    """One task. Owned by the registry."""

    def __init__(
        self, sessions: Callable[[], list[Session]], stop: Callable[[Session], Awaitable[None]], deps: SessionDeps
    ) -> None:
        """sessions: those to check. stop: ends one."""
        self._sessions, self._stop, self._deps = sessions, stop, deps
        self._task = asyncio.create_task(self._work())

    async def close(self) -> None:
        """End the task."""
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task

    async def _work(self) -> None:
        while True:
            await asyncio.sleep(self._deps.limits.health_interval)
            with _going_on():
                await self._round()

    async def _round(self) -> None:
        pids = {session: session.pid for session in self._sessions() if session.pid}
        used = await asyncio.to_thread(usage, set(pids.values()))
        for session, pid in pids.items():
            with _going_on(session.id):
                await self._look(session, *used.get(pid, (None, None)))

    async def _look(self, session: Session, rss_bytes: int | None, cpu_seconds: float | None) -> None:
        if session.lifecycle.run is not None:
            await session.lifecycle.run.usage_reader.look()
        session.on_usage(rss_bytes, cpu_seconds)
        if self._idle_too_long(session):
            await self._stop(session)

    def _idle_too_long(self, session: Session) -> bool:
        timeout = session.lifecycle.config.idle_timeout
        timeout = self._deps.limits.idle_timeout if timeout is None else timeout
        status, now = session.status, self._deps.clock()
        waits = status.state == "idle" and status.holder is None and not session.model().pending and not session.watched
        return bool(timeout and waits and now - max(status.since, session.last_activity_at) > timeout)


@contextlib.contextmanager
def _going_on(session_id: str | None = None) -> Iterator[None]:
    """An error in one session must not stop the checks of the others, nor the next round."""
    try:
        yield
    except Exception:
        logger.exception("health check failed", extra={"session": session_id})
