"""The client in a kernel: how soon it is there, and what it takes."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Iterator

import httpx
from local_http import LOCAL

from benchmarks.many_messages import fill
from benchmarks.rivals import Rival
from benchmarks.table import Row

ROUNDS = 15
REPLIES = 1000
ROWS = 10_000
TIMED = "import time\nbefore = time.perf_counter()\n{}\nprint((time.perf_counter() - before) * 1000)"
BARE = TIMED.format("pass")
IMPORT = TIMED.format("import areyouj_jupyter")
# What a kernel has imported by itself is not ours to wait for.
CONNECT = "import sys, ipykernel.kernelapp, ipykernel.zmqshell\n"
CONNECT += TIMED.format("import areyouj_jupyter\nareyouj_jupyter.connect(*sys.argv[1:])")
LOAD = """
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config
shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
""" + TIMED.format("shell.run_line_magic('load_ext', 'areyouj_jupyter')")
MEMORY = """
import gc, psutil, sys, threading
import areyouj_jupyter
crew = areyouj_jupyter.connect(*sys.argv[1:])
crew.start("counted", "echo").wait("idle", timeout=60)
crew["counted"].ask("hello", timeout=60)
def used():
    gc.collect()
    return psutil.Process().memory_full_info().uss
before = used()
replies = crew.map("[[slow 60]] Review {item}. " + "And tell why. " * 20, range(REPLIES), agents=["counted"])
print((used() - before) / 1e6, threading.active_count() - 1)
replies.cancel()
crew.agents.delete("counted")
""".replace("REPLIES", str(REPLIES))
SEND = """
import statistics, sys, time
import areyouj_jupyter
crew = areyouj_jupyter.connect(*sys.argv[1:])
agent = crew.start("quick", "echo")
agent.queue.pause()
def took(number):
    before = time.perf_counter()
    agent.send(str(number))
    return (time.perf_counter() - before) * 1000
print(statistics.median([took(number) for number in range(50)]))
crew.agents.delete("quick")
"""
FRAME = "import sys, areyouj_jupyter, pandas\ncrew = areyouj_jupyter.connect(*sys.argv[1:])\ncrew.messages.list()\n"
FRAME += TIMED.format("told = crew.messages.df") + f"\nassert len(told) == {ROWS}"


def measure(rivals: dict[str, Rival]) -> Iterator[Row]:
    """Milliseconds and memory, each in fresh interpreters."""
    server = rivals["json"].server
    place = (server.url, server.token)
    yield Row("import areyouj_jupyter", _median(IMPORT) - _median(BARE), 60, "ms")
    yield Row("first connect() of a kernel, with its imports", _median(CONNECT, *place), 250, "ms")
    yield Row("%load_ext areyouj_jupyter", _median(LOAD), 200, "ms")
    yield Row("a message sent", float(_told(SEND, *place)), 100, "ms")
    memory, threads = map(float, _told(MEMORY, *place).split())
    yield Row("threads of a kernel beside its own", threads, 1, "")
    yield Row(f"{REPLIES:,} replies on their way", memory, 20, "MB")
    _fill(rivals["json"])
    yield Row(f"DataFrame of the last {ROWS:,} messages", _median(FRAME, *place, rounds=5) / 1000, 1, "s")


def _fill(rival: Rival) -> None:
    """Ten thousand messages, said by an agent that has ended."""
    api = f"{rival.server.url}areyouj/api/"
    with httpx.Client(base_url=api, headers=rival.server.headers, timeout=60, **LOCAL) as client:
        session = client.post("sessions", json={"spec": "echo"}).json()
        client.delete(f"sessions/{session['id']}")
    fill(rival.server.data / "agents.db", [session["id"]], ROWS)


def _median(program: str, *arguments: str, rounds: int = ROUNDS) -> float:
    return statistics.median(float(_told(program, *arguments)) for _ in range(rounds))


def _told(program: str, *arguments: str) -> str:
    return subprocess.check_output([sys.executable, "-c", program, *arguments], text=True)
