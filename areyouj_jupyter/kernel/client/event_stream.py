"""EventStream: the events of one server, read in one daemon thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from typing import Any, Protocol
from urllib.parse import urlsplit

import msgspec
import websocket

from areyouj_jupyter.errors import AreYouJError
from areyouj_jupyter.kernel.client.decoding import decoded
from areyouj_jupyter.kernel.client.http_client import LOOPBACK, Client

logger = logging.getLogger(__name__)

BACK_OFF = (0.2, 0.5, 1.0, 2.0, 5.0, 10.0)  # seconds; the last one repeats until close()
SILENCE = 90.0  # seconds; Jupyter Server pings every 30 s, so three missing pings are a dead connection
HANDSHAKE = 10.0  # seconds
STOP = 2.0  # seconds that close() waits for the thread


class Listener(Protocol):
    """A listener, called in the stream's thread."""

    def on_event(self, type: str, data: msgspec.Raw) -> None:
        """A fact arrived; the first one of each connection is the `snapshot`."""

    def on_lost(self) -> None:
        """The connection is gone: facts may pass unseen until the next snapshot."""


class _Envelope(msgspec.Struct):
    """An event whose data is not read yet."""

    type: str
    data: msgspec.Raw


class EventStream:
    """Connects, passes every event to its listeners, and reconnects as long as it is open. Owned by a Crew."""

    def __init__(self, client: Client, listeners: Sequence[Listener]) -> None:
        self._client = client
        self._listeners = listeners
        self._closing = threading.Event()
        self._socket: websocket.WebSocket | None = None
        self._failures = 0
        """Connections in a row that brought no event."""
        self._thread = threading.Thread(target=self._run, name="areyouj-events", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Ask the thread to end; never blocks. Not for a forked process: the socket is its parent's, too."""
        if self._client.forked:
            return
        self._closing.set()
        if socket := self._socket:
            socket.abort()  # type: ignore[no-untyped-call]

    def close(self) -> None:
        """End the thread and wait for it. May be called twice, and from the thread itself."""
        self.end()
        if threading.current_thread() is not self._thread and not self._client.forked:
            self._thread.join(STOP)

    def _run(self) -> None:
        """Read until closed; a failure is waited out, ever longer."""
        while not self._closing.is_set():
            try:
                self._read()
            except (websocket.WebSocketException, OSError, msgspec.MsgspecError, AreYouJError) as error:
                logger.debug("event stream failed", extra={"error": repr(error)})
            except Exception:
                # One bad event must not stop the stream: the next snapshot makes up for it.
                logger.exception("event was not handled")
            for listener in self._listeners:
                listener.on_lost()
            self._closing.wait(BACK_OFF[min(self._failures, len(BACK_OFF) - 1)])
            self._failures += 1

    def _read(self) -> None:
        """One connection, from its snapshot to its end."""
        self._socket = socket = self._connected()
        try:
            # close() may have come while the handshake ran, and found no socket to end.
            while not self._closing.is_set() and (frame := socket.recv()):
                event = decoded(frame, _Envelope)
                for listener in self._listeners:
                    listener.on_event(event.type, event.data)
                self._failures = 0
        finally:
            self._socket = None
            socket.shutdown()  # type: ignore[no-untyped-call]

    def _connected(self) -> websocket.WebSocket:
        """A fresh connection to the events socket."""
        place = self._client.place
        parts = urlsplit(place.url)
        socket = websocket.create_connection(
            f"{'wss' if parts.scheme == 'https' else 'ws'}://{parts.netloc}{parts.path}areyouj/api/events",
            timeout=HANDSHAKE,
            header=[f"Authorization: token {place.token}"] if place.token else [],
            suppress_origin=True,  # we are no browser page; the token alone opens the socket
            sslopt={"context": self._client.trust} if self._client.trust else {},
            **_past_proxies(parts.hostname or ""),
        )
        socket.settimeout(SILENCE)
        return socket


def _past_proxies(host: str) -> dict[str, Any]:
    """Options that keep a server on this machine out of the environment's proxy."""
    if host not in LOOPBACK:
        return {}
    # websocket-client 1.9 reads `http_no_proxy` only beside a proxy of its own: this one is named and never used.
    return {"http_proxy_host": host, "http_proxy_port": 1, "http_no_proxy": [host]}
