"""How much output gets through, and what it costs: one terminal, one or four viewers, and the bare PTY."""

from __future__ import annotations

import contextlib
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack

import psutil

from benchmarks.flood import END, payload
from benchmarks.rivals import HERE, Rival, places, result, say, viewer
from benchmarks.table import Row

MEGABYTES = 60.0
ROUNDS = 5
VIEWERS = 4


def measure(rivals: dict[str, Rival]) -> Iterator[Row]:
    """rivals: `stock`, `json`, `binary`. Their rounds take turns, so that all have the same weather."""
    one: dict[str, list[tuple[float, float, float]]] = {name: [] for name in rivals}
    four: dict[str, list[tuple[float, float, float]]] = {name: [] for name in rivals}
    bare = [_bare() for _ in range(ROUNDS)]
    for _ in range(ROUNDS):
        for name, rival in rivals.items():
            one[name].append(_flood(rival, 1))
            four[name].append(_flood(rival, VIEWERS))
    medians = {name: [statistics.median(column) for column in zip(*runs, strict=True)] for name, runs in one.items()}
    shared = {name: [statistics.median(column) for column in zip(*runs, strict=True)] for name, runs in four.items()}
    stock_rate, stock_cost, _ = medians["stock"]
    limit = [statistics.median(column) for column in zip(*bare, strict=True)]
    yield Row("bare PTY read", limit[0], 0, "MB/s", stock_rate, at_most=False)
    yield Row("bare PTY read: CPU", limit[1], 1e9, "ms/MB", stock_cost)
    for name, rate, cost in (("json", 2.5, 0.35), ("binary", 3.5, 0.25)):
        yield Row(f"1 terminal, 1 viewer, {name}", medians[name][0], rate, "MB/s", stock_rate, False, True)
        yield Row(
            f"1 terminal, 1 viewer, {name}: CPU with holder", medians[name][1], cost, "ms/MB", stock_cost, True, True
        )
        yield Row(f"1 terminal, 1 viewer, {name}: part delivered", medians[name][2], 0.99, "of 1", at_most=False)
    yield Row("1 terminal, 4 viewers, json", shared["json"][0], 6, "MB/s", shared["stock"][0], False, True)
    yield Row("1 terminal, 4 viewers, binary", shared["binary"][0], 6, "MB/s", shared["stock"][0], False, True)
    yield Row(
        "1 terminal, 4 viewers, json: CPU with holder", shared["json"][1], 1, "ms/MB", shared["stock"][1], True, True
    )


def _flood(rival: Rival, count: int) -> tuple[float, float, float]:
    """MB/s until the last viewer has the end, CPU ms/MB, and what part of the output came."""
    with places(rival) as (place,), viewer(rival, "throughput", f"flood {MEGABYTES}", [place.url] * count) as process:
        before = rival.cpu()
        say(process, "go")
        found = result(process)
        spent = rival.cpu() - before
    piece = payload()
    wire = len(piece) if rival.protocol else len(json.dumps(piece.decode(), ensure_ascii=rival.stock).encode())
    part = found["bytes"] / (MEGABYTES * 1e6 * wire / len(piece))
    return MEGABYTES / found["seconds"], spent * 1000 / MEGABYTES, min(part, 1.0)


def _bare() -> tuple[float, float]:
    """The least that reading a PTY can cost in Python: MB/s, CPU ms/MB."""
    master, slave = os.openpty()
    with ExitStack() as stack:
        stack.callback(os.close, master)
        command = [sys.executable, "-I", "-S", str(HERE / "flood.py"), "flood", str(MEGABYTES)]
        process = subprocess.Popen(command, stdin=slave, stdout=slave)
        os.close(slave)
        me, tail, begun, spent = psutil.Process(), b"", 0.0, 0.0
        with contextlib.suppress(OSError):
            while END not in tail:
                data = os.read(master, 65536)
                begun = begun or time.monotonic()
                spent = spent or sum(me.cpu_times()[:2])
                tail = data[-64:]
        rate, cost = MEGABYTES / (time.monotonic() - begun), (sum(me.cpu_times()[:2]) - spent) * 1000 / MEGABYTES
        process.wait()
    return rate, cost
