"""kill -9 of a real Jupyter server and its holder: nothing of the queue is lost, nothing is sent twice by itself."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import httpx
import pytest
from jupyter_process import JupyterProcess, jupyter_process
from local_http import LOCAL
from waiting import until_now

pytestmark = pytest.mark.slow

WAITING = [f"message {number}" for number in range(20)]


def api(server: JupyterProcess) -> httpx.Client:
    return httpx.Client(base_url=server.url + "areyouj/api/", headers=server.headers, timeout=10, **LOCAL)


def test_after_kill_9_the_queue_is_whole_the_message_in_flight_uncertain_and_a_restart_delivers(tmp_path: Path) -> None:
    with jupyter_process(tmp_path) as server, api(server) as client:
        client.post("agents", json={"name": "writer", "spec": "echo"}).raise_for_status()
        session = client.post("sessions", json={"agent": "writer"}).json()["id"]
        until_now(lambda: client.get("sessions/writer/status").json()["state"] == "idle", "ready")
        client.post("sessions/writer/messages", json={"content": "[[slow 60]] in flight"}).raise_for_status()
        for text in WAITING:
            client.post("sessions/writer/messages", json={"content": text}).raise_for_status()
        until_now(lambda: client.get("sessions/writer/status").json()["state"] == "busy", "busy")
        agent_pid = client.get("sessions/writer").json()["pid"]
        (meta,) = (tmp_path / "data" / "run").glob("*/meta.json")
        os.kill(server.pid, signal.SIGKILL)
        os.kill(json.loads(meta.read_text())["holder_pid"], signal.SIGKILL)
        until_now(lambda: not Path(f"/proc/{agent_pid}").exists() or _zombie(agent_pid), "the agent's end")

    with jupyter_process(tmp_path) as server, api(server) as client:
        queue = client.get("sessions/writer/queue").json()["messages"]
        assert [(each["content"], each["status"]) for each in queue] == [
            ("[[slow 60]] in flight", "uncertain"),
            *((text, "pending") for text in WAITING),
        ]
        assert queue[0]["reason"]
        status = client.get("sessions/writer/status").json()
        assert (status["state"], status["blocked"]) == ("exited", "lost")
        restarted = client.post(f"sessions/{session}/restart")
        assert restarted.status_code == 200
        assert restarted.json()["incarnation"] == 2

        def delivered() -> bool:
            page = client.get(f"instances/{session}/messages", params={"limit": 100}).json()["messages"]
            done = [each["content"] for each in page if each["sender_type"] == "user" and each["status"] == "completed"]
            return done == WAITING

        until_now(delivered, "all twenty in order", deadline=60)


def _zombie(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except FileNotFoundError:
        return True
