"""SIGINT ends a server without a terminal in order, and soon: so JupyterHub stops the servers of its users."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import pytest
from installed import post, say, state
from jupyter_process import JupyterProcess, jupyter_process
from waiting import until_now

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

LONGEST = 5.0  # seconds that a Hub's user waits at most

BROKEN_OFF = """
import asyncio, sys
from pathlib import Path
from areyouj_jupyter.server.storage.database import Database

loop = asyncio.new_event_loop()
kept = loop.run_until_complete(Database.open(Path(sys.argv[1])))
loop.call_soon(sys.exit, 7)
loop.run_forever()
"""


def gone(pid: int) -> bool:
    """Whether a process has ended; a child of ours that nobody has asked for yet counts as such."""
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def interrupted(server: JupyterProcess) -> float:
    """The seconds from SIGINT to the server's end."""
    began = time.monotonic()
    os.kill(server.pid, signal.SIGINT)
    until_now(lambda: gone(server.pid), "the server's end", 15)
    return time.monotonic() - began


def working(server: JupyterProcess, agent: str, *directives: str) -> int:
    """Start an agent that then does this; its pid."""
    post(server, "agents", {"name": agent, "spec": "echo", "project_path": ""})
    pid = int(post(server, "sessions", {"agent": agent})["pid"])
    until_now(lambda: state(server, agent) == "idle", f"{agent} to be idle")
    for directive in directives:
        say(server, agent, directive)
        until_now(lambda: state(server, agent) == "busy", f"{agent} to be busy")
    return pid


def test_the_agents_of_an_interrupted_server_end_with_it_however_stubborn_they_are(tmp_path: Path) -> None:
    with jupyter_process(tmp_path) as server:
        pids = [working(server, "idle"), working(server, "stubborn", "[[stubborn]] [[slow 60]]")]
        assert interrupted(server) < LONGEST
        assert [gone(pid) for pid in pids] == [True, True]


def test_the_agents_of_an_interrupted_server_live_on_and_are_found_by_the_next(tmp_path: Path) -> None:
    sockets = tempfile.mkdtemp(prefix="areyouj-", dir="/tmp")  # of both servers; a Unix socket's path takes 107 bytes
    environment = {"XDG_RUNTIME_DIR": sockets}
    with jupyter_process(tmp_path, "--AreYouJApp.stop_agents_on_exit=False", environment=environment) as server:
        pid = working(server, "writer", "[[slow 60]]")
        assert interrupted(server) < LONGEST
        assert not gone(pid)
    with jupyter_process(tmp_path, environment=environment) as server:
        assert server.get("areyouj/api/sessions/writer").json()["pid"] == pid
        assert state(server, "writer") == "busy"


def test_a_server_that_is_interrupted_while_it_starts_ends_soon(tmp_path: Path) -> None:
    with jupyter_process(tmp_path, ready="api/status") as server:
        assert interrupted(server) < LONGEST


def test_an_event_loop_that_is_broken_off_keeps_no_process(tmp_path: Path) -> None:
    """Python waits for threads at its end, and a database has one."""
    ended = subprocess.run([sys.executable, "-c", BROKEN_OFF, str(tmp_path / "agents.db")], timeout=15)
    assert ended.returncode == 7
