"""Sockets: the WebSockets for events and for terminals."""

from __future__ import annotations

from areyouj_jupyter.server.http.rest import API, FindHouse, Rule
from areyouj_jupyter.server.http.sockets.events import EventsSocket
from areyouj_jupyter.server.http.sockets.terminal import TerminalSocket

__all__ = ["EventsSocket", "TerminalSocket", "socket_rules"]


def socket_rules(services: FindHouse) -> list[Rule]:
    """Jupyter's handlers for both sockets."""
    return [
        (f"{API}events", EventsSocket, {"services": services}),
        (r"areyouj/terminals/websocket/([^/]+)", TerminalSocket, {"services": services}),
    ]
