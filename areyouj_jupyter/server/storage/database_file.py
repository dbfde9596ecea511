"""Database files that other programs own too: short connections, and a watch on what others write."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from areyouj_jupyter.errors import DatabaseDamaged, DatabaseUnusable
from areyouj_jupyter.server.storage.database import (
    BUSY_TIMEOUT,
    HINT,
    Connection,
    Transaction,
    begun,
    connected,
    open_connection,
    statements,
    to_end,
    translating,
)
from areyouj_jupyter.server.storage.private_file import make_file, make_folder, unmade


class DatabaseFile:
    """A database file that other programs own too: short connections, and created only if there is none."""

    def __init__(self, path: Path) -> None:
        """path: absolute."""
        self.path = path

    @asynccontextmanager
    async def reading(self, timeout: float = BUSY_TIMEOUT) -> AsyncGenerator[Transaction]:
        """One consistent view; the file stays as it is to the byte. timeout: seconds that a writer is waited for."""
        # Only a journal that a killed writer left makes a reader write: it must be rolled back before anyone can read.
        mode = "rw" if await asyncio.to_thread(self._has_journal) else "ro"
        async with connected(self.path, mode, timeout) as connection, begun(connection, "BEGIN") as transaction:
            yield transaction

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[Transaction]:
        """BEGIN IMMEDIATE … COMMIT on a connection of its own."""
        await asyncio.to_thread(self._has_journal)
        async with connected(self.path, "rw") as connection, begun(connection, "BEGIN IMMEDIATE") as transaction:
            yield transaction

    async def check(self) -> None:
        """Raises DatabaseDamaged where not all of it can be read."""
        async with self.reading() as transaction:
            row = await transaction.row("PRAGMA integrity_check(1)")
        if row is None or row[0] != "ok":
            fault = str(row[0] if row else "nothing in it").splitlines()[-1]
            raise DatabaseDamaged(f"The database {self.path} is damaged ({fault}).")

    async def make(self, script: str) -> None:
        """Create a file with this schema if there is none; it appears complete or not at all."""
        if await asyncio.to_thread(self.path.exists):
            return
        unfinished = self.path.with_name(f"{self.path.name}.{os.getpid()}.part")
        await asyncio.to_thread(self._begin, unfinished)
        try:
            async with connected(unfinished, "rw") as connection, begun(connection, "BEGIN IMMEDIATE") as transaction:
                for statement in statements(script):
                    await transaction.rows(statement)
            await asyncio.to_thread(self._put, unfinished)
        finally:
            await asyncio.to_thread(unfinished.unlink, missing_ok=True)

    def _has_journal(self) -> bool:
        """Whether a killed writer left one. Raises DatabaseUnusable for no file, DatabaseDamaged for an empty one."""
        journal = os.path.exists(f"{self.path}-journal")  # noqa: PTH110 the quicker form
        try:
            empty = os.stat(self.path).st_size == 0  # noqa: PTH116 the same
        except FileNotFoundError as error:
            raise DatabaseUnusable(f"The database {self.path} is gone{HINT}.") from error
        except OSError as error:
            raise DatabaseUnusable(f"The database {self.path} cannot be read: {error.strerror}.") from error
        if empty and not journal and not os.path.exists(f"{self.path}-wal"):  # noqa: PTH110 the same
            raise DatabaseDamaged(f"The database {self.path} is empty (0 bytes){HINT}.")
        return journal

    def _begin(self, unfinished: Path) -> None:
        try:
            make_folder(self.path.parent)
            unfinished.unlink(missing_ok=True)
            make_file(unfinished)
        except OSError as error:
            raise unmade(self.path, error) from error

    def _put(self, unfinished: Path) -> None:
        """In its place, unless another program was quicker."""
        try:
            self.path.hardlink_to(unfinished)
        except FileExistsError:
            pass
        except OSError:  # a file system without links
            unfinished.rename(self.path)


class FileWatch:
    """Notices what others write to a database file; owned by who asks it. A fresh connection could not see a change."""

    def __init__(self, path: Path) -> None:
        """path: absolute."""
        self.path = path
        self._kept: tuple[Connection, int] | None = None
        self._opened = 0

    async def mark(self) -> tuple[int, int]:
        """A fingerprint that stays equal as long as nobody writes or replaces the file.

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
