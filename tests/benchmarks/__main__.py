"""Run all, or those named: `python -m benchmarks throughput memory`. A table on standard output."""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
from pathlib import Path

from jupyter_process import jupyter_process

from benchmarks.rivals import Rival
from benchmarks.table import HEAD, line

ITEMS = (
    "throughput",
    "echo",
    "stalled",
    "memory",
    "many",
    "blocking",
    "engine",
    "dialogs",
    "reports",
    "client",
    "store",
    "panel",
)
OPTIONS = ("--AreYouJApp.max_sessions=300",)


def main(chosen: list[str]) -> None:
    """Each item has its own server, so that none has to pay for another's leavings."""
    os.environ["SHELL"] = "/bin/bash"
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"{os.cpu_count()} cores, load before {load}, medians of 5\n{HEAD}", flush=True)
    for name in chosen or ITEMS:
        item = importlib.import_module(f"benchmarks.{name}")
        with tempfile.TemporaryDirectory(prefix="areyouj-") as folder:
            shell = {"SHELL": "/bin/bash"}
            with jupyter_process(Path(folder), *OPTIONS, environment=shell) as server:
                rivals = {
                    "stock": Rival(server, "stock"),
                    "json": Rival(server, "json"),
                    "binary": Rival(server, "binary", "areyouj.terminal.v1"),
                }
                for row in item.measure(rivals):
                    print(line(row), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
