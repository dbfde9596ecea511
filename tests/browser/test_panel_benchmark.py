"""The benchmark of the side panel runs, on a small crowd: it is not to rot between the times that somebody asks it."""

from __future__ import annotations

import math

import pytest
from benchmarks.crowd import Size
from benchmarks.panel import Pains, measured

FEW = Pains(
    Size(agents=4, clocks=2, at_work=3, tasks=20, messages=30),
    paints=1,
    rounds=1,
    keys=10,
    switches=2,
    warmth=2.0,
    seconds=3.0,
)

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


def test_the_benchmark_of_the_panel_finds_all_that_it_promises() -> None:
    rows = list(measured(FEW))
    assert [f"{row.item}, {row.unit}" for row in rows] == [
        "panel of 4 agents, 20 tasks: click to paint, s",
        "panel of 4 agents, 20 tasks: its data to paint, s",
        "key to paint in a cell, panel open, p95, ms",
        "switch to another agent's terminal, median, ms",
        "switch to another agent's terminal, p95, ms",
        "3 conversations of 10 messages: switch, p95, ms",
        "key to paint in a cell, 3 conversations open, p95, ms",
        "3 conversations of 10 messages: heap, MB",
        "after 3 s: events, against the usual, /s",
        "after 3 s: more heap, MB",
        "after 3 s: more nodes, ",
        "after 3 s: more listeners, ",
    ]
    timed = [row for row in rows if row.unit in ("s", "ms", "/s")]
    assert all(0 < value < math.inf for row in timed for value in (row.ours, row.stock or row.ours))
