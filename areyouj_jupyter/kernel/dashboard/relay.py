"""Relay: passes on what a dashboard's page cannot ask its server itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import msgspec

from areyouj_jupyter.errors import AreYouJError
from areyouj_jupyter.kernel.client.event_stream import EventStream
from areyouj_jupyter.kernel.client.http_client import Client
from areyouj_jupyter.models import Failure

Tell = Callable[[dict[str, Any]], None]


class Ask(msgspec.Struct, forbid_unknown_fields=True):
    """A request of the page."""

    ask: str
    """A name for it, which is the page's own; the answer carries it."""
    method: Literal["GET", "POST", "PUT", "DELETE"]
    path: list[str]
    """Its parts, below the interface's root."""
    query: dict[str, str]
    body: dict[str, Any] | None


class Relay:
    """Owned by a dashboard. Idle, with no thread, for a page that reaches its server."""

    def __init__(self, client: Client, tell: Tell) -> None:
        """tell: sends a message to all pages that show the dashboard; also called in the events' thread."""
        self._client, self._tell = client, tell
        self._following: _Following | None = None

    def on_said(self, content: dict[str, Any]) -> None:
        """Take a message of a page: a request, or a subscription to the events."""
        if "follow" in content:
            self.close()  # a new connection begins with a snapshot, which the page needs
            self._following = _Following(self._client, self._tell)
            return
        asked = msgspec.convert(content, Ask)
        try:
            data = self._client.forward(asked.method, asked.path, asked.query, asked.body)
        except AreYouJError as error:
            failure = Failure(message=error.message, reason=error.reason)
            self._tell({"answer": asked.ask, "failure": msgspec.to_builtins(failure)})
        else:
            self._tell({"answer": asked.ask, "data": data})

    def close(self) -> None:
        """Follow the events no longer."""
        if self._following:
            self._following.end()
            self._following = None


class _Following:
    """One connection to the events, until it is lost: then the page asks for another."""

    def __init__(self, client: Client, tell: Tell) -> None:
        self._tell = tell
        self._ended = False
        self._stream = EventStream(client, (self,))

    def end(self) -> None:
        """Stop sending events."""
        self._ended = True
        self._stream.end()

    def on_event(self, type: str, data: msgspec.Raw) -> None:
        """Pass it on."""
        if not self._ended:
            self._tell({"event": {"type": type, "data": msgspec.json.decode(data)}})

    def on_lost(self) -> None:
        """Say so."""
        if not self._ended:
            self._tell({"lost": True})
