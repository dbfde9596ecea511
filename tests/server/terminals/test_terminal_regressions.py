"""What stalls stock terminals stalls nobody here: the loop ticks on, the user is told, and other sessions echo on."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from holder_process import marked, state
from open_services import open_services
from repository import ROOT
from ticker import ticking
from waiting import until

from areyouj_jupyter.errors import AreYouJError, FolderInvalid, StartFailed
from areyouj_jupyter.models import AgentSettings, CreateAgent, CreateSession, TypeKeys
from areyouj_jupyter.server.services import Services
from areyouj_jupyter.server.sessions.session import Session
from areyouj_jupyter.server.sessions.session_deps import Limits
from areyouj_jupyter.server.status.evidence import CLOSED
from areyouj_jupyter.specs import AgentSpec

pytestmark = pytest.mark.slow

DEADLINE = 1.0  # seconds: for a tick of the loop, for what the user is told, and for another session's echo
PASTE = b"x" * 200_000
SCRIPT = AgentSpec(
    name="script",
    display_name="A script",
    command="{python}",
    install="It is Python.",
    argv=("-I", "-S", "-u", "-c"),
)
ECHO = "import os, tty; tty.setraw(0); print('ready')\nwhile data := os.read(0, 65536): os.write(1, data)"
SLEEPS = "import time; time.sleep(600)"
DEAF = f"import tty; tty.setraw(0); print('ready'); {SLEEPS}"
CLOSING = f"""
import os, signal
signal.signal(signal.SIGHUP, signal.SIG_IGN)
print('ready')
input()
os.closerange(0, 3)
{SLEEPS}
"""
EXITING = "print('ready'); input(); raise SystemExit(3)"
FORKING = f"""
import os, signal
signal.signal(signal.SIGHUP, signal.SIG_IGN)
child = os.fork()
if child:
    print('ready', child)
    raise SystemExit(6)
{SLEEPS}
"""


class Neighbour:
    """Another session, which has to echo whatever happens."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._typed = 0

    async def echoes(self) -> None:
        """It does, in time."""
        self._typed += 1
        word = f"word-{self._typed};"
        await self._session.keys(TypeKeys(keys=word))
        await shown(self._session, word, DEADLINE)


async def shown(session: Session, text: str, deadline: float = 10.0) -> str:
    """All output, once `text` is in it."""

    def look() -> str:
        output = session.output(0)[0].decode()
        return output if text in output else ""

    return await until(look, f"{text} in the output", deadline)


async def start(services: Services, name: str, code: str) -> Session:
    """A session whose program is this Python code."""
    settings = AgentSettings(arguments=[code], restart=False)
    await services.registry.create_agent(CreateAgent(name=name, spec="script", settings=settings))
    return await services.registry.create_session(CreateSession(agent=name))


@asynccontextmanager
async def busy_services(folder: Path) -> AsyncIterator[tuple[Services, Neighbour]]:
    """A server with a neighbour, whose loop ticks on until the end."""
    async with open_services(folder, Limits(sessions=11), specs={"script": SCRIPT}) as services:
        session = await start(services, "neighbour", ECHO)
        await shown(session, "ready")
        neighbour = Neighbour(session)
        async with ticking() as ticker:
            yield services, neighbour
            await neighbour.echoes()
        print(f"longest time without a tick: {ticker.worst:.3f} s")
        assert ticker.worst < DEADLINE


async def told_exit(session: Session) -> str:
    """The reason of its end, which the user is told in time."""
    await until(lambda: session.status.state == "exited", "the end is told", DEADLINE)
    return session.status.reason or ""


@contextmanager
def refused(error: type[AreYouJError], match: str) -> Iterator[None]:
    """What is done inside is refused in time."""
    began = time.monotonic()
    with pytest.raises(error, match=match):
        yield
    assert time.monotonic() - began < DEADLINE


async def test_200_kb_into_a_deaf_program_that_is_then_killed(tmp_path: Path) -> None:
    async with busy_services(tmp_path) as (services, neighbour):
        session = await start(services, "deaf", DEAF)
        await shown(session, "ready")
        run = session.running()
        assert run.terminal.write(PASTE)
        await neighbour.echoes()
        await until(lambda: run.terminal.ptyproc.holder.waiting, "bytes that the program does not take")
        os.kill(run.terminal.ptyproc.pid, signal.SIGKILL)
        assert await told_exit(session) == "The agent was killed by SIGKILL."
        await neighbour.echoes()


async def test_a_program_that_closes_its_terminal_and_lives_on_can_be_stopped(tmp_path: Path) -> None:
    async with busy_services(tmp_path) as (services, neighbour):
        session = await start(services, "closing", CLOSING)
        await shown(session, "ready")
        pid = session.running().terminal.ptyproc.pid
        await session.keys(TypeKeys(keys="<Enter>"))
        await until(lambda: not os.path.exists(f"/proc/{pid}/fd/0"), "a closed terminal")
        await until(lambda: session.status.reason == CLOSED, "the user is told", DEADLINE)
        assert (session.status.state, session.status.seen) == ("awaiting_input", False)
        await neighbour.echoes()
        assert (session.status.state != "exited", session.model().pid) == (True, pid)
        stop = asyncio.create_task(session.stop())
        await until(lambda: session.status.state == "stopping", "the stop is told", DEADLINE)
        await neighbour.echoes()
        await stop
        assert (session.status.state, session.status.reason) == ("exited", "stopped by a user")
        assert state(pid) == ""


