"""The output ring: the last bytes of a terminal, by their absolute offsets; read into and sent from in place."""

from __future__ import annotations

import mmap


class Ring:
    """Keeps the newest `size` bytes. Its memory is used page by page, as output comes."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.end = 0
        """Offset behind the last byte: all that was ever read."""
        self._view = memoryview(mmap.mmap(-1, size, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS))

    @property
    def start(self) -> int:
        """Offset of the oldest byte still kept."""
        return max(0, self.end - self.size)

    def room(self, most: int) -> memoryview:
        """Where up to `most` of the next bytes go, in one piece, in the oldest ones' place; then call `filled`."""
        place = self.end % self.size
        return self._view[place : place + most]

    def filled(self, count: int) -> None:
        """`count` bytes were put into `room`."""
        self.end += count

    def view(self, offset: int, most: int) -> memoryview:
        """Up to `most` bytes from `offset` on, in one piece. offset: from `start` to `end`. Valid until `filled`."""
        place = offset % self.size
        return self._view[place : min(place + most, place + self.end - offset, self.size)]

    def write(self, data: bytes) -> None:
        """Append bytes that are there already."""
        while data:
            room = self.room(len(data))
            room[:] = data[: len(room)]
            self.filled(len(room))
            data = data[len(room) :]

    def tail(self) -> list[memoryview]:
        """All that is kept, in one or two pieces."""
        pieces, offset = [], self.start
        while offset < self.end:
            pieces.append(self.view(offset, self.size))
            offset += len(pieces[-1])
        return pieces
