"""Reattachment: waits for the holder of a living agent that does not talk to us, until it does or both have ended.

No other agent is started meanwhile: it would work in the same folder, on the same conversation.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable

from areyouj_jupyter.models import HolderState
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.terminals import (
    FoundHolder,
    HolderMeta,
    HolderRefused,
    agent_lives,
    end_by_force,
    find_holder,
)

logger = logging.getLogger(__name__)

FIRST = 5.0  # seconds for a holder to answer
PATIENCE = 60.0  # seconds for a later try: a stopped holder answers it as soon as it is continued
PAUSE, LONGEST_PAUSE = 1.0, 30.0  # seconds before the next try, twice as long each time
LOOK = 1.0  # seconds between two checks that it is alive: only its parent is notified of its end
ENDING = 20.0  # seconds for `areyouj stop` to end it undisturbed

Adopt = Callable[[HolderMeta, float], Awaitable[Incarnation]]
"""Takes over the agent of a holder that answers within these seconds. Raises HolderRefused, OSError."""


def unreachable(agent: str, found: FoundHolder, state: HolderState) -> str:
    """What is wrong and what to do, in two sentences. agent: its name."""
    meta = found.meta
    since = time.strftime("%Y-%m-%d %H:%M", time.localtime(meta.at))
    runs = f"The agent {agent!r} has been running as process {meta.pid} since {since}"
    holder = f"its holder, process {meta.holder_pid} in {found.run_dir},"
    if state == "view_only":
        why = "belongs to another version of AreYouJ or to another server"
        return f"{runs}, but {holder} {why}. Here you can only view and stop it. Stop it before you start it again."
    return f"{runs}, but {holder} is not responding. Wait, or stop the agent, which ends it by force."


class Reattachment:
    """Owned by a lifecycle."""

    def __init__(self, found: FoundHolder, adopt: Adopt, told: Callable[[], None], ending: bool = False) -> None:
        """told: called when `state` has changed. ending: whether somebody else seems to be ending it."""
        self.found = found
        self.state: HolderState = "view_only" if ending else "not_answering"
        self._adopt, self._told = adopt, told
        self._ending = ending

    @property
    def pid(self) -> int:
        """Process id of the agent."""
        return self.found.meta.pid

    async def run(self) -> Incarnation | None:
        """Wait until it can be adopted; returns the incarnation. None: agent and holder have ended."""
        if self._ending:
            await self._sleep(ENDING)
        pause = PAUSE
        while await self._lives():
            if run := await self.attempt(PATIENCE):
                return run
            await self._sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)
        return None

    async def attempt(self, patience: float | None = None) -> Incarnation | None:
        """Try once to adopt it. None: its holder does not answer, or rejects this server. patience: FIRST if None."""
        state: HolderState = "not_answering"
        try:
            return await self._adopt(self.found.meta, FIRST if patience is None else patience)
        except HolderRefused:
            state = "view_only"
        except OSError as error:
            logger.info("session not adopted", extra={"session": self.found.meta.session_id, "reason": str(error)})
        if state != self.state:
            self.state = state
            self._told()
        return None

    async def end(self) -> list[int]:
        """End agent and holder by force. Returns the pids that are still alive."""
        return await asyncio.to_thread(end_by_force, self.found.meta)

    async def _lives(self) -> bool:
        """Whether they are alive; what could not be read before may be readable now."""
        found = await asyncio.to_thread(find_holder, self.found.run_dir)
        if found is None:
            return await asyncio.to_thread(agent_lives, self.found.meta)
        self.found = found
        return found.lives

    async def _sleep(self, seconds: float) -> None:
        """Wait this long, or until they have ended."""
        for _ in range(round(seconds / LOOK)):
            await asyncio.sleep(LOOK)
            if not await self._lives():
                return
