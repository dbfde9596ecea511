"""The events socket: a snapshot, then every fact, output for those who ask, and an end for who does not keep up."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from jupyter_server.serverapp import ServerApp
from open_services import sent, started
from served_services import served_services
from socket_ends import Connect, closed, heard, heard_until
from waiting import until

from areyouj_jupyter.models import Event, Notification, Removed
from areyouj_jupyter.server.http.sockets.events import Encoder
from areyouj_jupyter.server.http.sockets.socket import Socket
from areyouj_jupyter.server.sessions.session import Session

pytestmark = pytest.mark.slow


def note(text: str = "hi") -> Event:
    return Event(type="session:a:notification", data=Notification(session_id="a", agent="w", level="info", text=text))


def test_a_socket_that_does_not_say_whom_it_admits_is_never_made() -> None:
    with pytest.raises(TypeError, match="admit"):
        Socket.__new__(Socket)


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
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services)
        viewers = [await connect("api/events") for _ in range(2)]
        for viewer in viewers:
            snapshot = await heard(viewer)
            assert snapshot["type"] == "snapshot"
            assert [agent["session_id"] for agent in snapshot["data"]["agents"]] == [session.id]
            assert [each["id"] for each in snapshot["data"]["sessions"]] == [session.id]
            assert snapshot["data"]["active"] is None
        services.events.publish(Event(type="agent-changed", data=Removed(id="x")))
        gone = {"type": "agent-changed", "data": {"id": "x", "removed": True}}
        for viewer in viewers:
            assert (await heard_until(viewer, lambda frame: frame == gone))[-1] == gone
            viewer.close()
        await until(lambda: len(services.events) == 1, "only the task board listens")


async def test_output_comes_to_those_who_asked_for_it(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path
) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services)
        follower, other = [await connect("api/events") for _ in range(2)]
        follower.write_message(json.dumps({"type": "subscribe", "session_id": "writer", "offset": 0}))
        await sent(session, "schön 안녕 🙂")
        frames = await heard_until(follower, lambda frame: "heard: schön 안녕 🙂" in _output([frame], session))
        assert _output(frames, session) == session.output(0)[0][: len(_output(frames, session).encode())].decode()
        services.events.publish(note("the end"))
        assert _output(await heard_until(other, lambda frame: frame["data"].get("text") == "the end"), session) == ""


async def test_output_from_now_on_leaves_out_what_was(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path
) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services)
        viewer = await connect("api/events")
        viewer.write_message(json.dumps({"type": "subscribe", "session_id": session.id}))
        viewer.write_message(json.dumps({"type": "subscribe", "session_id": "nobody"}))
        run = session.lifecycle.run
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
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services)
        viewer = await connect("api/events")
        viewer.write_message(json.dumps({"type": "subscribe", "session_id": session.id, "offset": 10_000_000}))
        await session.restart()
        frames = await heard_until(viewer, lambda frame: "· an agent that" in _output([frame], session))
        assert 0 in [frame["data"]["offset"] for frame in frames if frame["type"].endswith(":output")]


async def test_a_viewer_that_falls_behind_is_closed(jp_serverapp: ServerApp, connect: Connect, tmp_path: Path) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        viewer = await connect("api/events")
        await heard(viewer)
        for number in range(2000):  # without a turn of the loop
            services.events.publish(note(str(number)))
        assert await closed(viewer) == 1013


async def test_a_viewer_that_does_not_read_is_closed_before_it_costs_much(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path
) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        viewer = await connect("api/events")
        await heard(viewer)
        for _ in range(200):
            services.events.publish(note("x" * 100_000))
            await asyncio.sleep(0)
        await until(lambda: len(services.events) == 1)
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
    async with served_services(jp_serverapp, tmp_path):
        viewer = await connect("api/events")
        await viewer.write_message(frame, binary)
        assert await closed(viewer) == code


async def test_a_frame_that_is_too_long_ends_the_socket(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path
) -> None:
    async with served_services(jp_serverapp, tmp_path):
        viewer = await connect("api/events")
        await viewer.write_message("x" * 70_000)
        assert await closed(viewer) in (1009, None)  # Tornado may reset the connection before its reason is read


async def test_the_end_of_the_server_is_told(jp_serverapp: ServerApp, connect: Connect, tmp_path: Path) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        viewer = await connect("api/events")
        await heard(viewer)
        services.events.close()
        assert await closed(viewer) == 1001


def _output(frames: list[Any], session: Session) -> str:
    """The session's output in these frames, which has no gap."""
    text, behind = "", None
    for frame in frames:
        if frame["type"] == f"session:{session.id}:output":
            assert behind in (None, frame["data"]["offset"])
            text += frame["data"]["text"]
            behind = frame["data"]["offset"] + len(frame["data"]["text"].encode())
    return text
