"""The agent's process as the server knows it: behind its holder, and in the system's tables."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Mapping, Sequence

import psutil

from areyouj_jupyter.server.terminals.holders.holder_client import Holder

MARK = "AREYOUJ_SESSION"  # environment variable by which a session's descendants are found


class HeldProcess:
    """An agent in its holder, in terminado's words for a process. Owned by its Terminal."""

    closed = False

    def __init__(self, holder: Holder) -> None:
        self.holder = holder
        self.pid = holder.meta.pid
        self._size = (holder.welcome.rows, holder.welcome.cols)

    def isalive(self) -> bool:
        """Whether it is running, by its holder's last report."""
        return self.holder.exit is None and not self.closed

    def foreground(self) -> bool:
        """Whether another process group than its own has the terminal: a shell runs a program."""
        return self.holder.foreground()

    def getwinsize(self) -> tuple[int, int]:
        """Rows and columns."""
        return self._size

    def setwinsize(self, rows: int, cols: int) -> None:
        """Resize the terminal."""
        self._size = (rows, cols)
        self.holder.resize(rows, cols)

    def kill(self, number: int) -> None:
        """Signal the process group."""
        self.holder.signal(number)

    def close(self) -> None:
        """Let go of it; harmless when repeated."""
        self.closed = True
        self.holder.detach()


def usage(pids: Collection[int]) -> dict[int, tuple[int, float]]:
    """Bytes resident and CPU seconds of each of these processes with its descendants; without those that are gone.

    Blocking. The system's processes are listed once for all, since that costs more than all else.
    """
    children: dict[int, list[psutil.Process]] = {}
    roots: dict[int, psutil.Process] = {}
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            children.setdefault(process.ppid(), []).append(process)
            if process.pid in pids:
                roots[process.pid] = process
    return {pid: _used(process, children) for pid, process in roots.items()}


def _used(root: psutil.Process, children: Mapping[int, Sequence[psutil.Process]]) -> tuple[int, float]:
    rss_bytes, cpu_seconds, tree = 0, 0.0, [root]
    for process in tree:
        tree += children.get(process.pid, ())
        with contextlib.suppress(psutil.Error):
            times = process.cpu_times()
            rss_bytes += process.memory_info().rss
            cpu_seconds += times.user + times.system
    return rss_bytes, cpu_seconds
