"""Sockets: the WebSockets for events and for terminals."""

from __future__ import annotations

from areyouj_jupyter.server.rest import API, FindHouse, Rule
from areyouj_jupyter.server.sockets.events import EventsSocket
from areyouj_jupyter.server.sockets.terminal import TerminalSocket

__all__ = ["EventsSocket", "TerminalSocket", "socket_rules"]


def socket_rules(house: FindHouse) -> list[Rule]:
    """Jupyter's handlers for both sockets."""
    return [
        (f"{API}events", EventsSocket, {"house": house}),
        (r"areyouj/terminals/websocket/([^/]+)", TerminalSocket, {"house": house}),
    ]
