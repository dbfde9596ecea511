"""Many agents that redraw a few lines ten times a second, each with a viewer: what the server spends."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator

from benchmarks.rivals import Place, Rival, places, say, viewer
from benchmarks.table import Row

AGENTS = int(os.environ.get("BENCH_AGENTS", "200"))
HERTZ = 10
SECONDS = 6.0
ROUNDS = 5


def measure(rivals: dict[str, Rival]) -> Iterator[Row]:
    """rivals: `stock` and `json`. Part of one core, in percent."""
    found = {name: _spent(rivals[name]) for name in ("stock", "json")}
    (ours, everything), (stock, _) = found["json"], found["stock"]
    title = f"{AGENTS} agents redraw at {HERTZ} Hz"
    yield Row(f"{title}: CPU of the server", ours, 0.5, "%", stock, is_ratio=True)
    yield Row(f"{title}: CPU with holders", everything, 1, "%", stock, is_ratio=True)


def _spent(rival: Rival) -> tuple[float, float]:
    with places(rival, AGENTS) as opened:
        urls = [place.url for place in opened]
        with viewer(rival, "count", f"redraw {HERTZ}", urls) as process:
            say(process, "go")
            time.sleep(SECONDS)  # until all have started
            rounds = [_round(rival, opened) for _ in range(ROUNDS)]
    server, everything = (statistics.median(column) for column in zip(*rounds, strict=True))
    return server, everything


def _round(rival: Rival, _opened: list[Place]) -> tuple[float, float]:
    begun, server, everything = time.monotonic(), rival.cpu(server_only=True), rival.cpu()
    time.sleep(SECONDS)
    lasted = time.monotonic() - begun
    spent = rival.cpu(server_only=True) - server, rival.cpu() - everything
    return spent[0] / lasted * 100, spent[1] / lasted * 100
