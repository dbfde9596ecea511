"""A whole house behind a real Jupyter server: `async with served_house(jp_serverapp, tmp_path) as house:`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from jupyter_server.serverapp import ServerApp
from open_house import open_house

from areyouj_jupyter.server.http.handlers import api_rules
from areyouj_jupyter.server.http.rest import nowhere_rules
from areyouj_jupyter.server.http.sockets import socket_rules
from areyouj_jupyter.server.services import Services


@asynccontextmanager
async def served_house(app: ServerApp, folder: Path, **more: Any) -> AsyncIterator[Services]:
    """The house with all its routes. more: what `open_house` takes."""
    async with open_house(folder, **more) as house:
        rules = [*api_rules(lambda: house), *socket_rules(lambda: house), *nowhere_rules(lambda: house)]
        base = app.base_url
        app.web_app.add_handlers(".*$", [(base + pattern, kind, arguments) for pattern, kind, arguments in rules])
        yield house
