"""Reaping: if Jupyter is the first process of a container, an ended holder becomes its child, and a zombie.

A process is waited for by its pid and start time, and only if it is a holder or left by one: all other children belong
to whoever started them.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from weakref import WeakKeyDictionary

from areyouj_jupyter.holder.process.system import stat_fields

PPID, SESSION, START = 1, 3, 19  # places in stat_fields: proc(5), /proc/pid/stat, from its third field on

_LOOPS: WeakKeyDictionary[asyncio.AbstractEventLoop, set[int]] = WeakKeyDictionary()
"""The pids that are watched already."""


def reap_holder(pid: int, start: int | None, agent: int | None) -> None:
    """Reap it when it ends, if it is our child; harmless when repeated. If it is killed, what it leaves is reaped too.

    start: its start time; None: unknown, and nothing is done. agent: the pid of its agent, if it has
    one. On the loop. It takes a file descriptor until then.
    """
    if start is not None and _is_ours(pid, start):
        _watch(pid, agent)


def _watch(pid: int, session: int | None) -> None:
    """session: of an agent, of which more may become our children when this one ends."""
    loop = asyncio.get_running_loop()
    watched = _LOOPS.setdefault(loop, set())
    if pid in watched or not hasattr(os, "pidfd_open"):
        return
    try:
        fd = os.pidfd_open(pid)
    except OSError:  # no descriptor left, or Linux before 5.3
        return
    watched.add(pid)
    loop.add_reader(fd, partial(_on_end, loop, watched, pid, fd, session))


def _on_end(loop: asyncio.AbstractEventLoop, watched: set[int], pid: int, fd: int, session: int | None) -> None:
    loop.remove_reader(fd)
    os.close(fd)
    watched.discard(pid)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)
    for left in _left(session) if session is not None else ():
        _watch(left, session)


def _is_ours(pid: int, start: int) -> bool:
    """Whether this very process is our child."""
    fields = stat_fields(pid)
    return fields is not None and (int(fields[PPID]), int(fields[START])) == (os.getpid(), start)


def _left(session: int) -> Iterator[int]:
    """Our children that an agent started, or itself: in its process session, which a zombie still has."""
    for path in Path("/proc").glob("[0-9]*"):
        fields = stat_fields(int(path.name))
        if fields and (int(fields[PPID]), int(fields[SESSION])) == (os.getpid(), session):
            yield int(path.name)
