"""The meter: what a CLI left in its file, and how long it is waited for."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

import pytest

from areyouj_jupyter.server.process import usage
from areyouj_jupyter.server.process.usage import UsageReader
from areyouj_jupyter.specs import Gauge


def read(path: Path) -> Gauge | None:
    text = path.read_text("utf-8")
    return Gauge(cost_usd=float(text)) if text else None


async def test_a_cli_that_tells_nothing_is_not_waited_for(tmp_path: Path) -> None:
    begun = time.monotonic()
    assert await UsageReader(None, tmp_path / "gauge").look(time.time()) == Gauge()
    assert await UsageReader(read, tmp_path / "gauge").look(time.time()) == Gauge()
    assert time.monotonic() - begun < usage.WAIT


async def test_what_was_told_before_is_waited_for_until_it_is_told_anew(tmp_path: Path) -> None:
    path = tmp_path / "gauge"
    path.write_text("1")
    os.utime(path, (1, 1))
    gauge = UsageReader(read, path)
    assert (await gauge.look()).cost_usd == 1
    waiting = asyncio.create_task(gauge.look(time.time() - 10))
    await asyncio.sleep(0)
    path.write_text("2")
    assert (await waiting).cost_usd == 2
    assert gauge.told.cost_usd == 2


async def test_an_old_or_a_torn_file_is_waited_for_no_longer_than_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(usage, "WAIT", 0.1)
    path = tmp_path / "gauge"
    path.write_text("1")
    os.utime(path, (1, 1))
    gauge = UsageReader(read, path)
    assert (await gauge.look(time.time())).cost_usd == 1
    path.write_text("")
    assert (await gauge.look(time.time() - 10)).cost_usd == 1
