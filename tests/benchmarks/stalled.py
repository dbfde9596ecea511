"""A viewer that never reads: what it costs in memory, and that nobody waits for it."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

import psutil

from benchmarks.rivals import Rival, places, result, say, viewer
from benchmarks.table import Row

MEGABYTES = 60.0
ROUNDS = 5


def measure(rivals: dict[str, Rival]) -> Iterator[Row]:
    """The same flood with and without a stalled viewer, in turns."""
    found = {name: [_round(rivals[name]) for _ in range(ROUNDS if name != "stock" else 1)] for name in rivals}
    stock = found.pop("stock")[0]
    for name, rounds in found.items():
        grown, slower = (statistics.median(column) for column in zip(*rounds, strict=True))
        yield Row(f"a stalled viewer, {name}: the server grows by", grown, 8, "MB", stock[0])
        yield Row(f"a stalled viewer, {name}: the other's speed, of 1", slower, 0.9, "x", stock[1], at_most=False)


def _round(rival: Rival) -> tuple[float, float]:
    """MB by which the server is larger while the stalled viewer is there; the other's speed through that without."""
    server = psutil.Process(rival.server.pid)
    with places(rival) as (place,):
        alone = _flood(rival, place.url)
        before = server.memory_full_info().uss
        with viewer(rival, "count", "", [place.url]):  # attached; it never gets its `go`
            beside = _flood(rival, place.url)
            grown = (server.memory_full_info().uss - before) / 1e6
    return max(0.0, grown), alone / beside


def _flood(rival: Rival, url: str) -> float:
    """Seconds for the whole flood; the shell stays."""
    with viewer(rival, "throughput", f"flood {MEGABYTES}", [url], stay=True) as process:
        say(process, "go")
        return float(result(process)["seconds"])
