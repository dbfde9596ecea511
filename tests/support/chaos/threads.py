"""What goes on beside the killing: producers, hooks without meaning, and a person who restarts what has ended."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from pathlib import Path
from typing import Any

import httpx

from areyouj_jupyter.agentside.hook import SECRET, SOCKET, encode
from chaos.server import RestartedServer

HOOK_PERIOD = 0.05  # seconds: twenty a second
CARE_PERIOD = 0.5  # seconds
RETRY_PAUSE = 0.1  # seconds


def produce(server: RestartedServer, agent: str, count: int, over: threading.Event) -> None:
    """Send `m0e`, `m1e`, … until each is accepted; the key makes that once."""
    with server.client() as client:
        for number in range(count):
            request = {"content": f"m{number}e", "idempotency_key": f"{agent} {number}"}
            while not _accepted(client, f"sessions/{agent}/messages", request):
                if over.wait(RETRY_PAUSE):
                    return


def _accepted(client: httpx.Client, path: str, request: dict[str, Any]) -> bool:
    try:
        return client.post(path, json=request).status_code == 201
    except httpx.HTTPError:
        return False


def care(server: RestartedServer, over: threading.Event) -> None:
    """A person who looks now and then, and restarts what has ended."""
    with server.client() as client:
        while not over.wait(CARE_PERIOD):
            with contextlib.suppress(httpx.HTTPError, ValueError, KeyError, TypeError):
                for session in client.get("sessions").json():
                    if session["status"]["state"] == "exited":
                        client.post(f"sessions/{session['id']}/restart")


def chatter(server: RestartedServer, agents: list[str], over: threading.Event) -> None:
    """Twenty hooks a second that mean nothing, for each of these agents."""
    pids: dict[str, int] = {}
    with server.client() as client:
        while not over.wait(HOOK_PERIOD):
            for agent in agents:
                if not _call_hook(pids.get(agent)):
                    with contextlib.suppress(httpx.HTTPError, ValueError, KeyError, TypeError):
                        pids[agent] = client.get(f"sessions/{agent}").json()["pid"]


def _call_hook(pid: int | None) -> bool:
    """False: that process is not there."""
    try:
        pairs = Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    except OSError:
        return False
    variables = dict(pair.decode().partition("=")[::2] for pair in pairs if pair)
    with contextlib.suppress(OSError, KeyError), socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(1)
        connection.connect(variables[SOCKET])
        connection.sendall(encode("Chatter", json.loads("{}"), variables[SECRET]))
    return bool(variables)
