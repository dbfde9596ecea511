"""kill -9 of a real Jupyter server: agents live on, the next server takes them over, no byte or message is lost."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

import httpx
import pytest
from benchmarks.viewer import Viewer
from outlived_server import messages, send, serving, start
from waiting import until_now

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("AREYOUJ_KILLS", "5"))
TICKERS = 10
TICKS = "i=0; while :; do i=$((i+1)); echo tick $i.; sleep 0.02; done"


@pytest.mark.timeout(120 + 30 * KILLS)
def test_ten_sessions_keep_their_processes_and_no_tick_is_missing_or_repeated(tmp_path: Path) -> None:
    heard = {}
    pids = {}
    with serving(tmp_path) as (server, client):
        sessions = [start(client, f"ticker-{number}", "shell") for number in range(TICKERS)]
        for session in sessions:
            send(client, session, TICKS)
            heard[session] = b""
            pids[session] = client.get(f"sessions/{session}").json()["pid"]
            until_now(lambda session=session: listen(client, session, heard) > 200, "ticks")
        os.kill(server.pid, signal.SIGKILL)
    for round in range(KILLS):
        with serving(tmp_path) as (server, client):
            for session in sessions:
                model = client.get(f"sessions/{session}").json()
                assert (model["pid"], model["status"]["state"]) == (pids[session], "busy")
                more = len(heard[session]) + 500
                until_now(lambda session=session, more=more: listen(client, session, heard) > more, "more ticks")
            if round < KILLS - 1:
                os.kill(server.pid, signal.SIGKILL)
    for session in sessions:
        ticks = [int(number) for number in re.findall(rb"tick (\d+)\.\r\n", heard[session])]
        assert ticks == list(range(1, len(ticks) + 1))


def listen(client: httpx.Client, session: str, heard: dict[str, bytes]) -> int:
    """Read on where we stopped; gives all bytes heard."""
    answer = client.get(f"sessions/{session}/output", params={"offset": len(heard[session])})
    assert int(answer.headers["X-AreYouJ-Offset"]) == len(heard[session])
    heard[session] += answer.content
    return len(heard[session])


def test_a_terminal_is_painted_within_a_second_of_the_servers_first_sign_of_health(tmp_path: Path) -> None:
    with serving(tmp_path) as (server, client):
        sessions = [start(client, f"ticker-{number}", "shell") for number in range(TICKERS)]
        for session in sessions:
            send(client, session, TICKS)
        os.kill(server.pid, signal.SIGKILL)
    with serving(tmp_path) as (server, client):
        until_now(lambda: client.get("health").is_success, "health")
        viewer = Viewer(f"{server.url}areyouj/terminals/websocket/{sessions[-1]}", server.token, "")
        with viewer.socket:
            viewer.socket.settimeout(1)
            viewer.read_until(b"tick ")


def test_a_turn_that_ends_while_no_server_lives_is_recorded_and_the_queue_goes_on(tmp_path: Path) -> None:
    with serving(tmp_path) as (server, client):
        session = start(client, "writer", "echo")
        send(client, session, "[[slow 1]] in flight")
        for number in range(20):
            send(client, session, f"message {number}")
        until_now(lambda: client.get(f"sessions/{session}/status").json()["state"] == "busy", "busy")
        os.kill(server.pid, signal.SIGKILL)
    truth = tmp_path / "truth"
    with serving(tmp_path) as (server, client):
        done = [("[[slow 1]] in flight", "completed"), *((f"message {number}", "completed") for number in range(20))]
        until_now(lambda: messages(client, session) == done, "all in order", 60)
        assert not truth.exists()
        status = client.get(f"sessions/{session}").json()
        assert status["incarnation"] == 1


def test_a_prompt_that_was_open_is_open_again_and_can_be_answered(tmp_path: Path) -> None:
    with serving(tmp_path) as (server, client):
        session = start(client, "asker", "echo")
        send(client, session, "[[permission touch it]]")
        until_now(lambda: client.get(f"sessions/{session}/status").json()["prompt"], "the prompt")
        os.kill(server.pid, signal.SIGKILL)
    with serving(tmp_path) as (_, client):
        prompt = until_now(lambda: client.get(f"sessions/{session}/status").json()["prompt"], "the prompt again")
        answer = {"prompt_id": prompt["id"], "choice": "1"}
        client.post(f"sessions/{session}/answer", json=answer).raise_for_status()
        until_now(
            lambda: messages(client, session) == [("[[permission touch it]]", "completed")], "the end of the turn"
        )


def test_an_agent_that_ended_meanwhile_is_told_with_its_exit_code(tmp_path: Path) -> None:
    with serving(tmp_path) as (server, client):
        session = start(client, "doomed", "echo")
        send(client, session, "[[slow 0.5]] [[crash 7]]")
        until_now(lambda: client.get(f"sessions/{session}/status").json()["state"] == "busy", "busy")
        pid = client.get(f"sessions/{session}").json()["pid"]
        os.kill(server.pid, signal.SIGKILL)
    until_now(lambda: not Path(f"/proc/{pid}").exists(), "its end")
    with serving(tmp_path) as (_, client):
        status = client.get(f"sessions/{session}/status").json()
        assert (status["state"], status["reason"]) == (
            "exited",
            "The agent exited with code 7 while no server was running.",
        )
        assert client.get("agents/doomed").json()["session_id"] == session


@pytest.mark.parametrize("ends_meanwhile", [True, False])
def test_a_command_that_prints_more_than_is_kept_while_no_server_lives_has_the_rest_and_its_exit_code(
    tmp_path: Path, ends_meanwhile: bool
) -> None:
    go, printed, end = tmp_path / "go", tmp_path / "printed", tmp_path / "end"
    if ends_meanwhile:
        end.touch()
    command = (
        f"echo first; until [ -e {go} ]; do sleep 0.05; done; seq -w 400000; touch {printed}; "
        f"until [ -e {end} ]; do sleep 0.05; done; echo last; (exit 3)"
    )
    with serving(tmp_path) as (server, client):
        session = start(client, "writer", "shell")
        send(client, session, command)
        until_now(lambda: b"first" in client.get(f"sessions/{session}/output").content, "its output")
        until_now(lambda: messages(client, session)[0][1] == "processing", "its turn")
        os.kill(server.pid, signal.SIGKILL)
    go.touch()
    until_now(printed.exists, "all that it prints")
    with serving(tmp_path) as (_, client):
        until_now(lambda: client.get(f"sessions/{session}").is_success, "the session")
        assert ends_meanwhile or client.get(f"sessions/{session}/status").json()["state"] == "busy"
        end.touch()
        until_now(lambda: messages(client, session)[0][1] == "completed", "the end")
        reply = client.get(f"instances/{session}/messages", params={"limit": 1}).json()["messages"][0]
        assert reply["exit_code"] == 3
        mark, *lines = reply["content"].split("\n")
        assert re.fullmatch(r"\[… The first [\d,]+ bytes of this output are not kept: .*…\]", mark)
        assert lines[-1] == "last"
        assert lines[1:-1] == [f"{number:06}" for number in range(400_001 - len(lines[1:-1]), 400_001)]
        assert len(lines) > 100_000
