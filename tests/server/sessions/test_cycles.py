"""Starting and stopping agents over and over: nothing grows, also where Python's garbage is not collected."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from open_services import open_services
from waiting import until

from areyouj_jupyter.models import AgentSettings, CreateAgent, CreateSession
from areyouj_jupyter.server.services import Services
from areyouj_jupyter.server.sessions.session_deps import Limits

pytestmark = pytest.mark.slow

CYCLES = 8
OUTPUT = 400_000  # bytes that an agent prints
FEW = 6_000_000  # bytes; the outputs of all cycles are more


@pytest.fixture(autouse=True)
def uncollected() -> Iterator[None]:
    """What only the collector would free stays."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def descriptors() -> list[str]:
    """What we have open."""
    found = []
    for fd in os.listdir("/proc/self/fd"):
        try:
            found.append(os.readlink(f"/proc/self/fd/{fd}"))
        except FileNotFoundError:  # the listing's own
            continue
    return sorted(found)


async def cycle(services: Services) -> None:
    """An agent that is started, prints much, is restarted, ends by itself, and is deleted."""
    settings = AgentSettings(arguments=["-c", f"head -c {OUTPUT} /dev/zero; read line"], restart=False)
    agent = await services.registry.create_agent(CreateAgent(name="writer", spec="shell", settings=settings))
    session = await services.registry.create_session(CreateSession(agent="writer"))
    for _ in range(2):
        await until(lambda: len(session.output(0)[0]) >= OUTPUT, "its output")
        await session.restart()
    await until(lambda: len(session.output(0)[0]) >= OUTPUT, "its output")
    session.running().press("<Enter>")
    await until(lambda: not session.lifecycle.alive, "its end")
    assert len(session.output(0)[0]) >= OUTPUT
    await services.registry.delete_agent(agent.id)


async def test_descriptors_and_threads_are_as_many_after_many_cycles_as_after_some(tmp_path: Path) -> None:
    async with open_services(tmp_path, Limits(restart_delay=0.05, health_interval=0.2)) as services:
        await cycle(services)
        before, threads = descriptors(), threading.active_count()
        for _ in range(CYCLES):
            await cycle(services)
        await until(lambda: descriptors() == before, f"no more than {before}")
        assert threading.active_count() <= max(threads, 32)  # asyncio's pool is bounded


async def test_memory_is_what_it_was_once_it_is_collected(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        for _ in range(2):
            await cycle(services)
        gc.collect()
        before = psutil.Process().memory_info().rss
        for _ in range(CYCLES):
            await cycle(services)
        gc.collect()
        assert psutil.Process().memory_info().rss - before < FEW
