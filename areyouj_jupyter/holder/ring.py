"""The output ring: the last bytes of a terminal by their absolute offsets, in memory that holder and server share.

The reader of the terminal reads into it in place. The room for the next bytes is blanked first, so that the holder
finds what a server had read when it was killed: no output is lost, and none is passed on twice.
"""

from __future__ import annotations

import mmap
import os
import sys

ROOM = 8 * 1024  # bytes that one read may take; Linux gives 4 to 5 KiB of a terminal's output at once
BLANK = b"\xff"  # a byte that no UTF-8 text has
HEAD = 64  # bytes before the ring; the first eight are `end`, the next `looked`, which earlier holders leave 0
UNKNOWN = 2**64 - 1  # in the place of `looked`


def memory(run_dir: str, size: int) -> int:
    """A file without a name for a ring that keeps `size` bytes. Raises OSError."""
    if hasattr(os, "memfd_create"):
        fd = os.memfd_create("ring", os.MFD_CLOEXEC)
    else:
        fd = os.open(f"{run_dir}/ring", os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        os.unlink(f"{run_dir}/ring")  # noqa: PTH108 pathlib costs 0.7 MB
    os.ftruncate(fd, HEAD + size + ROOM)
    return fd


class Ring:
    """Keeps the newest `size` bytes. Its memory is used page by page, as output comes. One process at a time writes."""

    def __init__(self, fd: int, room: int = ROOM) -> None:
        """fd: made by `memory`; it may be closed afterwards. room: that of an older holder, where it was another.

        Raises OSError, ValueError.
        """
        self._memory = mmap.mmap(fd, 0)  # it keeps a descriptor of its own
        with memoryview(self._memory) as view:
            self._head, self._view = view[:16].cast("Q"), view[HEAD:]
        self._length, self._room, self._blanks = len(self._view), room, BLANK * room
        self.size = self._length - room
        if not self.end:
            self._blank(0, room)

    def unshare(self) -> None:
        """Release the shared memory, and keep its content for this process only; harmless when repeated."""
        if self._memory.closed:
            return
        shared = self._head, self._view
        end = self.end
        self._head = memoryview(b"".join(word.to_bytes(8, sys.byteorder) for word in (end, 0))).cast("Q")
        self._view = memoryview(bytes(self._view[:end]))
        for view in shared:
            view.release()
        self._memory.close()

    @property
    def end(self) -> int:
        """Offset behind the last byte: all that was ever read."""
        return self._head[0]

    @property
    def looked(self) -> int:
        """One more than the offset up to which the terminal's reader has looked through the output, see status_query.

        UNKNOWN until a reader says so; 0: nobody has to.
        """
        return self._head[1]

    @looked.setter
    def looked(self, offset: int) -> None:
        """Say so."""
        self._head[1] = offset

    @property
    def start(self) -> int:
        """Offset of the oldest byte still kept."""
        return max(0, self.end - self.size)

    @property
    def room(self) -> memoryview:
        """Where the next bytes go, in one piece; then call `filled`."""
        place = self.end % self._length
        return self._view[place : place + self._room]

    def filled(self, count: int) -> None:
        """`count` bytes were put into `room`. If a reader is killed before this call, `recover` makes up for it."""
        end = self._head[0] + count
        place = end % self._length
        blank = place + self._room - count if place else 0  # so far it was blank before
        self._blank(blank, place + self._room)
        self._head[0] = end

    def _blank(self, begin: int, end: int) -> None:
        end = min(end, self._length)
        if begin < end:
            self._view[begin:end] = self._blanks[: end - begin]

    def take(self, fd: int) -> int:
        """One read of the terminal, how many bytes. Raises BlockingIOError, OSError (EIO: nobody else has it open)."""
        place = self._head[0] % self._length
        count = os.readv(fd, [self._view[place : place + self._room]])
        self.filled(count)
        return count

    def recover(self) -> None:
        """Count what a killed reader read last."""
        self.filled(len(bytes(self.room).rstrip(BLANK)))

    def read(self, offset: int = 0, most: int | None = None) -> tuple[bytes, int]:
        """Up to `most` bytes from `offset` on, and the offset of the first one given (later if some are forgotten)."""
        end = self._head[0]
        first = max(0, end - self.size, min(offset, end))
        count = end - first if most is None else min(most, end - first)
        place = first % self._length
        piece = bytes(self._view[place : place + count])
        return piece if len(piece) == count else piece + bytes(self._view[: count - len(piece)]), first
