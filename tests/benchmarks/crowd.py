"""Thirty agents in a JupyterLab, ten of them at work, with tasks and messages: what the side panel has to bear."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from jupyter_process import JupyterProcess, jupyter_process
from local_http import LOCAL
from waiting import until_now

from benchmarks.many_messages import fill

FRONT_END = Path(__file__).parents[2] / "areyouj_jupyter" / "labextension"
READY = 180.0  # seconds for thirty agents to start on two cores
LOOK = 0.25  # seconds between two looks at who has nothing to do
# Ten lines a second. Of each, the colour is the time in tenths of a second: it tells a picture how old it is.
CLOCK = (
    r"while :; do t=${EPOCHREALTIME/[.,]/}; t=$((t / 100000 % 16777216)); "
    r"printf '\n\033[48;2;%d;%d;%dm%60s\033[0m' $((t >> 16)) $((t >> 8 & 255)) $((t & 255)) ''; sleep 0.1; done"
)


@dataclass(frozen=True)
class Size:
    """How much there is of everything."""

    agents: int = 30
    clocks: int = 2
    """Shells that print the time, among those at work."""
    at_work: int = 10
    tasks: int = 500
    messages: int = 2000


class Crowd:
    """The agents of a server, and what is asked of them. Owned by the `with` that made it."""

    def __init__(self, server: JupyterProcess, size: Size, client: httpx.Client) -> None:
        """client: at the server's interface."""
        self.server, self.size, self._client = server, size, client
        self.clocks = [f"clock-{number}" for number in range(size.clocks)]
        self.workers = [f"worker-{number}" for number in range(size.at_work - size.clocks)]
        self.others = [f"other-{number}" for number in range(size.agents - size.at_work)]

    def settle(self) -> None:
        """Start the agents, fill the stores, and let the clocks run."""
        for names, spec in ((self.clocks, "shell"), (self.workers + self.others, "echo")):
            for name in names:
                self._post("agents", {"name": name, "spec": spec})
                self._post("sessions", {"agent": name})
        until_now(lambda: all(each["status"]["state"] == "idle" for each in self.sessions()), "idle agents", READY)
        # Those that were at work have the most to tell.
        told = [each["id"] for each in self.sessions() if each["agent"] in self.workers + self.clocks]
        fill(self.server.data / "agents.db", told, self.size.messages)
        self._add_tasks()
        for name in self.clocks:
            self._post(f"sessions/{name}/messages", {"content": CLOCK})

    def sessions(self) -> list[dict[str, Any]]:
        """As the server lists them."""
        found: list[dict[str, Any]] = self._client.get("sessions").json()
        return found

    @contextmanager
    def working(self, turn: float) -> Iterator[None]:
        """Inside, each worker prints ten lines a second, in turns of so many seconds, one after the other."""
        over = threading.Event()
        thread = threading.Thread(target=self._keep_busy, args=(turn, over))
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()
            for name in self.workers:
                self._client.delete(f"sessions/{name}/queue")
                self._client.post(f"sessions/{name}/interrupt")

    def _keep_busy(self, turn: float, over: threading.Event) -> None:
        """Each worker has the next message before it is done with one."""
        while not over.wait(LOOK):
            for session in self.sessions():
                if session["agent"] in self.workers and session["pending"] == 0:
                    content = f"Go on. [[ticks {turn * 10:.0f} 100]]"
                    self._post(f"sessions/{session['id']}/messages", {"content": content})

    def _add_tasks(self) -> None:
        """Each tenth one has nine sub-tasks."""
        for number in range(self.size.tasks):
            part = {"parent_id": str(number // 10 + 1)} if number % 10 else {}
            self._post("tasks", {"title": f"Write part {number} of the manual, and have it read", **part})

    def _post(self, path: str, body: dict[str, str]) -> None:
        answer = self._client.post(path, json=body)
        assert answer.is_success, answer.text


@contextmanager
def crowd(folder: Path, size: Size) -> Iterator[Crowd]:
    """A JupyterLab of its own, with the front end as it is committed."""
    share = folder / "share" / "labextensions"
    share.mkdir(parents=True)
    (share / "areyouj-jupyter").symlink_to(FRONT_END)
    environment = {"JUPYTER_PATH": str(share.parent), "SHELL": "/bin/bash"}
    options = (f"--AreYouJApp.max_sessions={size.agents}",)
    with jupyter_process(folder, *options, environment=environment, program=("lab",)) as server:
        api = f"{server.url}areyouj/api/"
        with httpx.Client(base_url=api, headers=server.headers, timeout=60, **LOCAL) as client:
            settled = Crowd(server, size, client)
            settled.settle()
            yield settled
