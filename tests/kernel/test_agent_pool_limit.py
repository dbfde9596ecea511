"""A fan-out among twenty agents of a real server, as the server saw it: never more in flight than the limit."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import websocket
from jupyter_process import JupyterProcess, jupyter_process
from kernel_process import kernel_process
from waiting import until_now

from areyouj_jupyter import Crew, connect, gather

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

AGENTS = [f"agent-{number}" for number in range(20)]
LIMIT = 8
ITEMS = 40
HELD = range(LIMIT)
"""The first items, whose agents ask before they go on: the test decides when their turns end."""
START = 120.0  # seconds for twenty agents on a busy machine


def prompt(item: int) -> str:
    return f"[[permission go {item}]]" if item in HELD else f"item {item}"


REPLIES = [
    f"You chose **Yes**: `go {item}`" if item in HELD else f"**echo** heard: item {item}" for item in range(ITEMS)
]


class Watch:
    """Another client of the events: what became of each message, and how many were in flight after each event."""

    def __init__(self) -> None:
        self.statuses: dict[str, str] = {}
        self.counts: list[int] = []

    def read(self, socket: websocket.WebSocket) -> None:
        """Until the socket is closed."""
        while frame := socket.recv():
            event = json.loads(frame)
            if event["type"].endswith(":message") and event["data"]["sender_type"] == "user":
                self.statuses[event["data"]["id"]] = event["data"]["status"]
                self.counts.append(self.in_flight)

    @property
    def in_flight(self) -> int:
        """Messages that an agent has, or is being given."""
        return sum(status in ("sending", "processing") for status in self.statuses.values())


@contextmanager
def watched(server: JupyterProcess) -> Iterator[Watch]:
    url = server.url.replace("http", "ws", 1) + "areyouj/api/events"
    header = [f"{name}: {value}" for name, value in server.headers.items()]
    watch = Watch()
    socket = websocket.create_connection(url, timeout=60, header=header)
    assert json.loads(socket.recv())["type"] == "snapshot"  # from here on nothing is missed
    reading = threading.Thread(target=watch.read, args=(socket,))
    reading.start()
    try:
        yield watch
    finally:
        socket.send_close()
        reading.join(10)
        socket.shutdown()
        assert not reading.is_alive()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterProcess]:
    with jupyter_process(tmp_path_factory.mktemp("fan"), f"--AreYouJApp.max_sessions={len(AGENTS)}") as server:
        yield server


@pytest.fixture(scope="module")
def crew(server: JupyterProcess) -> Iterator[Crew]:
    with connect(server.url, server.token) as connected:
        for handle in [connected.start(name, "echo") for name in AGENTS]:
            handle.wait("idle", timeout=START)
        yield connected


def held(crew: Crew) -> list[str]:
    """Agents that ask."""
    return [session.id for session in crew.sessions if session.status.prompt]


def test_of_forty_items_among_twenty_agents_never_more_than_the_limit_are_in_flight(
    crew: Crew, server: JupyterProcess
) -> None:
    with watched(server) as watch:
        replies = crew.map(prompt, range(ITEMS), agents=AGENTS, limit=LIMIT)
        until_now(lambda: len(held(crew)) == LIMIT, "as many questions as may be asked at once", 60)
        until_now(lambda: watch.in_flight >= LIMIT, "that the other client has heard of it")
        assert (watch.in_flight, sum(reply.sent for reply in replies)) == (LIMIT, LIMIT)
        for reply in replies[:LIMIT]:
            reply.answer("Yes")
        assert gather(replies, 120) == REPLIES
        until_now(lambda: list(watch.statuses.values()) == ["completed"] * ITEMS, "the end of all")
    assert max(watch.counts) == LIMIT
    assert {reply.agent for reply in replies} == set(AGENTS)


def test_an_interrupt_of_the_kernel_leaves_the_queue_as_it_was_and_no_thread_behind(
    crew: Crew, server: JupyterProcess, tmp_path: Path
) -> None:
    with watched(server) as watch, kernel_process(server, tmp_path) as kernel:
        kernel.run("import areyouj_jupyter as areyouj, threading\ncrew = areyouj.connect()")
        kernel.run("before = threading.enumerate()")
        texts = [prompt(item) for item in range(ITEMS)]
        kernel.run(f"replies = crew.map('{{item}}', {texts!r}, agents={AGENTS!r}, limit={LIMIT})")
        asked = kernel.begin("areyouj.gather(replies)")
        until_now(lambda: len(held(crew)) == LIMIT, "as many questions as may be asked at once", 60)
        ename, took = kernel.interrupted(asked)
        assert ename == "KeyboardInterrupt"
        assert took < 1.5  # and nobody has answered
        kernel.run(f"assert threading.enumerate() == before\nassert sum(map(lambda r: r.sent, replies)) == {LIMIT}")
        sent = ["processing"] * LIMIT  # stays, and the rest is not sent yet
        until_now(lambda: list(watch.statuses.values()) == sent, f"{sent}, not {watch.statuses}")
        for session in held(crew):
            crew[session].answer("Yes")
        kernel.run(f"assert areyouj.gather(replies, 80) == {REPLIES!r}")  # a map goes on while the kernel lives
        kernel.run("assert threading.enumerate() == before")
    assert max(watch.counts) == LIMIT
