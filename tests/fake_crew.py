"""The fixtures that the client's tests share: a house that fails on demand, and a crew that hears its events."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fake_house import TOKEN, FakeHouse, fake_house
from waiting import until_now

from areyouj_jupyter import Crew, connect


@pytest.fixture
def house() -> Iterator[FakeHouse]:
    """One that fails on demand."""
    with fake_house() as running:
        yield running


@pytest.fixture
def crew(house: FakeHouse) -> Iterator[Crew]:
    """Connected to it, and hearing its events."""
    with connect(house.url, TOKEN) as connected:
        until_now(lambda: house.sockets, "the events socket")
        yield connected
