"""The terminals' socket when both sides speak its binary subprotocol: the same terminal, in bytes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from jupyter_server.serverapp import ServerApp
from open_services import started
from served_services import served_services
from tornado.httpclient import HTTPClientError
from tornado.websocket import WebSocketClientConnection
from waiting import until

from areyouj_jupyter.server.http.sockets import TerminalSocket, terminal
from areyouj_jupyter.server.sessions.session import Session

pytestmark = pytest.mark.slow
Fetch = Callable[..., Awaitable[WebSocketClientConnection]]

OFFER = "areyouj.terminal.v1"
RESET = b"\x1bc"
QUERY = b"\x1b[6n"  # where is the cursor?


@pytest.fixture
def opened(jp_ws_fetch: Fetch, jp_asyncio_loop: asyncio.AbstractEventLoop) -> Iterator[Fetch]:
    """`await opened(session, offer)`: a browser at its terminal, which is closed after the test."""
    sockets = []

    async def opened(session: Session, offer: str = OFFER) -> WebSocketClientConnection:
        headers = {"Sec-WebSocket-Protocol": offer}
        sockets.append(await jp_ws_fetch("areyouj", "terminals", "websocket", session.id, headers=headers))
        return sockets[-1]

    async def close() -> None:
        for socket in sockets:
            socket.close()

    yield opened
    jp_asyncio_loop.run_until_complete(close())


async def heard(socket: WebSocketClientConnection) -> str | bytes | None:
    async with asyncio.timeout(10):
        return await socket.read_message()


async def shown(socket: WebSocketClientConnection, text: bytes) -> bytes:
    """All output up to `text`; every frame of it is binary."""
    seen = b""
    while text not in seen:
        frame = await heard(socket)
        assert isinstance(frame, bytes), frame
        seen += frame
    return seen


async def test_what_was_agreed_on_is_told_and_output_comes_in_bytes(
    jp_serverapp: ServerApp, opened: Fetch, tmp_path: Path
) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services, spec="shell")
        browser = await opened(session, f"x, {OFFER}")
        assert browser.selected_subprotocol == OFFER
        assert await heard(browser) == '["setup",{}]'
        assert (await shown(browser, RESET)).startswith(RESET)
        browser.write_message(json.dumps(["set_size", 30, 100, 600, 1000]))
        browser.write_message(json.dumps(["stdin", "printf '\\xec\\x95\\x88 \\xff %s\\n' $LINES-$COLUMNS\r"]))
        assert b"\xec\x95\x88 \xff 30-100\r\n" in await shown(browser, b"30-100\r\n")
        browser.write_message("echo typed $((40+2)) 안녕\r".encode(), binary=True)
        assert "typed 42 안녕\r\n".encode() in await shown(browser, b"42 \xec\x95\x88\xeb\x85\x95\r\n")
        browser.write_message(b"exit\r", binary=True)
        while isinstance(frame := await heard(browser), bytes):
            pass
        assert frame == '["disconnect",1]'
        assert await heard(browser) is None
        await until(lambda: not clients(session))


async def test_text_and_bytes_show_the_same_terminal(jp_serverapp: ServerApp, opened: Fetch, tmp_path: Path) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services, spec="shell")
        binary = await opened(session)
        await heard(binary)
        await shown(binary, RESET)
        lab = await opened(session, "other")
        assert lab.selected_subprotocol is None
        assert (await heard(lab), json.loads(str(await heard(lab)))[0]) == ('["setup",{}]', "stdout")
        binary.write_message("echo 안녕 $((40+2))\r".encode(), binary=True)
        wanted, text = "안녕 42\r\n", ""
        while wanted not in text:
            text += json.loads(str(await heard(lab)))[1]
        assert wanted.encode() in await shown(binary, wanted.encode())
        lab.close()
        binary.close()
        await until(lambda: not clients(session))


async def test_the_replay_asks_nothing(jp_serverapp: ServerApp, opened: Fetch, tmp_path: Path) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services, spec="shell")
        first = await opened(session)
        await heard(first)
        first.write_message(b"printf '\\x1b[6n'asked; read -t 0.05 -sn 20; echo $((40+2))\r", binary=True)
        assert QUERY in await shown(first, b"42\r\n")
        second = await opened(session)
        await heard(second)
        replay = await shown(second, b"42\r\n")
        assert replay.startswith(RESET)
        assert QUERY not in replay


async def test_strangers_are_refused_as_before(jp_serverapp: ServerApp, jp_ws_fetch: Fetch, tmp_path: Path) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services, spec="shell")
        headers = {"Sec-WebSocket-Protocol": OFFER, "Authorization": "token wrong"}
        with pytest.raises(HTTPClientError) as refusal:
            await jp_ws_fetch("areyouj", "terminals", "websocket", session.id, headers=headers)
        assert refusal.value.code == 403
        assert not clients(session)


async def test_a_slow_browser_is_brought_up_to_date_in_bytes(
    jp_serverapp: ServerApp, opened: Fetch, tmp_path: Path
) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services, spec="shell")
        slow = await opened(session)
        await heard(slow)
        await shown(slow, RESET)
        laggard = clients(session)[0]
        quick = await opened(session)
        await heard(quick)
        quick.write_message(b"seq 2000000; echo all $((40+2))\r", binary=True)  # 15 MB
        most, seen = 0, b""
        while b"all 42\r" not in seen:
            frame = await heard(quick)
            assert isinstance(frame, bytes)
            seen = seen[-100:] + frame
            most = max(most, laggard.unsent)
        assert laggard.stale
        assert most < 2 * terminal.UNSENT_LIMIT
        assert (await shown(slow, b"all 42\r")).count(RESET) == 1
        await until(lambda: laggard.unsent == 0)


def clients(session: Session) -> list[TerminalSocket]:
    assert session.lifecycle.run is not None
    return session.lifecycle.run.terminal.clients
