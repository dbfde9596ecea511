"""What a holder records about itself in its run folder, and what can be known about one with an unreadable record."""

from __future__ import annotations

import contextlib
from pathlib import Path

import msgspec
import psutil

from areyouj_jupyter.holder import files
from areyouj_jupyter.holder.process import system
from areyouj_jupyter.models import Model

UNKNOWN = 0  # version of a holder whose record cannot be read


class HolderMeta(Model, frozen=True):
    """Where to find a holder. Start times are in the system's own ticks; None where unknown.

    Later versions only add fields, so that every server can see whether a holder is alive.
    """

    version: int
    session_id: str
    incarnation: int
    holder_pid: int
    pid: int
    control_socket: str
    at: float
    holder_start: int | None = None
    start: int | None = None
    hook_socket: str | None = None


# Made here, not by the threads that decode: two that look at a struct for the first time at once crash msgspec 0.22.
META = msgspec.json.Decoder(HolderMeta)


def read_meta(run_dir: Path) -> HolderMeta | None:
    """The holder's own record; None if there is no readable one. Blocking."""
    try:
        return META.decode((run_dir / files.META).read_bytes())
    except (OSError, msgspec.MsgspecError):
        return None


def guessed_meta(run_dir: Path) -> HolderMeta | None:
    """For a living holder with an unreadable record: from the folder's name and the process that has its lock open.

    Blocking; it looks at every process, since it is seldom needed. None: unknown on this system.
    """
    session_id, _, number = run_dir.name.rpartition("-")
    holder = _who_has_open(run_dir / files.LOCK)
    if holder is None or not session_id or not number.isdigit():
        return None
    with contextlib.suppress(psutil.Error):
        agent = min(holder.children(), key=psutil.Process.create_time, default=holder)
        return meta_of(session_id, int(number), holder, agent)
    return None


def meta_of(session_id: str, incarnation: int, holder: psutil.Process, agent: psutil.Process) -> HolderMeta:
    """From the processes themselves. Raises psutil.Error."""
    return HolderMeta(
        version=UNKNOWN,
        session_id=session_id,
        incarnation=incarnation,
        holder_pid=holder.pid,
        pid=agent.pid,
        control_socket="",
        at=agent.create_time(),
        holder_start=system.start_time(holder.pid),
        start=system.start_time(agent.pid),
    )


def _who_has_open(path: Path) -> psutil.Process | None:
    real = str(path.resolve())
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if any(file.path == real for file in process.open_files()):
                return process
    return None
