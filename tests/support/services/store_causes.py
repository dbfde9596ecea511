"""What can happen to a database: each cause is a context in which a server is looked at, `CAUSES[name](path)`.

Those in BEFORE are made before the server starts, those in UNDER while it runs. Some mount a file system and need root.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

Cause = Callable[[Path], contextlib.AbstractContextManager[None]]
PAGE = 4096  # bytes


def mount(*arguments: str) -> None:
    """Needs root; in a container, SYS_ADMIN."""
    subprocess.run(["mount", *arguments], check=True)


@contextmanager
def mounted(folder: Path, *arguments: str) -> Iterator[None]:
    """A file system over a folder, while inside."""
    mount(*arguments, str(folder))
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """The folder cannot be written while inside, not by root either."""
    with mounted(folder, "--bind", str(folder)):
        mount("-o", "remount,bind,ro", str(folder))
        yield


@contextmanager
def full(path: Path) -> Iterator[None]:
    """No block is left on the file system."""
    ballast = path.with_name("ballast")
    with ballast.open("wb") as file, contextlib.suppress(OSError):
        while True:
            os.write(file.fileno(), bytes(512))
    yield
    ballast.unlink()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program writes."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    yield
    other.close()


def done(change: Callable[[Path], object]) -> Cause:
    """A cause that does not pass by itself."""

    @contextmanager
    def cause(path: Path) -> Iterator[None]:
        change(path)
        yield

    return cause


def spoil_page(path: Path) -> None:
    connection = sqlite3.connect(path)
    table = {"agents.db": "agents", "tasks.db": "tasks"}[path.name]
    sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
    (page,) = connection.execute(sql, (table,)).fetchone()
    connection.close()
    content = bytearray(path.read_bytes())
    content[(page - 1) * PAGE : page * PAGE] = b"\xaa" * PAGE
    path.write_bytes(content)


def spoil_header(path: Path) -> None:
    path.write_bytes(bytes(100) + path.read_bytes()[100:])


def halve(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def remove_log(path: Path) -> None:
    path.with_name(f"{path.name}-wal").unlink()


def shorten_log(path: Path) -> None:
    halve(path.with_name(f"{path.name}-wal"))


def make_newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    if path.name == "agents.db":
        connection.executescript("PRAGMA user_version = 999; UPDATE schema_versions SET made_by = '99.0';")
    else:
        connection.executescript("ALTER TABLE tasks RENAME COLUMN title TO caption;")
    connection.close()


UNDER: dict[str, Cause] = {
    "disk full": full,
    "locked by another program": locked,
    "removed while a server runs": done(Path.unlink),
}
BEFORE: dict[str, Cause] = {
    "read-only folder": lambda path: read_only(path.parent),
    "a page damaged": done(spoil_page),
    "the header damaged": done(spoil_header),
    "cut in half": done(halve),
    "zero bytes": done(empty),
    "removed before a start": done(Path.unlink),
    "of a newer version": done(make_newer),
}
AFTER_KILL: dict[str, Cause] = {
    "`-wal` gone after a kill": done(remove_log),
    "`-wal` cut in half after a kill": done(shorten_log),
}
