"""The driver's errors, made ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from areyouj_jupyter.errors import DatabaseBusy, DatabaseDamaged, DatabaseUnusable, StorageFull

PRIMARY: Final = 0xFF  # the part of an extended SQLite error code that is the plain one
HINT: Final = "; run `areyouj doctor` to see how to fix it"
"""Ends the sentence about a file that is damaged or gone."""


class ConstraintFailed(Exception):
    """A constraint of the database refused a row."""


def translated(error: sqlite3.Error, path: Path) -> Exception:
    """Our error for one of the driver's."""
    code = getattr(error, "sqlite_errorcode", None) or sqlite3.SQLITE_ERROR
    if code & PRIMARY in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return DatabaseBusy(f"Another program has locked {path}. Try again in a moment.")
    # The shared-memory file of a WAL cannot grow on a full disk.
    if code & PRIMARY == sqlite3.SQLITE_FULL or code == sqlite3.SQLITE_IOERR_SHMSIZE:
        return StorageFull(f"The disk is full: {path} cannot grow.")
    if code & PRIMARY in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return DatabaseDamaged(f"The database {path} is damaged ({error}){HINT}.")
    if code & PRIMARY == sqlite3.SQLITE_READONLY:
        return DatabaseUnusable(f"The database {path} is read-only: you can view it, but not change anything.")
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
