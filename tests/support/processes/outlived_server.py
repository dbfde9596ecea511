"""A real server whose agents outlive it, and a client of it: `with serving(folder) as (server, client):`."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from jupyter_process import JupyterProcess, jupyter_process
from local_http import LOCAL
from waiting import until_now


@contextmanager
def serving(folder: Path, *arguments: str) -> Iterator[tuple[JupyterProcess, httpx.Client]]:
    """A server on the folder, and a client of its API. Its sockets outlive it, as the holders do.

    arguments: more of its command line.
    """
    sockets = Path(tempfile.gettempdir(), f"areyouj-test-{zlib.crc32(str(folder).encode())}")
    sockets.mkdir(mode=0o700, exist_ok=True)
    with jupyter_process(folder, *arguments, environment={"XDG_RUNTIME_DIR": str(sockets)}) as server:
        base_url = server.url + "areyouj/api/"
        with httpx.Client(base_url=base_url, headers=server.headers, timeout=20, **LOCAL) as client:
            yield server, client


def start(client: httpx.Client, name: str, spec: str) -> str:
    """A session that is ready; gives its id."""
    client.post("agents", json={"name": name, "spec": spec}).raise_for_status()
    session = str(client.post("sessions", json={"agent": name}).json()["id"])
    until_now(lambda: client.get(f"sessions/{session}/status").json()["state"] == "idle", f"{name} is ready", 30)
    return session


def send(client: httpx.Client, session: str, text: str) -> None:
    client.post(f"sessions/{session}/messages", json={"content": text}).raise_for_status()


def messages(client: httpx.Client, session: str) -> list[tuple[str, str]]:
    """(content, status) of the user's messages."""
    page = client.get(f"instances/{session}/messages", params={"limit": 100}).json()["messages"]
    return [(each["content"], each["status"]) for each in page if each["sender_type"] == "user"]
