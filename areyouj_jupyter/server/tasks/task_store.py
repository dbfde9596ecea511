"""TaskStore: the tasks of one tasks.db, which may belong to an AreYouJ project and is written by others too."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from msgspec import UNSET
from msgspec.structs import asdict

from areyouj_jupyter.errors import DatabaseUnusable, DependencyCycle, TaskConflict, TaskInvalid, Unavailable
from areyouj_jupyter.models import CreateTask, TaskModel, UpdateTask
from areyouj_jupyter.server.storage.database import BUSY_TIMEOUT, ConstraintFailed, Row, Transaction
from areyouj_jupyter.server.storage.database_file import DatabaseFile, FileWatch
from areyouj_jupyter.server.storage.sql import queries, script
from areyouj_jupyter.server.tasks.task_rows import task_models
from areyouj_jupyter.server.tasks.task_tree import TaskTree

logger = logging.getLogger(__name__)

PERIOD: Final = 1.0  # seconds between two looks for what others wrote
PUBLISHED: Final = frozenset({"id", "title", "description", "status", "priority", "created_at", "updated_at"})
REAL: Final = PUBLISHED | {"notes", "details", "parent_id"}
DEPENDENCIES: Final = frozenset({"task_id", "dependency_id"})


class TaskStore:
    """Owned by the application. Nothing is kept open: every call is one short transaction, and each looks at the shape
    of the file anew, since others may replace it at any time. Models have no agent here.

    In the published shape (integer ids, seven columns) there are no sub-tasks, notes, details and dependencies: what
    needs them raises TaskConflict.
    """

    def __init__(self, file: DatabaseFile, period: float = PERIOD, clock: Callable[[], float] = time.time) -> None:
        """period: seconds between two checks of `watch`. The file may be missing or damaged: calls then raise."""
        self.path = file.path
        self._file = file
        self._period = period
        self._clock = clock

    @classmethod
    async def open(cls, path: Path, period: float = PERIOD, clock: Callable[[], float] = time.time) -> TaskStore:
        """The tasks in a file, given by its absolute path; created if there is none.

        Raises DatabaseUnusable for a file of any other shape, DatabaseDamaged for one that is empty.
        """
        store = cls(DatabaseFile(path), period, clock)
        await store.make()
        await store.tree()
        return store

    async def make(self) -> None:
        """A new list, where there is no file."""
        await self._file.make(script("tasks_new"))

    async def tree(self, timeout: float = BUSY_TIMEOUT) -> TaskTree:
        """All tasks as they are now. timeout: seconds that a writer is waited for; then DatabaseBusy."""
        async with self._file.reading(timeout) as transaction:
            return await self._tree(transaction, await self._shape(transaction))

    async def check(self) -> None:
        """A thorough look at the file. Raises DatabaseDamaged, DatabaseUnusable, DatabaseBusy."""
        await self._file.check()
        await self.tree()

    async def create(self, request: CreateTask) -> TaskModel:
        """Raises TaskInvalid (unknown parent or dependency), TaskConflict."""
        async with self._writing() as (transaction, sql):
            tree = await self._tree(transaction, sql)
            _refuse_foreign(sql, request.notes, request.details, request.parent_id, request.dependencies)
            for named in (request.parent_id, *request.dependencies):
                if named is not None and named not in {task.id for task in tree.tasks}:
                    raise TaskInvalid(f"There is no task '{named}'.")
            values = {**asdict(request), "id": tree.new_id(request.parent_id), "now": self._now()}
            del values["dependencies"]
            row = await transaction.row(sql["add"], values)
            assert row is not None  # noqa: S101 RETURNING returns the row
            for other in request.dependencies:
                await self._depend(transaction, sql, row["id"], other)
            return (await self._tree(transaction, sql)).task(row["id"])

    async def update(self, task_id: str, request: UpdateTask) -> TaskModel:
        """Raises TaskNotFound, TaskConflict."""
        async with self._writing() as (transaction, sql):
            (await self._tree(transaction, sql)).task(task_id)
            changes = {name: None if value is UNSET else value for name, value in asdict(request).items()}
            _refuse_foreign(sql, changes["notes"], changes["details"])
            await transaction.rows(sql["update"], {**changes, "id": task_id, "now": self._now()})
            return (await self._tree(transaction, sql)).task(task_id)

    async def begin(self, task_id: str) -> bool:
        """pending → in-progress; False if it is not there or not pending."""
        async with self._writing() as (transaction, sql):
            return await transaction.row(sql["begin"], {"id": task_id, "now": self._now()}) is not None

    async def delete(self, task_id: str) -> list[str]:
        """Delete the task, its sub-tasks and every dependency on them; returns the ids. Raises TaskNotFound."""
        async with self._writing() as (transaction, sql):
            tree = await self._tree(transaction, sql)
            gone = tree.family(tree.task(task_id).id)
            for each in gone:
                if "forget_dependencies" in sql:
                    await transaction.rows(sql["forget_dependencies"], {"id": each})
                await transaction.rows(sql["delete"], {"id": each})
            return gone

    async def depend(self, task_id: str, other: str) -> TaskModel:
        """The task waits for the other. Raises TaskNotFound, DependencyCycle, TaskConflict."""
        async with self._writing() as (transaction, sql):
            _refuse_foreign(sql, other)
            (await self._tree(transaction, sql)).task(other)
            await self._depend(transaction, sql, task_id, other)
            await self._touch(transaction, sql, task_id)
            return (await self._tree(transaction, sql)).task(task_id)

    async def undepend(self, task_id: str, other: str) -> TaskModel:
        """The task no longer waits for the other, which need not exist. Raises TaskNotFound, TaskConflict."""
        async with self._writing() as (transaction, sql):
            _refuse_foreign(sql, other)
            if other in (await self._tree(transaction, sql)).task(task_id).dependencies:
                await transaction.rows(sql["undepend"], {"id": task_id, "other": other})
                await self._touch(transaction, sql, task_id)
            return (await self._tree(transaction, sql)).task(task_id)

    async def watch(self, on_change: Callable[[], Awaitable[None]]) -> None:
        """Call back at once, and again whenever someone wrote the file (we too), until cancelled.

        A call that raises Unavailable is repeated after the period.
        """
        file_watch = FileWatch(self.path)
        seen: tuple[int, int] | None = None
        fault = ""
        try:
            while True:
                try:
                    mark = await file_watch.mark()
                    if mark != seen:
                        await on_change()
                    seen, fault = mark, ""
                except Unavailable as error:
                    if fault != error.message:
                        logger.warning("task list was not readable", extra={"reason": error.reason})
                    seen, fault = None, error.message
                await asyncio.sleep(self._period)
        finally:
            await file_watch.close()

    @asynccontextmanager
    async def _writing(self) -> AsyncGenerator[tuple[Transaction, Mapping[str, str]]]:
        try:
            async with self._file.writing() as transaction:
                yield transaction, await self._shape(transaction)
        except ConstraintFailed as error:
            raise TaskConflict(f"{self.path.name} rejected that: {error}.") from error

    async def _shape(self, transaction: Transaction) -> Mapping[str, str]:
        """The queries that fit the file."""
        columns = await transaction.rows(queries("tasks_shape")["columns"])
        names = {row["name"] for row in columns if row["shape_table"] == "tasks"}
        waits = {row["name"] for row in columns if row["shape_table"] == "task_dependencies"}
        kinds = [str(row["type"]).upper() for row in columns if row["shape_table"] == "tasks" and row["name"] == "id"]
        if names >= REAL and waits >= DEPENDENCIES and kinds == ["TEXT"]:
            return queries("tasks_real")
        if names >= PUBLISHED and "parent_id" not in names and kinds == ["INTEGER"]:
            return queries("tasks_published")
        raise DatabaseUnusable(f"{self.path} is not a task list that AreYouJ can read, so it was left alone.")

    async def _tree(self, transaction: Transaction, sql: Mapping[str, str]) -> TaskTree:
        waits: Sequence[Row] = await transaction.rows(sql["dependencies"]) if "dependencies" in sql else ()
        return TaskTree(task_models(await transaction.rows(sql["tasks"]), waits))

    async def _depend(self, transaction: Transaction, sql: Mapping[str, str], task_id: str, other: str) -> None:
        tree = await self._tree(transaction, sql)
        if tree.circle(tree.task(task_id).id, other):
            raise DependencyCycle(f"Task '{task_id}' cannot depend on task '{other}': each would wait for the other.")
        await transaction.rows(sql["depend"], {"id": task_id, "other": other})

    async def _touch(self, transaction: Transaction, sql: Mapping[str, str], task_id: str) -> None:
        unchanged = dict.fromkeys(("title", "description", "status", "priority", "notes", "details"))
        await transaction.rows(sql["update"], {**unchanged, "id": task_id, "now": self._now()})

    def _now(self) -> str:
        """As SQLite's CURRENT_TIMESTAMP, which the others use."""
        return datetime.fromtimestamp(self._clock(), UTC).strftime("%Y-%m-%d %H:%M:%S")


def _refuse_foreign(sql: Mapping[str, str], *values: object) -> None:
    """Raises TaskConflict where one of the values has no place in the shape."""
    if "dependencies" not in sql and any(values):
        raise TaskConflict("This task list does not support sub-tasks, notes, details or dependencies.")
