"""Task lists as they are found in the wild, built by SQL; and how to look at their bytes without disturbing SQLite."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

from msgspec.structs import replace
from stores import START

from areyouj_jupyter.models import TaskModel
from areyouj_jupyter.server.tasks.task_store import TaskStore

AT = 1_756_164_663.0  # 2025-08-25 23:31:03 UTC
REAL = """
CREATE TABLE tasks (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, description TEXT,
  status TEXT NOT NULL DEFAULT 'pending', priority TEXT NOT NULL DEFAULT 'medium',
  notes TEXT, details TEXT DEFAULT '', parent_id TEXT,
  created_at DATETIME DEFAULT CURRENT_TIMESTAMP, updated_at DATETIME DEFAULT CURRENT_TIMESTAMP,
  FOREIGN KEY (parent_id) REFERENCES tasks(id));
CREATE TABLE task_dependencies (task_id TEXT NOT NULL, dependency_id TEXT NOT NULL,
  PRIMARY KEY (task_id, dependency_id));
"""
PUBLISHED = """
CREATE TABLE tasks (
  id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, description TEXT, status TEXT DEFAULT 'pending',
  priority TEXT DEFAULT 'medium', created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
  updated_at DATETIME DEFAULT CURRENT_TIMESTAMP);
"""


def write(path: Path, script: str) -> Path:
    """Run a script on the file, as an agent with `sqlite3` would."""
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.commit()
    connection.close()
    return path


def tasks(*rows: tuple[str, str | None]) -> str:
    """INSERTs for (id, parent) with the id as title."""
    return "".join(
        f"INSERT INTO tasks (id, title, description, parent_id, created_at, updated_at)"
        f" VALUES ('{task_id}', 'T{task_id}', '', {'NULL' if parent is None else repr(parent)},"
        " '2025-08-25 23:31:03', '2025-08-25 23:31:03');"
        for task_id, parent in rows
    )


def waits(*pairs: tuple[str, str]) -> str:
    """INSERTs for (task, dependency)."""
    return "".join(f"INSERT INTO task_dependencies VALUES ('{task}', '{other}');" for task, other in pairs)


def fingerprint(folder: Path) -> str:
    """Names and SHA-256 of all files, made in another process: closing a file here would drop SQLite's locks."""
    look = (
        "import hashlib, pathlib, sys\n"
        "for p in sorted(pathlib.Path(sys.argv[1]).iterdir()):\n"
        "    print(p.name, hashlib.sha256(p.read_bytes()).hexdigest(), p.stat().st_mtime_ns)\n"
    )
    done = subprocess.run([sys.executable, "-c", look, str(folder)], capture_output=True, text=True, check=True)
    return done.stdout


def task(task_id: str, **changes: object) -> TaskModel:
    """The model of a task that `tasks` writes, with these changes."""
    plain = TaskModel(
        id=task_id,
        title=f"T{task_id}",
        description="",
        status="pending",
        priority="medium",
        notes="",
        details="",
        parent_id=None,
        dependencies=[],
        agent=None,
        session_id=None,
        created_at=AT,
        updated_at=AT,
    )
    return replace(plain, **changes)


async def opened(path: Path, script: str | None = None) -> TaskStore:
    """The store of a list, which is made by the script if there is one."""
    if script is not None:
        write(path, script)
    return await TaskStore.open(path, clock=lambda: START)


async def ids(store: TaskStore) -> list[str]:
    """Of all tasks, in the order of the list."""
    return [each.id for each in (await store.tree()).tasks]
