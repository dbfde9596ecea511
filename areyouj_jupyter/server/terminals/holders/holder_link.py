"""The connection to a holder: frames out, frames and file descriptors in, and one end."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
from collections.abc import Callable

import msgspec

from areyouj_jupyter.holder.sockets.decoder import Decoder
from areyouj_jupyter.holder.wire import TERMINAL, WireError
from areyouj_jupyter.server.terminals.holders.holder_wires import GREETING, HEARD

logger = logging.getLogger(__name__)

READ_BYTES = 64 * 1024
RIGHTS = 2  # file descriptors that come with a TERMINAL frame


class HolderLink:
    """Owned by one Holder. Not a transport of asyncio's, since those drop the descriptors that come."""

    def __init__(self, on_frame: Callable[[int, bytes], None], on_lost: Callable[[], None]) -> None:
        self.closed = True
        """Whether nothing can be said."""
        self.lent: list[int] = []
        """The descriptors that came with the TERMINAL frame; the caller that takes them closes them."""
        self.wire = GREETING
        """The wire version that the holder speaks; set when its welcome arrives."""
        self._decoder = Decoder(HEARD)
        self._on_frame, self._on_lost = on_frame, on_lost
        self._unsent = bytearray()
        self._loop = asyncio.get_running_loop()
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.setblocking(False)

    @property
    def unsent(self) -> int:
        """Bytes that the holder has not taken yet."""
        return len(self._unsent)

    async def open(self, path: str) -> None:
        """Connect. Raises OSError if no holder is there."""
        await self._loop.sock_connect(self._socket, path)
        self.closed = False
        self._loop.add_reader(self._socket, self._read)

    def _read(self) -> None:
        try:
            data, fds, _, _ = socket.recv_fds(self._socket, READ_BYTES, RIGHTS, _CLOEXEC)
        except BlockingIOError:
            return
        except OSError:
            data, fds = b"", []
        for fd in fds:
            os.set_inheritable(fd, False)
        self.lent += fds
        if data:
            self._hear(data)
        else:
            self.close()

    def _hear(self, data: bytes) -> None:
        try:
            for said, payload in self._decoder.feed(data):
                kind = self.wire.heard.get(said, said)
                if kind == TERMINAL and len(self.lent) != RIGHTS:
                    raise WireError("A terminal came without its descriptors.")
                self._on_frame(kind, payload)
        except (WireError, KeyError, TypeError, ValueError, msgspec.MsgspecError):
            logger.exception("holder not understood")
            self.close()

    def send(self, frame: bytes) -> None:
        """Say something; nothing happens once it is closed."""
        if self.closed:
            return
        if (kind := self.wire.said.get(frame[0])) is not None:
            frame = bytes([kind]) + frame[1:]
        if not self._unsent:
            self._loop.add_writer(self._socket, self._write)
        self._unsent += frame
        self._write()

    def _write(self) -> None:
        try:
            del self._unsent[: self._socket.send(self._unsent)]
        except BlockingIOError:
            return
        except OSError:  # it left; what it said last is still to be read, then its end
            self._unsent.clear()
        if not self._unsent:
            self._loop.remove_writer(self._socket)

    def close(self) -> None:
        """End it; harmless when repeated."""
        if self._socket.fileno() < 0:
            return
        self._loop.remove_reader(self._socket)
        self._loop.remove_writer(self._socket)
        told, self.closed = self.closed, True
        while self.lent:
            os.close(self.lent.pop())
        if not told:
            self._on_lost()  # the present reader of the terminal stops before the holder starts
        self._socket.close()


_CLOEXEC = getattr(socket, "MSG_CMSG_CLOEXEC", 0)
