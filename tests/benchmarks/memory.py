"""What an idle session takes: in the server, with and without its screen, and in all our processes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import psutil

from benchmarks.rivals import Rival, holders, places
from benchmarks.table import Row

SESSIONS = 20
SCREENS = """
import psutil, sys
from areyouj_jupyter.server.status.screen import open_screen
me, keep = psutil.Process(), [open_screen(lambda _: None) for _ in range(3)]
before = me.memory_full_info().uss
for _ in range(50):
    keep.append(open_screen(lambda _: None))
    keep[-1].feed(b"\\x1b[32m$ \\x1b[0m" * 20)
print((me.memory_full_info().uss - before) / 50)
"""


def measure(rivals: dict[str, Rival]) -> Iterator[Row]:
    """Private memory of the server; PSS of server and holders, since they share the interpreter."""
    screen = float(subprocess.check_output([sys.executable, "-c", SCREENS]))
    server, everything = _grown(rivals["json"])
    stock, _ = _grown(rivals["stock"])  # afterwards, so that it leaves us no free memory
    yield Row("idle session: in the server, without the screen", (server - screen) / 1e3, 100, "KB", stock / 1e3)
    yield Row("idle session: in the server, with the screen", server / 1e6, 1.2, "MB", stock / 1e6)
    yield Row("idle session: in all our processes, PSS", everything / 1e6, 10, "MB")


def _grown(rival: Rival) -> tuple[float, float]:
    """Bytes for each session: the server's own, and PSS of all processes of ours."""
    server = psutil.Process(rival.server.pid)
    with places(rival, 3):  # what the first ones need is not theirs alone
        before, pss = server.memory_full_info().uss, server.memory_full_info().pss
        known = {process.pid for process in holders(rival.server)}
        with places(rival, SESSIONS):
            grown = server.memory_full_info().uss - before
            held = [each for each in holders(rival.server) if each.pid not in known]
            everything = sum(each.memory_full_info().pss for each in held) + server.memory_full_info().pss - pss
    return grown / SESSIONS, everything / SESSIONS
