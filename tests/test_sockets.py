"""The WebSockets: what they send, whom they close, and that no slow browser costs anybody else anything."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jupyter_server.serverapp import ServerApp
from open_house import sent, started
from served_house import served_house
from tornado.httpclient import HTTPClientError
from tornado.websocket import WebSocketClientConnection
from waiting import until

from areyouj_jupyter.models import Event, Notification, Removed
from areyouj_jupyter.server.session import Session
from areyouj_jupyter.server.sockets import TerminalSocket, terminal
from areyouj_jupyter.server.sockets.events import Encoder
from areyouj_jupyter.server.sockets.socket import Socket

pytestmark = pytest.mark.slow
Connect = Callable[..., Awaitable[WebSocketClientConnection]]

RESET = "\x1bc"


@pytest.fixture
def connect(jp_ws_fetch: Connect, jp_asyncio_loop: asyncio.AbstractEventLoop) -> Iterator[Connect]:
    """`await connect(path, …)`: an open socket below `areyouj`, which is closed after the test."""
    sockets = []

    async def connect(*parts: str) -> WebSocketClientConnection:
        sockets.append(await jp_ws_fetch("areyouj", *parts))
        return sockets[-1]

    async def close() -> None:
        for socket in sockets:
            socket.close()

    yield connect
    jp_asyncio_loop.run_until_complete(close())


async def heard(socket: WebSocketClientConnection) -> Any:
    """The next frame, or None once the socket is closed."""
    async with asyncio.timeout(10):
        frame = await socket.read_message()
    return None if frame is None else json.loads(frame)


async def heard_until(socket: WebSocketClientConnection, wanted: Callable[[Any], bool]) -> list[Any]:
    """All frames up to the first wanted one."""
    frames = [await heard(socket)]
    while not wanted(frames[-1]):
        assert frames[-1] is not None, f"closed with {socket.close_code}"
        frames.append(await heard(socket))
    return frames


async def closed(socket: WebSocketClientConnection) -> int | None:
    """The code with which the server closes, whatever it still says before."""
    while await heard(socket) is not None:
        pass
    return socket.close_code


def note(text: str = "hi") -> Event:
    return Event(type="session:a:notification", data=Notification(session_id="a", agent="w", level="info", text=text))


def test_a_socket_that_does_not_say_whom_it_admits_is_never_made() -> None:
    with pytest.raises(TypeError, match="admit"):
        Socket.__new__(Socket)


# Events


def test_an_event_is_encoded_once_for_all_clients() -> None:
    encode, event = Encoder(), note()
    assert encode(event) is encode(event)
    assert json.loads(encode(event))["data"] == {"session_id": "a", "agent": "w", "level": "info", "text": "hi"}


def test_the_encoder_forgets() -> None:
    encode = Encoder()
    events = [note(str(number)) for number in range(1000)]
    assert [json.loads(encode(event))["data"]["text"] for event in events] == [str(number) for number in range(1000)]
    assert len(encode) < 100


async def test_a_viewer_gets_a_snapshot_and_then_every_fact(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path
) -> None:
    async with served_house(jp_serverapp, tmp_path) as house:
        session = await started(house)
        viewers = [await connect("api/events") for _ in range(2)]
        for viewer in viewers:
            snapshot = await heard(viewer)
            assert snapshot["type"] == "snapshot"
            assert [agent["session_id"] for agent in snapshot["data"]["agents"]] == [session.id]
            assert [each["id"] for each in snapshot["data"]["sessions"]] == [session.id]
            assert snapshot["data"]["active"] is None
        house.events.publish(Event(type="agent-changed", data=Removed(id="x")))
        gone = {"type": "agent-changed", "data": {"id": "x", "removed": True}}
        for viewer in viewers:
            assert (await heard_until(viewer, lambda frame: frame == gone))[-1] == gone
            viewer.close()
        await until(lambda: len(house.events) == 1, "only the task board listens")


async def test_output_comes_to_those_who_asked_for_it(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path
) -> None:
    async with served_house(jp_serverapp, tmp_path) as house:
        session = await started(house)
        follower, other = [await connect("api/events") for _ in range(2)]
        follower.write_message(json.dumps({"type": "subscribe", "session_id": "writer", "offset": 0}))
        await sent(session, "schön 안녕 🙂")
        frames = await heard_until(follower, lambda frame: "heard: schön 안녕 🙂" in _output([frame], session))
        assert _output(frames, session) == session.output(0)[0][: len(_output(frames, session).encode())].decode()
        house.events.publish(note("the end"))
        assert _output(await heard_until(other, lambda frame: frame["data"].get("text") == "the end"), session) == ""


async def test_output_from_now_on_leaves_out_what_was(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path
) -> None:
    async with served_house(jp_serverapp, tmp_path) as house:
        session = await started(house)
        viewer = await connect("api/events")
        viewer.write_message(json.dumps({"type": "subscribe", "session_id": session.id}))
        viewer.write_message(json.dumps({"type": "subscribe", "session_id": "nobody"}))
        run = session.life.run
        assert run is not None
        await until(lambda: run.output)
        await sent(session, "one")
        frames = await heard_until(viewer, lambda frame: "heard: one" in _output([frame], session))
        assert "· an agent that" not in _output(frames, session)
        viewer.write_message(json.dumps({"type": "unsubscribe", "session_id": session.id}))
        await until(lambda: not run.output)


async def test_a_follower_goes_over_to_the_next_incarnation(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path
) -> None:
    async with served_house(jp_serverapp, tmp_path) as house:
        session = await started(house)
        viewer = await connect("api/events")
        viewer.write_message(json.dumps({"type": "subscribe", "session_id": session.id, "offset": 10_000_000}))
        await session.restart()
        frames = await heard_until(viewer, lambda frame: "· an agent that" in _output([frame], session))
        assert 0 in [frame["data"]["offset"] for frame in frames if frame["type"].endswith(":output")]


async def test_a_viewer_that_falls_behind_is_closed(jp_serverapp: ServerApp, connect: Connect, tmp_path: Path) -> None:
    async with served_house(jp_serverapp, tmp_path) as house:
        viewer = await connect("api/events")
        await heard(viewer)
        for number in range(2000):  # without a turn of the loop
            house.events.publish(note(str(number)))
        assert await closed(viewer) == 1013


async def test_a_viewer_that_does_not_read_is_closed_before_it_costs_much(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path
) -> None:
    async with served_house(jp_serverapp, tmp_path) as house:
        viewer = await connect("api/events")
        await heard(viewer)
        for _ in range(200):
            house.events.publish(note("x" * 100_000))
            await asyncio.sleep(0)
        await until(lambda: len(house.events) == 1)
        assert await closed(viewer) == 1013


@pytest.mark.parametrize(
    ("frame", "binary", "code"),
    [
        ("{", False, 1007),
        ("[]", False, 1007),
        ('{"type": "publish", "session_id": "a"}', False, 1007),
        ('{"type": "subscribe", "session_id": "a", "offset": -1}', False, 1007),
        ('{"type": "subscribe"}', False, 1007),
        ("[" * 60_000, False, 1007),
        (b"\x00", True, 1003),
    ],
)
async def test_nonsense_closes_the_events_socket(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path, frame: str | bytes, binary: bool, code: int
) -> None:
    async with served_house(jp_serverapp, tmp_path):
        viewer = await connect("api/events")
        await viewer.write_message(frame, binary)
        assert await closed(viewer) == code


async def test_a_frame_that_is_too_long_ends_the_socket(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path
) -> None:
    async with served_house(jp_serverapp, tmp_path):
        viewer = await connect("api/events")
        await viewer.write_message("x" * 70_000)
        assert await closed(viewer) in (1009, None)  # Tornado may reset the connection before its reason is read


async def test_the_end_of_the_server_is_told(jp_serverapp: ServerApp, connect: Connect, tmp_path: Path) -> None:
    async with served_house(jp_serverapp, tmp_path) as house:
        viewer = await connect("api/events")
        await heard(viewer)
        house.events.close()
        assert await closed(viewer) == 1001


# Terminals


async def shown(socket: WebSocketClientConnection, text: str) -> str:
    """All output up to `text`."""
    seen = ""
    while text not in seen:
        frame = await heard(socket)
        assert frame is not None, f"closed with {socket.close_code}"
        seen += frame[1] if frame[0] == "stdout" else ""
    return seen


async def test_a_browser_sees_what_was_and_types(jp_serverapp: ServerApp, connect: Connect, tmp_path: Path) -> None:
    async with served_house(jp_serverapp, tmp_path) as house:
        session = await started(house, spec="shell")
        for ref in (session.id, "writer"):
            browser = await connect("terminals/websocket", ref)
            assert await heard(browser) == ["setup", {}]
            assert (await heard(browser))[1].startswith(RESET)
            browser.write_message(json.dumps(["set_size", 30, 100, 600, 1000]))
            browser.write_message(json.dumps(["stdin", "echo $((40+2)) $LINES $COLUMNS\r"]))
            assert "42 30 100" in await shown(browser, "42 30 100")
            browser.close()
        await until(lambda: not clients(session))


async def test_browsers_share_a_terminal(jp_serverapp: ServerApp, connect: Connect, tmp_path: Path) -> None:
    async with served_house(jp_serverapp, tmp_path) as house:
        session = await started(house, spec="shell")
        browsers = [await connect("terminals/websocket", session.id) for _ in range(2)]
        browsers[0].write_message(json.dumps(["stdin", "echo $((40+2))\r"]))
        for browser in browsers:
            await shown(browser, "42\r\n")


@pytest.mark.parametrize(
    "frame",
    [
        '["set_size", 0, 80]',
        '["set_size", 10000000, 80]',
        '["set_size", null, NaN]',
        '["set_size"]',
        '["stdin"]',
        '["stdin", 5]',
        '["dance"]',
        "5",
        "null",
        '{"stdin": "x"}',
        '["stdin", "\\ud800"]',
    ],
)
async def test_what_is_only_strange_is_passed_over(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path, frame: str
) -> None:
    async with served_house(jp_serverapp, tmp_path) as house:
        session = await started(house, spec="shell")
        browser = await connect("terminals/websocket", session.id)
        browser.write_message(frame)
        browser.write_message(json.dumps(["stdin", "\x15echo $((40+2))\r"]))
        await shown(browser, "42\r\n")


@pytest.mark.parametrize(
    ("frame", "binary", "code"), [("{", False, 1007), ("[" * 99_999, False, 1007), (b"x", True, 1003)]
)
async def test_nonsense_closes_a_terminal_s_socket(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path, frame: str | bytes, binary: bool, code: int
) -> None:
    async with served_house(jp_serverapp, tmp_path) as house:
        session = await started(house, spec="shell")
        browser = await connect("terminals/websocket", session.id)
        await browser.write_message(frame, binary)
        assert await closed(browser) == code
        await until(lambda: not clients(session))


async def test_the_end_of_the_program_is_told(jp_serverapp: ServerApp, connect: Connect, tmp_path: Path) -> None:
    async with served_house(jp_serverapp, tmp_path) as house:
        session = await started(house, spec="shell")
        browser = await connect("terminals/websocket", session.id)
        browser.write_message(json.dumps(["stdin", "exit\r"]))
        frames = await heard_until(browser, lambda frame: frame[0] == "disconnect")
        assert frames[-1] == ["disconnect", 1]
        assert await heard(browser) is None


async def test_a_session_that_is_not_there_is_not_found(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path
) -> None:
    async with served_house(jp_serverapp, tmp_path) as house:
        session = await started(house, spec="shell")
        await session.stop()
        for ref, status in (("nobody", 404), (session.id, 404)):
            with pytest.raises(HTTPClientError) as refusal:
                await connect("terminals/websocket", ref)
            assert refusal.value.code == status
            assert refusal.value.response is not None
            assert refusal.value.response.headers["Content-Type"] == "application/json"


async def test_a_slow_browser_costs_little_and_is_brought_up_to_date(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path
) -> None:
    async with served_house(jp_serverapp, tmp_path) as house:
        session = await started(house, spec="shell")
        slow = await connect("terminals/websocket", session.id)
        await shown(slow, RESET)
        quick = await connect("terminals/websocket", session.id)
        quick.write_message(json.dumps(["stdin", "seq 2000000; echo all $((40+2))\r"]))  # 15 MB
        most = 0
        laggard = clients(session)[0]
        seen = ""
        while "all 42\r" not in seen:
            frame = await heard(quick)
            seen = seen[-100:] + str(frame[1])
            most = max(most, laggard.unsent)
        assert laggard.stale
        assert most < 2 * terminal.UNSENT_LIMIT
        assert (await shown(slow, "all 42\r")).count(RESET) == 1
        await until(lambda: laggard.unsent == 0)


async def test_a_slow_browser_sees_the_last_words_of_a_program_that_ends(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path
) -> None:
    async with served_house(jp_serverapp, tmp_path) as house:
        session = await started(house, spec="shell")
        slow = await connect("terminals/websocket", session.id)
        await shown(slow, RESET)
        quick = await connect("terminals/websocket", session.id)
        laggard = clients(session)[0]
        quick.write_message(json.dumps(["stdin", "seq 2000000; echo all $((40+2)); exit\r"]))  # 15 MB
        while await heard(quick) is not None:
            pass
        assert laggard.stale
        assert any(frame[0] == "stdout" and "all 42\r" in frame[1] for frame in await all_heard(slow))


async def all_heard(socket: WebSocketClientConnection) -> list[Any]:
    """All frames until it is closed."""
    frames = []
    while (frame := await heard(socket)) is not None:
        frames.append(frame)
    return frames


def clients(session: Session) -> list[TerminalSocket]:
    run = session.life.run
    assert run is not None
    return run.terminal.clients


def _output(frames: list[Any], session: Session) -> str:
    """The session's output in these frames, which has no gap."""
    text, behind = "", None
    for frame in frames:
        if frame["type"] == f"session:{session.id}:output":
            assert behind in (None, frame["data"]["offset"])
            text += frame["data"]["text"]
            behind = frame["data"]["offset"] + len(frame["data"]["text"].encode())
    return text
