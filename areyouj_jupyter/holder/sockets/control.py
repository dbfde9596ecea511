"""The control socket: servers connect, one of them is attached, and frames that it does not take wait."""

from __future__ import annotations

import contextlib
import socket
from array import array
from functools import partial

from areyouj_jupyter.holder.core import Core
from areyouj_jupyter.holder.process.loop import Loop
from areyouj_jupyter.holder.sockets import unix_socket
from areyouj_jupyter.holder.sockets.decoder import Decoder
from areyouj_jupyter.holder.wire import TO_HOLDER, WireError

OTHERS_LIMIT = 8  # connections that are not attached; the oldest has to go
READ_BYTES = 64 * 1024
FLUSH_PIECES = 16  # sent before others have their turn


class Control:
    """Owned by one holder; a connection's file descriptor is the core's name for it."""

    def __init__(self, listener: socket.socket, loop: Loop, core: Core) -> None:
        self._listener, self._loop, self._core = listener, loop, core
        self._peers: dict[int, tuple[socket.socket, Decoder]] = {}
        self._leaving: set[int] = set()
        self._blocked = False
        self._loop.watch(self._listener.fileno(), self._accept)

    def _accept(self) -> None:
        while connection := unix_socket.accept(self._listener):
            others = [peer for peer in self._peers if peer not in (self._core.peer, self._core.reader)]
            if len(others) >= OTHERS_LIMIT:
                self._end(others[0])
            peer = connection.fileno()
            self._peers[peer] = (connection, Decoder(TO_HOLDER))
            self._loop.watch(peer, partial(self._read, peer))

    def _read(self, peer: int) -> None:
        connection, decoder = self._peers[peer]
        try:
            data = connection.recv(READ_BYTES)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._end(peer)
        elif peer not in self._leaving:
            self._hear(peer, decoder, data)
        self.flush()

    def _hear(self, peer: int, decoder: Decoder, data: bytes) -> None:
        try:
            for kind, payload in decoder.feed(data):
                if peer in self._peers and peer not in self._leaving:
                    self._core.on_frame(peer, kind, payload)
        except WireError:
            self.dismiss(peer, b"")

    def dismiss(self, peer: int, last: bytes) -> None:
        """End a connection, with a last frame if it can go at once. A reader of the terminal stays until it closes."""
        if peer not in self._peers or peer in self._leaving:
            return
        self._leave(peer)
        connection = self._peers[peer][0]
        with contextlib.suppress(OSError):
            connection.send(last)
            connection.shutdown(socket.SHUT_WR)
        if peer != self._core.reader:
            self._end(peer)

    def _leave(self, peer: int) -> None:
        """Send it nothing more."""
        self._leaving.add(peer)
        if peer == self._core.peer:
            self._blocked = False
        self._core.detach(peer)
        self._loop.watch(peer, partial(self._read, peer))

    def _end(self, peer: int) -> None:
        if peer == self._core.peer:
            self._blocked = False
        connection, _ = self._peers.pop(peer)
        self._leaving.discard(peer)
        self._loop.watch(peer, None)
        self._core.on_gone(peer)
        connection.close()

    def flush(self) -> None:
        """Send what the attached server takes."""
        peer, outbox = self._core.peer, self._core.outbox
        if peer is None:
            return
        if outbox.overfull:
            self.dismiss(peer, b"")
            return
        connection = self._peers[peer][0]
        for _ in range(FLUSH_PIECES):
            piece, lent = outbox.piece()
            if not piece:
                break
            try:
                outbox.took(connection.sendmsg([piece], _rights(lent)))
            except BlockingIOError:
                self._block(peer, True)
                return
            except OSError:  # it left; its last frames are still to be read, then its end
                self._block(peer, False)
                return
        self._block(peer, outbox.waits)

    def _block(self, peer: int, blocked: bool) -> None:
        """Whether to continue when the server takes more."""
        if blocked != self._blocked:
            self._blocked = blocked
            self._loop.watch(peer, partial(self._read, peer), self.flush if blocked else None)


def _rights(fds: tuple[int, ...]) -> list[tuple[int, int, array[int]]]:
    return [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array("i", fds))] if fds else []
