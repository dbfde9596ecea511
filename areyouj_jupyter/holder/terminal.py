"""The terminal: the PTY's own end, which is read into the ring and never waits."""

from __future__ import annotations

import contextlib
import fcntl
import os
import struct
import termios

from areyouj_jupyter.holder.ring import Ring

READ_BYTES = 64 * 1024  # asked for at once; Linux gives about 4 KiB
TURN_BYTES = 256 * 1024  # read before others have their turn
DRAIN_TURNS = 16  # after the end of the agent; a descendant may go on writing


class Terminal:
    """Owned by one holder."""

    def __init__(self, rows: int, cols: int) -> None:
        """Open it. Raises OSError. The agent's end stays open here too, so that the last output is never lost."""
        self.fd, self.slave = os.openpty()
        self.hung_up = False
        """Whether the system took the terminal away: nothing more will come."""
        os.set_blocking(self.fd, False)
        self.resize(rows, cols)

    def read(self, ring: Ring) -> int:
        """Read all there is into the ring, or as much as one turn takes; how many bytes."""
        got = 0
        try:
            while got < TURN_BYTES and (count := os.readv(self.fd, [ring.room(READ_BYTES)])):
                ring.filled(count)
                got += count
        except BlockingIOError:
            pass
        except OSError:
            self.hung_up = True
        return got

    def drain(self, ring: Ring) -> None:
        """Read what is left when the agent ended."""
        for _ in range(DRAIN_TURNS):
            if not self.read(ring):
                return

    def write(self, data: memoryview) -> int:
        """How many bytes the agent's end took."""
        count = 0
        with contextlib.suppress(OSError):  # full
            while count < len(data):
                count += os.write(self.fd, data[count:])
        return count

    def size(self) -> tuple[int, int]:
        """Rows and columns."""
        rows, cols, _, _ = struct.unpack("HHHH", fcntl.ioctl(self.fd, termios.TIOCGWINSZ, bytes(8)))
        return rows, cols

    def resize(self, rows: int, cols: int) -> None:
        """Tell the kernel, which tells the program."""
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))

    def foreground_group(self) -> int:
        """The process group that has the terminal; 0 if none."""
        try:
            return os.tcgetpgrp(self.fd)
        except OSError:
            return 0
