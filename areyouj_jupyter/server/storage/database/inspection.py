"""Whether a file is agents.db, whole and of a version that we know; looked at without changing a byte."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path
from typing import Any, Final

from areyouj_jupyter._version import __version__
from areyouj_jupyter.errors import DatabaseDamaged, DatabaseUnusable
from areyouj_jupyter.server.storage.database.connection import Connection, Transaction, connected
from areyouj_jupyter.server.storage.database.faults import PRIMARY
from areyouj_jupyter.server.storage.database.log_mark import (
    LogMark,
    log_path,
    log_salts,
    log_size,
    mark_path,
    read_mark,
    whole_size,
)
from areyouj_jupyter.server.storage.sql import queries

APPLICATION_ID: Final = 1097423178  # "AiYJ", also in sql/migrations/0001
CHECK_TIME: Final = 2.0  # seconds that a start waits for the check of a large file; `areyouj doctor` takes all it needs
SECOND_LOOK: Final = 0.1  # seconds; another server may be moving its log into the main file at this moment


def was_made(path: Path) -> bool:
    """Whether there is something of a database, even if it is gone itself. Blocking."""
    return _has_traces(path) or path.exists()


def refuse_emptied(path: Path) -> None:
    """Raises DatabaseDamaged if a database was there before and is now missing or an empty file. Blocking."""
    # In this order: a server that makes the database at this moment writes the main file before the others.
    known = _has_traces(path)
    size = path.stat().st_size if path.exists() else None
    if known and not size:
        what = "is gone" if size is None else "is empty (0 bytes)"
        raise DatabaseDamaged(f"The database {path} {what}, though agents were kept in it.")


async def inspect(path: Path, latest: int, seconds: float | None = CHECK_TIME) -> int:
    """The version of the file; 0: a new one. latest: the newest version that is known.

    seconds: for the check of all pages, None for a thorough one to its end. Raises DatabaseDamaged, DatabaseUnusable.
    """
    marked = await asyncio.to_thread(mark_path(path).exists)
    async with connected(path, "ro") as connection:
        look = Transaction(connection)
        tables = await look.row(queries("schema")["count_tables"])
        if tables is None or tables["tables"] == 0:
            if marked:
                raise DatabaseDamaged(f"The database {path} has lost its tables, though agents were kept in it.")
            return 0
        if await pragma(look, "application_id") != APPLICATION_ID:
            raise DatabaseUnusable(f"{path} belongs to another program, so AreYouJ leaves it alone.")
        await _refuse_damaged(connection, path, seconds)
        version = int(await pragma(look, "user_version"))
        if version > latest:
            maker = await look.row(queries("schema")["made_by"])
            by = maker["made_by"] if maker else "in a newer version"
            raise DatabaseUnusable(f"{path} was written by AreYouJ {by}; this is {__version__}. Update AreYouJ.")
        await _refuse_lost_log(look, path)
        return version


async def pragma(source: Transaction, name: str) -> Any:
    """What a pragma says."""
    row = await source.row(f"PRAGMA {name}")
    return None if row is None else row[0]


async def _refuse_damaged(connection: Connection, path: Path, seconds: float | None) -> None:
    look = Transaction(connection)
    try:
        async with asyncio.timeout(seconds):
            fault = await pragma(look, "quick_check(1)" if seconds else "integrity_check(1)")
    except TimeoutError:
        await connection.interrupt()
        return
    except sqlite3.DatabaseError as error:
        if (error.sqlite_errorcode or 0) & PRIMARY not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise
        fault = str(error)
    if fault != "ok":
        raise DatabaseDamaged(f"The database {path} is damaged ({str(fault).splitlines()[-1]}).")


async def _refuse_lost_log(look: Transaction, path: Path) -> None:
    """Raises DatabaseDamaged if the log that the mark describes was lost before a checkpoint moved it."""
    for _ in range(2):
        mark = await asyncio.to_thread(read_mark, path)
        if mark is None or not mark.salts or await asyncio.to_thread(_holds, path, mark):
            return
        row = await look.row(queries("schema")["generation"])
        if row is None or (row["generation"] != mark.generation and log_salts(path) != mark.salts):
            return  # the main file has it by now, or is another one, a backup say
        await asyncio.sleep(SECOND_LOOK)
    what = "is gone" if not log_size(path) else "is damaged or shorter than it was"
    raise DatabaseDamaged(f"{log_path(path)} {what}; it held the last changes of the database {path}.")


def _has_traces(path: Path) -> bool:
    return any(each.exists() for each in (mark_path(path), log_path(path), path.with_name(f"{path.name}-shm")))


def _holds(path: Path, mark: LogMark) -> bool:
    """Whether the log is the marked one, and complete up to the mark."""
    return log_salts(path) == mark.salts and whole_size(path, mark.size) >= mark.size
