"""One run: agents, producers, and one kill after the other, until all is still."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from waiting import until_now

from areyouj_jupyter.server.terminals import end_by_force, find_holders
from chaos.server import RestartedServer
from chaos.threads import care, chatter, produce

TALKATIVE = 3  # agents whose hooks chatter
GAP = (0.2, 1.5)  # seconds between two kills
STOPPED = (1.0, 14.0)  # seconds that a holder is stopped
STILL_DEADLINE = 240.0  # seconds after the last kill
OPEN = ("pending", "sending", "processing")
KINDS = {"server killed": 9, "server ended": 5, "holder killed": 2, "holder stopped": 2, "agent killed": 2}
"""How often in twenty."""


class Chaos:
    """Owned by one test."""

    def __init__(self, folder: Path, agents: int, seed: int) -> None:
        """folder: of the test."""
        self.agents = [f"agent-{number}" for number in range(agents)]
        self.done: Counter[str] = Counter()
        """How often what happened."""
        self.hit: Counter[str] = Counter()
        """How often an agent or its holder was killed, or its holder stopped."""
        self._folder, self._random = folder, random.Random(seed)
        self._sockets = Path(tempfile.mkdtemp(prefix="areyouj-"))
        self.server = RestartedServer(folder, {"XDG_RUNTIME_DIR": str(self._sockets)})

    def truth(self, agent: str) -> Path:
        """The agent's own log of what it got."""
        return self._folder / f"truth-{agent}.jsonl"

    @contextmanager
    def running(self) -> Iterator[None]:
        """While inside, server and agents are there; none is afterwards."""
        self.server.start()
        try:
            with self.server.client() as client:
                for agent in self.agents:
                    self._start(client, agent)
            yield
        finally:
            self._end()

    def _start(self, client: httpx.Client, agent: str) -> None:
        settings = {"restart": True, "environment": {"ECHO_TRUTH": str(self.truth(agent))}}
        client.post("agents", json={"name": agent, "spec": "echo", "settings": settings}).raise_for_status()
        client.post("sessions", json={"agent": agent}).raise_for_status()

    def _end(self) -> None:
        """No server, no agent, no holder is left, whatever happened."""
        if self.server.process:
            self.server.end(signal.SIGKILL)
        for found in find_holders(self._folder / "data" / "run"):
            end_by_force(found.meta)

    def happen(self, messages: int, kills: int) -> None:
        """All messages are sent, all kills done, and every message has ended when this returns."""
        over = threading.Event()
        beside = [
            threading.Thread(target=chatter, args=(self.server, self.agents[:TALKATIVE], over)),
            threading.Thread(target=care, args=(self.server, over)),
        ]
        count = messages // len(self.agents)
        producers = [threading.Thread(target=produce, args=(self.server, agent, count, over)) for agent in self.agents]
        for thread in (*beside, *producers):
            thread.start()
        try:
            for number in range(kills):
                time.sleep(self._random.uniform(*GAP))
                self._kill(number)
            for producer in producers:
                producer.join(STILL_DEADLINE)
            self._settle()
        finally:
            over.set()
            for thread in (*beside, *producers):
                thread.join()

    def _kill(self, number: int) -> None:
        kinds = list(KINDS)
        kind = kinds[number] if number < len(kinds) else self._random.choices(kinds, list(KINDS.values()))[0]
        self.done[kind] += 1
        if kind.startswith("server"):
            self.server.end(signal.SIGKILL if kind == "server killed" else signal.SIGTERM)
            self.server.start()
            return
        agent = self._random.choice(self.agents)
        self.hit[agent] += 1
        with contextlib.suppress(OSError, StopIteration):
            meta = self._meta(agent)
            if kind == "agent killed":
                os.kill(meta["pid"], signal.SIGKILL)
            elif kind == "holder killed":
                os.kill(meta["holder_pid"], signal.SIGKILL)
            else:
                self._stop(meta["holder_pid"])

    def _stop(self, pid: int) -> None:
        os.kill(pid, signal.SIGSTOP)
        threading.Timer(self._random.uniform(*STOPPED), _go_on, (pid,)).start()

    def _meta(self, agent: str) -> dict[str, int]:
        """What the newest holder of an agent wrote down."""
        with self.server.client() as client:
            session = client.get(f"sessions/{agent}").json()
        name = f"{session['id']}-{session['incarnation']}"
        return dict(json.loads((self._folder / "data" / "run" / name / "meta.json").read_text()))

    def _settle(self) -> None:
        try:
            until_now(lambda: not self._unfinished(), "the end of every message", STILL_DEADLINE)
        except AssertionError as error:
            raise AssertionError(f"{error}: {self._unfinished()}") from None

    def _unfinished(self) -> str:
        """What has not ended, and why; empty if all has."""
        return "; ".join(filter(None, map(self._queue, self.agents)))

    def _queue(self, agent: str) -> str:
        with self.server.client() as client:
            answer = client.get(f"sessions/{agent}/queue").json()
            status = client.get(f"sessions/{agent}/status").json()
        if "messages" not in answer:
            return f"{agent}: {answer}"
        waits = Counter(each["status"] for each in answer["messages"] if each["status"] in OPEN)
        return f"{agent} {dict(waits)} {status['state']} {status['blocked']}" if waits else ""

    def messages(self, agent: str) -> list[dict[str, str]]:
        """All that were sent to it, in order."""
        found: list[dict[str, str]] = []
        with self.server.client() as client:
            session, before = client.get(f"sessions/{agent}").json()["id"], {}
            while True:
                page = client.get(f"instances/{session}/messages", params={"limit": 100, **before}).json()
                found = page["messages"] + found
                if not page["messages"] or not page.get("before"):
                    return [each for each in found if each["sender_type"] == "user"]
                before = {"before": page["before"]}


def _go_on(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGCONT)
