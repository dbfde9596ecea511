"""A terminal with a window that looks at it, for tests: `async with opened("echo hi") as (terminal, watch):`."""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from waiting import until

from areyouj_jupyter.server.terminals import MARK, Exit, HolderOrders, Hook, Terminal

BARE = {"PATH": os.environ["PATH"], "TERM": "xterm-256color"}

MACHINE = 0.15  # seconds that a busy machine may hold us up by itself


class Window:
    """One client, as a browser is."""

    def __init__(self, rows: int | None = None, cols: int | None = None) -> None:
        self.size = (rows, cols)
        self.text = ""
        self.died = 0

    def on_pty_read(self, text: str) -> None:
        """Take output."""
        self.text += text

    def on_pty_died(self) -> None:
        """The program has ended."""
        self.died += 1


class Watch(Window):
    """A client that is also told what a terminal tells its owner."""

    def __init__(self) -> None:
        super().__init__()
        self.output = b""
        self.end = 0
        self.exits: list[Exit] = []
        self.closed: list[bool] = []
        self.sizes: list[tuple[int, int]] = []

    def on_output(self, data: bytes, end: int) -> None:
        """Raw output."""
        self.output += data
        self.end = end

    def on_hook(self, hook: Hook) -> None:
        """No program here has hooks."""

    def on_closed(self, closed: bool) -> None:
        """The program closed its terminal, or opened it again."""
        self.closed.append(closed)

    def on_input(self) -> None:
        """What we typed."""

    def on_resize(self, rows: int, cols: int) -> None:
        """A new size."""
        self.sizes.append((rows, cols))

    def on_exit(self, end: Exit) -> None:
        """The end."""
        self.exits.append(end)

    async def shows(self, text: str, deadline: float = 10.0) -> None:
        """Wait for this on the screen."""
        await until(lambda: text in self.text, f"{text!r} in {self.text[-500:]!r}", deadline)

    async def ended(self, deadline: float = 10.0) -> Exit:
        """Wait for the end."""
        await until(lambda: self.exits, "the end is told", deadline)
        return self.exits[0]


def orders(
    folder: Path, *argv: str, env: Mapping[str, str] = BARE, cwd: str = "/", ring_bytes: int = 1 << 20
) -> HolderOrders:
    """What a holder in this folder is told."""
    session = str(uuid.uuid4())
    return HolderOrders(
        session_id=session,
        incarnation=1,
        argv=argv,
        environment={**env, MARK: session},
        cwd=cwd,
        rows=24,
        cols=80,
        run_dir=str(folder),
        control_socket=str(folder / "control"),
        ring_bytes=ring_bytes,
    )


@asynccontextmanager
async def opened(
    script: str, *argv: str, env: Mapping[str, str] = BARE, ring_bytes: int = 1 << 20
) -> AsyncIterator[tuple[Terminal, Watch]]:
    """A shell script, or (with `argv`) a program and its last argument; it and its family are gone afterwards."""
    watch = Watch()
    with tempfile.TemporaryDirectory(prefix="areyouj-") as folder:
        order = orders(Path(folder), *(argv or ("/bin/sh", "-c")), script, env=env, ring_bytes=ring_bytes)
        terminal = await Terminal.start(order, 1, watch)
        watch.text = terminal.replay().removeprefix("\x1bc")
        if not terminal.ptyproc.closed:
            terminal.clients.append(watch)
        try:
            yield terminal, watch
        finally:
            assert await terminal.stop() == []
            await watch.ended()
            terminal.close()


@asynccontextmanager
async def no_stall(limit: float = 0.05) -> AsyncIterator[None]:
    """While inside, the loop is never held up for longer than `limit` seconds (and what a busy machine adds)."""
    longest = 0.0

    async def tick() -> None:
        nonlocal longest
        while True:
            before = time.monotonic()
            await asyncio.sleep(0.005)
            longest = max(longest, time.monotonic() - before - 0.005)

    ticker = asyncio.create_task(tick())
    try:
        yield
    finally:
        ticker.cancel()
        await asyncio.wait([ticker])
    assert longest < limit + MACHINE, f"the loop stood still for {longest:.3f} s"
