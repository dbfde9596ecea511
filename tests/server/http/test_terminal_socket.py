"""The terminals' socket: terminado's protocol at a real server, for one browser or several, for slow ones too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jupyter_server.serverapp import ServerApp
from open_services import started
from served_services import served_services
from socket_ends import Connect, all_heard, closed, heard, heard_until, shown
from tornado.httpclient import HTTPClientError
from waiting import until

from areyouj_jupyter.server.http.sockets import TerminalSocket, terminal
from areyouj_jupyter.server.sessions.session import Session

pytestmark = pytest.mark.slow

RESET = "\x1bc"


async def test_a_browser_sees_what_was_and_types(jp_serverapp: ServerApp, connect: Connect, tmp_path: Path) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services, spec="shell")
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
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services, spec="shell")
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
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services, spec="shell")
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
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services, spec="shell")
        browser = await connect("terminals/websocket", session.id)
        await browser.write_message(frame, binary)
        assert await closed(browser) == code
        await until(lambda: not clients(session))


async def test_the_end_of_the_program_is_told(jp_serverapp: ServerApp, connect: Connect, tmp_path: Path) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services, spec="shell")
        browser = await connect("terminals/websocket", session.id)
        browser.write_message(json.dumps(["stdin", "exit\r"]))
        frames = await heard_until(browser, lambda frame: frame[0] == "disconnect")
        assert frames[-1] == ["disconnect", 1]
        assert await heard(browser) is None


async def test_a_session_that_is_not_there_is_not_found(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path
) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services, spec="shell")
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
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services, spec="shell")
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
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services, spec="shell")
        slow = await connect("terminals/websocket", session.id)
        await shown(slow, RESET)
        quick = await connect("terminals/websocket", session.id)
        laggard = clients(session)[0]
        quick.write_message(json.dumps(["stdin", "seq 2000000; echo all $((40+2)); exit\r"]))  # 15 MB
        while await heard(quick) is not None:
            pass
        assert laggard.stale
        assert any(frame[0] == "stdout" and "all 42\r" in frame[1] for frame in await all_heard(slow))


def clients(session: Session) -> list[TerminalSocket]:
    run = session.lifecycle.run
    assert run is not None
    return run.terminal.clients
