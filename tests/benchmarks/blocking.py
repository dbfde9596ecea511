"""What stops the loop: the start of an agent, and the cases that freeze stock terminals for good."""

from __future__ import annotations

import asyncio
import shutil
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

from open_services import open_services, started
from waiting import until

from areyouj_jupyter.errors import AreYouJError
from areyouj_jupyter.models import CreateAgent, CreateSession
from areyouj_jupyter.server.services import Services
from areyouj_jupyter.server.sessions.session import Session
from areyouj_jupyter.server.sessions.session_deps import Limits
from benchmarks.rivals import Rival
from benchmarks.table import Row

ROUNDS = 5
Case = Callable[[Services, str], Awaitable[None]]


class Gap:
    """The longest time, in milliseconds, for which a ticker had to wait more than its period."""

    longest = 0.0


@asynccontextmanager
async def ticking(period: float) -> AsyncIterator[Gap]:
    """A ticker while inside."""
    gap = Gap()

    async def tick() -> None:
        while True:
            before = time.monotonic()
            await asyncio.sleep(period)
            gap.longest = max(gap.longest, (time.monotonic() - before - period) * 1000)

    ticker = asyncio.create_task(tick())
    try:
        yield gap
    finally:
        ticker.cancel()
        await asyncio.wait([ticker])


def measure(rivals: dict[str, Rival]) -> Iterator[Row]:
    """In a server of this process, since only its own loop can be watched; the rivals are not needed."""
    with tempfile.TemporaryDirectory(prefix="areyouj-") as folder:
        begin, worst = asyncio.run(_measure(Path(folder)))
    yield Row("an agent's start: the longest gap of a 1 ms ticker", begin, 5, "ms")
    for name, gap in worst.items():
        yield Row(f"gap of a 50 ms ticker: {name}", gap, 100, "ms")


async def _measure(home: Path) -> tuple[float, dict[str, float]]:
    async with open_services(home, limits=Limits(sessions=100, restarts=0)) as services:
        await started(services, "first", "shell")
        begin = [await _gap(services, _start, f"start{number}", 0.001) for number in range(ROUNDS)]
        worst = {
            name: statistics.median(
                [await _gap(services, case, f"{name.split()[0]}{number}", 0.05) for number in range(ROUNDS)]
            )
            for name, case in CASES.items()
        }
    return statistics.median(begin), worst


async def _gap(services: Services, case: Case, name: str, period: float) -> float:
    async with ticking(period) as gap:
        await case(services, name)
    return gap.longest


async def _start(services: Services, name: str) -> None:
    await started(services, name, "shell")


async def _run(session: Session, command: str) -> None:
    assert session.lifecycle.run
    session.lifecycle.run.terminal.write(command.encode() + b"\r")


async def _deaf(services: Services, name: str) -> None:
    session = await started(services, name, "shell")
    await _run(session, "exec sleep 1000")
    assert session.lifecycle.run
    session.lifecycle.run.terminal.write(b"x" * 200_000)
    await asyncio.sleep(0.2)
    await session.stop()


async def _closed(services: Services, name: str) -> None:
    session = await started(services, name, "shell")
    await _run(session, "exec sleep 1000 <&- >&- 2>&-")
    await asyncio.sleep(0.5)
    await session.stop()


async def _ten(services: Services, name: str) -> None:
    sessions = [await started(services, f"{name}-{number}", "shell") for number in range(10)]
    for session in sessions:
        await _run(session, "exit")
    await until(lambda: all(session.status.state == "exited" for session in sessions), "ten exits")


async def _vanished(services: Services, name: str) -> None:
    folder = Path(services.data_dir).parent / "root" / name
    folder.mkdir()
    await services.registry.create_agent(CreateAgent(name=name, spec="shell", project_path=str(folder)))
    shutil.rmtree(folder)
    try:
        await services.registry.create_session(CreateSession(agent=name))
    except AreYouJError:
        return
    raise AssertionError("the folder is gone, yet the agent started")


async def _grandchild(services: Services, name: str) -> None:
    session = await started(services, name, "shell")
    await _run(session, "(trap '' HUP; sleep 1000) & exit")
    await until(lambda: session.status.state == "exited", "the end")
    await session.stop()


CASES = {
    "deaf program, 200 kB, killed": _deaf,
    "closed by a living program": _closed,
    "ten exits at once": _ten,
    "vanished folder": _vanished,
    "grandchild keeps the terminal": _grandchild,
}
