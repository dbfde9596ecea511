"""Whether a process in a holder's record is still alive: a pid alone proves nothing, since pids are reused."""

from __future__ import annotations

import contextlib

import psutil

from areyouj_jupyter.holder.process.system import stat_fields
from areyouj_jupyter.server.terminals.holders.holder_meta import HolderMeta

START = 19  # place in stat_fields
ENDED = (b"Z", b"X")  # states of what only waits to be reaped
CLOCK_STEP = 1.0  # seconds by which a process may seem younger than the record that names it


def holder_process(meta: HolderMeta) -> psutil.Process | None:
    """The holder's process, if it is alive."""
    return _process(meta.holder_pid, meta.holder_start, meta.at)


def agent_process(meta: HolderMeta) -> psutil.Process | None:
    """The agent's process, if it is alive."""
    return _process(meta.pid, meta.start, meta.at)


def agent_lives(meta: HolderMeta) -> bool:
    """Whether the agent is running, or its holder, which has not reported the agent's end yet."""
    return agent_process(meta) is not None or holder_process(meta) is not None


def _process(pid: int, start: int | None, at: float) -> psutil.Process | None:
    """The process of this pid, if it is the one that was recorded.

    start: in the system's ticks; None if unknown. Then a process is the same if it is no younger than the record.
    """
    with contextlib.suppress(psutil.Error, ValueError):
        process = psutil.Process(pid)
        if start is not None:
            fields = stat_fields(pid)
            return process if fields and fields[0] not in ENDED and int(fields[START]) == start else None
        young = process.create_time() > at + CLOCK_STEP
        return None if young or process.status() == psutil.STATUS_ZOMBIE else process
    return None
