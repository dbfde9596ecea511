"""Databases that are damaged: what goes on without them, how they are repaired, and what a real server says."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from jupyter_process import JupyterProcess, jupyter_process
from killed_writer import killed
from local_http import LOCAL
from open_services import open_services
from store_causes import empty, halve, read_only, remove_log, spoil_header, spoil_page
from waiting import until_now

from areyouj_jupyter.errors import DatabaseDamaged, DatabaseUnusable
from areyouj_jupyter.findings import Grade
from areyouj_jupyter.models import CreateAgent, CreateTask
from areyouj_jupyter.repair import repaired
from areyouj_jupyter.server.http.handlers.meta import read_health
from areyouj_jupyter.server.services import Services
from areyouj_jupyter.store_findings import store_findings

pytestmark = pytest.mark.slow


def told(server: JupyterProcess) -> httpx.Response | None:
    """What its health route says, once it has started or failed to."""
    answer = server.get("areyouj/api/health")
    return None if "still starting" in answer.text else answer


async def filled(folder: Path) -> Path:
    """The data folder of a server that was stopped, with 40 agents and 40 tasks."""
    async with open_services(folder) as services:
        for number in range(40):
            request = CreateAgent(name=f"a{number}", spec="echo", project_path="/project", description="x" * 900)
            await services.agents.create(request)
            await services.board.create(CreateTask(title=f"t{number}", details="x" * 900))
    return folder / "data"


async def names(services: Services) -> tuple[list[str], list[str]]:
    """Of all agents and tasks."""
    tasks = (await services.board.list()).tasks
    return [agent.name for agent in await services.agents.agents()], [task.title for task in tasks]


async def stores(services: Services) -> list[tuple[str, str]]:
    """Each database by its name, with its status."""
    return [(Path(store.path).name, store.status) for store in (await read_health(services)).stores]


async def is_well(folder: Path) -> bool:
    """Whether the doctor finds nothing wrong."""
    return all(finding.grade is Grade.OK for finding in await store_findings(folder))


@pytest.mark.parametrize("spoil", [spoil_page, spoil_header, halve, empty])
async def test_a_damaged_task_list_takes_down_the_tasks_only_and_comes_back(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    path = await filled(tmp_path) / "tasks.db"
    sound = path.read_bytes()
    spoil(path)
    assert not await is_well(path.parent)
    async with open_services(tmp_path) as services:
        with pytest.raises(DatabaseDamaged, match=r"tasks\.db"):
            await services.board.list()
        assert len(await services.agents.agents()) == 40
        assert await stores(services) == [("agents.db", "ok"), ("tasks.db", "unusable")]
        path.with_name("mended.db").write_bytes(sound)
        path.with_name("mended.db").replace(path)
        assert len((await names(services))[1]) == 40
        assert await stores(services) == [("agents.db", "ok"), ("tasks.db", "ok")]
    assert await is_well(path.parent)


@pytest.mark.parametrize(
    ("spoil", "least", "most"), [(spoil_header, 40, 40), (spoil_page, 0, 39), (halve, 0, 40), (empty, 0, 0)]
)
async def test_repair_goes_on_with_what_can_be_read(
    tmp_path: Path, spoil: Callable[[Path], None], least: int, most: int
) -> None:
    data = await filled(tmp_path)
    for name in ("agents.db", "tasks.db"):
        spoil(data / name)
    spoilt = (data / "agents.db").read_bytes()
    told = [sentence async for sentence in repaired(data)]
    assert ["was rebuilt; saved: " in sentence for sentence in told] == [True, True]
    assert await is_well(data)
    assert [sentence async for sentence in repaired(data)] == [
        f"{data}/{name} needs no repair." for name in ("agents.db", "tasks.db")
    ]
    assert spoilt in [each.read_bytes() for each in await asyncio.to_thread(list, data.glob("agents.db.damaged-*"))]
    async with open_services(tmp_path) as services:
        agents, tasks = await names(services)
        assert (least <= len(agents) <= most, least <= len(tasks) <= most) == (True, True), (agents, tasks)
        await services.agents.create(CreateAgent(name="new", spec="echo", project_path="/project"))
        await services.board.create(CreateTask(title="new"))


async def test_repair_goes_on_without_a_lost_log(tmp_path: Path) -> None:
    path = await asyncio.to_thread(killed, tmp_path / "data", 3)
    remove_log(path)
    agents, _ = [sentence async for sentence in repaired(path.parent)]
    assert agents.startswith(f"{path} was rebuilt; saved: ")
    async with open_services(tmp_path) as services:
        assert (await names(services))[0] == []


async def test_a_list_that_belongs_to_a_project_is_reported_and_never_touched(tmp_path: Path) -> None:
    path = tmp_path / "docs" / "tasks.db"
    async with open_services(tmp_path, tasks_path=path) as services:
        await services.board.create(CreateTask(title="first"))
    spoil_page(path)
    before = path.read_bytes()
    told = [sentence async for sentence in repaired(tmp_path / "data")]
    what = "is damaged. It belongs to a project, so it was left alone: restore a backup."
    assert told == [f"{tmp_path}/data/agents.db needs no repair.", f"{path} {what}"]
    assert path.read_bytes() == before


async def test_repair_waits_for_the_server_to_stop(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        with pytest.raises(DatabaseUnusable, match=r"A Jupyter server is using .*\. Stop it first"):
            [sentence async for sentence in repaired(Path(services.data_dir))]


async def test_what_a_killed_server_left_can_be_looked_at_where_nothing_can_be_written(tmp_path: Path) -> None:
    path = await asyncio.to_thread(killed, tmp_path / "data", 3)
    path.with_name("agents.db-shm").unlink()  # as in a copy of the two files that matter
    with read_only(path.parent):
        async with open_services(tmp_path) as services:
            assert [agent.name for agent in await services.agents.agents()] == ["agent0", "agent1", "agent2"]
            assert await stores(services) == [("agents.db", "read-only"), ("tasks.db", "unusable")]


async def test_a_log_that_is_deleted_under_a_server_is_told_and_its_changes_are_saved(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        await services.agents.create(CreateAgent(name="first", spec="echo", project_path="/project"))
        remove_log(services.database.path)
        with pytest.raises(DatabaseUnusable, match=r"agents\.db-wal was moved or deleted while in use"):
            await services.agents.agents()
        with pytest.raises(DatabaseUnusable, match=r"agents\.db-wal was moved or deleted while in use"):
            await services.agents.create(CreateAgent(name="second", spec="echo", project_path="/project"))
    async with open_services(tmp_path) as services:
        assert (await names(services))[0] == ["first"]


def post(server: JupyterProcess, path: str, **body: object) -> httpx.Response:
    return httpx.post(f"{server.url}areyouj/api/{path}", headers=server.headers, json=body, timeout=60, **LOCAL)


def doctor(folder: Path) -> tuple[int, str]:
    """The exit code of `areyouj doctor`, and what it says."""
    arguments = [sys.executable, "-m", "areyouj_jupyter.cli", "doctor", "--data-dir", str(folder)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def test_a_server_says_what_is_the_matter_and_how_to_go_on(tmp_path: Path) -> None:
    asyncio.run(filled(tmp_path))
    data = tmp_path / "data"
    spoil_page(data / "tasks.db")
    with read_only(data), jupyter_process(tmp_path) as server:
        assert len(server.get("areyouj/api/agents").json()) == 40
        assert server.get("areyouj/api/tasks").status_code == 503
        health = server.get("areyouj/api/health").json()
        assert (health["status"], [store["status"] for store in health["stores"]]) == (
            "read-only",
            ["read-only", "unusable"],
        )
        refused = post(server, "agents", name="new", spec="echo", project_path=str(server.root))
        assert (refused.status_code, f"The data folder {data} is read-only" in refused.json()["message"]) == (503, True)
    halve(data / "agents.db")
    with jupyter_process(tmp_path, ready="api/status") as server:
        refused = until_now(lambda: told(server), "the end of its start")
        assert refused.status_code == 503
        assert "AreYouJ could not start: The database" in refused.json()["message"]
        assert "run `areyouj repair`" in refused.json()["message"]
    code, found = doctor(data)
    assert (code, found.count("run: areyouj repair")) == (1, 2)
