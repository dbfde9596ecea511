"""The doctor's look at the databases of a data folder. Nothing is changed, and a server may be running."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

from areyouj_jupyter.errors import AreYouJError, DatabaseBusy, DatabaseDamaged
from areyouj_jupyter.findings import Finding, Grade
from areyouj_jupyter.server.storage.database import HINT, check_agents_db, was_made
from areyouj_jupyter.server.storage.database_file import DatabaseFile
from areyouj_jupyter.server.storage.known_lists import known_lists
from areyouj_jupyter.server.tasks.task_store import TaskStore

SPACE = 1024 * 1024  # bytes; what a database needs for its next changes


async def store_findings(folder: Path) -> list[Finding]:
    """agents.db, and each task list that was opened from the data folder."""
    lists = await asyncio.to_thread(known_lists, folder) or [folder / "tasks.db"]
    found = [await _agents(folder / "agents.db"), *[await _tasks(path, folder) for path in lists]]
    return [*found, *await asyncio.to_thread(list, _space(folder))]


def _space(folder: Path) -> Iterator[Finding]:
    if folder.exists() and shutil.disk_usage(folder).free < SPACE:
        yield Finding(Grade.WRONG, f"The disk that holds {folder} is full, so nothing more can be stored.")


async def _agents(path: Path) -> Finding:
    if not await asyncio.to_thread(was_made, path):
        return Finding(Grade.OK, f"Agents: {path} (created at the first start)")
    try:
        await check_agents_db(path)
    except AreYouJError as error:
        return _fault(error, "Stop Jupyter, then restore a backup or run: areyouj repair")
    return Finding(Grade.OK, f"Agents: {path}, checked.")


async def _tasks(path: Path, folder: Path) -> Finding:
    known = path in await asyncio.to_thread(known_lists, folder)
    if not known and not await asyncio.to_thread(path.exists):
        return Finding(Grade.OK, f"Tasks: {path} (created at the first start)")
    try:
        await TaskStore(DatabaseFile(path)).check()
    except AreYouJError as error:
        ours = path.parent == folder or not await asyncio.to_thread(path.exists)
        how = "restore a backup or run: areyouj repair"
        foreign = "restore a backup; AreYouJ never changes a project's file by itself"
        return _fault(error, f"Everything except tasks works. To fix it, {how if ours else foreign}")
    return Finding(Grade.OK, f"Tasks: {path}, checked.")


def _fault(error: AreYouJError, how: str) -> Finding:
    """how: what to do if it is damaged or gone; the other errors say it themselves."""
    if isinstance(error, DatabaseBusy):
        return Finding(Grade.NOTE, error.message)
    text = error.message.replace(HINT, "")
    return Finding(Grade.WRONG, f"{text} {how}" if isinstance(error, DatabaseDamaged) or " is gone" in text else text)
