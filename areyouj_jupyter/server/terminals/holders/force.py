"""Force: ends an agent whose holder does not take orders, by pids and start times alone."""

from __future__ import annotations

import contextlib
import os
import signal
import time

import psutil

from areyouj_jupyter.server.terminals.holders.holder_meta import HolderMeta
from areyouj_jupyter.server.terminals.holders.liveness import agent_process, holder_process
from areyouj_jupyter.server.terminals.holders.process import MARK

KILL = (signal.SIGKILL, 1.0)  # more than once: something may have been born between the look and the signal
STEPS = ((signal.SIGHUP, 0.5), (signal.SIGTERM, 0.5), KILL, KILL)  # signal, seconds of grace
LOOK = 0.02  # seconds between two looks


def end_by_force(meta: HolderMeta) -> list[int]:
    """End the agent with all its descendants, then its holder. Returns the pids that survive SIGKILL (usually none).

    Blocking, up to five seconds. psutil compares the start time before each signal, so that none goes astray.
    """
    for number, grace in STEPS:
        if not _signalled(_family(meta), number, grace):
            break
    if holder := holder_process(meta):
        _signalled([holder], *KILL)
    return _signalled(_family(meta), *KILL)  # what was adopted by the holder after the last look has no parent now


def _signalled(processes: list[psutil.Process], number: int, grace: float) -> list[int]:
    """Signal them, and wake those that are stopped so that they can end; the pids of those that live on after that."""
    for process in processes:
        for each in (number, signal.SIGCONT):
            with contextlib.suppress(psutil.Error):
                process.send_signal(each)
    deadline = time.monotonic() + grace
    while (living := [each.pid for each in processes if not _ended(each)]) and time.monotonic() < deadline:
        time.sleep(LOOK)
    return sorted(living)


def _family(meta: HolderMeta) -> list[psutil.Process]:
    """The agent and its descendants, also those that left its process group: a holder adopts orphans, and all of them
    have the session's mark, unless they took it off."""
    found = {process.pid: process for process in psutil.process_iter() if _marked(process, meta.session_id)}
    for root in filter(None, (agent_process(meta), holder_process(meta))):
        with contextlib.suppress(psutil.Error):
            found |= {process.pid: process for process in (root, *root.children(recursive=True))}
    return [each for pid, each in found.items() if pid not in (os.getpid(), meta.holder_pid) and not _ended(each)]


def _marked(process: psutil.Process, session_id: str) -> bool:
    try:
        return bool(process.environ().get(MARK) == session_id)
    except (psutil.Error, OSError):
        return False


def _ended(process: psutil.Process) -> bool:
    """Whether it is gone, or only waits for its stopped holder to reap it."""
    try:
        return bool(process.status() == psutil.STATUS_ZOMBIE)
    except psutil.Error:
        return True
