"""The terminal: the PTY's own end, which is read into the ring and never waits."""

from __future__ import annotations

import contextlib
import fcntl
import os
import struct
import sys
import termios

from areyouj_jupyter.holder.ring import Ring

TURN_BYTES = 256 * 1024  # read before others have their turn
DRAIN_TURNS = 16  # after the end of the agent; a descendant may still write


class Terminal:
    """Owned by one holder."""

    def __init__(self, rows: int, cols: int) -> None:
        """Open it. Raises OSError."""
        self.fd, self.slave = os.openpty()
        self.hung_up = False
        """Whether no other process had it open at the last read."""
        os.set_blocking(self.fd, False)
        self.resize(rows, cols)

    def leave(self) -> None:
        """The agent has its end now: close ours, so that we notice when the agent closes its own."""
        if sys.platform == "linux":  # other systems drop unread output when the last end is closed
            os.close(self.slave)

    def read(self, ring: Ring) -> int:
        """Read everything into the ring, or as much as one turn takes; returns how many bytes."""
        got, most = 0, min(TURN_BYTES, ring.size // 2)  # all of it is still kept when it is looked through
        try:
            while got < most and (count := ring.take(self.fd)):
                got += count
            self.hung_up = False
        except BlockingIOError:
            self.hung_up = False
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
        """Resize the terminal; the kernel notifies the program."""
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))
