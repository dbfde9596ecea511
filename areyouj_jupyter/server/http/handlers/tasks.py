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
from areyouj_jupyter.server.http.contract import CSV, XLSX, Download
from areyouj_jupyter.server.services import Services

MEDIA = {"csv": CSV, "xlsx": XLSX}


async def list_tasks(services: Services, query: ListTasks) -> TaskPage:
    return await services.board.list(
        status=query.status or None,
        priority=query.priority or None,
        parent=query.parent or None,
        q=query.q,
        agent=query.agent or None,
        offset=query.offset,
        limit=query.limit or None,
    )


async def create_task(services: Services, body: CreateTask) -> TaskModel:
    return await services.board.create(body)


async def read_next_task(services: Services) -> TaskModel | None:
    return await services.board.next()


async def read_task_stats(services: Services) -> TaskStats:
    return await services.board.stats()


async def export_tasks(services: Services, query: ExportTasks) -> Download:
    return Download(await services.board.export(query.format), MEDIA[query.format], f"tasks.{query.format}")


async def read_task(services: Services, task_id: str) -> TaskModel:
    return await services.board.get(task_id)


async def update_task(services: Services, task_id: str, body: UpdateTask) -> TaskModel:
    return await services.board.update(task_id, body)


async def delete_task(services: Services, task_id: str) -> None:
    await services.board.delete(task_id)


async def assign_task(services: Services, task_id: str, body: AssignTask) -> TaskModel:
    return await services.board.assign(task_id, body.agent, body.execute)


async def add_dependency(services: Services, task_id: str, other: str) -> TaskModel:
    return await services.board.depend(task_id, other)


async def remove_dependency(services: Services, task_id: str, other: str) -> TaskModel:
    return await services.board.undepend(task_id, other)
