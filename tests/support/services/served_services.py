"""A whole server behind a real Jupyter server: `async with served_services(jp_serverapp, tmp_path) as services:`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from jupyter_server.serverapp import ServerApp
from open_services import open_services

from areyouj_jupyter.server.http.handlers import api_rules
from areyouj_jupyter.server.http.rest import nowhere_rules
from areyouj_jupyter.server.http.sockets import socket_rules
from areyouj_jupyter.server.services import Services


@asynccontextmanager
async def served_services(app: ServerApp, folder: Path, **more: Any) -> AsyncIterator[Services]:
    """The server with all its routes. more: what `open_services` takes."""
    async with open_services(folder, **more) as services:
        rules = [*api_rules(lambda: services), *socket_rules(lambda: services), *nowhere_rules(lambda: services)]
        base = app.base_url
        app.web_app.add_handlers(".*$", [(base + pattern, kind, arguments) for pattern, kind, arguments in rules])
        yield services
