"""agents.db: opened with everything that it promises, migrated, and written by one at a time."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from areyouj_jupyter._version import __version__
from areyouj_jupyter.errors import DatabaseBusy, DatabaseUnusable
from areyouj_jupyter.server.database.connection import (
    BUSY_TIMEOUT,
    Connection,
    Row,
    Transaction,
    Values,
    begun,
    connected,
    open_connection,
    statements,
    to_end,
)
from areyouj_jupyter.server.database.faults import translating
from areyouj_jupyter.server.mounts import Mount, mounts, network_type
from areyouj_jupyter.server.private_file import make_file, make_folder, unmade
from areyouj_jupyter.server.sql import MIGRATIONS, Migration, migrations, queries

logger = logging.getLogger(__name__)

APPLICATION_ID: Final = 1097423178  # "AiYJ", also in sql/migrations/0001
BUSY_STEP = 0.05  # seconds between two tries


class Database:
    """agents.db: one connection behind one lock, WAL, synchronous=FULL; owned by the application."""

    def __init__(self, path: Path, connection: Connection) -> None:
        """For `open` only."""
        self.path = path
        self._connection = connection
        self._lock = asyncio.Lock()
        self._inode = path.stat().st_ino

    @classmethod
    async def open(
        cls,
        path: Path,
        migrations_folder: Path = MIGRATIONS,
        mounted: Callable[[], Iterable[Mount]] = mounts,
    ) -> Database:
        """The database at an absolute path, made or migrated where that is needed.

        An older file is copied first to `<name>.v<version>`. Raises DatabaseUnusable (network file system, damaged, of
        another program, newer than this code: the file is left as it is), DatabaseBusy, StorageFull.
        """
        steps = migrations(migrations_folder)
        await asyncio.to_thread(_prepare, path, mounted)
        version = await _inspect(path, len(steps))
        connection = await _patiently(path)
        database = cls(path, connection)
        try:
            if 0 < version < len(steps):
                await database._back_up(version)
            for step in steps[version:]:
                await database._migrate(step)
        except BaseException:
            await database.close()
            raise
        return database

    @asynccontextmanager
    async def transaction(self, keep: bool = True) -> AsyncGenerator[Transaction]:
        """BEGIN IMMEDIATE … COMMIT, or ROLLBACK if the body raises. The body uses nothing but the transaction.

        keep: False for a rehearsal, which ends with ROLLBACK anyway.
        """
        async with self._lock:
            self._look()
            with translating(self.path):
                async with begun(self._connection, "BEGIN IMMEDIATE", keep) as transaction:
                    yield transaction

    async def rows(self, sql: str, values: Values | None = None) -> list[Row]:
        """What a reading statement gives."""
        async with self._lock:
            self._look()
            with translating(self.path):
                return await Transaction(self._connection).rows(sql, values)

    async def row(self, sql: str, values: Values | None = None) -> Row | None:
        """The first row of a reading statement, if any."""
        found = await self.rows(sql, values)
        return found[0] if found else None

    async def close(self) -> None:
        """Close after what is under way; again is fine."""
        async with self._lock:
            await to_end(self._connection.close())

    def _look(self) -> None:
        """Raises DatabaseUnusable once the file was moved or deleted: what is written then would be lost."""
        try:
            same = os.stat(self.path).st_ino == self._inode  # noqa: PTH116 the quicker form, before every statement
        except OSError:
            same = False
        if not same:
            raise DatabaseUnusable(f"The database {self.path} was moved or deleted while in use.")

    async def _migrate(self, step: Migration) -> None:
        async with self.transaction() as transaction:
            # Another server may have been quicker since we looked.
            if await _pragma(transaction, "user_version") >= step.version:
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


async def _pragma(transaction: Transaction, name: str) -> Any:
    row = await transaction.row(f"PRAGMA {name}")
    return None if row is None else row[0]


async def _patiently(path: Path) -> Connection:
    """As `_configured`, but waiting its turn: SQLite's own busy timeout does not hold for the change to WAL."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + BUSY_TIMEOUT
    while True:
        try:
            return await _configured(path)
        except DatabaseBusy:
            if loop.time() >= deadline:
                raise
            await asyncio.sleep(BUSY_STEP)


async def _configured(path: Path) -> Connection:
    """The one connection, with everything that it promises."""
    with translating(path):
        connection = await open_connection(path, "rw", BUSY_TIMEOUT)
        connection.text_factory = str  # all of it is ours, and this is much quicker than a function of Python's
        try:
            for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
                await connection.execute_fetchall(f"PRAGMA {pragma}")
        except BaseException:
            await to_end(connection.close())
            raise
    return connection


async def _inspect(path: Path, latest: int) -> int:
    """The version of the file, looked at without changing a byte; 0: empty. Raises DatabaseUnusable."""
    async with connected(path, "ro") as connection:
        look = Transaction(connection)
        tables = await look.row(queries("schema")["count_tables"])
        if tables is None or tables["tables"] == 0:
            return 0
        if await _pragma(look, "application_id") != APPLICATION_ID:
            raise DatabaseUnusable(f"{path} is a database of another program; AreYouJ leaves it as it is.")
        fault = await _pragma(look, "quick_check(1)")
        if fault != "ok":
            raise DatabaseUnusable(f"The database {path} is damaged ({fault}); AreYouJ leaves it as it is.")
        version = int(await _pragma(look, "user_version"))
        if version > latest:
            maker = await look.row(queries("schema")["made_by"])
            by = maker["made_by"] if maker else "a newer version"
            raise DatabaseUnusable(f"{path} was made by AreYouJ {by}, which is newer than this one ({__version__}).")
        return version


def _prepare(path: Path, mounted: Callable[[], Iterable[Mount]]) -> None:
    """The folder (0700 if it is new) and the file (0600). Blocking."""
    fstype = network_type(path.parent, mounted())
    if fstype is not None:
        raise DatabaseUnusable(
            f"{path.parent} is on a network file system ({fstype}), where locks cannot be trusted; "
            "set AreYouJApp.data_dir to a folder on a local disk."
        )
    try:
        make_folder(path.parent)
        make_file(path)
        path.chmod(0o600)
    except OSError as error:
        raise unmade(path, error) from error
