"""The SQL of the stores: named queries, one file per noun, and the numbered migrations of agents.db."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
MIGRATIONS = FOLDER / "migrations"
NAME = "-- name: "


@dataclass(frozen=True)
class Migration:
    """One step of a schema: what leads from `version - 1` to `version`."""

    version: int
    script: str


@cache
def queries(noun: str) -> Mapping[str, str]:
    """The queries of `<noun>.sql` by name; each begins with a line `-- name: <name>`."""
    parts = (part.partition("\n") for part in script(noun).split(NAME)[1:])
    return {name.strip(): sql.strip() for name, _, sql in parts}


@cache
def script(noun: str) -> str:
    """A whole file, e.g. the schema of a new database."""
    return (FOLDER / f"{noun}.sql").read_text(encoding="utf-8")


@cache
def migrations(folder: Path = MIGRATIONS) -> tuple[Migration, ...]:
    """The migrations in a folder, `0001_<what>.sql` first, without a gap."""
    files = sorted(folder.glob("[0-9]*_*.sql"))
    steps = tuple(Migration(int(file.name.partition("_")[0]), file.read_text(encoding="utf-8")) for file in files)
    assert [step.version for step in steps] == list(range(1, len(steps) + 1)), f"{folder} has a gap"  # noqa: S101 our own files
    return steps
