"""agents.db: opened with everything that it promises, migrated, and written by one at a time."""

from __future__ import annotations

import asyncio
import logging
import os
import tempfile
from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from areyouj_jupyter._version import __version__
from areyouj_jupyter.errors import DatabaseBusy, DatabaseDamaged, DatabaseUnusable
from areyouj_jupyter.server.storage.database.connection import (
    BUSY_TIMEOUT,
    Connection,
    Row,
    Transaction,
    Values,
    begun,
    open_connection,
    statements,
    to_end,
)
from areyouj_jupyter.server.storage.database.faults import HINT, translating
from areyouj_jupyter.server.storage.database.inspection import inspect, pragma, refuse_emptied
from areyouj_jupyter.server.storage.database.kept_copies import keep_copy
from areyouj_jupyter.server.storage.database.log_keeper import LogKeeper
from areyouj_jupyter.server.storage.database.place import is_read_only, prepare, readable_copy, refuse_network
from areyouj_jupyter.server.storage.mounts import Mount, mounts
from areyouj_jupyter.server.storage.private_file import make_file
from areyouj_jupyter.server.storage.sql import MIGRATIONS, Migration, migrations, queries

logger = logging.getLogger(__name__)

BUSY_STEP = 0.05  # seconds between two tries
GO_ON = "Restore a backup, or run `areyouj repair` to keep what can be read, then restart Jupyter."


class Database:
    """agents.db: one connection that writes, behind one lock, and one for parallel reads; WAL, synchronous=FULL.

    Owned by the application.
    """

    def __init__(self, path: Path, connection: Connection, reader: Connection | None = None) -> None:
        """For `open` only. reader: the one connection if None."""
        self.path = path
        self.read_only = False
        """Whether the file can be looked at only: every change raises DatabaseUnusable."""
        self._connection = connection
        self._reader = reader or connection
        self._lock = asyncio.Lock()
        self._busy_at = float("-inf")
        self._log = f"{path}-wal"
        self._inodes = (path.stat().st_ino, 0)
        self._keeper: LogKeeper | None = None
        self._copy: tempfile.TemporaryDirectory[str] | None = None

    @classmethod
    async def open(
        cls,
        path: Path,
        migrations_folder: Path = MIGRATIONS,
        mounted: Callable[[], Iterable[Mount]] = mounts,
    ) -> Database:
        """The database at an absolute path, made or migrated where that is needed.

        An older file is copied first to `<name>.v<version>`. Raises DatabaseDamaged, after a copy was kept aside;
        DatabaseUnusable (network file system, of another program, newer than this code: the file is left as it is),
        DatabaseBusy, StorageFull.
        """
        steps = migrations(migrations_folder)
        await asyncio.to_thread(refuse_network, path, mounted)
        try:
            await asyncio.to_thread(refuse_emptied, path)
            if await asyncio.to_thread(is_read_only, path):
                return await cls._open_to_read(path, len(steps))
            await asyncio.to_thread(prepare, path)
            version = await inspect(path, len(steps))
        except DatabaseDamaged as error:
            kept = await asyncio.to_thread(keep_copy, path)
            raise DatabaseDamaged(" ".join(filter(None, (error.message.replace(HINT, ""), kept, GO_ON)))) from error
        return await cls._open_to_write(path, steps, version)

    @classmethod
    async def _open_to_write(cls, path: Path, steps: tuple[Migration, ...], version: int) -> Database:
        connection = await _patiently(path)
        database = cls(path, connection)
        try:
            if 0 < version < len(steps):
                await database._back_up(version)
            for step in steps[version:]:
                await database._migrate(step)
            with translating(path):
                database._reader = await _configured(path, "ro")
                database._keeper = await LogKeeper.open(path, connection, database._lock)
            database._inodes = (database._inodes[0], os.stat(database._log).st_ino)  # noqa: PTH116
            if database._keeper and version < len(steps):
                await database._keeper.checkpoint()
        except BaseException:
            await database.close()
            raise
        return database

    @classmethod
    async def _open_to_read(cls, path: Path, latest: int) -> Database:
        copy = await asyncio.to_thread(readable_copy, path)
        try:
            place = Path(copy.name, path.name) if copy else path
            if await inspect(place, latest) < latest:
                raise DatabaseUnusable(
                    f"{path} is from an older version and read-only. To update it, make {path.parent} writable."
                )
            with translating(path):
                database = cls(path, await _configured(place, "rw" if copy else "ro"))
        except BaseException:
            if copy:
                copy.cleanup()
            raise
        database.read_only, database._copy = True, copy
        return database

    @asynccontextmanager
    async def transaction(self, keep: bool = True) -> AsyncGenerator[Transaction]:
        """BEGIN IMMEDIATE … COMMIT, or ROLLBACK if the body raises. The body uses nothing but the transaction.

        keep: False for a rehearsal, which ends with ROLLBACK anyway.
        """
        self.refuse_read_only()
        asked = asyncio.get_running_loop().time()
        async with self._lock:
            self._look()
            self._refuse_waited(asked)
            try:
                with translating(self.path):
                    async with self._begun(keep) as transaction:
                        yield transaction
            except DatabaseBusy:
                self._busy_at = asyncio.get_running_loop().time()
                raise

    async def rows(self, sql: str, values: Values | None = None) -> list[Row]:
        """The rows of a reading statement; does not wait for a writer."""
        self._look()
        with translating(self.path):
            return await Transaction(self._reader).rows(sql, values)

    async def row(self, sql: str, values: Values | None = None) -> Row | None:
        """The first row of a reading statement, if any."""
        found = await self.rows(sql, values)
        return found[0] if found else None

    async def check(self) -> None:
        """Raises Unavailable where it cannot be read."""
        await self.rows(queries("schema")["count_tables"])

    def refuse_read_only(self) -> None:
        """Raises DatabaseUnusable where nothing can be changed."""
        if self.read_only:
            raise DatabaseUnusable(
                f"The data folder {self.path.parent} is read-only: you can view agents, history and tasks, "
                "but not start or change anything."
            )

    async def close(self) -> None:
        """Close after what is under way; again is fine."""
        if self._keeper:
            await self._keeper.close()
        async with self._lock:
            if self._reader is not self._connection:
                await to_end(self._reader.close())
            await to_end(self._connection.close())  # the last one moves the log into the main file
        if self._copy:
            self._copy.cleanup()

    @asynccontextmanager
    async def _begun(self, keep: bool) -> AsyncGenerator[Transaction]:
        generation: int | None = None
        committed = False
        try:
            async with begun(self._connection, "BEGIN IMMEDIATE", keep) as transaction:
                if self._keeper:
                    generation = await self._keeper.begin(transaction)
                yield transaction
            committed = keep
        finally:
            if self._keeper and generation is not None:
                self._keeper.end(generation if committed else None)

    def _look(self) -> None:
        """Raises DatabaseUnusable once a file was moved or deleted: what is written then would be lost."""
        try:
            # The quicker form, before every statement.
            main = os.stat(self.path).st_ino  # noqa: PTH116
            log = os.stat(self._log).st_ino if self._inodes[1] else 0  # noqa: PTH116
        except OSError:
            main = log = 0
        if (main, log) == self._inodes:
            return
        # What is in a deleted log is still moved into the main file, by the keeper or as the connection closes.
        file = self._log if main == self._inodes[0] or os.path.exists(self.path) else self.path  # noqa: PTH110
        raise DatabaseUnusable(
            f"{file} was moved or deleted while in use. Put it back or restore a backup, then restart Jupyter."
        )

    def _refuse_waited(self, asked: float) -> None:
        """Raises DatabaseBusy if the writer before this one was kept waiting by another program: nobody waits twice."""
        if self._busy_at > asked and asyncio.get_running_loop().time() - asked >= BUSY_TIMEOUT:
            raise DatabaseBusy(f"Another program has locked {self.path}. Try again in a moment.")

    async def _migrate(self, step: Migration) -> None:
        async with self.transaction() as transaction:
            # Another server may have been quicker since we looked.
            if await pragma(transaction, "user_version") >= step.version:
                return
            for statement in statements(step.script):
                await transaction.rows(statement)
            await transaction.rows(queries("schema")["note_version"], {"version": step.version, "made_by": __version__})
            await transaction.rows(f"PRAGMA user_version = {step.version:d}")
        logger.info("database migrated", extra={"version": step.version})

    async def _back_up(self, version: int) -> None:
        copy = self.path.with_name(f"{self.path.name}.v{version}")
        if await asyncio.to_thread(copy.exists):
            return
        unfinished = copy.with_name(f"{copy.name}.part")
        await asyncio.to_thread(unfinished.unlink, missing_ok=True)
        await asyncio.to_thread(make_file, unfinished)
        with translating(unfinished):
            await self._connection.execute_fetchall("VACUUM INTO :copy", {"copy": str(unfinished)})
        await asyncio.to_thread(unfinished.replace, copy)


