"""The rivals: whose terminals are measured, all in the same server."""

from __future__ import annotations

import json
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import psutil
from jupyter_process import JupyterProcess
from local_http import LOCAL
from waiting import until_now

HERE = Path(__file__).parent
PROGRAM = f"{sys.executable} -I -S {HERE / 'flood.py'}"


@dataclass(frozen=True)
class Place:
    """One terminal that runs a shell."""

    url: str
    """Of its WebSocket."""
    id: str


class Rival:
    """A kind of terminal of one server."""

    def __init__(self, server: JupyterProcess, name: str, protocol: str = "") -> None:
        self.server, self.name, self.protocol = server, name, protocol
        self.stock = name == "stock"
        self._client = httpx.Client(base_url=server.url, headers=server.headers, timeout=60, **LOCAL)

    def open(self) -> Place:
        """A new terminal."""
        if self.stock:
            id = str(self._posted("api/terminals", {})["name"])
            return Place(f"{self.server.url}terminals/websocket/{id}", id)
        agent = {"name": f"bench-{uuid.uuid4().hex[:8]}", "spec": "shell"}
        self._posted("areyouj/api/agents", agent)
        id = str(self._posted("areyouj/api/sessions", {"agent": agent["name"]})["id"])
        until_now(lambda: self._state(id) == "idle", "the shell", 60)
        return Place(f"{self.server.url}areyouj/terminals/websocket/{id}", id)

    def _posted(self, path: str, body: dict[str, str]) -> Any:
        answer = self._client.post(path, json=body)
        assert answer.is_success, answer.text
        return answer.json()

    def _state(self, id: str) -> str:
        return str(self._client.get(f"areyouj/api/sessions/{id}/status").json()["state"])

    def close(self, place: Place) -> None:
        """End it with its program."""
        path = f"api/terminals/{place.id}" if self.stock else f"areyouj/api/sessions/{place.id}"
        self._client.delete(path)

    def processes(self) -> list[psutil.Process]:
        """The server and, for ours, the holders that live."""
        found = [psutil.Process(self.server.pid)]
        return found if self.stock else found + holders(self.server)

    def cpu(self, server_only: bool = False) -> float:
        """CPU seconds spent so far."""
        return sum(seconds(process) for process in self.processes()[: 1 if server_only else None])


@contextmanager
def places(rival: Rival, count: int = 1) -> Iterator[list[Place]]:
    """So many terminals; they are gone afterwards."""
    opened = [rival.open() for _ in range(count)]
    try:
        yield opened
    finally:
        for place in opened:
            rival.close(place)


@contextmanager
def viewer(
    rival: Rival, mode: str, command: str, urls: list[str], stay: bool = False
) -> Iterator[subprocess.Popen[str]]:
    """A process that looks at these terminals; it is ready. stay: the shell is still there after the command."""
    orders = {"token": rival.server.token, "protocol": rival.protocol, "mode": mode, "urls": urls}
    process = subprocess.Popen(
        [sys.executable, "-I", "-S", HERE / "viewer.py"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin and process.stdout
    try:
        say(process, json.dumps({**orders, "command": f"{'' if stay else 'exec '}{PROGRAM} {command}"}))
        assert process.stdout.readline() == "ready\n"
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()


def say(process: subprocess.Popen[str], line: str) -> None:
    """One line to a viewer."""
    assert process.stdin
    process.stdin.write(line + "\n")
    process.stdin.flush()


def result(process: subprocess.Popen[str]) -> Any:
    """What a viewer found; waits for it."""
    assert process.stdout
    line = process.stdout.readline()
    assert line, "the viewer failed"
    return json.loads(line)


def holders(server: JupyterProcess) -> list[psutil.Process]:
    """The holders of a server's sessions."""
    found = []
    for meta in server.data.glob("run/*/meta.json"):
        try:
            found.append(psutil.Process(json.loads(meta.read_text())["holder_pid"]))
        except (psutil.Error, ValueError, FileNotFoundError):  # it ended meanwhile
            continue
    return found


def seconds(process: psutil.Process) -> float:
    """CPU seconds of one process."""
    try:
        times = process.cpu_times()
    except psutil.Error:
        return 0.0
    return float(times.user + times.system)
