"""Connections and their transactions, which a cancelled caller leaves in order."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import AsyncGenerator, Awaitable, Generator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final, TypeVar

import aiosqlite

from areyouj_jupyter.server.storage.database.faults import PRIMARY, translating

Connection = aiosqlite.Connection
Row = sqlite3.Row
Values = Mapping[str, Any]
Value = TypeVar("Value")

SQLITE_VERSION: Final = sqlite3.sqlite_version_info
BUSY_TIMEOUT: Final = 5.0  # seconds


async def to_end(step: Awaitable[Value]) -> Value:
    """Wait for the end of a step; a cancellation in the meantime is raised only then."""
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
    """path: absolute; mode: ro or rw; timeout: seconds. A missing file is never made; a cancellation loses nothing.

    In a read-only folder, ro reads a file in WAL mode too, if its log is empty.
    """
    opening = asyncio.ensure_future(_open(path, mode, timeout))
    try:
        return await to_end(opening)
    except asyncio.CancelledError:
        if opening.exception() is None:
            await to_end(opening.result().close())
        raise


async def _open(path: Path, mode: str, timeout: float) -> Connection:
    failures: list[sqlite3.Error] = []

    def connect() -> sqlite3.Connection:
        # aiosqlite 0.22 does not wait for its thread where this raises, and the thread may outlive the event loop; so a
        # failure is raised only after an orderly close.
        try:
            return _connect(path, mode, timeout)
        except sqlite3.Error as error:
            failures.append(error)
            return sqlite3.connect(":memory:")

    connection = Connection(connect, iter_chunk_size=64)
    # Python's end waits for every thread that is no daemon, and this one goes on for as long as its connection is open:
    # an event loop that was broken off would keep its process for ever. (Up to aiosqlite 0.21 it is a thread itself.)
    thread: Any = getattr(connection, "_thread", connection)
    thread.daemon = True
    await connection
    if failures:
        await connection.close()
        raise failures[0]
    connection.row_factory = Row
    # Others' files may hold bytes that are no UTF-8; they are shown, not refused.
    connection.text_factory = lambda stored: stored.decode("utf-8", "replace")
    return connection


def _connect(path: Path, mode: str, timeout: float) -> sqlite3.Connection:
    uri = f"{path.as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=timeout)
    if mode == "ro" and not os.access(path.parent, os.W_OK):
        try:
            connection.execute("PRAGMA schema_version")
        except sqlite3.OperationalError as error:
            log = Path(f"{path}-wal")
            if error.sqlite_errorcode & PRIMARY != sqlite3.SQLITE_CANTOPEN or (log.exists() and log.stat().st_size):
                connection.close()
                raise
            # Nobody can have the shared memory made that a reader of the log asks for, and there is no log.
            connection.close()
            return sqlite3.connect(f"{uri}&immutable=1", uri=True, isolation_level=None, timeout=timeout)
    return connection


@asynccontextmanager
async def connected(path: Path, mode: str, timeout: float = BUSY_TIMEOUT) -> AsyncGenerator[Connection]:
    """A short-lived connection, always closed."""
    with translating(path):
        connection = await open_connection(path, mode, timeout)
        try:
            yield connection
        finally:
            await to_end(connection.close())


class Transaction:
    """Statements within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def rows(self, sql: str, values: Values | None = None) -> list[Row]:
        """The rows of the statement (RETURNING for a change)."""
        return list(await self._connection.execute_fetchall(sql, values or {}))

    async def row(self, sql: str, values: Values | None = None) -> Row | None:
        """The first row, if any."""
        found = await self.rows(sql, values)
        return found[0] if found else None


@asynccontextmanager
async def begun(connection: Connection, begin: str, keep: bool = True) -> AsyncGenerator[Transaction]:
    """A transaction whose begin, commit and rollback run to their end even if the caller is cancelled."""
    try:
        await to_end(connection.execute_fetchall(begin))
        yield Transaction(connection)
        await to_end(connection.commit() if keep else connection.rollback())
    except BaseException:
        await to_end(connection.rollback())
        raise


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
