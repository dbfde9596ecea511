"""Real holders for tests, in folders of their own; whatever a test leaves behind is ended with it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shlex
import shutil
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from waiting import until

from areyouj_jupyter.server.terminals.holders.holder_client import Holder
from areyouj_jupyter.server.terminals.holders.holder_records import ExitRecord, Hook, find_holders
from areyouj_jupyter.server.terminals.holders.holder_start import HolderOrders

SECRET = "5ecret" * 8
RAW = "import os, sys, time, tty; tty.setraw(0); "
"""How an agent of a test begins: with a terminal that passes bytes as they are."""


class Heard:
    """What a holder told."""

    def __init__(self) -> None:
        self.first: int | None = None
        self.output = bytearray()
        self.gaps: list[tuple[int, int]] = []
        self.hooks: list[Hook] = []
        self.closed: list[bool] = []
        self.exit: ExitRecord | None = None
        self.lost: str | None = None
        self.answering = True

    @property
    def end(self) -> int:
        """Offset behind the last byte."""
        return (self.first or 0) + len(self.output) + sum(end - begin for begin, end in self.gaps)

    def on_output(self, data: bytes, offset: int) -> None:
        if self.first is None:
            self.first = offset
        if offset != self.end:
            self.gaps.append((self.end, offset))
        self.output += data

    def on_hook(self, hook: Hook) -> None:
        self.hooks.append(hook)

    def on_closed(self, closed: bool) -> None:
        self.closed.append(closed)

    def on_exit(self, record: ExitRecord) -> None:
        self.exit = record

    def on_answering(self) -> None:
        self.answering = not self.answering

    def on_lost(self, why: str) -> None:
        self.lost = why


@contextmanager
def run_folder() -> Iterator[Path]:
    """A short folder for run folders and sockets; the holders in it are killed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="areyouj-"))
    try:
        yield folder
    finally:
        for found in find_holders(folder):
            if found.lives:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(found.meta.holder_pid, signal.SIGKILL)
        shutil.rmtree(folder, ignore_errors=True)


def orders(folder: Path, *argv: str, name: str = "one", hooks: bool = True, **changes: object) -> HolderOrders:
    """What to hold: a session `name` whose run folder stands in `folder`."""
    run_dir = folder / name
    run_dir.mkdir(mode=0o700, exist_ok=True)
    environment = {"PATH": os.environ["PATH"], "TERM": "dumb", "AREYOUJ_SESSION": f"{folder.name}-{name}"}
    fields = {
        **{"session_id": f"{folder.name}-{name}", "incarnation": 1, "argv": argv, "environment": environment},
        **{"cwd": str(folder), "rows": 24, "cols": 80, "run_dir": str(run_dir)},
        **{"control_socket": str(run_dir / "control"), "hook_socket": str(run_dir / "hooks") if hooks else None},
        **{"secret": SECRET if hooks else "", **changes},
    }
    return HolderOrders(**fields)  # type: ignore[arg-type] # fields of every type


def python(code: str) -> tuple[str, ...]:
    """An agent that is a Python program."""
    return sys.executable, "-I", "-S", "-u", "-c", code


def shell(code: str) -> tuple[str, ...]:
    """An agent that is a shell program."""
    return "/bin/sh", "-c", code


@asynccontextmanager
async def held(*argv: str, **changes: object) -> AsyncIterator[tuple[Holder, Heard, Path]]:
    """A holder with an agent, what it tells, and the folder."""
    with run_folder() as folder:
        heard = Heard()
        holder = await Holder.start(orders(folder, *argv, **changes), heard, 1)
        try:
            yield holder, heard, folder
        finally:
            holder.detach()


def state(pid: int) -> str:
    """`R`, `S`, … as /proc tells; empty if there is no such process or only what waits to be reaped."""
    try:
        found = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""
    return "" if found in "ZX" else found


async def gone(pid: int) -> None:
    """Wait for the end of a process."""
    await until(lambda: not state(pid), f"the end of {pid}")


def marked(session: str) -> list[int]:
    """The processes that live with this session's mark."""
    wanted, found = f"AREYOUJ_SESSION={session}".encode(), []
    for path in Path("/proc").glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):
            if wanted in path.read_bytes().split(b"\0") and state(int(path.parent.name)):
                found.append(int(path.parent.name))
    return found


async def call_hook(holder: Holder, line: bytes) -> None:
    """Be a hook program."""
    assert holder.meta.hook_socket
    _, writer = await asyncio.open_unix_connection(holder.meta.hook_socket)
    writer.write(line)
    writer.close()
    with contextlib.suppress(ConnectionError):  # the holder may have heard enough
        await writer.wait_closed()


def quoted(argv: Sequence[str]) -> str:
    """For a shell."""
    return shlex.join(argv)
