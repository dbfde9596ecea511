"""The browser's end of a WebSocket, for tests: the fixture `connect`, and what is heard there."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from tornado.websocket import WebSocketClientConnection

Connect = Callable[..., Awaitable[WebSocketClientConnection]]


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


async def all_heard(socket: WebSocketClientConnection) -> list[Any]:
    """All frames until it is closed."""
    frames = []
    while (frame := await heard(socket)) is not None:
        frames.append(frame)
    return frames


async def shown(socket: WebSocketClientConnection, text: str) -> str:
    """All output of a terminal up to `text`."""
    seen = ""
    while text not in seen:
        frame = await heard(socket)
        assert frame is not None, f"closed with {socket.close_code}"
        seen += frame[1] if frame[0] == "stdout" else ""
    return seen
