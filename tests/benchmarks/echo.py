"""From a key to its echo while eight other sessions print as fast as they can."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from benchmarks.rivals import Rival, places, result, say, viewer
from benchmarks.table import Row

FLOODERS = 8
ROUNDS = 5


def measure(rivals: dict[str, Rival]) -> Iterator[Row]:
    """rivals: `stock` and `json` are compared."""
    (p50, p99), (stock50, stock99) = (_medians(rivals[name]) for name in ("json", "stock"))
    yield Row(f"key to echo beside {FLOODERS} floods: p50", p50, 1, "ms", stock50, is_ratio=True)
    yield Row(f"key to echo beside {FLOODERS} floods: p99", p99, 0.35, "ms", stock99, is_ratio=True)


def _medians(rival: Rival) -> tuple[float, float]:
    """p50 and p99."""
    with places(rival, FLOODERS + ROUNDS) as opened:
        urls = [place.url for place in opened]
        with viewer(rival, "count", "flood 0", urls[ROUNDS:]) as floods:
            say(floods, "go")
            rounds = [_echo(rival, url) for url in urls[:ROUNDS]]
    p50, p99 = (statistics.median(column) for column in zip(*rounds, strict=True))
    return p50, p99


def _echo(rival: Rival, url: str) -> tuple[float, float]:
    """p50 and p99 of one round."""
    with viewer(rival, "echo", "echo", [url]) as keys:
        say(keys, "go")
        times = statistics.quantiles(result(keys)["times"], n=100)
    return times[49], times[98]
