"""A second server on a folder waits for the end of the first, then goes on with its agents, without a restart."""

from __future__ import annotations

import asyncio
import shutil
import signal
import socket
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from open_services import ended, open_services, reply_to, sent, started
from owners import hold
from waiting import until

from areyouj_jupyter.errors import NotOwner, Unavailable
from areyouj_jupyter.models import Owner, Snapshot
from areyouj_jupyter.server.events import Subscription
from areyouj_jupyter.server.services import Services

pytestmark = pytest.mark.slow

LONGEST = 5.0  # seconds from the end of one server to the beginning of the next


@asynccontextmanager
async def servers(folder: Path) -> AsyncIterator[tuple[AsyncExitStack, Services, Services]]:
    """Two on one folder, the owner and one that waits; the stack ends the owner."""
    sockets = Path(tempfile.mkdtemp(prefix="areyouj-"))
    try:
        async with AsyncExitStack() as first:
            owner = await first.enter_async_context(
                open_services(folder, sockets=sockets, url="http://first:1/", stop_agents=False)
            )
            async with open_services(folder, sockets=sockets, url="http://second:2/") as second:
                yield first, owner, second
    finally:
        shutil.rmtree(sockets)


async def snapshot(subscription: Subscription) -> Snapshot:
    """The next one that is published."""

    async def look() -> Snapshot:
        async for event in subscription:
            if isinstance(event.data, Snapshot):
                return event.data
        raise AssertionError("the events have ended")

    return await asyncio.wait_for(look(), LONGEST)


async def test_the_agents_of_a_server_that_ends_go_on_in_the_one_that_waits(tmp_path: Path) -> None:
    async with servers(tmp_path) as (first, owner, second):
        session = await started(owner)
        pid = session.pid
        await ended(owner, await sent(session, "one"))
        with pytest.raises(NotOwner) as refused:
            await second.owner.require()
        assert refused.value.message == (
            f"The agents of this data folder run in another Jupyter server, http://first:1/ on {socket.gethostname()}. "
            "Use that server, or stop it; this one then takes over."
        )
        assert ((await second.snapshot()).owner, second.registry.list_sessions()) == (await owner.owner.model(), [])
        with second.events.subscribe() as events:
            await first.aclose()
            seen = await snapshot(events)
        assert (seen.owner, [(each.id, each.pid) for each in seen.sessions]) == (None, [(session.id, pid)])
        await second.owner.require()
        row = await second.owner.model()
        assert (row.url, row.epoch) == ("http://second:2/", 2)
        adopted = second.registry.get_session("writer")
        message = await sent(adopted, "two")
        assert (await ended(second, message)).status == "completed"
        assert (await reply_to(second, message)).content == "**echo** heard: two"


async def test_a_server_that_was_killed_is_followed_soon_and_nobody_names_it_any_more(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    process = hold(folder)
    try:
        assert process.stdout is not None
        assert await asyncio.to_thread(process.stdout.readline) == "held\n"
        async with open_services(tmp_path) as second:
            assert not second.owner.held
            process.send_signal(signal.SIGKILL)
            killed = time.monotonic()
            await until(lambda: second.owner.held, "the takeover", LONGEST)
            assert time.monotonic() - killed < LONGEST
            assert (await second.owner.model()).pid != process.pid
    finally:
        process.kill()
        process.communicate()


async def test_of_two_that_wait_one_goes_on_and_the_other_names_it(tmp_path: Path) -> None:
    async with (
        servers(tmp_path) as (first, _, second),
        open_services(tmp_path, url="http://third:3/") as third,
    ):
        with second.events.subscribe() as to_second, third.events.subscribe() as to_third:
            await first.aclose()
            seen = await snapshot(to_second), await snapshot(to_third)
        held = [second.owner.held, third.owner.held]
        assert sorted(held) == [False, True]
        winner = await (second if held[0] else third).owner.model()
        assert [each.owner for each in seen] == [None if held[0] else winner, None if held[1] else winner]
        assert winner.epoch == 2


async def test_nobody_is_let_in_before_the_agents_are_taken_over(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        services.owner.release()

        async def recover(owner: Owner) -> None:
            assert (owner.epoch, services.owner.held) == (2, False)
            with pytest.raises(Unavailable, match="taking over"):
                await services.owner.require()

        assert await services.owner.take_over(recover)
        assert services.owner.held


async def test_a_takeover_that_fails_gives_the_folder_back(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        services.owner.release()

        async def recover(owner: Owner) -> None:
            raise Unavailable

        with pytest.raises(Unavailable):
            await services.owner.take_over(recover)
        assert not services.owner.held
        async with open_services(tmp_path) as next_one:
            assert next_one.owner.held
