"""Ten sessions of real Claude Code at work: what it costs to know what they do."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest
from claude_cli import claude_environment, find_claude
from fake_anthropic import FakeAnthropic
from open_services import open_services, sent
from waiting import until

from areyouj_jupyter.models import AgentSettings, CreateAgent, CreateSession
from areyouj_jupyter.server.delivery.steps import Steps
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.sessions.session import Session
from areyouj_jupyter.server.sessions.session_deps import Limits
from benchmarks.rivals import Rival
from benchmarks.table import Row

SESSIONS = 10
SECONDS = 6.0
ROUNDS = 5
ENGINE = ((Incarnation, "on_output"), (Incarnation, "on_hook"), (Incarnation, "look"), (Steps, "read"))
START = 120.0  # seconds for ten of them to start on two cores


def measure(rivals: dict[str, Rival]) -> Iterator[Row]:
    """Part of one core, in percent; rivals: not needed, since nobody else does this."""
    with _counted() as engine:
        spent, whole = asyncio.run(_spent(engine))
    title = f"{SESSIONS} busy Claude Code sessions"
    yield Row(f"{title}: CPU of the status engine", spent, 2, "%")
    yield Row(f"{title}: CPU of the whole loop, with reading terminals", whole, 100, "%")


class _Engine:
    """Seconds of CPU in what takes output, reads screens and transcripts, takes hooks and judges."""

    seconds = 0.0


@contextmanager
def _counted() -> Iterator[_Engine]:
    engine = _Engine()
    with pytest.MonkeyPatch.context() as patch:
        for owner, name in ENGINE:
            patch.setattr(owner, name, _timed(getattr(owner, name), engine))
        yield engine


def _timed(part: Callable[..., object], engine: _Engine) -> Callable[..., object]:
    def timed(*given: object) -> object:
        begun = time.thread_time()
        try:
            return part(*given)
        finally:
            engine.seconds += time.thread_time() - begun

    return timed


async def _spent(engine: _Engine) -> tuple[float, float]:
    with tempfile.TemporaryDirectory(prefix="areyouj-") as folder:
        async with _busy(Path(folder)) as sessions:
            rounds = [await _round(engine) for _ in range(ROUNDS)]
            assert all(session.status.state == "busy" for session in sessions)
    spent, whole = (statistics.median(column) for column in zip(*rounds, strict=True))
    return spent, whole


async def _round(engine: _Engine) -> tuple[float, float]:
    begun, spent, engine.seconds = time.monotonic(), time.thread_time(), 0.0  # the fake model has threads of its own
    await asyncio.sleep(SECONDS)
    lasted = time.monotonic() - begun
    return engine.seconds / lasted * 100, (time.thread_time() - spent) / lasted * 100


@asynccontextmanager
async def _busy(folder: Path) -> AsyncIterator[list[Session]]:
    """Sessions in which a turn runs, with spinner and clock, for as long as it takes."""
    project = (folder / "root" / "garden").resolve()
    project.mkdir(parents=True)
    with FakeAnthropic() as model:
        settings = AgentSettings(environment=claude_environment(folder / "home", model.url, project))
        async with open_services(
            folder, limits=Limits(), tasks_period=1.0, commands={"claude": find_claude()}
        ) as services:
            sessions = []
            for number in range(SESSIONS):
                name = f"ada-{number}"
                await services.registry.create_agent(
                    CreateAgent(name=name, spec="claude", project_path="garden", settings=settings)
                )
                sessions.append(await services.registry.create_session(CreateSession(agent=name)))
            for state, text in (("idle", "[[slow 600]]"), ("busy", None)):
                for session in sessions:
                    await until(lambda s=session, w=state: s.status.state == w, f"all are {state}", START)
                    if text:
                        await sent(session, text)
            await asyncio.sleep(SECONDS)  # the start's own work is over
            yield sessions
