"""TaskBoard: the tasks with their agents; what changes, by us or by others, is published."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Mapping
from typing import Literal, Protocol

from msgspec.structs import replace

from areyouj_jupyter.errors import AreYouJError, DatabaseBusy, Unavailable, WouldExecute
from areyouj_jupyter.models import (
    CreateTask,
    Event,
    MessageModel,
    Model,
    Origin,
    Priority,
    Removed,
    SendMessage,
    SessionModel,
    TaskModel,
    TaskPage,
    TaskStats,
    TaskStatus,
    UpdateTask,
)
from areyouj_jupyter.server.storage.database import BUSY_TIMEOUT
from areyouj_jupyter.server.storage.names import name_key
from areyouj_jupyter.server.tasks.assignment_store import Assignment, AssignmentStore
from areyouj_jupyter.server.tasks.task_export import csv_bytes, xlsx_bytes
from areyouj_jupyter.server.tasks.task_store import TaskStore
from areyouj_jupyter.server.tasks.task_tree import TaskTree

logger = logging.getLogger(__name__)

PATIENCE = 0.5  # seconds that a reader waits for a writer before it gets the tasks as they were last known


class Recipient(Protocol):
    """What a board needs of a session."""

    @property
    def executes(self) -> bool:
        """Whether what it is sent is run as a command."""

    def model(self) -> SessionModel:
        """How it is."""

    async def send(self, request: SendMessage, origin: Origin = "queue", task_id: str | None = None) -> MessageModel:
        """Queue a message."""


class Recipients(Protocol):
    """What a board needs of the registry."""

    def get_session(self, ref: str) -> Recipient:
        """The session of that id or name."""


class Publisher(Protocol):
    """What a board needs of the event hub."""

    def publish(self, event: Event) -> None:
        """Publish an event."""


class TaskBoard:
    """Owned by the application, which closes it."""

    def __init__(self, tasks: TaskStore, assignments: AssignmentStore, registry: Recipients, events: Publisher) -> None:
        """For `open` only."""
        self._tasks = tasks
        self._assignments = assignments
        self._registry = registry
        self._events = events
        self.path = tasks.path
        self._database = str(tasks.path)
        self._known: Mapping[str, TaskModel] | None = None
        self._lock = asyncio.Lock()
        self._watching = asyncio.create_task(tasks.watch(self._refresh))

    @classmethod
    async def open(
        cls, tasks: TaskStore, assignments: AssignmentStore, registry: Recipients, events: Publisher
    ) -> TaskBoard:
        """A board that watches the task list until it is closed; the initial tasks are not events."""
        board = cls(tasks, assignments, registry, events)
        await board._tell()
        return board

    async def list(
        self,
        status: TaskStatus | None = None,
        priority: Priority | None = None,
        parent: str | None = None,
        q: str = "",
        agent: str | None = None,
        offset: int = 0,
        limit: int | None = None,
    ) -> TaskPage:
        """Tasks by id. parent: only its sub-tasks; q: only those whose text holds it; agent: a name or an id."""
        assigned = await self._assignments.latest(self._database)
        tree, notice = await self._look(assigned)
        found = [
            task
            for task in tree.tasks
            if status in (None, task.status)
            and priority in (None, task.priority)
            and parent in (None, task.parent_id)
            and _holds(task, q)
            and (agent is None or _given(assigned.get(task.id), agent))
        ]
        return TaskPage(tasks=found[offset:][:limit], total=len(found), notice=notice)

    async def get(self, task_id: str) -> TaskModel:
        """Raises TaskNotFound."""
        return (await self._tree()).task(task_id)

    async def create(self, request: CreateTask) -> TaskModel:
        """Raises TaskInvalid, TaskConflict, DependencyCycle."""
        task = await self._tasks.create(request)
        await self._tell()
        return task

    async def update(self, task_id: str, request: UpdateTask) -> TaskModel:
        """Raises TaskNotFound, TaskConflict."""
        return await self._told(await self._tasks.update(task_id, request))

    async def delete(self, task_id: str) -> None:
        """With its sub-tasks. Raises TaskNotFound."""
        await self._tasks.delete(task_id)
        await self._tell()

    async def depend(self, task_id: str, other: str) -> TaskModel:
        """Make a task wait for another. Raises TaskNotFound, DependencyCycle, TaskConflict."""
        return await self._told(await self._tasks.depend(task_id, other))

    async def undepend(self, task_id: str, other: str) -> TaskModel:
        """Make a task no longer wait for another. Raises TaskNotFound, TaskConflict."""
        return await self._told(await self._tasks.undepend(task_id, other))

    async def next(self) -> TaskModel | None:
        """The task to do next."""
        return (await self._tree()).next()

    async def stats(self) -> TaskStats:
        """How many tasks there are."""
        return (await self._tree()).stats()

    async def export(self, form: Literal["csv", "xlsx"]) -> bytes:
        """The whole list as a file."""
        tasks = (await self._tree()).tasks
        return await asyncio.to_thread(csv_bytes if form == "csv" else xlsx_bytes, tasks)

    async def assign(self, task_id: str, agent: str, execute: bool = False) -> TaskModel:
        """Queue the task's text for the agent's live session. execute: also where it is run as a command.

        Raises TaskNotFound, WouldExecute, and what `get_session` and `send` do.
        """
        task = (await self._tree()).task(task_id)
        session = self._registry.get_session(agent)
        if session.executes and not execute:
            name = session.model().agent
            raise WouldExecute(
                f"{name} would run the text of task {task_id} as a command. To allow that, set `execute`."
            )
        message = await session.send(SendMessage(content=_order(task)), origin="task", task_id=task_id)
        await self._assignments.add(self._database, task_id, session.model().agent_id, message.id)
        return await self._told(task)

    async def on_message(self, message: MessageModel) -> None:
        """A message changed: when the agent begins with a task's message, the pending task turns in-progress."""
        if message.task_id is None or message.sender_type != "user" or message.status != "processing":
            return
        try:
            begun = await self._tasks.begin(message.task_id)
        except AreYouJError as error:
            logger.warning("task did not turn in-progress", extra={"task": message.task_id, "reason": error.reason})
            return
        if begun:
            await self._tell()

    async def close(self) -> None:
        """Stop watching."""
        self._watching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._watching

    async def check(self) -> None:
        """Raises Unavailable where the list cannot be read."""
        await self._tasks.tree(PATIENCE)

    async def _tree(self) -> TaskTree:
        """The tasks as they are now, with their agents, or as they were last known."""
        return (await self._look(await self._assignments.latest(self._database)))[0]

    async def _look(self, assigned: Mapping[str, Assignment]) -> tuple[TaskTree, str]:
        """And why they may be old: a reader waits for a writer only where nothing is known yet."""
        try:
            return await self._now(assigned, BUSY_TIMEOUT if self._known is None else PATIENCE), ""
        except DatabaseBusy as error:
            if self._known is None:
                raise
            return TaskTree(self._known.values()), f"{error.message} This is the last known state."

    async def _now(self, assigned: Mapping[str, Assignment], timeout: float) -> TaskTree:
        """The tasks as they are now, with their agents."""
        tree = await self._tasks.tree(timeout)
        return TaskTree(_with_agent(task, assigned.get(task.id)) for task in tree.tasks)

    async def _told(self, task: TaskModel) -> TaskModel:
        """The task with its agent, after its change was published."""
        await self._tell()
        assigned = await self._assignments.latest(self._database)
        return _with_agent(task, assigned.get(task.id))

    async def _tell(self) -> None:
        """Publish what was committed. Where the list cannot be read now, the watch will do it."""
        try:
            await self._refresh()
        except Unavailable as error:
            logger.warning("task list was not readable", extra={"reason": error.reason})

    async def _refresh(self) -> None:
        """Publish every task that differs from what was known."""
        async with self._lock:
            assigned = await self._assignments.latest(self._database)
            now = {task.id: task for task in (await self._now(assigned, BUSY_TIMEOUT)).tasks}
            before = now if self._known is None else self._known
            gone = [task_id for task_id in before if task_id not in now]
            if gone:
                await self._assignments.forget(self._database, gone)
            self._known = now
        for task_id in gone:
            self._publish(Removed(id=task_id))
        for task_id, task in now.items():
            if before.get(task_id) != task:
                self._publish(task)

    def _publish(self, data: Model) -> None:
        self._events.publish(Event(type="task-changed", data=data))


def _with_agent(task: TaskModel, assignment: Assignment | None) -> TaskModel:
    if assignment is None:
        return task
    return replace(task, agent=assignment.agent, session_id=assignment.session_id)


def _holds(task: TaskModel, q: str) -> bool:
    texts = (task.id, task.title, task.description, task.notes, task.details)
    return any(q.casefold() in text.casefold() for text in texts)


def _given(assignment: Assignment | None, agent: str) -> bool:
    return assignment is not None and (assignment.agent_id == agent or name_key(assignment.agent) == name_key(agent))


def _order(task: TaskModel) -> str:
    """The text for the agent; the description replaces missing details."""
    return "\n\n".join(text for text in (task.title, task.details or task.description) if text.strip())
