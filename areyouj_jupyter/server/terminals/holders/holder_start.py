"""Starting a holder: a small process of its own that takes the agent with it when this server ends."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from asyncio import Future
from asyncio.subprocess import Process
from pathlib import Path

import msgspec

from areyouj_jupyter import holder
from areyouj_jupyter.holder.wire import VERSION
from areyouj_jupyter.models import Model
from areyouj_jupyter.server.terminals.holders.holder_meta import HolderMeta
from areyouj_jupyter.server.terminals.holders.reaping import reap_holder

FOLDER = Path(holder.__file__).parent
DEADLINE = 10.0  # seconds; it takes a twentieth of one
DESCRIPTORS = 32  # file descriptors for a start, and some for requests in the meantime
PASSED = ("LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""The agent's variables that the holder's interpreter may need; it gets no others, so that it knows no secrets."""


class HolderOrders(Model, frozen=True):
    """What to hold. The environment is passed to the agent as it is, so it has to name the hook socket and the secret.

    run_dir: a private folder of this incarnation's own, there already. The sockets' paths are at most 100 bytes long.
    hook_socket: None where the CLI has no hooks. cwd_fd: the descriptor of `cwd`, held open, which is entered
    wherever its name leads by then; None: it is opened by its name. program_status: answer the query for OSC 7501.
    """

    session_id: str
    incarnation: int
    argv: tuple[str, ...]
    environment: dict[str, str]
    cwd: str
    rows: int
    cols: int
    run_dir: str
    control_socket: str
    hook_socket: str | None = None
    secret: str = ""
    cwd_fd: int | None = None
    ring_bytes: int = 1024 * 1024
    program_status: bool = False
    version: int = VERSION


class HolderFailed(OSError):
    """The agent could not be started."""

    def __init__(self, kind: str, message: str) -> None:
        """kind: `folder`, `program`, `system` or `shortage`."""
        super().__init__(message)
        self.kind = kind


Report = tuple[bytes, bytes]
"""What a launcher said on its standard output and error."""


class _Report(Model, frozen=True):
    ready: bool
    error: str = ""
    kind: str = "system"
    holder_pid: int = 0
    holder_start: int | None = None
    pid: int | None = None


async def start_holder(orders: HolderOrders) -> HolderMeta:
    """Start a holder and its agent. Raises HolderFailed, OSError. Cancelled in time, it takes the agent back."""
    environment = {name: orders.environment[name] for name in PASSED if name in orders.environment}
    launcher = await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", "-S", str(FOLDER)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=environment,
        cwd="/",
        start_new_session=True,
        pass_fds=() if orders.cwd_fd is None else (orders.cwd_fd,),
    )
    report = asyncio.ensure_future(launcher.communicate(msgspec.json.encode(orders)))
    try:
        async with asyncio.timeout(DEADLINE):
            output, _ = await asyncio.shield(report)
    except TimeoutError as error:
        await _give_up(launcher, report)
        raise HolderFailed("system", "The holder did not start in time.") from error
    except asyncio.CancelledError:
        await _take_back(launcher, report, Path(orders.run_dir))
        raise
    return _meta(output, Path(orders.run_dir))  # a few hundred bytes, just written; a thread could be cancelled


def require_descriptors() -> None:
    """Raises OSError where too few are left: a start that begins has to come to an end, and requests to be answered."""
    taken: list[int] = []
    try:
        taken.extend(os.dup(0) for _ in range(DESCRIPTORS))
    finally:
        for fd in taken:
            os.close(fd)


async def _take_back(launcher: Process, report: Future[Report], run_dir: Path) -> None:
    """The agent is no longer wanted: wait for the report, which is nearly there, and end what it names."""
    try:
        async with asyncio.timeout(DEADLINE):
            output, _ = await asyncio.shield(report)
        kill_holder(_meta(output, run_dir))
    except (TimeoutError, HolderFailed):
        await _give_up(launcher, report)


async def _give_up(launcher: Process, report: Future[Report]) -> None:
    report.cancel()
    if launcher.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            launcher.kill()
    await launcher.wait()


def kill_holder(meta: HolderMeta) -> None:
    """End a holder at once; its agent ends with it."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(meta.holder_pid, signal.SIGKILL)


def _meta(output: bytes, run_dir: Path) -> HolderMeta:
    try:
        report = msgspec.json.decode(output, type=_Report)
    except msgspec.MsgspecError as error:
        raise HolderFailed("system", "The holder's interpreter could not be started.") from error
    reap_holder(report.holder_pid, report.holder_start, report.pid)
    if not report.ready:
        raise HolderFailed(report.kind, report.error)
    return msgspec.json.decode((run_dir / "meta.json").read_bytes(), type=HolderMeta)
