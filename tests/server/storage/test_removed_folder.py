"""A data folder that is removed while agents run: they are found again, listed and ended, and the server says so."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import httpx
import pytest
from holder_process import state
from jupyter_process import jupyter_process
from local_http import LOCAL
from waiting import until_now

pytestmark = pytest.mark.slow


def areyouj(data: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """The console command."""
    line = [sys.executable, "-m", "areyouj_jupyter.cli", *command, "--data-dir", str(data)]
    return subprocess.run(line, capture_output=True, text=True, timeout=60)


def test_its_agents_are_listed_and_ended_and_both_servers_tell_of_it(tmp_path: Path) -> None:
    sockets = Path(tempfile.mkdtemp(prefix="areyouj-"))
    try:
        tell(tmp_path, {"XDG_RUNTIME_DIR": str(sockets)})
    finally:
        areyouj(tmp_path / "data", "stop", "--all")
        shutil.rmtree(sockets)


def tell(folder: Path, environment: dict[str, str]) -> None:
    """The whole story. environment: of both servers."""
    with jupyter_process(folder, "--AreYouJApp.stop_agents_on_exit=False", environment=environment) as server:
        url = server.url + "areyouj/api/"
        with httpx.Client(base_url=url, headers=server.headers, timeout=20, **LOCAL) as client:
            session = client.post("sessions", json={"spec": "shell"}).json()
            until_now(lambda: client.get(f"sessions/{session['id']}").json()["status"]["state"] == "idle", "ready")
            shutil.rmtree(server.data)
            warning = client.get("health").json()["warnings"][0]
            assert warning.startswith(f"The data folder {server.data} was removed while this server was running")
            refused = client.post("agents", json={"name": "late", "spec": "shell"})
            failure = {"message": warning, "reason": "DatabaseUnusable"}
            assert (refused.status_code, refused.json()) == (503, failure)
            listed = areyouj(server.data, "holders")
            assert (listed.returncode, session["id"] in listed.stdout) == (0, True)
            assert "The data folder of 1 of these was removed" in listed.stderr
    assert state(session["pid"])
    with jupyter_process(folder, environment=environment) as server:
        warnings = server.get("areyouj/api/health").json()["warnings"]
        assert "Running agents whose data folder was removed: 1; `areyouj holders` lists" in warnings[0]
    assert state(session["pid"])
    ended = areyouj(server.data, "stop", session["id"][:8])
    assert (ended.returncode, "has stopped, with everything it started" in ended.stdout) == (0, True), ended
    until_now(lambda: not state(session["pid"]), "its end")
    assert areyouj(server.data, "holders").stdout.startswith("No agents are running")
