"""Socket: what both WebSockets share - who may come in, and how much may wait for a client that does not read."""

from __future__ import annotations

from abc import ABC, abstractmethod
from asyncio import Future
from functools import partial

from jupyter_core.utils import ensure_async
from jupyter_server.auth.decorator import ws_authenticated
from jupyter_server.base.websocket import WebSocketMixin
from tornado import web
from tornado.iostream import IOStream, StreamClosedError
from tornado.websocket import WebSocketHandler

from areyouj_jupyter.errors import AreYouJError
from areyouj_jupyter.server.http.contract import Action, status_of
from areyouj_jupyter.server.http.rest import AUTH_RESOURCE, JsonErrors
from areyouj_jupyter.server.http.sockets.framing import framed

# Close codes, RFC 6455 section 7.4.1 and its registry.
GOING_AWAY, UNSUPPORTED, INVALID, POLICY, FAILED, TRY_AGAIN = 1001, 1003, 1007, 1008, 1011, 1013


class Socket(WebSocketMixin, WebSocketHandler, JsonErrors, ABC):
    """One client. Owned by Tornado from the upgrade to the close."""

    verbs = ("GET",)
    action: Action
    """What Jupyter's authorizer is asked for."""
    unsent = 0
    """Bytes handed to Tornado that have not yet left."""

    @ws_authenticated
    async def get(self, *values: str, **_: str) -> None:
        """Upgrade, for those who may; every refusal comes before it, as plain HTTP."""
        allowed = self.authorizer.is_authorized(self, self.current_user, self.action, AUTH_RESOURCE)
        if not await ensure_async(allowed):
            raise web.HTTPError(403, f"User is not authorized to {self.action} on resource: {AUTH_RESOURCE}.")
        if not self.check_origin():
            raise web.HTTPError(403, "the request comes from a page of another origin")
        if self.request.headers.get("Upgrade", "").lower() != "websocket":
            raise web.HTTPError(400, "this address supports only WebSocket")
        try:
            await self.admit(*values)
        except AreYouJError as error:
            raise web.HTTPError(status_of(type(error))) from error
        await super().get(*values)

    @abstractmethod
    async def admit(self, *values: str) -> None:
        """Find what the client asks for. Raises one of our errors if it does not exist."""

    def get_compression_options(self) -> None:
        """Tornado's: none; it costs ten times as much as all else, and a frame is built once for all clients."""

    def send(self, payload: bytes, binary: bool = False) -> None:
        """Send one message, of text if not binary; never blocks, and a client that is gone is no error."""
        self.send_frame(framed(payload, binary))

    def send_frame(self, frame: bytes) -> None:
        """The same for a message that is framed already: it goes past Tornado, which would make a task of it."""
        connection = self.ws_connection
        if connection is None or connection.stream is None or connection.is_closing():
            return
        taken = _taken(connection.stream, frame)
        if taken == len(frame):
            return
        rest = memoryview(frame)[taken:]
        try:
            future = connection.stream.write(rest)
        except StreamClosedError:
            return
        if not future.done():
            self.unsent += len(rest)
            future.add_done_callback(partial(self._on_sent, len(rest)))

    def _on_sent(self, size: int, future: Future[None]) -> None:
        self.unsent -= size
        if not future.cancelled() and future.exception() is None:
            self.on_sent()

    def on_sent(self) -> None:
        """Some bytes have left."""


def _taken(stream: IOStream, frame: bytes) -> int:
    """How many bytes go at once: mostly all, and then Tornado has nothing to keep. What fails is left to it."""
    try:
        return 0 if stream.writing() else stream.write_to_fd(memoryview(frame))
    except OSError:  # full, or closed
        return 0
