"""A terminal whose window is hidden: nothing is sent to it, and what it lacks comes once it is shown again."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from jupyter_server.serverapp import ServerApp
from open_services import started
from served_services import served_services
from socket_ends import Connect, heard, shown
from tornado.websocket import WebSocketClientConnection
from waiting import until

from areyouj_jupyter.server.http.sockets import terminal
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.sessions.session import Session

pytestmark = pytest.mark.slow

RESET = "\x1bc"
ASK_CURSOR = r"printf '\033[6n'"


def say(browser: WebSocketClientConnection, *frame: object) -> None:
    """One frame of the browser."""
    browser.write_message(json.dumps(frame))


@asynccontextmanager
async def window(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path
) -> AsyncIterator[tuple[Session, WebSocketClientConnection]]:
    """A shell, and the one browser that shows it."""
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services, spec="shell")
        browser = await connect("terminals/websocket", session.id)
        await shown(browser, RESET)
        yield session, browser


def running(session: Session) -> Incarnation:
    """Its process."""
    assert session.lifecycle.run is not None
    return session.lifecycle.run


async def test_a_hidden_window_gets_what_it_lacks_when_it_is_shown(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path
) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services, spec="shell")
        ours, other = [await connect("terminals/websocket", session.id) for _ in range(2)]
        say(ours, "stdin", "echo before $((40+2))\r")
        for browser in (ours, other):
            await shown(browser, "before 42\r\n")
        say(ours, "visible", False)
        await until(lambda: any(map(running(session).terminal.audience.misses, running(session).terminal.clients)))
        assert session.watched
        say(other, "stdin", f"{ASK_CURSOR}; read -n1 -t1; echo behind 안녕 $((40+3))\r")
        await shown(other, "behind 안녕 43\r\n")
        say(ours, "visible", True)
        lacked = await shown(ours, "behind 안녕 43\r\n")
        assert RESET not in lacked
        assert "before" not in lacked
        assert "\x1b[6n" not in lacked  # it was asked long ago
        say(ours, "stdin", "echo again $((40+4))\r")
        assert (await shown(ours, "again 44\r\n")).count("again 44") == 1


async def test_a_window_that_lacks_much_starts_anew(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "SCROLLBACK", 1000)
    async with window(jp_serverapp, connect, tmp_path) as (session, browser):
        say(browser, "visible", False)
        say(browser, "stdin", "seq 2000; echo all $((40+2))\r")
        ring = running(session).terminal.ring
        await until(lambda: b"all 42\r\n" in ring.read(ring.end - 500)[0])
        say(browser, "visible", True)
        assert (await shown(browser, "all 42\r\n")).startswith(RESET)


async def test_nobody_looks_at_a_terminal_that_is_hidden_everywhere(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path
) -> None:
    async with window(jp_serverapp, connect, tmp_path) as (session, browser):
        say(browser, "set_size", 24, 80)
        await until(lambda: running(session).screen.size() == (24, 80))
        say(browser, "visible", False)
        await until(lambda: not session.watched)
        # The server's own screen answers the program, as where there is no browser.
        say(browser, "stdin", f"{ASK_CURSOR}; read -s -dR -t5 place; echo ${{#place}} $COLUMNS\r")
        ring = running(session).terminal.ring
        await until(lambda: b" 80\r\n" in ring.read(ring.end - 500)[0])
        assert b"\x1b[6n0 80\r\n" not in ring.read()[0]
        say(browser, "set_size", 30, 100)
        (hidden,) = running(session).terminal.clients
        await until(lambda: hidden.size == (30, 100))
        assert running(session).screen.size() == (24, 80)
        say(browser, "visible", True)
        await until(lambda: running(session).screen.size() == (30, 100))


async def test_a_hidden_window_sees_the_last_words_of_a_program_that_ends(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path
) -> None:
    async with window(jp_serverapp, connect, tmp_path) as (_session, browser):
        say(browser, "visible", False)
        say(browser, "stdin", "echo last $((40+2)); exit\r")
        assert "last 42\r\n" in await shown(browser, "last 42\r\n")
        while (frame := await heard(browser)) is not None:
            last = frame
        assert last == ["disconnect", 1]


async def test_a_window_that_goes_while_it_is_hidden_is_forgotten(
    jp_serverapp: ServerApp, connect: Connect, tmp_path: Path
) -> None:
    async with window(jp_serverapp, connect, tmp_path) as (session, browser):
        say(browser, "visible", False)
        at = running(session).terminal
        await until(lambda: not at.watched)
        (gone,) = at.clients
        browser.close()
        await until(lambda: not at.clients)
        assert not at.audience.misses(gone)
