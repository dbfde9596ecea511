"""Recovery: which holder is an instance's own, where a server left more than one; who was to be started again is."""

from __future__ import annotations

import os
import signal
import sqlite3
from pathlib import Path

import pytest
from open_services import ended, open_services, sent, started
from waiting import until

from areyouj_jupyter.server.sessions.recovery import newest
from areyouj_jupyter.server.sessions.session_deps import Limits
from areyouj_jupyter.server.terminals import FoundHolder, HolderMeta


def found(session: str, incarnation: int) -> FoundHolder:
    meta = HolderMeta(1, session, incarnation, 10, 11, "/run/control", 0.0)
    return FoundHolder(Path("/run", f"{session}-{incarnation}"), meta, True)


def test_the_recorded_incarnation_is_taken_and_an_older_one_is_not() -> None:
    older, recorded = found("a", 1), found("a", 2)
    assert newest([recorded, older], {"a": 2}) == {"a": recorded}
    assert newest([older], {"a": 2}) == {}


def test_one_that_was_started_before_it_could_be_recorded_is_taken() -> None:
    recorded, started = found("a", 1), found("a", 2)
    assert newest([started, recorded], {"a": 1}) == {"a": started}


def test_a_holder_that_no_instance_knows_is_nobodys() -> None:
    assert newest([found("b", 1)], {"a": 1}) == {}


@pytest.mark.slow
async def test_an_agent_that_waits_for_its_restart_is_started_again_by_the_next_server(tmp_path: Path) -> None:
    sockets = tmp_path / "sockets"
    sockets.mkdir()
    async with open_services(tmp_path, Limits(restart_delay=600), sockets, stop_agents=False) as services:
        session = await started(services)
        os.kill(session.pid or 0, signal.SIGKILL)
        await until(lambda: session.status.state == "exited" and session.status.until, "its crash")
        message = await sent(session, "hello")
    async with open_services(tmp_path, Limits(restart_delay=0.05), sockets) as services:
        again = services.registry.get_session("writer")
        assert (again.id, again.status.reason) == (session.id, "The agent was killed by SIGKILL.")
        assert (await ended(services, message)).status == "completed"
        assert again.instance.incarnation == 2
    async with open_services(tmp_path, sockets=sockets) as services:
        assert services.registry.list_sessions() == []


@pytest.mark.slow
async def test_an_agent_that_is_stopped_while_it_waits_for_its_restart_stays_stopped(tmp_path: Path) -> None:
    async with open_services(tmp_path, Limits(restart_delay=600)) as services:
        session = await started(services)
        os.kill(session.pid or 0, signal.SIGKILL)
        await until(lambda: session.status.until, "its crash")
        await session.stop(reason="stopped by a user")
        assert await services.agents.live_instances() == []
        stopped = await services.agents.instance(session.id)
        assert (stopped.status, stopped.reason) == ("terminated", "stopped by a user")


@pytest.mark.slow
async def test_an_ended_session_stays_on_the_list_while_messages_wait_for_it(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services, restart=False)
        await session.queue.pause(True)
        message = await sent(session, "hello")
        os.kill(session.pid or 0, signal.SIGKILL)
        await until(lambda: session.status.state == "exited", "its end")
    for _ in range(2):
        async with open_services(tmp_path) as services:
            (again,) = services.registry.list_sessions()
            assert (again.id, again.status.state, again.status.blocked) == (session.id, "exited", "paused")
            assert again.status.reason == "The agent was killed by SIGKILL."
    async with open_services(tmp_path) as services:
        again = services.registry.get_session("writer")
        await again.queue.pause(False)
        assert again.status.blocked == "lost"
        await again.restart()
        assert (await ended(services, message)).status == "completed"
    async with open_services(tmp_path) as services:
        assert services.registry.list_sessions() == []


@pytest.mark.slow
async def test_a_start_that_could_not_be_recorded_is_recorded_by_the_next_server(tmp_path: Path) -> None:
    sockets = tmp_path / "sockets"
    sockets.mkdir()
    async with open_services(tmp_path, sockets=sockets, stop_agents=False) as services:
        session = await started(services)
        await session.restart()
        await until(lambda: session.status.state == "idle" and session.instance.incarnation == 2, "the second one")
    with sqlite3.connect(tmp_path / "data" / "agents.db") as database:
        database.execute("UPDATE agent_instances SET incarnation = 1, pid = NULL, reason = 'It crashed.'")
    database.close()
    async with open_services(tmp_path, sockets=sockets) as services:
        again = services.registry.get_session("writer")
        assert (again.pid, again.status.reason) == (session.pid, None)
        stored = await services.agents.instance(session.id)
        assert (stored.incarnation, stored.reason) == (2, None) == (again.instance.incarnation, again.instance.reason)
