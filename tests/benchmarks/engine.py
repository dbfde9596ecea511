"""Ten sessions of real Claude Code at work: what it costs to know what they do."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

from claude_cli import claude_environment, find_claude
from fake_anthropic import FakeAnthropic
from open_house import open_house, sent
from waiting import until

from areyouj_jupyter.models import AgentSettings, CreateAgent, CreateSession
from areyouj_jupyter.server.backing import Limits
from areyouj_jupyter.server.session import Session
from benchmarks.rivals import Rival
from benchmarks.table import Row

SESSIONS = 10
SECONDS = 6.0
ROUNDS = 5
START = 120.0  # seconds for ten of them to start on two cores


def measure(rivals: dict[str, Rival]) -> Iterator[Row]:
    """Part of one core, in percent: the loop's thread, in which terminals and screens are read and judged."""
    spent = asyncio.run(_spent())
    yield Row(f"status of {SESSIONS} busy Claude Code sessions: CPU of a core", spent, 2, "%")


async def _spent() -> float:
    with tempfile.TemporaryDirectory(prefix="areyouj-") as folder:
        async with _busy(Path(folder)) as sessions:
            rounds = [await _round() for _ in range(ROUNDS)]
            assert all(session.status.state == "busy" for session in sessions)
    return statistics.median(rounds)


async def _round() -> float:
    begun, spent = time.monotonic(), time.thread_time()  # of the loop's thread: the fake model has threads of its own
    await asyncio.sleep(SECONDS)
    return (time.thread_time() - spent) / (time.monotonic() - begun) * 100


@asynccontextmanager
async def _busy(folder: Path) -> AsyncIterator[list[Session]]:
    """Sessions in which a turn runs, with spinner and clock, for as long as it takes."""
    project = (folder / "root" / "garden").resolve()
    project.mkdir(parents=True)
    with FakeAnthropic() as model:
        settings = AgentSettings(environment=claude_environment(folder / "home", model.url, project))
        async with open_house(folder, limits=Limits(), tasks_period=1.0, commands={"claude": find_claude()}) as house:
            sessions = []
            for number in range(SESSIONS):
                name = f"ada-{number}"
                await house.registry.create_agent(
                    CreateAgent(name=name, spec="claude", project_path="garden", settings=settings)
                )
                sessions.append(await house.registry.create_session(CreateSession(agent=name)))
            for state, text in (("idle", "[[slow 600]]"), ("busy", None)):
                for session in sessions:
                    await until(lambda s=session, w=state: s.status.state == w, f"all are {state}", START)
                    if text:
                        await sent(session, text)
            await asyncio.sleep(SECONDS)  # the start's own work is over
            yield sessions
