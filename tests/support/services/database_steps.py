"""Migrations for tests: a table, and a column of it."""

from __future__ import annotations

from pathlib import Path

VERSIONS = (
    "CREATE TABLE schema_versions (version INTEGER PRIMARY KEY, made_by TEXT NOT NULL, applied_at TEXT NOT NULL);"
)
FIRST = f"PRAGMA application_id = 1097423178;\n{VERSIONS}\nCREATE TABLE thing (name TEXT NOT NULL UNIQUE);"
SECOND = "ALTER TABLE thing ADD COLUMN size INTEGER NOT NULL DEFAULT 7;"


def steps(folder: Path, *scripts: str) -> Path:
    """A folder of migrations."""
    folder.mkdir()
    for number, script in enumerate(scripts, 1):
        (folder / f"{number:04}_step.sql").write_text(script)
    return folder
