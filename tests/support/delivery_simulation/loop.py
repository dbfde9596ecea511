"""A server's loop and its database driver: time passes only when nobody has anything to do, and threads are calls."""

from __future__ import annotations

import asyncio
import selectors
import sqlite3
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any, TypeVar

TICK = 1e-6  # seconds that a round takes
ROUNDS = 2000  # of a loop before its time goes on; a few hundred are plenty
WRITES = ("INSERT", "UPDATE", "DELETE")
Value = TypeVar("Value")


class Loop(asyncio.SelectorEventLoop):
    """A loop of its own for each server."""

    def __init__(self, now: float, pump: Callable[[], bool]) -> None:
        """pump: lets the world around go on; true if something happened."""
        self.now = self.goal = now
        self.rounds = 0
        """Since time last went on."""
        self.fuse: int | None = None
        """Rounds after which it stops, wherever its tasks are."""
        self.spins = False
        """Whether it went round and round without end."""
        self._pump = pump
        super().__init__(_Selector(self))

    def time(self) -> float:
        return self.now

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> asyncio.Future[Any]:  # type: ignore[override]
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future

    def run(self, seconds: float) -> None:
        """Let it work for so long, or until its fuse burns."""
        self.goal, self.rounds = self.now + seconds, 0
        while True:
            self.run_forever()
            if self.now >= self.goal or self.stuck:
                return

    @property
    def stuck(self) -> bool:
        """Whether its time will not go on."""
        return self.spins or (self.fuse is not None and self.fuse < 0)

    def done(self, work: Coroutine[Any, Any, Value], seconds: float) -> asyncio.Task[Value]:
        """Until it is done, but no longer."""
        task = self.create_task(work)
        task.add_done_callback(lambda _: self.stop())
        self.goal, self.rounds = self.now + seconds, 0
        while not task.done() and self.now < self.goal and not self.stuck:
            self.run_forever()
        return task

    def between(self, timeout: float | None) -> None:
        """Between two rounds."""
        self.rounds += 1
        self.now += TICK
        if self.fuse is not None:
            self.fuse -= 1
            if self.fuse < 0:
                self.stop()
                return
        if self.rounds > ROUNDS:
            self.spins = True
            self.stop()
        if self._pump() or timeout == 0:
            return
        self.rounds = 0
        if timeout is None or self.now + timeout > self.goal:
            self.now = max(self.now, self.goal)
            self.stop()
        else:
            self.now += timeout

    def end(self) -> None:
        """Its tasks are dropped; nothing that they still do has an effect."""
        self.fuse, self.spins = None, False
        for _ in range(5):
            for task in asyncio.all_tasks(self):
                task.cancel()
            self.run(1000)
        self.close()


class _Selector(selectors.SelectSelector):
    def __init__(self, loop: Loop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self._loop.between(timeout)
        return []


class Driver:
    """In the place of aiosqlite's connection: no thread, but a kill may come before and after each statement."""

    def __init__(self, path: Path) -> None:
        self.full = self.killed = False
        self._sqlite = sqlite3.connect(path, isolation_level=None)
        self._sqlite.row_factory = sqlite3.Row
        for pragma in ("journal_mode = WAL", "synchronous = OFF", "foreign_keys = ON"):  # no power is lost here
            self._sqlite.execute(f"PRAGMA {pragma}")

    async def execute_fetchall(self, sql: str, values: Mapping[str, Any] | None = None) -> list[sqlite3.Row]:
        writes = sql.lstrip().startswith(WRITES)
        return await self._step(lambda: self._sqlite.execute(sql, values or {}).fetchall(), writes)

    async def commit(self) -> None:
        await self._step(self._sqlite.commit, True)

    async def rollback(self) -> None:
        await self._step(self._sqlite.rollback, False)

    async def close(self) -> None:
        self.kill()

    async def _step(self, step: Callable[[], Value], writes: bool) -> Value:
        await asyncio.sleep(0)
        if self.killed:
            raise asyncio.CancelledError
        if writes and self.full:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error
        result = step()
        await asyncio.sleep(0)
        return result

    def kill(self) -> None:
        """What was not committed is lost."""
        self.killed = True
        self._sqlite.close()
