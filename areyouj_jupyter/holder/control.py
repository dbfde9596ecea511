"""The control socket: servers connect, one of them is attached, and what it does not take waits."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Callable
from functools import partial

from areyouj_jupyter.holder import unix_socket
from areyouj_jupyter.holder.core import Core
from areyouj_jupyter.holder.decoder import Decoder
from areyouj_jupyter.holder.loop import Loop
from areyouj_jupyter.holder.outbox import CHUNK
from areyouj_jupyter.holder.wire import TO_HOLDER, WireError

GATHER = 0.004  # seconds over which output is gathered into one frame; the first after a silence goes out at once
OTHERS_LIMIT = 8  # connections that are not attached; the oldest has to go
READ_BYTES = 64 * 1024
FLUSH_FRAMES = 16  # sent before others have their turn
TIMER = "gather"


class Control:
    """Owned by one holder; a connection's file descriptor is the core's name for it."""

    def __init__(self, listener: socket.socket, loop: Loop, core: Core, on_progress: Callable[[], None]) -> None:
        """on_progress: the attached server took something, or left."""
        self._listener, self._loop, self._core = listener, loop, core
        self._peers: dict[int, tuple[socket.socket, Decoder]] = {}
        self._sent_at = 0.0
        self._blocked = False
        self._on_progress = on_progress
        self._loop.watch(self._listener.fileno(), self._accept)

    @property
    def behind(self) -> bool:
        """Whether the attached server takes output more slowly than it comes, so that some may soon be lost."""
        return self._blocked and self._core.outbox.unsent > self._core.ring.size // 2

    def _accept(self) -> None:
        while connection := unix_socket.accept(self._listener):
            others = [peer for peer in self._peers if peer != self._core.peer]
            if len(others) >= OTHERS_LIMIT:
                self.dismiss(others[0], b"")
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
            self.dismiss(peer, b"")
            return
        try:
            for kind, payload in decoder.feed(data):
                if peer in self._peers:
                    self._core.on_frame(peer, kind, payload)
        except WireError:
            self.dismiss(peer, b"")
        self.flush()

    def dismiss(self, peer: int, last: bytes) -> None:
        """End a connection; a last frame goes if it goes at once."""
        known = self._peers.pop(peer, None)
        if known is None:
            return
        self._loop.watch(peer, None)
        if peer == self._core.peer:
            self._blocked = False
        self._core.on_gone(peer)
        with contextlib.suppress(OSError):
            known[0].send(last)
        known[0].close()
        self._on_progress()

    def on_output(self) -> None:
        """There is more output: send it if there is enough, or if none was sent lately."""
        if self._blocked or self._core.peer is None:
            return
        wait = self._sent_at + GATHER - time.monotonic()
        if wait <= 0 or self._core.outbox.unsent >= CHUNK:
            self.flush()
        elif not self._loop.waits(TIMER):
            self._loop.after(TIMER, wait, self.flush)

    def flush(self) -> None:
        """Send what the attached server takes."""
        peer, outbox = self._core.peer, self._core.outbox
        if peer is None:
            return
        if outbox.overfull:
            self.dismiss(peer, b"")
            return
        connection = self._peers[peer][0]
        for _ in range(FLUSH_FRAMES):
            if not (pieces := outbox.pieces()):
                break
            try:
                outbox.took(connection.sendmsg(pieces))
                self._on_progress()
            except BlockingIOError:
                self._block(peer, True)
                return
            except OSError:  # it left; what it said last is still to be read, then its end
                self._block(peer, False)
                return
        self._sent_at = time.monotonic()
        self._block(peer, bool(outbox.unsent or outbox.urgent))

    def _block(self, peer: int, blocked: bool) -> None:
        """Whether to go on when the server takes more."""
        if blocked != self._blocked:
            self._blocked = blocked
            self._loop.watch(peer, partial(self._read, peer), self.flush if blocked else None)
