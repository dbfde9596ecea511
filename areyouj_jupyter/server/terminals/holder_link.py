"""The connection to a holder: frames out, frames in, and one end."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable

from areyouj_jupyter.holder.decoder import Decoder
from areyouj_jupyter.holder.wire import TO_SERVER, WireError

logger = logging.getLogger(__name__)


class Received(threading.local):
    """What a loop's links receive into: asyncio fills it and hands it over in one step, so no session needs its own.

    One for each thread, since each may run a loop. Small, so that a flooded link leaves the loop to others soon: eight
    cost a key 48 ms at 256 KiB, 10 ms at 16.
    """

    def __init__(self) -> None:
        self.view = memoryview(bytearray(16 * 1024))


RECEIVED = Received()


class HolderLink(asyncio.BufferedProtocol):
    """Owned by one Holder."""

    def __init__(self, on_frame: Callable[[int, bytes], None], on_lost: Callable[[], None]) -> None:
        self.closed = False
        """Whether nothing more can be said."""
        self._decoder = Decoder(TO_SERVER)
        self._on_frame, self._on_lost = on_frame, on_lost
        self._transport: asyncio.Transport | None = None

    @property
    def unsent(self) -> int:
        """Bytes that the holder has not taken yet."""
        return self._transport.get_write_buffer_size() if self._transport else 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Asyncio's: it begins."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 that of a stream
        self._transport = transport

    def get_buffer(self, sizehint: int) -> memoryview:
        """Asyncio's: where the next bytes go."""
        return RECEIVED.view

    def buffer_updated(self, nbytes: int) -> None:
        """Asyncio's: they are there."""
        try:
            for kind, payload in self._decoder.feed(RECEIVED.view[:nbytes]):
                self._on_frame(kind, payload)
        except (WireError, KeyError, TypeError, ValueError):  # ValueError: msgspec's too
            logger.exception("holder not understood")
            self.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Asyncio's: it ended."""
        self.closed = True
        self._on_lost()

    def send(self, frame: bytes) -> None:
        """Say something; nothing happens once it is closed."""
        if self._transport and not self.closed:
            self._transport.write(frame)

    def pause(self, paused: bool) -> None:
        """Hear nothing for now, or go on."""
        if self._transport and not self.closed:
            if paused:
                self._transport.pause_reading()
            else:
                self._transport.resume_reading()

    def close(self) -> None:
        """End it; harmless when repeated."""
        self.closed = True
        if self._transport:
            self._transport.close()
