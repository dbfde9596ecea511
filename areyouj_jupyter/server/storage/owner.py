"""Owner: which server runs the sessions of a data folder."""

from __future__ import annotations

import asyncio
import fcntl
import os
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from areyouj_jupyter import models
from areyouj_jupyter.errors import DatabaseUnusable, NotOwner, Unavailable
from areyouj_jupyter.server.storage import timestamps
from areyouj_jupyter.server.storage.database import Database, Row
from areyouj_jupyter.server.storage.sql import queries

LOCK = "owner.lock"


class Owner:
    """This server's standing towards a data folder; owned by the application.

    The lock is the kernel's, so that it always ends with the process; the row shows others who holds it.
    """

    def __init__(
        self, database: Database, folder: Path, host: str, url: str, clock: Callable[[], float] = time.time
    ) -> None:
        """Use `acquire`."""
        self._database, self._path = database, folder / LOCK
        self._host, self._url, self._clock = host, _plain(url), clock
        self._lock: int | None = None
        self._row: models.Owner | None = None
        self._taking_over = False

    @classmethod
    async def acquire(
        cls, database: Database, folder: Path, host: str, url: str, clock: Callable[[], float] = time.time
    ) -> Owner:
        """Hold the folder, or learn who does; never waits. The url is stored without its query and credentials.

        url: where a person opens this server; a path where only the path is known, as on a JupyterHub.
        """
        owner = cls(database, folder, host, url, clock)
        await owner._take()
        return owner

    async def take_over(self, recover: Callable[[models.Owner], Awaitable[None]]) -> bool:
        """Acquire the folder if no other server holds it; never waits. It is `held` once `recover` is done.

        False: another server has it. If `recover` raises, the folder is given back.
        """
        self._taking_over = True
        try:
            if not await self._take():
                return False
            try:
                await recover(await self.model())
            except BaseException:
                self.release()
                raise
            return True
        finally:
            self._taking_over = False

    @property
    def held(self) -> bool:
        """True: this server runs the sessions."""
        return self._lock is not None and not self._taking_over

    async def model(self) -> models.Owner:
        """Ours if the folder is ours, else the row of the server that holds it now."""
        return self._row if self._lock is not None and self._row else await _holder(self._database)

    async def require(self) -> None:
        """Raises NotOwner, naming who holds the folder; Unavailable while it is being taken over.

        Raises DatabaseUnusable where the folder is read-only.
        """
        self._database.refuse_read_only()
        if self.held:
            return
        if self._lock is not None:
            raise Unavailable("This server is taking over the agents of one that stopped. Try again in a moment.")
        holder = await self.model()
        raise NotOwner(
            f"The agents of this data folder run in another Jupyter server, {holder.url} on {holder.host}. "
            "Use that server, or stop it; this one then takes over."
        )

    async def _take(self) -> bool:
        if self._database.read_only:
            return False
        attempt = asyncio.ensure_future(asyncio.to_thread(_lock, self._path))
        try:
            lock = await asyncio.shield(attempt)
        except asyncio.CancelledError:
            attempt.add_done_callback(_let_go)
            raise
        if lock is None:
            return False
        try:
            now = timestamps.text(self._clock())
            values = {"host": self._host, "pid": os.getpid(), "url": self._url, "now": now}
            async with self._database.transaction() as transaction:
                row = await transaction.row(queries("owner")["take"], values)
        except BaseException:
            os.close(lock)
            raise
        assert row is not None  # noqa: S101 RETURNING returns the row
        self._lock, self._row = lock, _model(row)
        return True

    def release(self) -> None:
        """Release the folder; harmless when repeated."""
        lock, self._lock = self._lock, None
        if lock is not None:
            os.close(lock)


def _let_go(attempt: asyncio.Future[int | None]) -> None:
    """Close the lock that is no longer waited for."""
    lock = None if attempt.exception() else attempt.result()
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
        raise DatabaseUnusable(f"Cannot create the lock file {path}: {error.strerror}.") from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        return None
    except OSError as error:
        os.close(lock)
        raise DatabaseUnusable(f"The file system of {path} does not support locks: {error.strerror}.") from error
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
