"""What Linux can do for a holder beyond Python's own library; elsewhere each of these does nothing and says so."""

from __future__ import annotations

import os
import socket
import struct
import sys

try:
    import ctypes

    _LIBRARY: ctypes.CDLL | None = ctypes.CDLL(None) if sys.platform == "linux" else None
except (ImportError, OSError):  # a Python without libffi
    _LIBRARY = None

PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36  # linux/prctl.h
LOCAL_PEERCRED = 1  # sys/un.h of macOS; its level is 0


def adopt_orphans() -> bool:
    """Become the parent of every descendant whose own parent ends. False: they become children of the first process."""
    return _control(PR_SET_CHILD_SUBREAPER, 1)


def die_with_parent(number: int, parent: int) -> None:
    """Get this signal when `parent`, which is our parent, ends; at once if it has ended already."""
    if _control(PR_SET_PDEATHSIG, number) and os.getppid() != parent:
        os.kill(os.getpid(), number)


def same_user(connection: socket.socket) -> bool:
    """Whether the other end runs under our user; if unknown, the folder's mode has to be enough."""
    if hasattr(socket, "SO_PEERCRED"):
        credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
        return bool(struct.unpack("3i", credentials)[1] == os.getuid())
    try:
        known = connection.getsockopt(0, LOCAL_PEERCRED, struct.calcsize("2I"))
    except OSError:
        return True
    return len(known) < 8 or struct.unpack("2I", known[:8])[1] == os.getuid()


def start_time(pid: int) -> int | None:
    """When a process began, in the system's own ticks: a pid with another start time is another process."""
    fields = stat_fields(pid)
    return int(fields[19]) if fields else None


def stat_fields(pid: int) -> list[bytes] | None:
    """The fields of /proc/<pid>/stat from the state on; None if there is no such process, or no /proc."""
    try:
        fd = os.open(f"/proc/{pid}/stat", os.O_RDONLY)
    except OSError:
        return None
    try:
        return os.read(fd, 4096).rpartition(b")")[2].split()
    except OSError:
        return None
    finally:
        os.close(fd)


def _control(option: int, value: int) -> bool:
    return _LIBRARY is not None and _LIBRARY.prctl(option, value, 0, 0, 0) == 0
