"""The agents of a data folder, found and stopped without a server, by their holders."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from areyouj_jupyter.errors import AreYouJError, NameAmbiguous, SessionNotFound
from areyouj_jupyter.holder import files
from areyouj_jupyter.server.process.stop_mark import write_stop_mark
from areyouj_jupyter.server.storage.database_file import DatabaseFile
from areyouj_jupyter.server.storage.sql import queries
from areyouj_jupyter.server.terminals import FoundHolder, end_agent, find_holders, find_removed, usage
from areyouj_jupyter.server.terminals.holders.holder_records import holder_lives

LEAVE_DEADLINE = 2.0  # seconds for a holder to exit after it reported the end
LEAVE_STEP = 0.02  # seconds between two checks
UNKNOWN = "?"
COLUMNS = ("AGENT", "SPEC", "SESSION", "PID", "RUNS FOR", "MEMORY")


class NotStopped(Exception):
    """An agent could not be stopped; the message is a sentence."""


@dataclass(frozen=True)
class HeldAgent:
    """A running agent, with or without a server."""

    found: FoundHolder
    name: str
    """UNKNOWN if agents.db does not have it."""
    spec: str
    seconds: float
    """Since its process was started."""
    rss_bytes: int | None
    """Of the holder, the agent and all its descendants; None: it has just ended."""

    @property
    def id(self) -> str:
        """Of its session."""
        return self.found.meta.session_id


async def held_agents(folder: Path) -> tuple[list[HeldAgent], str]:
    """The running agents, and a sentence about problems, or none. folder: the data folder; it is not changed."""
    found = [each for each in await asyncio.to_thread(find_holders, folder / "run") if each.lives]
    strays = await asyncio.to_thread(find_removed, folder / "run")
    found += strays
    names, problem = await _names(folder / "agents.db", [each.meta.session_id for each in found])
    if strays:
        lost = f"The data folder of {len(strays)} of these was removed. They are running, but no server can show them."
        problem = f"{problem} {lost}".strip()
    used = await asyncio.to_thread(usage, {each.meta.holder_pid for each in found})
    agents = [_held(each, names, used) for each in found]
    return sorted(agents, key=lambda agent: agent.found.meta.at), problem


async def _names(database: Path, session_ids: Iterable[str]) -> tuple[dict[str, tuple[str, str]], str]:
    """Session id → agent's name and spec, as far as they are known, and what went wrong."""
    names: dict[str, tuple[str, str]] = {}
    try:
        async with DatabaseFile(database).reading() as transaction:
            for session_id in session_ids:
                row = await transaction.row(queries("agents")["instance"], {"id": session_id})
                if row is not None:
                    names[session_id] = (row["agent"], row["spec"])
    except AreYouJError as error:
        return names, f"Cannot read the agents' names: {error.message}"
    return names, ""


def _held(found: FoundHolder, names: dict[str, tuple[str, str]], used: dict[int, tuple[int, float]]) -> HeldAgent:
    name, spec = names.get(found.meta.session_id, (UNKNOWN, UNKNOWN))
    rss_bytes, _ = used.get(found.meta.holder_pid, (None, None))
    return HeldAgent(found, name, spec, max(0.0, time.time() - found.meta.at), rss_bytes)


def picked(agents: Sequence[HeldAgent], refs: Iterable[str]) -> list[HeldAgent]:
    """The agents with these names, session ids or beginnings of ids. Raises SessionNotFound, NameAmbiguous.

    A name stands for all agents that have it.
    """
    chosen: dict[str, HeldAgent] = {}
    for ref in refs:
        named = [agent for agent in agents if agent.id == ref or agent.name.casefold() == ref.casefold() != UNKNOWN]
        begun = [agent for agent in agents if ref and agent.id.startswith(ref)]
        if not named and len(begun) > 1:
            raise NameAmbiguous(f"More than one session id starts with {ref!r}.")
        if not (named or begun):
            raise SessionNotFound(f"No running agent is named {ref!r}. `areyouj holders` lists them.")
        chosen |= {agent.id: agent for agent in named or begun}
    return list(chosen.values())


async def stop(agent: HeldAgent) -> list[int]:
    """Stop an agent with all its descendants, by force if its holder does not answer. Returns the surviving pids.

    What its holder left stays for the next server; a running one is replaced and finds our mark. Raises NotStopped.
    """
    run_dir = agent.found.run_dir
    if not run_dir.exists():
        return await end_agent(agent.found.meta)  # there is nothing that a server could find
    try:
        if not (run_dir / files.EXIT).exists():  # otherwise it ended by itself, which no server has seen yet
            await asyncio.to_thread(write_stop_mark, run_dir)
    except OSError as error:
        raise NotStopped(f"{agent.name} ({agent.id}) could not be stopped: {error}.") from error
    survivors = await end_agent(agent.found.meta)
    await asyncio.to_thread(_await_end, run_dir)
    return survivors


def _await_end(run_dir: Path) -> None:
    """Wait until the holder has ended, at most LEAVE_DEADLINE, so that the next list does not show it. Blocking."""
    deadline = time.monotonic() + LEAVE_DEADLINE
    while holder_lives(run_dir) and time.monotonic() < deadline:
        time.sleep(LEAVE_STEP)


async def stopped(agents: Sequence[HeldAgent]) -> list[tuple[str, bool]]:
    """Stop them in parallel; a sentence for each, and whether it succeeded."""
    return await asyncio.gather(*map(_stopped, agents))


async def _stopped(agent: HeldAgent) -> tuple[str, bool]:
    try:
        survivors = await stop(agent)
    except NotStopped as error:
        return str(error), False
    if survivors:
        return f"{agent.name} ({agent.id}) has stopped, but some processes are still running: {survivors}.", False
    return f"{agent.name} ({agent.id}) has stopped, with everything it started.", True


def table(agents: Sequence[HeldAgent]) -> list[str]:
    """Lines for a person; empty if there are none."""
    if not agents:
        return []
    rows = [COLUMNS, *map(_row, agents)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


def _row(agent: HeldAgent) -> tuple[str, ...]:
    memory = UNKNOWN if agent.rss_bytes is None else f"{agent.rss_bytes / 1e6:.0f} MB"
    return agent.name, agent.spec, agent.id, str(agent.found.meta.pid), _duration(agent.seconds), memory


def _duration(seconds: float) -> str:
    """`7 s`, `12 min`, `3 h 5 min`, `2 d 1 h`."""
    minutes, hours = int(seconds // 60), int(seconds // 3600)
    if hours >= 24:
        return f"{hours // 24} d {hours % 24} h"
    if hours:
        return f"{hours} h {minutes % 60} min"
    return f"{minutes} min" if minutes else f"{int(seconds)} s"
