"""Tasks as a tasks.db has them, made into values: others write it too, so anything may be missing or odd."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from areyouj_jupyter.models import Priority, TaskModel, TaskStatus
from areyouj_jupyter.server.storage import timestamps
from areyouj_jupyter.server.storage.database import Row

STATUSES: Final[Mapping[str, TaskStatus]] = {
    "pending": "pending",
    "in-progress": "in-progress",
    "partial": "in-progress",  # AreYouJ before it was renamed
    "done": "done",
    "completed": "done",
}
"""Any other status is shown as pending: open, with nobody working on it."""
PRIORITIES: Final[Mapping[str, Priority]] = {"high": "high", "medium": "medium", "low": "low"}


def task_models(rows: Iterable[Row], dependencies: Iterable[Row]) -> list[TaskModel]:
    """The tasks, without agents. A parent that does not exist, or is below its own child, is left out."""
    found = {row["id"]: row for row in rows}
    parents = {task_id: row["parent_id"] for task_id, row in found.items() if row["parent_id"] in found}
    waits: dict[str, list[str]] = {}
    for dependency in dependencies:
        waits.setdefault(str(dependency["task_id"]), []).append(str(dependency["dependency_id"]))
    return [
        _model(row, None if _above_itself(task_id, parents) else parents.get(task_id), waits.get(task_id, []))
        for task_id, row in found.items()
    ]


def _above_itself(task_id: str, parents: Mapping[str, str]) -> bool:
    seen: set[str] = set()
    above = parents.get(task_id)
    while above is not None and above not in seen:
        if above == task_id:
            return True
        seen.add(above)
        above = parents.get(above)
    return False


def _model(row: Row, parent_id: str | None, dependencies: list[str]) -> TaskModel:
    return TaskModel(
        id=row["id"],
        title=_text(row["title"]),
        description=_text(row["description"]),
        status=STATUSES.get(_text(row["status"]).strip().lower().replace("_", "-"), "pending"),
        priority=PRIORITIES.get(_text(row["priority"]).strip().lower(), "medium"),
        notes=_text(row["notes"]),
        details=_text(row["details"]),
        parent_id=parent_id,
        dependencies=dependencies,
        agent=None,
        session_id=None,
        created_at=timestamps.seconds(row["created_at"]),
        updated_at=timestamps.seconds(row["updated_at"]),
    )


def _text(stored: object) -> str:
    if isinstance(stored, bytes):
        return stored.decode("utf-8", "replace")
    return "" if stored is None else str(stored)
