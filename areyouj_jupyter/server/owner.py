"""Owner: which server runs the sessions of a data folder."""

from __future__ import annotations

import asyncio
import fcntl
import os
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from areyouj_jupyter import models
from areyouj_jupyter.errors import DatabaseUnusable, NotOwner
from areyouj_jupyter.server import timestamps
from areyouj_jupyter.server.database import Database, Row
from areyouj_jupyter.server.sql import queries

LOCK = "owner.lock"


class Owner:
    """This server's standing towards a data folder; owned by the application.

    The lock is the kernel's, so that it ends with the process whatever happens; the row tells others who holds it.
    """

    def __init__(self, database: Database, lock: int | None, row: models.Owner) -> None:
        """For `acquire` only."""
        self._database = database
        self._lock = lock
        self._row = row

    @classmethod
    async def acquire(
        cls, database: Database, folder: Path, host: str, url: str, clock: Callable[[], float] = time.time
    ) -> Owner:
        """Hold the folder, or learn who does; never waits. The url is stored without its query and credentials."""
        if database.read_only:
            return cls(database, None, await _holder(database))
        lock = await asyncio.to_thread(_lock, folder / LOCK)
        if lock is None:
            return cls(database, None, await _holder(database))
        try:
            values = {"host": host, "pid": os.getpid(), "url": _plain(url), "now": timestamps.text(clock())}
            async with database.transaction() as transaction:
                row = await transaction.row(queries("owner")["take"], values)
        except BaseException:
            os.close(lock)
            raise
        assert row is not None  # noqa: S101 RETURNING gives the row
        return cls(database, lock, _model(row))

    @property
    def held(self) -> bool:
        """True: this server runs the sessions."""
        return self._lock is not None

    async def model(self) -> models.Owner:
        """Ours if held, else the row of the server that holds the folder now."""
        return self._row if self.held else await _holder(self._database)

    async def require(self) -> None:
        """Raises NotOwner, naming who holds the folder, unless held; DatabaseUnusable where it is read-only."""
        self._database.refuse_read_only()
        if not self.held:
            holder = await self.model()
            raise NotOwner(f"The sessions of this data folder run in the server {holder.url} on {holder.host}.")

    def release(self) -> None:
        """Give the folder back; again is fine."""
        lock, self._lock = self._lock, None
        if lock is not None:
            os.close(lock)


def is_owned(folder: Path) -> bool:
    """Whether a server runs the sessions of a folder at this moment. Blocking."""
    if not (folder / LOCK).exists():
        return False
    lock = _lock(folder / LOCK)
    if lock is not None:
        os.close(lock)
    return lock is None


def _lock(path: Path) -> int | None:
    """The descriptor that holds the lock; None if another process has it. Blocking, but not for long."""
    try:
        # Not inherited: a program that we start must not hold the lock after our end.
        lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise DatabaseUnusable(f"The lock file {path} cannot be made: {error.strerror}.") from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        return None
    except OSError as error:
        os.close(lock)
        raise DatabaseUnusable(f"The file system of {path} knows no locks: {error.strerror}.") from error
    return lock


async def _holder(database: Database) -> models.Owner:
    row = await database.row(queries("owner")["owner"])
    if row is None:  # it took the lock a moment ago and is about to write its row
        return models.Owner(host="", pid=0, url="", epoch=0, since=0.0)
    return _model(row)


def _plain(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def _model(row: Row) -> models.Owner:
    return models.Owner(
        host=row["host"],
        pid=row["pid"],
        url=row["url"],
        epoch=row["epoch"],
        since=timestamps.seconds(str(row["since"])),
    )
