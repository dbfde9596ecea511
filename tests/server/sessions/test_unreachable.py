"""An agent that lives is never lost: its holder may be stopped, cut off, of another version, or without a record."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from data_folder import Place, only, standing
from holder_process import Heard, marked, state
from incarnations import truth
from open_services import ended, sent, started
from waiting import until

from areyouj_jupyter.errors import AgentUnreachable
from areyouj_jupyter.holder import files
from areyouj_jupyter.models import StartInstance, TypeKeys
from areyouj_jupyter.server.process import incarnation
from areyouj_jupyter.server.services import Services
from areyouj_jupyter.server.sessions import reattachment
from areyouj_jupyter.server.sessions.session import Session
from areyouj_jupyter.server.terminals import FoundHolder, end_by_force
from areyouj_jupyter.server.terminals.holders import heartbeat
from areyouj_jupyter.server.terminals.holders.holder_client import Holder

pytestmark = pytest.mark.slow

DEADLINE = 10.0  # seconds for any command


@contextmanager
def halted(pid: int) -> Iterator[None]:
    """A process that does not run meanwhile."""
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        if state(pid):
            os.kill(pid, signal.SIGCONT)


async def refused(services: Services, session: Session, pid: int) -> None:
    """Nothing is started beside it, and each refusal names it."""
    for attempt in (session.restart, lambda: services.registry.start_instance("writer", StartInstance())):
        with pytest.raises(AgentUnreachable, match=f"'writer' has been running as process {pid} since .* stop"):
            await asyncio.wait_for(attempt(), DEADLINE)
    assert services.registry.list_sessions() == [session]


async def test_an_agent_whose_holder_is_stopped_lives_on_and_joins_when_it_goes_on(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reattachment, "FIRST", 0.5)
    meta = (await place.left()).meta
    with halted(meta.holder_pid):
        async with place.services() as services:
            session = only(services)
            assert standing(session) == ("idle", "not_answering", "not answering", meta.pid)
            await refused(services, session, meta.pid)
            for command in (session.keys(TypeKeys(keys="x")), session.interrupt()):
                with pytest.raises(AgentUnreachable):
                    await command
            with pytest.raises(AgentUnreachable):
                session.screen()
            assert str(meta.holder_pid) in session.explained().unreachable
            message = await sent(session, "hello")
            assert message.status == "pending"
            os.kill(meta.holder_pid, signal.SIGCONT)
            assert (await ended(services, message)).status == "completed"
            await until(lambda: standing(session) == ("idle", None, None, meta.pid))
            assert (session.explained().unreachable, session.instance.incarnation) == ("", 1)
            assert truth(place.folder) == [("message", "hello")]


async def test_the_next_server_finds_it_in_vain_too_and_the_one_after_that_has_it(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reattachment, "FIRST", 0.2)
    meta = (await place.left()).meta
    with halted(meta.holder_pid):
        for _ in range(3):
            async with place.services() as services:
                assert standing(only(services))[1] == "not_answering"
    async with place.services() as services:
        await until(lambda: standing(only(services)) == ("idle", None, None, meta.pid))
        assert (await ended(services, await sent(only(services), "hello"))).status == "completed"


async def test_an_agent_that_cannot_be_reached_is_ended_by_force(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reattachment, "FIRST", 0.2)
    found = await place.left()
    with halted(found.meta.holder_pid):
        async with place.services() as services:
            session, began = only(services), time.monotonic()
            message = await sent(session, "for later")
            await asyncio.wait_for(services.registry.delete_session("writer"), DEADLINE)
            assert (marked(found.meta.session_id), state(found.meta.holder_pid)) == ([], "")
            assert (time.monotonic() - began < DEADLINE, found.run_dir.exists()) == (True, False)
            assert (await services.agents.instance(session.id)).status == "terminated"
            again = await services.registry.start_instance("writer", StartInstance())
            assert (await ended(services, message)).status == "completed"
            assert (again.id, again.instance.incarnation) == (session.id, 2)
            await again.stop()


async def test_a_holder_that_is_killed_while_it_cannot_be_reached_is_lost_and_that_is_noticed(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reattachment, "FIRST", 0.2)
    meta = (await place.left()).meta
    with halted(meta.holder_pid):
        async with place.services() as services:
            session = only(services)
            os.kill(meta.holder_pid, signal.SIGKILL)
            await until(lambda: standing(session) == ("exited", None, "lost", None))
            assert session.status.reason == "The agent was lost together with its server. Restart it to continue."
            assert (await session.restart()).incarnation == 2
            await session.stop()


async def test_a_holder_that_is_stopped_in_mid_session_is_noticed_and_all_goes_on_after(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heartbeat, "PERIOD", 0.2)
    async with place.services() as services:
        session = await started(services)
        meta = place.holder().meta
        with halted(meta.holder_pid):
            await until(lambda: standing(session) == ("idle", "not_answering", "not answering", meta.pid))
            await refused(services, session, meta.pid)
            message = await sent(session, "hello")
            await session.keys(TypeKeys(keys="typed"))  # the agent itself runs, and its terminal is ours
            await until(lambda: any("typed" in line for line in session.screen().lines))
            await session.keys(TypeKeys(keys="<C-u>"))
            await session.interrupt()
            assert (await services.messages.message(message.id)).status == "pending"
        assert (await ended(services, message)).status == "completed"
        await until(lambda: standing(session) == ("idle", None, None, meta.pid))
        assert truth(place.folder) == [("message", "hello")]
        await session.stop()


async def test_a_message_that_is_on_its_way_when_the_holder_stops_arrives_once(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heartbeat, "PERIOD", 0.2)
    monkeypatch.setattr(incarnation, "ORDER_DEADLINE", 0.8)
    async with place.services() as services:
        session = await started(services)
        with halted(place.holder().meta.holder_pid):
            message = await sent(session, "hello")
            await until(lambda: session.status.holder == "not_answering")
            now = asyncio.get_running_loop().time
            later = now() + 2
            await until(lambda: now() > later, "more than the time for an order")
            assert (await services.messages.message(message.id)).status == "sending"
        assert (await ended(services, message)).status == "completed"
        assert truth(place.folder) == [("message", "hello")]
        await session.stop()


@pytest.mark.parametrize("noticed", [True, False])
async def test_a_session_whose_holder_is_stopped_can_be_ended_in_time(
    place: Place, monkeypatch: pytest.MonkeyPatch, noticed: bool
) -> None:
    if noticed:
        monkeypatch.setattr(heartbeat, "PERIOD", 0.2)
    async with place.services() as services:
        session = await started(services, "prompt", "shell")
        meta = place.holder().meta
        await sent(session, "setsid sleep 600 & (trap '' HUP TERM; sleep 600) & wait")
        await until(lambda: len(marked(meta.session_id)) >= 3, "the agent's family")
        with halted(meta.holder_pid):
            await until(lambda: not noticed or session.status.holder == "not_answering")
            await asyncio.wait_for(services.registry.delete_session("prompt"), DEADLINE)
            assert (marked(meta.session_id), state(meta.holder_pid)) == ([], "")
        assert (await services.agents.instance(session.id)).status == "terminated"


async def test_an_agent_that_is_stopped_itself_can_be_ended_in_time(place: Place) -> None:
    async with place.services() as services:
        await started(services)
        meta = place.holder().meta
        with halted(meta.pid):
            await asyncio.wait_for(services.registry.delete_session("writer"), DEADLINE)
            assert marked(meta.session_id) == []


async def test_a_holder_that_hangs_up_on_a_living_agent_is_joined_again_and_nothing_is_started(place: Place) -> None:
    async with place.services() as services:
        session = await started(services)
        meta = place.holder().meta
        running = await sent(session, "[[slow 3]] at work")
        await until(lambda: session.status.state == "busy")
        cut = session.lifecycle.run
        assert cut is not None
        cut.terminal.ptyproc.setwinsize(0, 0)  # nonsense, for which it ends the connection
        await until(lambda: session.lifecycle.run not in (None, cut))
        await until(lambda: standing(session)[1:] == (None, "busy", meta.pid))
        assert (await ended(services, running)).status == "completed"
        assert (await ended(services, await sent(session, "and more"))).status == "completed"
        assert [text for _, text in truth(place.folder)] == ["[[slow 3]] at work", "and more"]
        assert (session.instance.incarnation, session.lifecycle.restarts) == (1, 0)
        await session.stop()


async def test_an_agent_that_somebody_else_takes_is_seen_and_comes_back(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reattachment, "ENDING", 1.0)
    async with place.services() as services:
        session = await started(services)
        meta = place.holder().meta
        other = await Holder.attach(meta, Heard(), None)
        await until(lambda: standing(session) == ("idle", "view_only", "view only", meta.pid))
        await refused(services, session, meta.pid)
        other.detach()
        await until(lambda: standing(session) == ("idle", None, None, meta.pid))
        assert (await ended(services, await sent(session, "hello"))).status == "completed"
        await session.stop()


def newer(found: FoundHolder) -> None:
    """Its holder is of a version that is not known yet."""
    path = found.run_dir / files.META
    path.write_text(json.dumps({**json.loads(path.read_text()), "version": 99}))


def strange(found: FoundHolder) -> None:
    """Its record makes no sense."""
    (found.run_dir / files.META).write_text("{}")


def unrecorded(found: FoundHolder) -> None:
    """There is no record."""
    (found.run_dir / files.META).unlink()


def removed(found: FoundHolder) -> None:
    """Somebody tidied up."""
    shutil.rmtree(found.run_dir)


@pytest.mark.parametrize("spoil", [newer, strange, unrecorded, removed])
async def test_a_holder_that_is_not_understood_is_shown_and_its_agent_can_be_stopped(place: Place, spoil: Any) -> None:
    found = await place.left()
    meta = found.meta
    spoil(found)
    async with place.services() as services:
        session = only(services)
        assert standing(session) == ("idle", "view_only", "view only", meta.pid)
        report = session.explained()
        assert all(str(each) in report.unreachable for each in (meta.pid, meta.holder_pid, found.run_dir))
        assert [(clue.source, clue.name) for clue in report.clues] == [("process", "alive")]
        await refused(services, session, meta.pid)
        assert (await sent(session, "waits")).status == "pending"
    assert state(meta.pid)
    async with place.services() as services:
        await asyncio.wait_for(services.registry.delete_session("writer"), DEADLINE)
        assert (marked(meta.session_id), state(meta.holder_pid), found.run_dir.exists()) == ([], "", False)


async def test_a_record_that_can_be_read_again_lets_the_agent_join(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reattachment, "PAUSE", 0.1)
    found = await place.left()
    record = (found.run_dir / files.META).read_bytes()
    unrecorded(found)
    async with place.services() as services:
        assert only(services).status.holder == "view_only"
        (found.run_dir / files.META).write_bytes(record)
        await until(lambda: standing(only(services)) == ("idle", None, None, found.meta.pid))
        await only(services).stop()


async def test_a_holder_whose_socket_was_removed_is_not_lost(place: Place) -> None:
    meta = (await place.left()).meta
    await asyncio.to_thread(Path(meta.control_socket).unlink)
    async with place.services() as services:
        assert standing(only(services)) == ("idle", "not_answering", "not answering", meta.pid)
        await refused(services, only(services), meta.pid)
        await asyncio.wait_for(services.registry.delete_session("writer"), DEADLINE)
        assert marked(meta.session_id) == []


async def test_a_pid_that_was_given_again_is_nobody_of_ours(place: Place) -> None:
    found = await place.left()
    os.kill(found.meta.holder_pid, signal.SIGKILL)
    await until(lambda: not marked(found.meta.session_id))
    stranger = await asyncio.create_subprocess_exec("sleep", "600")
    try:
        path = found.run_dir / files.META
        record = {**json.loads(path.read_text()), "holder_pid": stranger.pid, "pid": stranger.pid}
        path.write_text(json.dumps(record))
        assert await asyncio.to_thread(end_by_force, place.holder().meta) == []
        assert (place.holder().lives, state(stranger.pid)) == (False, "S")
        async with place.services() as services:
            assert standing(only(services)) == ("exited", None, "lost", None)
        assert state(stranger.pid) == "S"
    finally:
        stranger.kill()
        await stranger.wait()
