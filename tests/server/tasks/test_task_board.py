"""The board: tasks with their agents, and what is published about them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from msgspec.structs import replace
from stores import agents_db, new_instance
from tasklists import REAL, tasks, waits, write
from waiting import until

from areyouj_jupyter.errors import AgentStopped, DependencyCycle, MessageTooLarge, TaskInvalid, TaskNotFound
from areyouj_jupyter.models import (
    CreateTask,
    Event,
    InstanceModel,
    MessageModel,
    Model,
    Origin,
    Removed,
    SendMessage,
    TaskModel,
    UpdateTask,
)
from areyouj_jupyter.server.storage.agent_store import AgentStore
from areyouj_jupyter.server.storage.delivery_store import DeliveryStore
from areyouj_jupyter.server.storage.queue_store import QueueStore
from areyouj_jupyter.server.tasks.assignment_store import AssignmentStore
from areyouj_jupyter.server.tasks.task_board import TaskBoard
from areyouj_jupyter.server.tasks.task_store import TaskStore
from areyouj_jupyter.specs import Turn


@dataclass
class FakeSession:
    """A session that only queues."""

    executes = False

    instance: InstanceModel
    queues: QueueStore

    @property
    def agent_id(self) -> str:
        return self.instance.agent_id

    def model(self) -> FakeSession:
        return self

    async def send(self, request: SendMessage, origin: Origin = "queue", task_id: str | None = None) -> MessageModel:
        return (await self.queues.add(self.instance.id, request, origin, task_id))[0]


@dataclass
class Scene:
    """A board over real stores."""

    board: TaskBoard
    agents: AgentStore
    queues: QueueStore
    deliveries: DeliveryStore
    sessions: dict[str, FakeSession]
    published: list[Model] = field(default_factory=list)

    def publish(self, event: Event) -> None:
        assert event.type == "task-changed"
        self.published.append(event.data)

    def get_session(self, ref: str) -> FakeSession:
        if ref not in self.sessions:
            raise AgentStopped(f"The agent '{ref}' is not running.")
        return self.sessions[ref]

    async def start(self, name: str, instance_id: str) -> None:
        self.sessions[name] = FakeSession(await new_instance(self.agents, name, instance_id), self.queues)

    def news(self) -> list[Model]:
        news, self.published[:] = self.published[:], []
        return news


@asynccontextmanager
async def a_scene(folder: Path, script: str = "", period: float = 60.0) -> AsyncIterator[Scene]:
    """period: seconds; a minute means that nothing but our own acts is noticed."""
    path = write(folder / "tasks.db", REAL + script)
    async with agents_db(folder) as database:
        queues = QueueStore(database, message_limit=100)
        scene = Scene(None, AgentStore(database), queues, DeliveryStore(database), {})  # type: ignore[arg-type]
        store = await TaskStore.open(path, period, clock=lambda: 1000.0)
        scene.board = await TaskBoard.open(store, AssignmentStore(database), scene, scene)  # type: ignore[arg-type]
        try:
            yield scene
        finally:
            await scene.board.close()


async def found(board: TaskBoard, **filters: object) -> list[str]:
    return [task.id for task in (await board.list(**filters)).tasks]  # type: ignore[arg-type]


async def test_every_own_change_is_published_once_it_is_committed(tmp_path: Path) -> None:
    async with a_scene(tmp_path, tasks(("1", None))) as scene:
        assert scene.news() == []
        made = await scene.board.create(CreateTask(title="new", parent_id="1", dependencies=[]))
        assert (made.id, scene.news()) == ("1.1", [made])
        assert await scene.board.get("1.1") == made
        changed = await scene.board.update("1.1", UpdateTask(status="done"))
        assert scene.news() == [changed]
        await scene.board.update("1.1", UpdateTask(status="done"))
        assert scene.news() == []
        second = await scene.board.create(CreateTask(title="second"))
        waiting = await scene.board.depend("2", "1.1")
        assert (waiting.dependencies, scene.news()) == (["1.1"], [second, waiting])
        free = await scene.board.undepend("2", "1.1")
        assert scene.news() == [free]
        await scene.board.depend("2", "1.1")
        scene.news()
        await scene.board.delete("1")
        assert scene.news() == [Removed(id="1"), Removed(id="1.1"), free]


async def test_what_fails_publishes_nothing(tmp_path: Path) -> None:
    async with a_scene(tmp_path, tasks(("1", None))) as scene:
        with pytest.raises(TaskInvalid):
            await scene.board.create(CreateTask(title="x", parent_id="9"))
        with pytest.raises(DependencyCycle):
            await scene.board.depend("1", "1")
        with pytest.raises(TaskNotFound):
            await scene.board.delete("9")
        with pytest.raises(TaskNotFound):
            await scene.board.assign("9", "writer")
        with pytest.raises(AgentStopped):
            await scene.board.assign("1", "writer")
        assert scene.news() == []


async def test_what_others_write_is_published_by_task(tmp_path: Path) -> None:
    async with a_scene(tmp_path, tasks(("1", None), ("2", None), ("3", None)), period=0.005) as scene:
        before = {task.id: task for task in (await scene.board.list()).tasks}
        script = (
            f"UPDATE tasks SET status = 'done' WHERE id = '2'; DELETE FROM tasks WHERE id = '3'; {tasks(('4', None))}"
        )
        await asyncio.to_thread(write, tmp_path / "tasks.db", script)
        await until(lambda: len(scene.published) >= 3, "the changes")
        new = replace(before["1"], id="4", title="T4")
        assert scene.news() == [Removed(id="3"), replace(before["2"], status="done"), new]


async def test_own_changes_are_not_published_again_by_the_watch(tmp_path: Path) -> None:
    async with a_scene(tmp_path, tasks(("1", None)), period=0.005) as scene:
        made = await scene.board.create(CreateTask(title="mine"))
        await asyncio.to_thread(write, tmp_path / "tasks.db", "UPDATE tasks SET title = 'theirs' WHERE id = '1'")
        await until(lambda: len(scene.published) >= 2, "their change")
        assert [task.title for task in scene.news() if isinstance(task, TaskModel)] == [made.title, "theirs"]


async def test_tasks_are_filtered_and_paged(tmp_path: Path) -> None:
    script = tasks(("1", None), ("1.1", "1"), ("1.2", "1"), ("2", None), ("10", None)) + (
        "UPDATE tasks SET status = 'done', details = 'Straße' WHERE id = '1.2';"
        "UPDATE tasks SET priority = 'high' WHERE id IN ('1.1', '10');"
    )
    async with a_scene(tmp_path, script) as scene:
        await scene.start("Writer", "i1")
        await scene.board.assign("2", "Writer")
        board = scene.board
        assert await found(board) == ["1", "1.1", "1.2", "2", "10"]
        assert await found(board, status="done") == ["1.2"]
        assert await found(board, priority="high") == ["1.1", "10"]
        assert await found(board, parent="1") == ["1.1", "1.2"]
        assert await found(board, q="STRASSE") == ["1.2"]
        assert await found(board, agent="writer") == ["2"]
        assert await found(board, agent=scene.sessions["Writer"].agent_id) == ["2"]
        assert await found(board, agent="critic") == []
        page = await board.list(offset=1, limit=2)
        assert ([task.id for task in page.tasks], page.total) == (["1.1", "1.2"], 5)


async def test_the_board_tells_what_is_next_and_how_much_is_done(tmp_path: Path) -> None:
    async with a_scene(tmp_path, tasks(("1", None), ("2", None)) + waits(("1", "2"))) as scene:
        next_task = await scene.board.next()
        assert next_task is not None
        assert next_task.id == "2"
        assert (await scene.board.stats()).total == 2
        assert (await scene.board.export("csv")).count(b"\r\n") == 3


@pytest.mark.slow
async def test_the_list_is_exported_as_a_workbook(tmp_path: Path) -> None:
    async with a_scene(tmp_path, tasks(("1", None))) as scene:
        assert (await scene.board.export("xlsx")).startswith(b"PK")


async def test_an_assigned_task_is_queued_and_begins_with_its_message(tmp_path: Path) -> None:
    script = tasks(("1", None)) + "UPDATE tasks SET details = 'all of it', description = 'short';"
    async with a_scene(tmp_path, script) as scene:
        await scene.start("writer", "i1")
        assigned = await scene.board.assign("1", "writer")
        assert (assigned.agent, assigned.session_id, assigned.status) == ("writer", "i1", "pending")
        assert scene.news() == [assigned]
        (message,) = (await scene.queues.queue("i1")).messages
        assert (message.content, message.origin, message.task_id) == ("T1\n\nall of it", "task", "1")
        await scene.board.on_message(message)
        assert scene.news() == []
        await scene.deliveries.claim("i1", "d1", 1)
        working = await scene.deliveries.mark_processing(message.id, "d1")
        assert working is not None
        await scene.board.on_message(working)
        begun = replace(assigned, status="in-progress", updated_at=1000.0)
        assert scene.news() == [begun]
        await scene.board.on_message(working)
        finished = await scene.deliveries.finish(message.id, "d1", "completed", turn=Turn("done", None))
        assert finished is not None
        for each in finished:
            await scene.board.on_message(each)
        assert (await scene.board.get("1"), scene.news()) == (begun, [])


async def test_the_latest_assignment_counts_and_follows_its_message(tmp_path: Path) -> None:
    async with a_scene(tmp_path, tasks(("1", None)) + "UPDATE tasks SET description = 'short';") as scene:
        await scene.start("writer", "i1")
        await scene.start("critic", "i2")
        await scene.board.assign("1", "critic")
        await scene.board.assign("1", "writer")
        assert [message.content for message in (await scene.queues.queue("i1")).messages] == ["T1\n\nshort"]
        await scene.agents.record_exit("i1", "error")
        await scene.start("writer", "i3")
        task = await scene.board.get("1")
        assert (task.agent, task.session_id) == ("writer", "i3")
        await scene.agents.delete("writer")
        assert (await scene.board.get("1")).agent == "critic"


async def test_a_message_that_is_refused_leaves_no_assignment(tmp_path: Path) -> None:
    async with a_scene(tmp_path, tasks(("1", None)) + f"UPDATE tasks SET details = '{'x' * 200}';") as scene:
        await scene.start("writer", "i1")
        with pytest.raises(MessageTooLarge):
            await scene.board.assign("1", "writer")
        assert ((await scene.board.get("1")).agent, scene.news()) == (None, [])


async def test_an_id_that_comes_again_is_a_new_task(tmp_path: Path) -> None:
    async with a_scene(tmp_path, tasks(("1", None))) as scene:
        await scene.start("writer", "i1")
        await scene.board.assign("1", "writer")
        await scene.board.delete("1")
        assert (await scene.board.create(CreateTask(title="again"))).agent is None
        assert (await scene.board.get("1")).agent is None


async def test_a_list_that_vanished_does_not_break_the_board(tmp_path: Path) -> None:
    async with a_scene(tmp_path, tasks(("1", None)), period=0.005) as scene:
        await scene.start("writer", "i1")
        await scene.board.assign("1", "writer")
        (message,) = (await scene.queues.queue("i1")).messages
        path = tmp_path / "tasks.db"
        path.rename(tmp_path / "aside.db")
        await scene.board.on_message(replace(message, status="processing"))
        scene.news()
        await asyncio.to_thread(write, tmp_path / "aside.db", tasks(("2", None)))
        (tmp_path / "aside.db").rename(path)
        await until(lambda: scene.published, "it is back")
        assert [task.id for task in scene.news() if isinstance(task, TaskModel)] == ["2"]
