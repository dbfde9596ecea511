"""The console command: sentences and exit codes, never a traceback."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from holder_process import held, marked, python, quoted, shell, state
from jupyter_process import JupyterProcess, jupyter_process
from local_http import LOCAL
from open_services import open_services
from waiting import until, until_now

from areyouj_jupyter import __version__, cli


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--version"])
    assert (ended.value.code, capsys.readouterr().out) == (0, f"areyouj {__version__}\n")


def test_without_a_command_the_usage_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([])
    assert ended.value.code == 2
    assert "usage: areyouj" in capsys.readouterr().err


@pytest.mark.slow
def test_the_doctor_says_that_all_is_here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = cli.main(["doctor", "--data-dir", str(tmp_path)])
    told = capsys.readouterr().out
    assert (code, told.splitlines()[-1]) == (0, "Everything AreYouJ needs is here."), told
    assert f"  ok    Data folder: {tmp_path}, on a local file system." in told
    assert "  ok    shell: " in told


def test_the_doctor_counts_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocking = tmp_path / "file"
    blocking.touch()
    code = cli.main(["doctor", "--data-dir", str(blocking / "areyouj")])
    told = capsys.readouterr().out
    assert (code, told.splitlines()[-1]) == (1, "Problems to fix: 1.")
    assert f"  wrong The data folder {blocking / 'areyouj'} is not writable" in told


def test_repair_makes_nothing_where_nothing_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["repair", "--data-dir", str(tmp_path)]) == 0
    assert capsys.readouterr().out == f"There is no {tmp_path}/agents.db yet.\nThere is no {tmp_path}/tasks.db yet.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_repair_makes_a_list_that_is_gone_and_a_database_that_was_emptied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async def fill() -> None:
        async with open_services(tmp_path):
            pass

    asyncio.run(fill())
    data = tmp_path / "data"
    (data / "tasks.db").unlink()
    (data / "agents.db").write_bytes(b"")
    assert cli.main(["repair", "--data-dir", str(data)]) == 0
    agents, tasks = capsys.readouterr().out.splitlines()
    assert agents.startswith(f"{data}/agents.db was rebuilt; saved: nothing. The damaged file is kept as agents.db.")
    assert tasks == f"{data}/tasks.db: created a new, empty list."
    assert cli.main(["repair", "--data-dir", str(data)]) == 0
    assert capsys.readouterr().out.count("needs no repair.") == 2


def test_windows_gets_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert cli.main(["doctor"]) == 1
    assert capsys.readouterr().err == "AreYouJ needs Linux or macOS. On Windows, run Jupyter inside WSL.\n"


@pytest.mark.slow
def test_the_command_is_installed_beside_this_python() -> None:
    command = Path(sys.executable).parent / "areyouj"
    ended = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)
    assert ended.stdout == f"areyouj {__version__}\n"


# Agents without a server

Run = Callable[..., tuple[int, str, str]]
WAITING = python("import time; time.sleep(600)")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command: its exit code, and what it told on both channels."""

    def main(*arguments: str | Path) -> tuple[int, str, str]:
        code = cli.main([str(each) for each in arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return main


@contextmanager
def sockets() -> Iterator[dict[str, str]]:
    """The variable that gives servers a folder for sockets which outlives them, as their agents do."""
    folder = tempfile.mkdtemp(prefix="areyouj-")
    try:
        yield {"XDG_RUNTIME_DIR": folder}
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def api(server: JupyterProcess) -> httpx.Client:
    """A client of our routes."""
    return httpx.Client(base_url=f"{server.url}areyouj/api/", headers=server.headers, timeout=20, **LOCAL)


def start(client: httpx.Client, name: str, spec: str) -> str:
    """An agent that is ready; gives its session's id."""
    client.post("agents", json={"name": name, "spec": spec}).raise_for_status()
    session = str(client.post("sessions", json={"agent": name}).json()["id"])
    until_now(lambda: client.get(f"sessions/{session}/status").json()["state"] == "idle", f"{name} is ready", 30)
    return session


@pytest.mark.slow
def test_agents_of_a_killed_server_are_listed_and_stopped_and_the_next_server_knows(tmp_path: Path, run: Run) -> None:
    with sockets() as environment:
        with jupyter_process(tmp_path, environment=environment) as server, api(server) as client:
            ids = {name: start(client, name, spec) for name, spec in (("writer", "echo"), ("prompt", "shell"))}
            client.put("sessions/writer/queue/paused", json={"paused": True}).raise_for_status()
            client.post("sessions/writer/messages", json={"content": "waits"}).raise_for_status()
            pids = {name: client.get(f"sessions/{name}").json()["pid"] for name in ids}
            os.kill(server.pid, signal.SIGKILL)
        try:
            folder = ("--data-dir", server.data)
            code, told, complaint = run("holders", *folder)
            assert (code, complaint) == (0, "")
            title, _, head, *rows = told.splitlines()
            assert title == f"Agents running from {server.data}:"
            assert head.split() == ["AGENT", "SPEC", "SESSION", "PID", "RUNS", "FOR", "MEMORY"]
            assert [row.split()[:4] for row in rows] == [
                ["writer", "echo", ids["writer"], str(pids["writer"])],
                ["prompt", "shell", ids["prompt"], str(pids["prompt"])],
            ]
            assert all(re.search(r"  (\d+ s|\d+ min) +[1-9]\d* MB$", row) for row in rows)
            assert run("stop", "Writer", *folder) == (
                0,
                f"writer ({ids['writer']}) has stopped, with everything it started.\n",
                "",
            )
            assert (marked(ids["writer"]), state(pids["prompt"]) != "") == ([], True)
            assert run("stop", ids["prompt"][:8], *folder)[0] == 0
            assert run("holders", *folder) == (0, f"No agents are running from {server.data}.\n", "")
            assert run("stop", "--all", *folder) == (0, f"No agents are running from {server.data}.\n", "")
        finally:
            run("stop", "--all", *folder)
        with jupyter_process(tmp_path, environment=environment) as server, api(server) as client:
            for name, session in ids.items():
                model = client.get(f"sessions/{session}").json()
                assert (model["agent"], model["status"]["state"]) == (name, "exited")
                assert model["status"]["reason"] == "stopped by `areyouj stop`"
                assert client.get(f"instances/{session}").json()["status"] == "terminated"
            (waiting,) = client.get("sessions/writer/queue").json()["messages"]
            assert (waiting["content"], waiting["status"]) == ("waits", "pending")
        assert marked(ids["writer"]) == []


@pytest.mark.slow
def test_a_server_that_runs_sees_the_stop_and_starts_nothing_again(tmp_path: Path, run: Run) -> None:
    with jupyter_process(tmp_path, "--AreYouJApp.restart_delay=0.01") as server, api(server) as client:
        session, other = start(client, "writer", "echo"), start(client, "critic", "echo")
        client.post("sessions/writer/messages", json={"content": "[[slow 60]]"}).raise_for_status()
        until_now(lambda: client.get("sessions/writer/status").json()["state"] == "busy", "busy")
        assert run("stop", "writer", "--data-dir", server.data)[0] == 0
        until_now(lambda: client.get("sessions/writer/status").json()["state"] == "exited", "the end")
        model = client.get(f"sessions/{session}").json()
        assert (model["status"]["reason"], model["pid"], model["metrics"]["restarts"], model["incarnation"]) == (
            "stopped by `areyouj stop`",
            None,
            0,
            1,
        )
        assert client.get(f"instances/{session}").json()["status"] == "terminated"
        (message,) = client.get(f"instances/{session}/messages").json()["messages"]
        assert message["status"] in ("error", "uncertain")
        assert marked(session) == []
        assert client.get(f"sessions/{other}/status").json()["state"] == "idle"
        assert client.post("sessions", json={"agent": "writer"}).status_code == 201


@pytest.mark.slow
async def test_without_the_database_the_names_are_missing_and_the_rest_works(tmp_path: Path, run: Run) -> None:
    async with held(*WAITING) as (holder, _, folder):
        (tmp_path / "run").symlink_to(folder)
        code, told, complaint = await asyncio.to_thread(run, "holders", "--data-dir", tmp_path)
        assert (code, told.splitlines()[-1].split()[:4]) == (
            0,
            ["?", "?", holder.meta.session_id, str(holder.meta.pid)],
        )
        assert complaint.startswith("Cannot read the agents' names: The database ")
        code, _, complaint = await asyncio.to_thread(run, "stop", "?", "--data-dir", tmp_path)
        assert (code, complaint) == (1, "No running agent is named '?'. `areyouj holders` lists them.\n")
        assert (await asyncio.to_thread(run, "stop", holder.meta.session_id, "--data-dir", tmp_path))[0] == 0
        assert marked(holder.meta.session_id) == []


@pytest.mark.slow
async def test_an_agent_is_ended_by_force_where_its_holder_does_not_answer(tmp_path: Path, run: Run) -> None:
    async with held(*shell(f"({quoted(WAITING)}) & setsid {quoted(WAITING)} & wait")) as (holder, _, folder):
        (tmp_path / "run").symlink_to(folder)
        session = holder.meta.session_id
        await until(lambda: len(marked(session)) >= 3, "the agent's family")
        os.kill(holder.meta.holder_pid, signal.SIGSTOP)
        await until(lambda: state(holder.meta.holder_pid) == "T")
        began = asyncio.get_running_loop().time()
        code, told, complaint = await asyncio.to_thread(run, "stop", "--all", "--data-dir", tmp_path)
        assert (code, told, complaint) == (0, f"? ({session}) has stopped, with everything it started.\n", "")
        assert asyncio.get_running_loop().time() - began < 10
        assert (marked(session), state(holder.meta.holder_pid)) == ([], "")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, run: Run) -> None:
    missing = tmp_path / "nowhere"
    for command in (("holders",), ("stop", "--all")):
        code, told, complaint = run(*command, "--data-dir", missing)
        assert (code, told) == (1, "")
        assert complaint == f"There is no data folder {missing}. Use --data-dir to name another.\n"


@pytest.mark.parametrize("arguments", [(), ("writer", "--all")])
def test_stop_wants_names_or_all(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["stop", *arguments])
    assert ended.value.code == 2
    assert "name the agents to stop, or use --all" in capsys.readouterr().err
