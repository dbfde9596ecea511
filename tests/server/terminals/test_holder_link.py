"""The connection to a holder: what comes in pieces, with descriptors or without, and from somebody who is no holder."""

from __future__ import annotations

import asyncio
import os
import socket
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import pytest
from waiting import until

from areyouj_jupyter.holder import wire
from areyouj_jupyter.server.terminals.holders.holder_answers import Welcome
from areyouj_jupyter.server.terminals.holders.holder_link import HolderLink


class Heard:
    """What a link told."""

    def __init__(self) -> None:
        self.frames: list[tuple[int, bytes]] = []
        self.lost = 0
        self.link = HolderLink(self.on_frame, self.on_lost)

    def on_frame(self, kind: int, payload: bytes) -> None:
        if kind == wire.WELCOME:
            msgspec.convert(wire.body(payload), Welcome)
        self.frames.append((kind, payload))

    def on_lost(self) -> None:
        self.lost += 1


@asynccontextmanager
async def linked() -> AsyncIterator[tuple[Heard, socket.socket]]:
    """A link, and the end that a holder has."""
    with tempfile.TemporaryDirectory(prefix="areyouj-") as folder, socket.socket(socket.AF_UNIX) as listener:
        path = str(Path(folder) / "control")
        listener.bind(path)
        listener.listen()
        heard = Heard()
        await heard.link.open(path)
        end, _ = listener.accept()
        with end:
            yield heard, end
        heard.link.close()


async def test_frames_come_out_however_they_are_cut_and_the_end_is_told_once() -> None:
    async with linked() as (heard, end):
        for byte in wire.frame(wire.STOPPED, {}) + wire.frame(wire.EXIT, {}):
            end.send(bytes([byte]))
        await until(lambda: heard.frames == [(wire.STOPPED, b"{}"), (wire.EXIT, b"{}")])
        end.close()
        await until(lambda: heard.lost)
        heard.link.close()
        assert (heard.lost, heard.link.closed) == (1, True)


async def test_descriptors_come_with_a_terminal_and_no_child_inherits_them() -> None:
    async with linked() as (heard, end):
        socket.send_fds(end, [wire.frame(wire.TERMINAL, {})], [0, 1])
        await until(lambda: heard.frames == [(wire.TERMINAL, b"{}")])
        given = list(heard.link.lent)
        assert [os.get_inheritable(fd) for fd in given] == [False, False]
        heard.link.close()
        for fd in given:  # nobody took them
            with pytest.raises(OSError, match="descriptor"):
                os.fstat(fd)


@pytest.mark.parametrize(
    "nonsense",
    [
        wire.frame(wire.TERMINAL, {}),
        b"1234567890",
        wire.frame(wire.HELLO, {}),
        wire.frame(wire.WELCOME, {"pid": "none"}),  # a ValueError for msgspec from 0.21 on only
    ],
)
async def test_whoever_is_no_holder_is_left(nonsense: bytes) -> None:
    async with linked() as (heard, end):
        end.send(nonsense)
        await until(lambda: heard.lost)
        assert (heard.frames, heard.link.closed) == ([], True)


async def test_what_a_holder_does_not_take_at_once_waits_and_blocks_nobody() -> None:
    async with linked() as (heard, end):
        data = os.urandom(3_000_000)
        heard.link.send(data[:1_000_000])
        heard.link.send(data[1_000_000:])
        assert heard.link.unsent > 1_000_000
        end.setblocking(False)
        got = bytearray()
        while len(got) < len(data):
            got += await asyncio.get_running_loop().sock_recv(end, 65536)
        assert (bytes(got), heard.link.unsent) == (data, 0)


async def test_nobody_at_the_other_end_is_an_error_and_leaves_nothing_open(tmp_path: Path) -> None:
    before = len(os.listdir("/dev/fd"))
    heard = Heard()
    with pytest.raises(OSError, match="No such file"):
        await heard.link.open(str(tmp_path / "control"))
    heard.link.close()
    heard.link.send(b"late")
    assert (len(os.listdir("/dev/fd")), heard.lost) == (before, 0)
