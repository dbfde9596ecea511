"""Jupyter as the first process of a container: nobody else reaps what its agents leave."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil
import pytest
from jupyter_process import CONTAINER, JupyterProcess, jupyter_process
from local_http import LOCAL
from waiting import until_now

pytestmark = pytest.mark.slow

AGENTS = 3


@contextmanager
def container(folder: Path) -> Iterator[tuple[JupyterProcess, httpx.Client]]:
    """A server whose parent is none, and a client of its API."""
    with jupyter_process(folder, inside=CONTAINER) as server:
        assert namespace_pid(server.pid) == 1
        with httpx.Client(base_url=server.url, headers=server.headers, timeout=20, **LOCAL) as client:
            yield server, client


def namespace_pid(pid: int) -> int:
    """What the process itself takes for its pid."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("NSpid:")).split()[-1])


def start(client: httpx.Client, name: str) -> str:
    """A shell that is ready; gives its session's id."""
    client.post("areyouj/api/agents", json={"name": name, "spec": "shell"}).raise_for_status()
    session = str(client.post("areyouj/api/sessions", json={"agent": name}).json()["id"])
    until_now(lambda: state(client, session) == "idle", f"{name} is ready", 30)
    return session


def state(client: httpx.Client, session: str) -> str:
    return str(client.get(f"areyouj/api/sessions/{session}").json()["status"]["state"])


def children(server: JupyterProcess, *statuses: str) -> list[str]:
    """The names of the server's own child processes, all or those of a status."""
    found = psutil.Process(server.pid).children()
    return sorted(child.name() for child in found if not statuses or child.status() in statuses)


def holder_of(server: JupyterProcess, client: httpx.Client, session: str) -> int:
    """The pid of a session's holder, as it is seen from here."""
    agent = client.get(f"areyouj/api/sessions/{session}").json()["pid"]
    family = psutil.Process(server.pid).children(recursive=True)
    return next(each.ppid() for each in family if namespace_pid(each.pid) == agent)


def test_no_zombie_is_left_when_agents_end_however_they_do(tmp_path: Path) -> None:
    with container(tmp_path) as (server, client):
        before = children(server)
        for round_ in range(2):
            sessions = [start(client, f"writer-{round_}-{number}") for number in range(AGENTS)]
            client.delete(f"areyouj/api/sessions/{sessions[0]}").raise_for_status()
            client.post(f"areyouj/api/sessions/{sessions[1]}/keys", json={"keys": "exit 0<Enter>"}).raise_for_status()
            sleeper = {"keys": "sleep 1000 &<Enter>"}  # an orphan of its, which goes with it
            client.post(f"areyouj/api/sessions/{sessions[2]}/keys", json=sleeper).raise_for_status()
            until_now(lambda: "sleep" in names(server), "its child runs")
            os.kill(holder_of(server, client, sessions[2]), signal.SIGKILL)
            for session in sessions[1:]:
                until_now(lambda session=session: state(client, session) == "exited", "it ended")
                client.delete(f"areyouj/api/sessions/{session}").raise_for_status()
            until_now(lambda: not zombies(server), f"no zombies: {zombies(server)}")
            for orphan in psutil.Process(server.pid).children(recursive=True):
                if orphan.name() == "sleep":
                    orphan.kill()
            until_now(lambda: children(server) == before, f"all gone: {children(server)}")


def test_no_zombie_is_left_by_a_start_that_fails(tmp_path: Path) -> None:
    with container(tmp_path) as (server, client):
        much = {
            "environment": {f"TEXT_{number}": "x" * 32768 for number in range(64)}
        }  # more than Linux gives a program
        client.post("areyouj/api/agents", json={"name": "writer", "spec": "shell", "settings": much}).raise_for_status()
        for _ in range(AGENTS):
            answer = client.post("areyouj/api/sessions", json={"agent": "writer"})
            assert (answer.status_code, answer.json()["reason"]) == (409, "StartFailed")
        until_now(lambda: not children(server), f"no zombies: {zombies(server)}")


def names(server: JupyterProcess) -> list[str]:
    """Of all processes below it."""
    return [each.name() for each in psutil.Process(server.pid).children(recursive=True)]


def zombies(server: JupyterProcess) -> list[str]:
    return children(server, psutil.STATUS_ZOMBIE)


def test_the_children_of_others_are_left_to_them(tmp_path: Path) -> None:
    with container(tmp_path) as (server, client):
        terminal = client.post("api/terminals").json()["name"]
        kernel = client.post("api/kernels", json={"name": "python3"}).json()["id"]
        client.delete(f"areyouj/api/sessions/{start(client, 'writer')}").raise_for_status()
        versions = {spec["name"]: spec["version"] for spec in client.get("areyouj/api/specs").json()}
        assert versions["shell"]  # its program was waited for by whoever asked it
        assert client.delete(f"api/terminals/{terminal}").status_code == 204
        assert client.delete(f"api/kernels/{kernel}").status_code == 204
        until_now(lambda: not children(server), f"all gone: {children(server)}", 30)
        log = server.log.read_text()
        assert "ChildProcessError" not in log and "Unknown child process" not in log  # as asyncio says it
