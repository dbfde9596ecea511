"""Incarnations of the echo agent and of a real shell, for tests: `async with running(tmp_path) as run:`."""

from __future__ import annotations

import json
import os
import tempfile
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from areyouj_jupyter.models import AgentSettings
from areyouj_jupyter.server.delivery.acceptance import Baseline
from areyouj_jupyter.server.delivery.delivery import Outcome, blocked, deliver
from areyouj_jupyter.server.delivery.last_turn import last_turn
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.process.launch import Launcher, Plan
from areyouj_jupyter.server.terminals import Answer
from areyouj_jupyter.specs import AgentSpec, Turn
from areyouj_jupyter.specs.echo import SPEC as ECHO
from areyouj_jupyter.specs.shell import SPEC as SHELL


class Watched(Incarnation):
    """One that counts how often it told of a change, and the orders that it was given."""

    told = 0
    pastes = 0
    submits = 0

    async def paste(self, text: str, delivery_id: str) -> Answer | None:
        """Count it too."""
        self.pastes += 1
        return await super().paste(text, delivery_id)

    async def submit(self, delivery_id: str, attempt: int) -> Answer | None:
        """Count it too."""
        self.submits += 1
        return await super().submit(delivery_id, attempt)


def plan(folder: Path, sockets: str, spec: AgentSpec, session_id: str, number: int, *arguments: str) -> Plan:
    """How it is started, with a home in `folder` and a truth log there."""
    for name in ("home", "project"):
        (folder / name).mkdir(exist_ok=True)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder / "home"),
        "LANG": "C.UTF-8",
        "ECHO_HOME": str(folder / "home"),
        "ECHO_TRUTH": str(folder / "truth.jsonl"),
    }
    launcher = Launcher(environment, folder / "run", Path(sockets), {"echo": ECHO, "shell": SHELL})
    config = launcher.config(spec, AgentSettings(arguments=list(arguments)))
    return launcher.plan(spec, session_id, number, str(folder / "project"), config)


@asynccontextmanager
async def started(
    folder: Path, spec: AgentSpec = ECHO, *arguments: str, session_id: str = "", number: int = 1
) -> AsyncIterator[Watched]:
    """One that has just been started; it and its family are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="areyouj-") as sockets:  # short: a socket's path has at most 104 bytes
        made = plan(folder, sockets, spec, session_id or str(uuid.uuid4()), number, *arguments)

        runs: list[Watched] = []  # empty while it starts: it may tell something before

        def changed() -> None:
            for run in runs:
                run.told += 1

        run = await Watched.start(spec, number, made, 1 << 20, 1, changed)
        assert isinstance(run, Watched)
        runs.append(run)
        try:
            yield run
        finally:
            assert await run.stop() == []
            await run.close()


@asynccontextmanager
async def running(folder: Path, spec: AgentSpec = ECHO, *arguments: str) -> AsyncIterator[Watched]:
    """One that is ready for a message."""
    async with started(folder, spec, *arguments) as run:
        assert await run.until(lambda: blocked(run) is None, 10), (run.verdict(), run.screen.lines())
        yield run


async def sent(run: Incarnation, wire: str) -> Outcome:
    """One delivery of its own."""
    return await deliver(run, wire, uuid.uuid4().hex, await Baseline.of(run))


def truth(folder: Path) -> list[tuple[str, str]]:
    """What echo really received: kind (message, command, answer, exit) and text."""
    path = folder / "truth.jsonl"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return [(entry["kind"], entry["text"]) for entry in map(json.loads, lines)]


async def over(run: Incarnation) -> Turn:
    """The reply, once the turn is over."""
    await run.until(lambda: not run.evidence.turn, 15)
    return await last_turn(run, run.evidence.ended)
