"""`areyouj repair`: recovers what can be read of a damaged database; the damaged file is kept."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

from areyouj_jupyter.errors import DatabaseDamaged, DatabaseUnusable
from areyouj_jupyter.server.storage.database import Database, check_agents_db, move_aside, salvage, was_made
from areyouj_jupyter.server.storage.database_file import DatabaseFile
from areyouj_jupyter.server.storage.known_lists import known_lists
from areyouj_jupyter.server.storage.owner import is_owned
from areyouj_jupyter.server.tasks.task_store import TaskStore

NOUNS = {"agents": "agents", "agent_instances": "instances", "agent_messages": "messages", "tasks": "tasks"}
"""Table → the name of its rows for a person."""


async def repaired(folder: Path) -> AsyncIterator[str]:
    """One sentence for each database. Raises DatabaseUnusable if a server is running, or a file is not ours."""
    if await asyncio.to_thread(is_owned, folder):
        raise DatabaseUnusable(f"A Jupyter server is using {folder}. Stop it first.")
    yield await _agents(folder / "agents.db")
    for path in await asyncio.to_thread(known_lists, folder) or [folder / "tasks.db"]:
        yield await _tasks(path, folder)


async def _agents(path: Path) -> str:
    if not await asyncio.to_thread(was_made, path):
        return f"There is no {path} yet."
    try:
        await check_agents_db(path)
    except DatabaseDamaged:
        return await _begun_anew(path, lambda: _made(path))
    return f"{path} needs no repair."


async def _made(path: Path) -> None:
    await (await Database.open(path)).close()


async def _tasks(path: Path, folder: Path) -> str:
    store = TaskStore(DatabaseFile(path))
    if not await asyncio.to_thread(path.exists):
        if path not in await asyncio.to_thread(known_lists, folder):
            return f"There is no {path} yet."
        await store.make()
        return f"{path}: created a new, empty list."
    try:
        await store.check()
    except DatabaseDamaged:
        if path.parent != folder:
            return f"{path} is damaged. It belongs to a project, so it was left alone: restore a backup."
        return await _begun_anew(path, store.make)
    return f"{path} needs no repair."


async def _begun_anew(path: Path, make: Callable[[], Awaitable[None]]) -> str:
    aside = await asyncio.to_thread(move_aside, path)
    await make()
    counts = await asyncio.to_thread(salvage, aside, path) if aside else {}
    saved = ", ".join(f"{counts.get(table, 0)} {noun}" for table, noun in NOUNS.items() if table in counts)
    kept = f" The damaged file is kept as {aside.name}." if aside else ""
    return f"{path} was rebuilt; saved: {saved or 'nothing'}.{kept}"
