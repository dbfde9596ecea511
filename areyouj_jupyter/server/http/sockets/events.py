"""The events' socket: a snapshot, then every fact as it is published."""

from __future__ import annotations

import asyncio
from collections import OrderedDict

import msgspec

from areyouj_jupyter.errors import AreYouJError
from areyouj_jupyter.models import Event, SessionModel, Subscribe
from areyouj_jupyter.server.http.sockets.follower import Follower
from areyouj_jupyter.server.http.sockets.socket import FAILED, GOING_AWAY, INVALID, TRY_AGAIN, UNSUPPORTED, Socket

UNSENT_LIMIT = 4 * 1024 * 1024  # bytes that may wait for a client before it is closed
CACHE_EVENTS = 64  # events kept in their encoded form


class Encoder:
    """Encodes each event once, for all clients."""

    def __init__(self) -> None:
        self._frames: OrderedDict[int, tuple[Event, bytes]] = OrderedDict()

    def __call__(self, event: Event) -> bytes:
        """The event as JSON. The cache holds the event too, so that its id stays its own."""
        if id(event) not in self._frames:
            self._frames[id(event)] = event, msgspec.json.encode(event)
            if len(self._frames) > CACHE_EVENTS:
                self._frames.popitem(last=False)
        return self._frames[id(event)][1]

    def __len__(self) -> int:
        """How many events it keeps."""
        return len(self._frames)


encode = Encoder()


class EventsSocket(Socket):
    """One viewer. It says only which sessions' output it wants, so `read` is enough.

    One that falls behind is closed with 1013 and starts again from a snapshot.
    """

    action = "read"
    max_message_size = 64 * 1024

    async def admit(self, *values: str) -> None:
        """Raises Unavailable."""
        self.here = self.services()

    def open(self, *values: str, **_: str) -> None:
        """Begin to listen, then take the snapshot; what is published in between is sent after it."""
        super().open(*values)
        self.followers: dict[str, Follower] = {}
        self.begun = asyncio.Event()
        self.subscription = self.here.events.subscribe()
        self.streaming = asyncio.create_task(self._stream())

    async def _stream(self) -> None:
        """It ends with the subscription, which ends with the client or the server."""
        try:
            self.send(msgspec.json.encode(Event(type="snapshot", data=await self.here.snapshot())))
        except AreYouJError as error:
            self.close(FAILED, error.reason)
            return
        finally:
            self.begun.set()
        async for event in self.subscription:
            self._pass_on(event)
        self.close(*((TRY_AGAIN, "fell behind") if self.subscription.overrun else (GOING_AWAY, "server shutting down")))

    def _pass_on(self, event: Event) -> None:
        if self.unsent > UNSENT_LIMIT:
            self.subscription.overrun = True
            self.subscription.close()
            return
        self.send(encode(event))
        if isinstance(event.data, SessionModel) and event.data.id in self.followers:
            self.followers[event.data.id].attach()

    async def on_message(self, message: str | bytes) -> None:
        """`subscribe` and `unsubscribe`, nothing else."""
        await self.begun.wait()
        if isinstance(message, bytes):
            self.close(UNSUPPORTED, "send text frames only")
            return
        try:
            self._subscribe(msgspec.json.decode(message, type=Subscribe))
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            self.close(INVALID, "send only subscribe or unsubscribe")
        except AreYouJError:
            pass  # the session has just ended: there is nothing to follow

    def _subscribe(self, wish: Subscribe) -> None:
        session = self.here.registry.get_session(wish.session_id)
        if follower := self.followers.pop(session.id, None):
            follower.close()
        if wish.type == "subscribe":
            self.followers[session.id] = Follower(session, self.send, lambda: self.unsent, wish.offset)

    def on_sent(self) -> None:
        """Send the output that had to wait."""
        for follower in self.followers.values():
            follower.flush()

    def on_close(self) -> None:
        """Stop listening; the stream's task ends with it."""
        self.subscription.close()
        for follower in self.followers.values():
            follower.close()
