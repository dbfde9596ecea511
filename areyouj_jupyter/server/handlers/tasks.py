"""Handlers for tasks."""

from __future__ import annotations

from areyouj_jupyter.models import (
    AssignTask,
    CreateTask,
    ExportTasks,
    ListTasks,
    TaskModel,
    TaskPage,
    TaskStats,
    UpdateTask,
)
from areyouj_jupyter.server.contract import CSV, XLSX, Download
from areyouj_jupyter.server.house import House

MEDIA = {"csv": CSV, "xlsx": XLSX}


async def list_tasks(house: House, query: ListTasks) -> TaskPage:
    return await house.board.list(
        status=query.status or None,
        priority=query.priority or None,
        parent=query.parent or None,
        q=query.q,
        agent=query.agent or None,
        offset=query.offset,
        limit=query.limit or None,
    )


async def create_task(house: House, body: CreateTask) -> TaskModel:
    return await house.board.create(body)


async def read_next_task(house: House) -> TaskModel | None:
    return await house.board.next()


async def read_task_stats(house: House) -> TaskStats:
    return await house.board.stats()


async def export_tasks(house: House, query: ExportTasks) -> Download:
    return Download(await house.board.export(query.format), MEDIA[query.format], f"tasks.{query.format}")


async def read_task(house: House, task_id: str) -> TaskModel:
    return await house.board.get(task_id)


async def update_task(house: House, task_id: str, body: UpdateTask) -> TaskModel:
    return await house.board.update(task_id, body)


async def delete_task(house: House, task_id: str) -> None:
    await house.board.delete(task_id)


async def assign_task(house: House, task_id: str, body: AssignTask) -> TaskModel:
    return await house.board.assign(task_id, body.agent)


async def add_dependency(house: House, task_id: str, other: str) -> TaskModel:
    return await house.board.depend(task_id, other)


async def remove_dependency(house: House, task_id: str, other: str) -> TaskModel:
    return await house.board.undepend(task_id, other)