async def check_agents_db(path: Path) -> None:
    """A thorough look at a database that is there. Raises what `Database.open` does; nothing is changed or copied."""
    await asyncio.to_thread(refuse_emptied, path)
    copy = await asyncio.to_thread(readable_copy, path) if await asyncio.to_thread(is_read_only, path) else None
    try:
        await inspect(Path(copy.name, path.name) if copy else path, len(migrations()), seconds=None)
    finally:
        if copy:
            copy.cleanup()


async def _patiently(path: Path) -> Connection:
    """As `_configured`, but waiting its turn: SQLite's own busy timeout does not hold for the change to WAL."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + BUSY_TIMEOUT
    while True:
        try:
            with translating(path):
                return await _configured(path, "rw", "journal_mode = WAL", "wal_autocheckpoint = 0")
        except DatabaseBusy:
            if loop.time() >= deadline:
                raise
            await asyncio.sleep(BUSY_STEP)


async def _configured(path: Path, mode: str, *pragmas: str) -> Connection:
    """A connection with everything that it promises."""
    connection = await open_connection(path, mode, BUSY_TIMEOUT)
    connection.text_factory = str  # all of it is ours, and this is much quicker than a function of Python's
    try:
        for each in (*pragmas, "synchronous = FULL", "foreign_keys = ON"):
            await connection.execute_fetchall(f"PRAGMA {each}")
    except BaseException:
        await to_end(connection.close())
        raise
    return connection
