"""A data folder on which one server after the other is opened: the fixture `place`."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from open_services import open_services, services_environment, started

from areyouj_jupyter.server.services import Services
from areyouj_jupyter.server.sessions.session import Session
from areyouj_jupyter.server.terminals import FoundHolder, end_by_force, find_holders


class Place:
    """A data folder, on which one server after the other is opened; agents live on between them."""

    def __init__(self, folder: Path, sockets: Path) -> None:
        self.folder, self.sockets = folder, sockets
        (folder / "home").mkdir()

    @asynccontextmanager
    async def services(self, **more: Any) -> AsyncIterator[Services]:
        """A server whose agents outlive it."""
        environment = {
            **services_environment(self.folder, self.sockets),
            "ECHO_TRUTH": str(self.folder / "truth.jsonl"),
        }
        async with open_services(self.folder, environment=environment, stop_agents=False, **more) as services:
            yield services

    def holder(self) -> FoundHolder:
        """The only one."""
        (found,) = find_holders(self.folder / "data" / "run")
        return found

    async def left(self, name: str = "writer") -> FoundHolder:
        """An agent that a server left, by its holder."""
        async with self.services() as services:
            await started(services, name)
        return self.holder()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    sockets = Path(tempfile.mkdtemp(prefix="areyouj-"))
    try:
        yield Place(tmp_path, sockets)
    finally:
        for found in find_holders(tmp_path / "data" / "run"):
            end_by_force(found.meta)
        shutil.rmtree(sockets)


def only(services: Services) -> Session:
    """The only session."""
    (session,) = services.registry.list_sessions()
    return session


def standing(session: Session) -> tuple[str, str | None, str | None, int | None]:
    status = session.status
    return status.state, status.holder, status.blocked, session.pid
