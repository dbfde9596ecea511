"""The fixtures that the client's tests share: a server that fails on demand, and a crew that hears its events."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fake_server import TOKEN, FakeServer, fake_server
from waiting import until_now

from areyouj_jupyter import Crew, connect


@pytest.fixture
def server() -> Iterator[FakeServer]:
    """One that fails on demand."""
    with fake_server() as running:
        yield running


@pytest.fixture
def crew(server: FakeServer) -> Iterator[Crew]:
    """Connected to it, and hearing its events."""
    with connect(server.url, TOKEN) as connected:
        until_now(lambda: server.sockets, "the events socket")
        yield connected
