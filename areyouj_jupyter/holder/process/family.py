"""The family of an agent: it and all its descendants, also those that left its process group and session.

On Linux the holder adopts orphans, so that every descendant hangs below it; where it could not, strays are found by the
AREYOUJ_SESSION in their environment. Without /proc (macOS) only the agent's process group is known.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator

from areyouj_jupyter.holder.process.system import stat_fields

MARK = "AREYOUJ_SESSION"
PROC = os.access("/proc/self/stat", os.R_OK)
PPID, START = 1, 19  # places in stat_fields


class Family:
    """Owned by one holder, whose own children are the agent and what it adopted."""

    def __init__(self, leader: int, session_id: str, adopts: bool) -> None:
        """adopts: whether orphans come to the holder."""
        self.leader = leader
        self._mark = b"\0" + f"{MARK}={session_id}".encode() + b"\0"
        self._adopts = adopts

    def members(self) -> dict[int, bytes]:
        """Pid and start time of each that lives; walks /proc."""
        processes = dict(_processes())
        children: dict[int, list[int]] = {}
        for pid, (parent, _) in processes.items():
            children.setdefault(parent, []).append(pid)
        found: dict[int, bytes] = {}
        line = [os.getpid()]
        while line:
            for pid in children.get(line.pop(), ()):
                found[pid] = processes[pid][1]
                line.append(pid)
        if not self._adopts:
            found |= {pid: start for pid, (_, start) in processes.items() if pid != os.getpid() and self._marked(pid)}
        return found

    def signal(self, number: int) -> None:
        """To every member, wherever it went."""
        if not PROC:
            self.signal_group(number)
        for pid, start in self.members().items():
            _signal(pid, start, number)
            _signal(pid, start, signal.SIGCONT)  # a stopped one has to wake up to end

    def signal_group(self, number: int) -> None:
        """To the agent's own process group."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.leader, number)

    def reap(self) -> tuple[int | None, bool]:
        """Reap ended processes; returns the agent's wait status if it ended, and whether none of the family is left."""
        status = None
        try:
            while (ended := os.waitpid(-1, os.WNOHANG))[0]:
                if ended[0] == self.leader:
                    status = ended[1]
        except ChildProcessError:
            return status, self._adopts or not self.members()
        return status, False

    def _marked(self, pid: int) -> bool:
        try:
            with open(f"/proc/{pid}/environ", "rb") as file:  # noqa: PTH123 pathlib costs 0.7 MB
                return self._mark in b"\0" + file.read()
        except OSError:
            return False


def _processes() -> Iterator[tuple[int, tuple[int, bytes]]]:
    """Pid, and parent and start time, of all that live."""
    for name in os.listdir("/proc") if PROC else ():  # noqa: PTH208 pathlib costs 0.7 MB
        if name.isdigit() and (fields := stat_fields(int(name))) and fields[0] not in (b"Z", b"X"):
            yield int(name), (int(fields[PPID]), fields[START])


def _signal(pid: int, start: bytes, number: int) -> None:
    """Signal this process, and no later one with its pid."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if not hasattr(os, "pidfd_open"):
            os.kill(pid, number)
            return
        fd = os.pidfd_open(pid)
        try:
            fields = stat_fields(pid)
            if fields and fields[START] == start:
                signal.pidfd_send_signal(fd, number)
        finally:
            os.close(fd)
