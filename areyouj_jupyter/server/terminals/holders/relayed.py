"""Relayed output: that of a holder which reads its terminal itself, as the first ones did, and sends on what comes."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable

from areyouj_jupyter.holder.ring import Ring, memory
from areyouj_jupyter.server.terminals.holders.reader import GATHER, Reader

OFFSET = struct.Struct("!Q")  # before the bytes of a frame


class RelayedReader(Reader):
    """A reader without a terminal. Owned by a Holder, which passes it the output, and writes only by orders."""

    busy = False
    """Whether another program than the agent has the terminal, by the holder's last report."""

    def __init__(self, folder: str, size: int, first: int, offset: int, tell: Callable[[bytes, int], None]) -> None:
        """folder: private. size: bytes that are kept. first: offset of what comes first; the rest as of `Reader`."""
        store = memory(folder, size)
        try:
            os.pwrite(store, struct.pack("Q", first), 0)  # as if all before had been read and forgotten
            ring = Ring(store)
        finally:
            os.close(store)
        super().__init__(ring, -1, offset, tell, lambda closed: None, lambda answer: None)

    def _listen(self, alone: bool = False) -> None:
        """The holder does."""

    def hear(self, payload: bytes) -> None:
        """A frame of output."""
        (offset,) = OFFSET.unpack_from(payload)
        data = payload[OFFSET.size :]
        self._keep(bytes(max(0, offset - self.ring.end)) + data)  # what the holder forgot before we took it is blank
        self._gather()

    def _keep(self, data: bytes) -> None:
        while data:
            room = self.ring.room
            count = min(len(room), len(data))
            room[:count] = data[:count]
            self.ring.filled(count)
            data = data[count:]

    def hasten(self) -> None:
        """Output is passed on at once."""
        if self._timer:
            self.flush()
        self._told_at = -GATHER

    def catch_up(self) -> None:
        """All that the holder sent is passed on."""
        self.flush()

    def write(self, data: bytes) -> int:
        """The holder writes."""
        return 0

    def foreground(self, leader: int) -> bool:
        """By the holder's last report."""
        return self.busy

    def close(self, drain: bool = False) -> None:
        """Everything was passed on."""
        self.flush(final=True)
