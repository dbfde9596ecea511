"""The keeper of a write-ahead log: short most of the time, and marked while it is not."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from pathlib import Path
from typing import Final

from areyouj_jupyter.errors import AreYouJError
from areyouj_jupyter.server.storage.database.connection import BUSY_TIMEOUT, Connection, Transaction, to_end
from areyouj_jupyter.server.storage.database.faults import translating
from areyouj_jupyter.server.storage.database.log_mark import LogMark, log_salts, log_size, read_mark, write_mark
from areyouj_jupyter.server.storage.sql import queries

logger = logging.getLogger(__name__)

PAUSE: Final = 1.0  # seconds without a change after which the log is moved into the main file
# Bytes of the log that are moved without waiting for that: some 200 messages, since whoever writes just then waits for
# it, and the 99th percentile is not to be one of them; 2026-11.
LONGEST: Final = 8 * 1024 * 1024
PATIENCE: Final = 0.1  # seconds that all others wait for a reader who is in the way; it is tried again


class LogKeeper:
    """Moves committed changes into the main file when nobody is writing; owned by the Database, which holds the lock in
    every call. All checkpoints are made here, by the one connection that writes."""

    def __init__(self, path: Path, connection: Connection, lock: asyncio.Lock, main: int, latest: int) -> None:
        """The generations that the main file and the log have."""
        self._path = path
        self._connection = connection
        self._lock = lock
        self._main = main
        self._latest = latest
        self._salts = ""
        self._rolled_back = False
        self._changed, self._long = asyncio.Event(), asyncio.Event()
        self._fault = ""
        self._task = asyncio.create_task(self._keep())

    async def begin(self, transaction: Transaction) -> int:
        """The first step of a transaction; returns its generation, a new one after each checkpoint."""
        if self._latest != self._main:
            return self._latest
        row = await transaction.row(queries("schema")["next_generation"])
        return int(row["generation"]) if row else self._main

    def end(self, generation: int | None) -> None:
        """The transaction is committed; None: rolled back."""
        if generation is None:
            self._rolled_back = True  # the log may hold bytes of an older one, so its size proves nothing
        else:
            self._latest = generation
        self._changed.set()
        if log_size(self._path) > LONGEST:
            self._long.set()

    @classmethod
    async def open(cls, path: Path, connection: Connection, lock: asyncio.Lock) -> LogKeeper | None:
        """None for a database that is too old to count its generations."""
        look = Transaction(connection)
        counts = await look.row(queries("schema")["has_generation"])
        row = await look.row(queries("schema")["generation"]) if counts and counts["tables"] else None
        if row is None:
            return None
        mark = await asyncio.to_thread(read_mark, path)
        found = mark is not None and mark.salts and mark.salts == await asyncio.to_thread(log_salts, path)
        return cls(path, connection, lock, mark.generation if mark and found else row["generation"], row["generation"])

    async def checkpoint(self) -> bool:
        """Move all into the main file; False: a reader is in the way."""
        async with self._lock:
            return await to_end(self._checkpoint())

    async def close(self) -> None:
        """Before the connection is."""
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task

    async def _keep(self) -> None:
        while True:
            await self._changed.wait()
            done = False
            try:
                while self._changed.is_set() and not self._long.is_set():
                    self._changed.clear()
                    await self._mark()
                    with contextlib.suppress(TimeoutError):
                        await asyncio.wait_for(self._long.wait(), PAUSE)
                self._long.clear()
                done, self._fault = await self.checkpoint(), ""
            except (AreYouJError, OSError) as error:
                if self._fault != str(error):
                    logger.warning("write-ahead log was not moved: %s", error)
                self._fault = str(error)
            if not done:
                await asyncio.sleep(PAUSE)
                self._changed.set()

    async def _mark(self) -> None:
        """Mark how much is committed in the log at this moment."""
        async with self._lock:
            size = 0 if self._rolled_back else log_size(self._path)
        if size:
            salts = await asyncio.to_thread(log_salts, self._path)
            if self._salts not in ("", salts):
                return  # another program moved it; that the file is longer than its new content proves nothing
            self._salts = salts
            await to_end(asyncio.to_thread(write_mark, self._path, LogMark(self._main, salts, size)))

    async def _checkpoint(self) -> bool:
        with translating(self._path):
            await self._connection.execute_fetchall(f"PRAGMA busy_timeout = {PATIENCE * 1000:.0f}")
            try:
                ((busy, *_),) = await self._connection.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                await self._connection.execute_fetchall(f"PRAGMA busy_timeout = {BUSY_TIMEOUT * 1000:.0f}")
        if busy:
            return False
        self._rolled_back, self._salts, self._main = False, "", self._latest
        mark = LogMark(self._main)
        if await asyncio.to_thread(read_mark, self._path) != mark:
            await asyncio.to_thread(write_mark, self._path, mark)
        return True
