"""Where the CLI plays: a terminal of a given size, its output kept from the first byte on, and its screen."""

from __future__ import annotations

import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from areyouj_jupyter.server.status.screen import GhosttyScreen

REST = 0.4  # seconds without output after which a screen is at rest
RESTLESS = 1.5  # seconds after which one that never rests (a spinner) is taken as it is
DEADLINE = 20.0  # seconds for a fact to come
END = 5.0  # seconds that the program has for its end


class Stage:
    """One run of a program in a terminal; a context manager."""

    def __init__(self, argv: Sequence[str], cwd: Path, environment: Mapping[str, str], rows: int, cols: int) -> None:
        self.output = b""
        self.screen = GhosttyScreen(rows, cols, self.write)
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            os.chdir(cwd)
            # Sized here, where nothing can have been drawn yet.
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))
            os.execve(argv[0], list(argv), dict(environment))

    def __enter__(self) -> Stage:
        return self

    def __exit__(self, *_: object) -> None:
        os.killpg(self._pid, signal.SIGTERM)
        end = time.monotonic() + END
        while os.waitpid(self._pid, os.WNOHANG) == (0, 0):
            self.read(0.05)
            if time.monotonic() > end:
                os.killpg(self._pid, signal.SIGKILL)
        os.close(self._fd)
        self.screen.close()

    def write(self, data: bytes) -> None:
        """Into the terminal, as a person types."""
        os.write(self._fd, data)

    def see(self, pattern: str) -> None:
        """Wait until title and screen match, then for rest. Raises TimeoutError, with the screen."""
        wanted = re.compile(pattern, re.MULTILINE | re.DOTALL)
        end = time.monotonic() + DEADLINE
        while not wanted.search(self.shown):
            if time.monotonic() > end:
                raise TimeoutError(f"Not seen within {DEADLINE:.0f} s: {pattern}\n{self.shown}")
            self.read(0.05)
        self.rest()

    def rest(self) -> None:
        """Wait until nothing moves any more, or a while."""
        end = time.monotonic() + RESTLESS
        while self.read(REST) and time.monotonic() < end:
            pass

    @property
    def shown(self) -> str:
        """The title, and below it the screen."""
        return "\n".join((self.screen.title(), *self.screen.lines()))

    def read(self, wait: float) -> bool:
        """Take output; whether there was any within `wait` seconds."""
        if not select.select([self._fd], [], [], wait)[0]:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError as error:
            if error.errno != errno.EIO:  # the program has ended
                raise
            data = b""
        self.output += data
        self.screen.feed(data)
        return bool(data)
