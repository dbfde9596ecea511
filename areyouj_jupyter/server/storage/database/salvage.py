"""Moves a damaged database aside, and saves what can be read of it into a new one."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from areyouj_jupyter.server.storage.database.kept_copies import free_name
from areyouj_jupyter.server.storage.database.log_mark import log_path, mark_path

HEADER: Final = 100  # bytes; https://sqlite.org/fileformat2.html#the_database_header, 2026-11
OWN: Final = ("schema_versions", "log_generation")  # tables that a new database fills by itself


def move_aside(path: Path) -> Path | None:
    """Move the database aside; its new name, None if there was none. Deletes only what SQLite recreates. Blocking."""
    aside = free_name(path)
    for part, name in ((path, aside), (log_path(path), log_path(aside)), (mark_path(path), mark_path(aside))):
        if part.exists():
            part.rename(name)
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    return aside if aside.exists() or log_path(aside).exists() else None


def salvage(damaged: Path, fresh: Path) -> dict[str, int]:
    """Copy the rows that can be read into a new database of the same tables; how many of each. Blocking.

    The damaged file stays as it is. No other program may use either of them.
    """
    header = fresh.read_bytes()[:HEADER]
    with tempfile.TemporaryDirectory(prefix="areyouj-", dir=fresh.parent) as folder:
        copy = Path(folder, "copy.db")
        for part, name in ((damaged, copy), (log_path(damaged), log_path(copy))):
            if part.exists() and part.stat().st_size:
                shutil.copyfile(part, name)
        if not copy.exists():
            return {}
        with contextlib.closing(_opened(copy, header)) as source, contextlib.closing(sqlite3.connect(fresh)) as target:
            counts = {table: _copied(source, target, table) for table in _tables(target) if table not in OWN}
            while _mend_references(target):
                pass
            target.commit()
            return counts


def _opened(copy: Path, header: bytes) -> sqlite3.Connection:
    """With a header of its own in place of one that is no longer readable."""
    connection = _connected(copy)
    try:
        connection.execute("PRAGMA schema_version")
    except sqlite3.DatabaseError:
        connection.close()
        content = copy.read_bytes()
        size = int.from_bytes(header[16:18], "big")
        pages = len(content) // (65536 if size == 1 else size)
        patched = header[:28] + pages.to_bytes(4, "big") + bytes(8) + header[40:]
        copy.write_bytes(patched + content[HEADER:])
        return _connected(copy)
    return connection


def _connected(copy: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(copy)
    connection.text_factory = lambda stored: stored.decode("utf-8", "replace")
    return connection


def _tables(connection: sqlite3.Connection) -> list[str]:
    sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    return [name for (name,) in connection.execute(sql)]


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    try:
        return [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    except sqlite3.DatabaseError:
        return []


def _copied(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> int:
    known = _columns(source, table)
    columns = [column for column in _columns(target, table) if column in known]
    if not columns:
        return 0
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    add = f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608 our own names
    return sum(target.execute(add, row).rowcount > 0 for row in _readable(source, table, names))


def _readable(source: sqlite3.Connection, table: str, names: str) -> Iterator[tuple[Any, ...]]:
    """Read from both ends as far as possible: only the damaged middle is missing."""
    for order in ("", " ORDER BY rowid DESC"):
        try:
            # Not sorted by an index, which may be damaged where the rows are not.
            yield from source.execute(f'SELECT {names} FROM "{table}" NOT INDEXED{order}')  # noqa: S608 the same
        except sqlite3.DatabaseError:
            continue
        return


def _mend_references(target: sqlite3.Connection) -> int:
    """Let go of what was lost: a reference that may be empty becomes so, a row that must have it goes. How many."""
    broken = target.execute("PRAGMA foreign_key_check").fetchall()
    for table, rowid, _, number in broken:
        keys = target.execute(f'PRAGMA foreign_key_list("{table}")')
        column = next(row[3] for row in keys if row[0] == number)
        required = {row[1]: row[3] or row[5] for row in target.execute(f'PRAGMA table_info("{table}")')}[column]
        sql = f'DELETE FROM "{table}"' if required else f'UPDATE "{table}" SET "{column}" = NULL'  # noqa: S608 the same
        target.execute(f"{sql} WHERE rowid = ?", (rowid,))
    return len(broken)
