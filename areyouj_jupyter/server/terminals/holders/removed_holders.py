"""Removed holders: those that live although their run folder was removed. Linux only.

They are found by what their processes have open: a holder keeps the lock of its run folder, whose name the kernel
still knows, and its control socket.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import psutil

from areyouj_jupyter.holder import files, wire
from areyouj_jupyter.holder.process.system import start_time
from areyouj_jupyter.server.terminals.holders.holder_meta import HolderMeta
from areyouj_jupyter.server.terminals.holders.holder_records import FoundHolder

DELETED = " (deleted)"  # proc(5), on /proc/pid/fd
CONTROL = ".ctl"


def find_removed(run_root: Path) -> list[FoundHolder]:
    """The holders whose run folders were in `run_root`. Blocking."""
    ending = f"/{files.LOCK}{DELETED}"
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError, StopIteration, ValueError):
            if not {"-I", "-S"} <= set(process.cmdline()):
                continue
            links = list(_links(process.pid))
            run_dir = Path(next(link for link in links if link.endswith(ending)).removesuffix(ending))
            if run_dir.parent == run_root:
                found.append(FoundHolder(run_dir, _meta(process, run_dir, links), True))
    return found


def _meta(process: psutil.Process, run_dir: Path, links: list[str]) -> HolderMeta:
    """What its file said. Raises StopIteration, ValueError if that is no longer known."""
    session_id, _, incarnation = run_dir.name.rpartition("-")
    agent = process.children()[0].pid if process.children() else 0
    return HolderMeta(
        version=wire.VERSION,
        session_id=session_id,
        incarnation=int(incarnation),
        holder_pid=process.pid,
        holder_start=start_time(process.pid),
        pid=agent,
        control_socket=next(_sockets(process.pid, links)),
        at=process.create_time(),
    )


def _links(pid: int) -> Iterator[str]:
    for link in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            yield str(link.readlink())


def _sockets(pid: int, links: list[str]) -> Iterator[str]:
    """The names of its control sockets: as they were bound, before they took their place."""
    inodes = {link.removeprefix("socket:[").removesuffix("]") for link in links if link.startswith("socket:[")}
    for line in Path(f"/proc/{pid}/net/unix").read_text().splitlines()[1:]:
        fields = line.split(maxsplit=7)
        if len(fields) == 8 and fields[6] in inodes and fields[7].endswith(f"{CONTROL}~"):
            yield fields[7].removesuffix("~")