async def test_ten_programs_that_exit_at_once(tmp_path: Path) -> None:
    async with busy_services(tmp_path) as (services, neighbour):
        sessions = [await start(services, f"exiting-{number}", EXITING) for number in range(10)]
        for session in sessions:
            await shown(session, "ready")
        for session in sessions:
            await session.keys(TypeKeys(keys="<Enter>"))
        await neighbour.echoes()
        assert [await told_exit(session) for session in sessions] == ["The agent exited with code 3."] * 10
        await neighbour.echoes()


async def test_a_project_folder_that_vanished(tmp_path: Path) -> None:
    async with busy_services(tmp_path) as (services, neighbour):
        folder = tmp_path / "root" / "project"
        folder.mkdir()
        settings = AgentSettings(arguments=[ECHO])
        agent = CreateAgent(name="homeless", spec="script", project_path="project", settings=settings)
        await services.registry.create_agent(agent)
        session = await services.registry.create_session(CreateSession(agent="homeless"))
        await shown(session, "ready")
        folder.rmdir()
        await session.stop()
        with refused(StartFailed, f"could not be started in {folder}: "):
            await session.restart()
        assert session.status.state == "exited"
        with refused(FolderInvalid, str(folder)):
            await services.registry.create_session(CreateSession(agent="homeless"))
        await neighbour.echoes()
        folder.touch()
        with refused(StartFailed, f"could not be started in {folder}: "):
            await session.restart()
        with refused(FolderInvalid, str(folder)):
            await services.registry.create_session(CreateSession(agent="homeless"))


async def test_a_program_that_exits_at_once(tmp_path: Path) -> None:
    async with busy_services(tmp_path) as (services, neighbour):
        for number, code in enumerate(("raise SystemExit(5)", "print('last words'); raise SystemExit(5)")):
            session = await start(services, f"short-{number}", code)
            assert await told_exit(session) == "The agent exited with code 5."
        await neighbour.echoes()
        assert session.output(0)[0] == b"last words\r\n"


async def test_a_grandchild_that_keeps_the_terminal(tmp_path: Path) -> None:
    async with busy_services(tmp_path) as (services, neighbour):
        session = await start(services, "forking", FORKING)
        assert await told_exit(session) == "The agent exited with code 6."
        grandchild = int(session.output(0)[0].split()[-1])
        assert state(grandchild)
        await neighbour.echoes()
        os.kill(grandchild, signal.SIGKILL)


async def test_after_a_stop_of_a_shell_nothing_that_it_started_lives(tmp_path: Path) -> None:
    stubborn = 'trap "" HUP TERM INT; while :; do sleep 1; done'
    commands = (
        "nohup sleep 600 >/dev/null 2>&1 &",
        "setsid sleep 600 &",
        "(setsid sh -c '(sleep 600 &) &' &)",
        f"setsid sh -c '{stubborn}' &",
        f"sh -c '{stubborn}'",
    )
    async with open_services(tmp_path) as services:
        await services.registry.create_agent(CreateAgent(name="shell", spec="shell"))
        session = await services.registry.create_session(CreateSession(agent="shell"))
        await until(lambda: session.status.state == "idle", "a shell")
        for command in commands:
            session.running().terminal.write(command.encode() + b"\r")
        await until(lambda: len(marked(session.id)) >= 8, "all that it started")
        await session.stop()
        assert marked(session.id) == []
        assert (session.status.state, session.status.reason) == ("exited", "stopped by a user")


async def test_after_a_program_quit_politely_nothing_that_it_started_lives(tmp_path: Path) -> None:
    code = "import os; os.spawnlp(os.P_NOWAIT, 'setsid', 'setsid', 'sleep', '600'); print('ready'); input()"
    async with open_services(tmp_path, specs={"script": replace(SCRIPT, quit="bye<Enter>")}) as services:
        session = await start(services, "polite", code)
        await shown(session, "ready")
        await until(lambda: len(marked(session.id)) == 2, "it and its child")
        await session.stop()
        assert marked(session.id) == []


@pytest.mark.parametrize("scenario", ["deaf", "closed", "exits"])
def test_stock_terminals_stall_there(scenario: str) -> None:
    """So the tests above can fail: they ask of ours what stock terminals do not give."""
    command = [sys.executable, str(ROOT / "tests" / "support" / "terminals" / "stock_terminals.py"), scenario]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tests" / "support")}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=20)
    assert ended.returncode == 0, ended.stderr
    assert float(ended.stdout) > DEADLINE
