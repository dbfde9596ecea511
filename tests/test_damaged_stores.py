"""A server whose databases are damaged, from outside: what its routes, its health and the command line say."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from jupyter_process import JupyterProcess, jupyter_process
from store_causes import empty, halve, read_only, spoil_header, spoil_page
from waiting import until_now

pytestmark = pytest.mark.slow


def post(server: JupyterProcess, path: str, **body: object) -> httpx.Response:
    return httpx.post(f"{server.url}areyouj/api/{path}", headers=server.headers, json=body, timeout=20, trust_env=False)


def command(folder: Path, *words: str) -> tuple[int, str]:
    """`areyouj` with this data folder: the exit code, and what it says."""
    arguments = [sys.executable, "-m", "areyouj_jupyter.cli", *words, "--data-dir", str(folder)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, timeout=120)
    return done.returncode, done.stdout + done.stderr


def filled(folder: Path) -> Path:
    """The data folder of a server that was stopped, with an agent and 40 tasks."""
    with jupyter_process(folder) as server:
        assert post(server, "agents", name="writer", spec="echo", project_path=str(server.root)).status_code == 201
        for number in range(40):
            assert post(server, "tasks", title=f"task {number}", details="x" * 400).status_code == 201
    return folder / "data"


def stores(server: JupyterProcess) -> list[tuple[str, str]]:
    """Each database by its name, with its status."""
    health = server.get("areyouj/api/health").json()
    return [(Path(store["path"]).name, store["status"]) for store in health["stores"]]


@pytest.mark.parametrize("spoil", [spoil_page, spoil_header, halve, empty])
def test_a_damaged_task_list_takes_down_the_tasks_only_and_comes_back(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    path = filled(tmp_path) / "tasks.db"
    sound = path.read_bytes()
    spoil(path)
    with jupyter_process(tmp_path) as server:
        refused = server.get("areyouj/api/tasks")
        assert (refused.status_code, str(path) in refused.json()["message"]) == (503, True)
        assert [agent["name"] for agent in server.get("areyouj/api/agents").json()] == ["writer"]
        assert stores(server) == [("agents.db", "ok"), ("tasks.db", "unusable")]
        code, told = command(path.parent, "doctor")
        assert (code, "areyouj repair" in told) == (1, True)
        path.with_name("mended.db").write_bytes(sound)
        path.with_name("mended.db").replace(path)
        until_now(lambda: server.get("areyouj/api/tasks").status_code == 200, "the tasks come back")
        assert server.get("areyouj/api/tasks").json()["total"] == 40
        assert stores(server) == [("agents.db", "ok"), ("tasks.db", "ok")]
    assert command(path.parent, "doctor")[0] == 0


@pytest.mark.parametrize(("spoil", "saved"), [(spoil_header, True), (halve, None), (empty, False)])
def test_repair_goes_on_with_what_can_be_read(
    tmp_path: Path, spoil: Callable[[Path], None], saved: bool | None
) -> None:
    """saved: None where the cut may have taken the agent."""
    data = filled(tmp_path)
    for name in ("agents.db", "tasks.db"):
        spoil(data / name)
    spoilt = (data / "agents.db").read_bytes()
    with jupyter_process(tmp_path, ready="api/status") as server:
        refused = server.get("areyouj/api/health")
        assert refused.status_code == 503
        assert "AreYouJ could not start: The database" in refused.json()["message"]
        assert "areyouj repair" in refused.json()["message"]
    assert command(data, "doctor")[0] == 1
    code, told = command(data, "repair")
    assert (code, told.count("was made anew; saved:")) == (0, 2), told
    assert command(data, "doctor")[0] == 0
    assert command(data, "repair") == (0, f"{data}/agents.db needs no repair.\n{data}/tasks.db needs no repair.\n")
    assert spoilt in [each.read_bytes() for each in data.glob("agents.db.damaged-*")]
    with jupyter_process(tmp_path) as server:
        names = [agent["name"] for agent in server.get("areyouj/api/agents").json()]
        tasks = [task["title"] for task in server.get("areyouj/api/tasks").json()["tasks"]]
        if saved is not None:
            assert (names, len(tasks)) == ((["writer"], 40) if saved else ([], 0))
        assert post(server, "agents", name="new", spec="echo", project_path=str(server.root)).status_code == 201
        assert post(server, "tasks", title="new").status_code == 201


def test_repair_waits_for_the_server_to_stop(tmp_path: Path) -> None:
    with jupyter_process(tmp_path) as server:
        code, told = command(server.data, "repair")
    assert (code, told) == (1, f"A Jupyter server runs the agents of {server.data}; stop it first.\n")


def test_a_read_only_data_folder_can_be_looked_at(tmp_path: Path) -> None:
    data = filled(tmp_path)
    with read_only(data), jupyter_process(tmp_path) as server:
        assert [agent["name"] for agent in server.get("areyouj/api/agents").json()] == ["writer"]
        assert server.get("areyouj/api/tasks").json()["total"] == 40
        assert server.get("areyouj/api/health").json()["status"] == "read-only"
        assert stores(server) == [("agents.db", "read-only"), ("tasks.db", "ok")]
        refused = post(server, "agents", name="new", spec="echo", project_path=str(server.root))
        assert refused.status_code == 503
        assert f"The data folder {data} is read-only" in refused.json()["message"]
        assert post(server, "tasks", title="new").status_code == 503
