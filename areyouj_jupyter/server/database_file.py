"""Database files that other programs own too: short connections, and a watch on what others write."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from areyouj_jupyter.server.database import (
    Connection,
    Transaction,
    begun,
    connected,
    open_connection,
    statements,
    to_end,
    translating,
)
from areyouj_jupyter.server.private_file import make_file, make_folder, unmade
from areyouj_jupyter.server.sql import queries


class DatabaseFile:
    """A database file that other programs own too: short connections, made only where there is none."""

    def __init__(self, path: Path) -> None:
        """path: absolute."""
        self.path = path

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[Transaction]:
        """One consistent view; the file stays as it is to the byte."""
        # Only a journal that a killed writer left makes a reader write: it must be rolled back before anyone can read.
        mode = "rw" if await asyncio.to_thread(os.path.exists, f"{self.path}-journal") else "ro"
        async with connected(self.path, mode) as connection, begun(connection, "BEGIN") as transaction:
            yield transaction

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[Transaction]:
        """BEGIN IMMEDIATE … COMMIT on a connection of its own."""
        async with connected(self.path, "rw") as connection, begun(connection, "BEGIN IMMEDIATE") as transaction:
            yield transaction

    async def make(self, script: str) -> None:
        """A new file with this schema, where there is none or an empty one."""
        if not await asyncio.to_thread(self._touch):
            return
        async with self.writing() as transaction:
            tables = await transaction.row(queries("schema")["count_tables"])
            if tables is None or tables["tables"]:
                return
            for statement in statements(script):
                await transaction.rows(statement)

    def _touch(self) -> bool:
        """Whether the file is empty, made where there was none."""
        try:
            make_folder(self.path.parent)
            make_file(self.path)
            return self.path.stat().st_size == 0
        except OSError as error:
            raise unmade(self.path, error) from error


class FileWatch:
    """Notices what others write to a database file; owned by who asks it. A fresh connection could not see a change."""

    def __init__(self, path: Path) -> None:
        """path: absolute."""
        self.path = path
        self._kept: tuple[Connection, int] | None = None
        self._opened = 0

    async def mark(self) -> tuple[int, int]:
        """Equal to the one before as long as nobody wrote or replaced the file.

        Raises DatabaseUnusable (e.g. no file there), DatabaseBusy; never waits for a lock.
        """
        inode = await asyncio.to_thread(self._inode)
        with translating(self.path):
            if self._kept is None or self._kept[1] != inode:
                await self.close()
                self._kept = (await open_connection(self.path, "ro", timeout=0), inode)
                self._opened += 1
            rows = await self._kept[0].execute_fetchall("PRAGMA data_version")
        return self._opened, next(iter(rows))[0]

    async def close(self) -> None:
        """Let the file go; again is fine."""
        kept, self._kept = self._kept, None
        if kept is not None:
            await to_end(kept[0].close())

    def _inode(self) -> int:
        """0: no file there."""
        try:
            return self.path.stat().st_ino
        except OSError:
            return 0
