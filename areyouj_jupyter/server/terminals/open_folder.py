"""A folder that is held open: what is checked is what is entered, wherever its name leads by then."""

from __future__ import annotations

import fcntl
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

PATH_BYTES = 1024  # macOS, sys/syslimits.h: PATH_MAX
FLAGS = os.O_DIRECTORY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC | getattr(os, "O_PATH", os.O_RDONLY)


class OpenFolder:
    """Owned by the caller that opened it, until `close` or the end of a `with`."""

    def __init__(self, path: Path) -> None:
        """Open it. A link at its end is not followed. Raises OSError. Blocking."""
        self.fd = -1
        self.fd = os.open(path, FLAGS)
        try:
            self.path = _path(self.fd)
            """Its path without links when it was opened, from the kernel and not from the given name."""
        except OSError:
            self.close()
            raise

    def is_readable(self) -> bool:
        """Whether this user may list and enter it."""
        return os.access(".", os.R_OK | os.X_OK, dir_fd=self.fd)

    def close(self) -> None:
        """Let go of it; harmless when repeated."""
        fd, self.fd = self.fd, -1
        if fd >= 0:
            os.close(fd)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let go of it."""
        self.close()

    def __del__(self) -> None:
        """The task that waited for the thread may have been cancelled."""
        self.close()


def _path(fd: int) -> Path:
    if sys.platform == "darwin":
        return Path(os.fsdecode(fcntl.fcntl(fd, fcntl.F_GETPATH, bytes(PATH_BYTES)).rstrip(b"\0")))
    return Path(f"/proc/self/fd/{fd}").readlink()
