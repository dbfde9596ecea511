"""Decoding in several threads: a struct that is new to all of them."""

from __future__ import annotations

import json
import subprocess
import sys

import msgspec
import pytest

from areyouj_jupyter.kernel.client.decoding import decoded
from areyouj_jupyter.models import TaskModel

# With msgspec.json.decode in its place this crashed in every run (msgspec 0.22.0, 2026-11).
RACE = """
import json, sys, threading, msgspec
from areyouj_jupyter.kernel.client.decoding import decoded

sys.setswitchinterval(1e-6)
body = json.dumps({f"g{i}": {f"f{j}": j for j in range(15)} for i in range(10)})
for number in range(150):
    inner = msgspec.defstruct(f"Inner{number}", [(f"f{i}", int) for i in range(15)])
    outer = msgspec.defstruct(f"Outer{number}", [(f"g{i}", inner) for i in range(10)])
    gate = threading.Barrier(4)

    def first():
        gate.wait()
        decoded(body.encode(), outer)

    threads = [threading.Thread(target=first) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print("fine")
"""


@pytest.mark.slow
def test_threads_that_meet_a_struct_for_the_first_time_do_not_crash() -> None:
    ended = subprocess.run([sys.executable, "-c", RACE], capture_output=True, text=True)
    assert (ended.returncode, ended.stdout) == (0, "fine\n"), ended.stderr


def test_what_cannot_be_read_is_said() -> None:
    with pytest.raises(msgspec.DecodeError):
        decoded(json.dumps({"id": 1}).encode(), TaskModel)
    assert decoded(msgspec.Raw(b"[1]"), list[int]) == [1]
