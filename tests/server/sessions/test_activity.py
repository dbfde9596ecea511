"""An agent at work keeps its server from being culled; one that waits does if a trait says so, an idle one never."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path

import pytest
from installed import post, say, state
from jupyter_process import JupyterProcess, jupyter_process
from open_services import open_services, sent, started
from waiting import until, until_now

from areyouj_jupyter.server.sessions.activity import activity

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


def quiet(server: JupyterProcess) -> float:
    """Seconds since what Jupyter takes for the last activity; to ask is none."""
    told = server.get("api/status").json()["last_activity"]
    return time.time() - datetime.fromisoformat(told.replace("Z", "+00:00")).timestamp()


async def test_who_works_counts_and_who_waits_does_if_that_is_wanted(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services)
        assert [activity(services.registry, waiting) for waiting in (False, True)] == [{}, {}]
        await sent(session, "[[slow 1]]")
        await until(lambda: session.status.state == "busy", "the turn")
        assert activity(services.registry, False) == {session.id: "busy"}
        await sent(session, "[[permission ls]]")
        await until(lambda: session.status.state == "awaiting_input", "the question")
        assert [activity(services.registry, waiting) for waiting in (False, True)] == [
            {},
            {session.id: "awaiting_input"},
        ]


def test_jupyter_is_told_as_long_as_an_agent_works_and_no_longer(tmp_path: Path) -> None:
    with jupyter_process(tmp_path) as server:
        post(server, "agents", {"name": "writer", "spec": "echo", "project_path": ""})
        post(server, "sessions", {"agent": "writer"})
        until_now(lambda: state(server, "writer") == "idle", "an idle agent")
        until_now(lambda: quiet(server) > 3, "the silence around an idle agent")
        say(server, "writer", "[[slow 8]]")
        asked = time.time()
        until_now(lambda: time.time() - asked > 5, "5 seconds of work")
        assert quiet(server) < 3
        until_now(lambda: quiet(server) > 3, "the silence after its work", 20)
