"""A million messages: how long a page takes at the store, wherever it stands."""

from __future__ import annotations

import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

from stores import agents_db, new_instance

from areyouj_jupyter.server.storage.agent_store import AgentStore
from areyouj_jupyter.server.storage.message_store import MessageStore
from benchmarks.many_messages import START, fill
from benchmarks.rivals import Rival
from benchmarks.table import Row

COUNT = 1_000_000
AGENTS = 10
SESSIONS = 10  # of each agent
PAGE = 50  # messages; what is asked for if nothing is said
LOOKS = 1000


def measure(rivals: dict[str, Rival]) -> Iterator[Row]:
    """The slowest of a hundred pages, in milliseconds; rivals: not needed, since nobody else does this."""
    with tempfile.TemporaryDirectory(prefix="areyouj-store-") as folder:
        for kind, took in asyncio.run(_measured(Path(folder))).items():
            yield Row(f"{COUNT:,} messages: a page of {PAGE}, {kind}, p99", took, 1, "ms")


async def _measured(folder: Path) -> dict[str, float]:
    chance = random.Random(1)
    async with agents_db(folder) as database:
        agents = AgentStore(database)
        names = [f"agent{number}" for number in range(AGENTS)]
        instances = [
            await new_instance(agents, name, f"{name}-{number}") for name in names for number in range(SESSIONS)
        ]
        await asyncio.to_thread(fill, folder / "areyouj" / "agents.db", [each.id for each in instances], COUNT)
        store = MessageStore(database)

        def seq() -> int:
            return chance.randrange(COUNT)

        pages: dict[str, Callable[[], Awaitable[object]]] = {
            "of one session": lambda: store.page(chance.choice(instances).id, seq()),
            "of all agents": lambda: store.search(before=seq()),
            "of all agents since a time": lambda: store.search(since=START + seq()),
            "of all agents since just now": lambda: store.search(since=START + COUNT - 5),
            "of one agent": lambda: store.search(chance.choice(instances).agent_id, before=seq()),
            "of one agent since just now": lambda: store.search(instances[0].agent_id, since=START + COUNT - 5),
        }
        return {kind: await _slowest(look) for kind, look in pages.items()}


async def _slowest(look: Callable[[], Awaitable[object]]) -> float:
    """The 99th percentile, in milliseconds."""
    took = []
    began = time.perf_counter()
    for _ in range(LOOKS):
        before = time.perf_counter()
        await look()
        took.append(time.perf_counter() - before)
        if time.perf_counter() - began > 20:
            break
    return statistics.quantiles(took, n=100)[98] * 1000 if len(took) > 1 else took[0] * 1000
