"""docs/admins/stores.md: every cell of its table is what happens, to the letter."""

from __future__ import annotations

import asyncio
import functools
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from documents import document, rows, section
from killed_writer import killed
from open_services import open_services
from store_causes import AFTER_KILL, BEFORE, UNDER, mounted
from tasklists import REAL

from areyouj_jupyter.doctor import data_folder
from areyouj_jupyter.errors import AreYouJError
from areyouj_jupyter.findings import Grade
from areyouj_jupyter.models import CreateAgent, CreateTask
from areyouj_jupyter.server.http.contract import status_of
from areyouj_jupyter.server.services import Services
from areyouj_jupyter.store_findings import store_findings

pytestmark = pytest.mark.slow
COLUMNS = ("reading", "changing", "kept", "doctor")
TABLE = rows(section(document("docs/admins/stores.md"), "## What can happen"))


@dataclass(frozen=True)
class Observed:
    """The cells of one row."""

    reading: str
    changing: str
    kept: str
    doctor: str


def test_the_table_has_every_cause_for_both_databases() -> None:
    causes = [*UNDER, *BEFORE, *AFTER_KILL]
    assert sorted(row[:2] for row in TABLE) == sorted(
        (cause, f"`{db}.db`") for cause in causes for db in ("agents", "tasks")
    )


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row[0]}-{row[1]}")
def test_a_cell_says_what_happens(row: tuple[str, ...], column: str) -> None:
    cells = dict(zip(COLUMNS, row[2:], strict=True))
    assert cells[column] == getattr(observed(row[0], row[1].strip("`")), column)


@functools.cache
def observed(cause: str, name: str) -> Observed:
    """The row as it is. Each is looked at once."""
    with tempfile.TemporaryDirectory(prefix="areyouj-") as folder:
        row = asyncio.run(_under(Path(folder), cause, name) if cause in UNDER else _before(Path(folder), cause, name))
        plain = {each: _plain(getattr(row, each), folder) for each in COLUMNS}
        if plain["changing"] == plain["reading"] != "as always":
            plain["changing"] = "the same"
    return Observed(**plain)


async def _under(folder: Path, cause: str, name: str) -> Observed:
    """While the server runs; then the cause is gone, and the server goes on or is started again."""
    (folder / "data").mkdir()
    path = folder / "data" / name
    with mounted(folder / "data", "-t", "tmpfs", "-o", "size=4m", "tmpfs"):
        async with open_services(folder) as services:
            await _fill(services)
            with UNDER[cause](path):
                reading, changing = await _look(services, name, cause), await _change(services, name)
                doctor = await _doctor(path)
            if path.exists():
                assert await _change(services, name) == "as always"
                kept = "all, and what comes after" if await _names(services, name) == ["first", "new"] else "not all"
            else:
                kept = "nothing is made in its place"
    return Observed(reading, changing, kept, doctor)


async def _before(folder: Path, cause: str, name: str) -> Observed:
    """At a start."""
    path = folder / "data" / name
    if cause in AFTER_KILL:
        await asyncio.to_thread(_kill, path)
    else:
        async with open_services(folder) as services:
            await _fill(services)
    with {**BEFORE, **AFTER_KILL}[cause](path):
        before = await asyncio.to_thread(_bytes, path)
        try:
            async with open_services(folder) as services:
                reading = await _look(services, name, cause)
                kept = await asyncio.to_thread(_kept, path, before)
                changing = await _change(services, name)
        except AreYouJError as error:
            reading = changing = _told(error, "AreYouJ could not start: ")
            kept = await asyncio.to_thread(_kept, path, before)
        doctor = await _doctor(path)
    return Observed(reading, changing, kept, doctor)


async def _fill(services: Services) -> None:
    await services.agents.create(CreateAgent(name="first", spec="echo", project_path="/project"))
    await services.board.create(CreateTask(title="first"))


KILLED = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.executescript("PRAGMA journal_mode = wal;" + sys.argv[2])
connection.execute("INSERT INTO tasks (id, title) VALUES ('1', 'first')")
connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
connection.execute("INSERT INTO tasks (id, title) VALUES ('2', 'lost')")
os.kill(os.getpid(), 9)
"""


def _kill(path: Path) -> None:
    """The database as somebody leaves it who was killed before the log was moved into the main file."""
    if path.name == "agents.db":
        killed(path.parent)
    else:
        path.parent.mkdir()
        subprocess.run([sys.executable, "-c", KILLED, str(path), REAL], check=False)


async def _names(services: Services, name: str) -> list[str]:
    if name == "agents.db":
        return [agent.name for agent in await services.agents.agents()]
    return [task.title for task in (await services.board.list()).tasks]


async def _look(services: Services, name: str, cause: str) -> str:
    """What whoever reads is told."""
    try:
        if await _names(services, name) != ["first"]:
            return "something else"
        if cause in AFTER_KILL:
            return "without the changes in the log"
        notice = (await services.board.list()).notice if name == "tasks.db" else ""
    except AreYouJError as error:
        return _told(error)
    return f"as last known: “{notice}”" if notice else "as always"


async def _change(services: Services, name: str) -> str:
    """What whoever writes is told."""
    try:
        if name == "agents.db":
            await services.owner.require()
            await services.agents.create(CreateAgent(name="new", spec="echo", project_path="/project"))
        else:
            await services.board.create(CreateTask(title="new"))
    except AreYouJError as error:
        return _told(error)
    return "as always"


def _told(error: AreYouJError, before: str = "") -> str:
    return f"{status_of(type(error))}: “{before}{error.message}”"


async def _doctor(path: Path) -> str:
    found = [data_folder(path.parent, None), *await store_findings(path.parent)]
    return str(int(any(finding.grade is Grade.WRONG for finding in found)))


def _bytes(path: Path) -> dict[str, bytes]:
    parts = (path, path.with_name(f"{path.name}-wal"))
    return {part.name: part.read_bytes() for part in parts if part.exists() and part.stat().st_size}


def _kept(path: Path, before: dict[str, bytes]) -> str:
    if _bytes(path) != before:
        return "something else"
    copies = [each for each in path.parent.glob(f"{path.name}.damaged-*") if not each.name.endswith("-wal")]
    if copies:
        same = list(_bytes(copies[0]).values()) == list(before.values())
        return "the file as it is, and a copy" if same else "a wrong copy"
    return "the file as it is" if path.exists() else "nothing is made in its place"


def _plain(cell: str, folder: str) -> str:
    """Without what differs from one machine and one day to the next."""
    cell = cell.replace(f"{folder}/data", "DIR")
    return re.sub(r"\d{8}-\d{6}", "DATE", cell)
