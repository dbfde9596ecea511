"""One server at a time runs the sessions of a data folder."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

import pytest
from owners import hold
from stores import START, Clock, agents_db
from waiting import until

from areyouj_jupyter import models
from areyouj_jupyter.errors import DatabaseUnusable, NotOwner
from areyouj_jupyter.server.storage.database import Database
from areyouj_jupyter.server.storage.owner import Owner


async def own(database: Database, url: str = "http://here:8888/") -> Owner:
    return await Owner.acquire(database, database.path.parent, "here", url, Clock())


async def test_the_first_server_owns_the_folder_and_each_owner_has_a_higher_epoch(tmp_path: Path) -> None:
    async with agents_db(tmp_path) as database:
        owner = await own(database, "http://user:secret@here:8888/base/?token=t#f")
        first = models.Owner(host="here", pid=os.getpid(), url="http://here:8888/base/", epoch=1, since=START)
        assert owner.held
        assert await owner.model() == first
        await owner.require()
        other = await own(database, "http://there:9999/")
        assert not other.held
        assert await other.model() == first
        with pytest.raises(NotOwner, match=r"http://here:8888/base/ on here\. Use that server, or stop it"):
            await other.require()
        other.release()
        owner.release()
        owner.release()
        assert not owner.held
        third = await own(database)
        assert (third.held, (await third.model()).epoch) == (True, 2)
        assert (await other.model()).epoch == 2
        third.release()
        assert (database.path.parent / "owner.lock").stat().st_mode & 0o777 == 0o600


async def test_an_owner_whose_row_is_not_yet_written_is_nobody_yet(tmp_path: Path) -> None:
    async with agents_db(tmp_path) as database:
        owner = await own(database)
        async with database.transaction() as transaction:
            await transaction.rows("DELETE FROM owner")
        other = await own(database)
        assert await other.model() == models.Owner(host="", pid=0, url="", epoch=0, since=0.0)
        owner.release()


async def test_a_folder_without_room_for_the_lock_is_refused(tmp_path: Path) -> None:
    async with agents_db(tmp_path) as database:
        with pytest.raises(DatabaseUnusable, match=r"owner\.lock"):
            await Owner.acquire(database, tmp_path / "nowhere", "here", "")


@pytest.mark.slow
async def test_a_killed_server_owns_nothing_any_more(tmp_path: Path) -> None:
    async with agents_db(tmp_path) as database:
        folder = database.path.parent
        process = hold(folder)
        try:
            assert process.stdout is not None
            assert await asyncio.to_thread(process.stdout.readline) == "held\n"
            owner = await own(database)
            assert not owner.held
            assert await owner.model() == models.Owner(
                host="lab", pid=process.pid, url="http://lab:1/b/", epoch=1, since=(await owner.model()).since
            )
            process.send_signal(signal.SIGKILL)

            async def mine() -> Owner | None:
                owner = await own(database)
                return owner if owner.held else None

            successor = await until(mine, "the lock is free")
            assert (await successor.model()).epoch == 2
            successor.release()
        finally:
            process.kill()
            process.communicate()
