"""The SQLite driver's only room: agents.db (`Database`), and the connections that database_file.py is made of.

All errors of the driver are translated here: DatabaseBusy, StorageFull, DatabaseUnusable; a constraint that refuses a
row becomes ConstraintFailed, which the stores turn into the error that fits.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sqlite3
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterable, Mapping
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, Final, TypeVar

import aiosqlite

from areyouj_jupyter._version import __version__
from areyouj_jupyter.errors import DatabaseBusy, DatabaseUnusable, StorageFull
from areyouj_jupyter.server.mounts import Mount, mounts, network_type
from areyouj_jupyter.server.private_file import make_file, make_folder, unmade
from areyouj_jupyter.server.sql import MIGRATIONS, Migration, migrations, queries

logger = logging.getLogger(__name__)

Connection = aiosqlite.Connection
Row = sqlite3.Row
Values = Mapping[str, Any]
Value = TypeVar("Value")

SQLITE_VERSION: Final = sqlite3.sqlite_version_info
APPLICATION_ID: Final = 1097423178  # "AiYJ", also in sql/migrations/0001
BUSY_TIMEOUT: Final = 5.0  # seconds
BUSY_STEP = 0.05  # seconds between two tries
PRIMARY: Final = 0xFF  # the part of an extended SQLite error code that is the plain one


class ConstraintFailed(Exception):
    """A constraint of the database refused a row."""


def translated(error: sqlite3.Error, path: Path) -> Exception:
    """Our error for one of the driver's."""
    code = getattr(error, "sqlite_errorcode", None) or sqlite3.SQLITE_ERROR
    if code & PRIMARY in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return DatabaseBusy(f"Another program holds {path}; try again in a moment.")
    # The shared-memory file of a WAL cannot grow on a full disk.
    if code & PRIMARY == sqlite3.SQLITE_FULL or code == sqlite3.SQLITE_IOERR_SHMSIZE:
        return StorageFull(f"The disk is full: {path} cannot grow.")
    if code & PRIMARY == sqlite3.SQLITE_CONSTRAINT:
        return ConstraintFailed(str(error))
    if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.ProgrammingError):
        return DatabaseUnusable(f"The database {path} cannot be used: {error}.")
    return error


@contextmanager
def translating(path: Path) -> Generator[None]:
    """Raises our errors for the driver's."""
    try:
        yield
    except sqlite3.Error as error:
        raise translated(error, path) from error


async def to_end(step: Awaitable[Value]) -> Value:
    """Wait for a step to its end; a cancellation that came meanwhile is raised only then."""
    task = asyncio.ensure_future(step)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        task.exception()
        raise cancelled
    return task.result()


async def open_connection(path: Path, mode: str, timeout: float) -> Connection:
    """path: absolute; mode: ro or rw; timeout: seconds. A missing file is never made; a cancellation loses nothing."""
    opening = asyncio.ensure_future(_open(f"{path.as_uri()}?mode={mode}", timeout))
    try:
        return await to_end(opening)
    except asyncio.CancelledError:
        if opening.exception() is None:
            await to_end(opening.result().close())
        raise


async def _open(uri: str, timeout: float) -> Connection:
    failures: list[sqlite3.Error] = []

    def connect() -> sqlite3.Connection:
        # aiosqlite 0.22 does not wait for its thread where this raises, and the thread may outlive the event loop; so a
        # failure is raised only after an orderly close.
        try:
            return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=timeout)
        except sqlite3.Error as error:
            failures.append(error)
            return sqlite3.connect(":memory:")

    connection = await Connection(connect, iter_chunk_size=64)
    if failures:
        await connection.close()
        raise failures[0]
    connection.row_factory = Row
    # Others' files may hold bytes that are no UTF-8; they are shown, not refused.
    connection.text_factory = lambda stored: stored.decode("utf-8", "replace")
    return connection


@asynccontextmanager
async def connected(path: Path, mode: str, timeout: float = BUSY_TIMEOUT) -> AsyncGenerator[Connection]:
    """A short connection, closed whatever happens."""
    with translating(path):
        connection = await open_connection(path, mode, timeout)
        try:
            yield connection
        finally:
            await to_end(connection.close())


class Transaction:
    """Statements within one transaction."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def rows(self, sql: str, values: Values | None = None) -> list[Row]:
        """What the statement gives (RETURNING for a change)."""
        return list(await self._connection.execute_fetchall(sql, values or {}))

    async def row(self, sql: str, values: Values | None = None) -> Row | None:
        """The first row, if any."""
        found = await self.rows(sql, values)
        return found[0] if found else None


@asynccontextmanager
async def begun(connection: Connection, begin: str) -> AsyncGenerator[Transaction]:
    """A transaction whose begin, commit and rollback run to their end even if the caller is cancelled."""
    try:
        await to_end(connection.execute_fetchall(begin))
        yield Transaction(connection)
        await to_end(connection.commit())
    except BaseException:
        await to_end(connection.rollback())
        raise


class Database:
    """agents.db: one connection behind one lock, WAL, synchronous=FULL; owned by the application."""

    def __init__(self, path: Path, connection: aiosqlite.Connection) -> None:
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
    async def transaction(self) -> AsyncGenerator[Transaction]:
        """BEGIN IMMEDIATE … COMMIT, or ROLLBACK if the body raises. The body uses nothing but the transaction."""
        async with self._lock:
            self._look()
            with translating(self.path):
                async with begun(self._connection, "BEGIN IMMEDIATE") as transaction:
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


def statements(script: str) -> Generator[str]:
    """The statements of a script, one by one: the driver's own way would commit what is open."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement


async def _pragma(transaction: Transaction, name: str) -> Any:
    row = await transaction.row(f"PRAGMA {name}")
    return None if row is None else row[0]


async def _patiently(path: Path) -> aiosqlite.Connection:
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


async def _configured(path: Path) -> aiosqlite.Connection:
    """The one connection, with everything that it promises."""
    with translating(path):
        connection = await open_connection(path, "rw", BUSY_TIMEOUT)
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
