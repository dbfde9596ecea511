"""kill -9 of a real Jupyter server while real Claude Code waits: the next server tells the same."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from claude_cli import claude_environment, find_claude
from fake_anthropic import FakeAnthropic
from jupyter_process import JupyterProcess
from test_adoption import messages, send, serving
from waiting import until_now

pytestmark = pytest.mark.slow


@contextmanager
def serving_claude(folder: Path) -> Iterator[tuple[JupyterProcess, httpx.Client]]:
    """A server that finds Claude Code."""
    with serving(folder, f"--AreYouJApp.commands=claude={find_claude()}") as served:
        yield served


def start(server: JupyterProcess, client: httpx.Client, model: FakeAnthropic, subscribed: bool) -> None:
    """The agent `ada`, which is ready."""
    environment = claude_environment(server.root.parent / "ada", model.url, server.root, subscribed)
    agent = {"name": "ada", "spec": "claude", "settings": {"environment": environment}}
    client.post("agents", json=agent).raise_for_status()
    client.post("sessions", json={"agent": "ada"}).raise_for_status()
    awaited(client, "idle")


def awaited(client: httpx.Client, state: str) -> dict[str, Any]:
    """Its status, once it is this one."""

    def status() -> dict[str, Any]:
        told: dict[str, Any] = client.get("sessions/ada/status").json()
        return told

    until_now(lambda: status()["state"] == state, f"ada is {state}", 30)
    return status()


def test_a_limit_that_ended_a_turn_still_holds_the_queue(tmp_path: Path) -> None:
    with FakeAnthropic() as model:
        with serving_claude(tmp_path) as (server, client):
            start(server, client, model, subscribed=True)
            send(client, "ada", "[[limit 7200]]")
            choice = awaited(client, "awaiting_input")["prompt"]
            client.post("sessions/ada/answer", json={"prompt_id": choice["id"], "choice": choice["choices"][0]["key"]})
            send(client, "ada", "and then")
            until = awaited(client, "rate_limited")["until"]
            os.kill(server.pid, signal.SIGKILL)
        with serving_claude(tmp_path) as (server, client):
            told = awaited(client, "rate_limited")
            assert (told["until"], told["blocked"]) == (until, "rate limit")
            session = client.get("sessions/ada").json()["id"]
            assert [state for _, state in messages(client, session)] == ["error", "pending"]
            assert model.prompts == ["[[limit 7200]]"]


def test_a_permission_that_was_asked_before_is_still_asked_and_is_answered(tmp_path: Path) -> None:
    with FakeAnthropic() as model:
        with serving_claude(tmp_path) as (server, client):
            start(server, client, model, subscribed=False)
            send(client, "ada", "[[bash touch proof.txt]] [[say Touched.]]")
            asked = awaited(client, "awaiting_input")["prompt"]
            os.kill(server.pid, signal.SIGKILL)
        with serving_claude(tmp_path) as (server, client):
            prompt = awaited(client, "awaiting_input")["prompt"]
            assert prompt["choices"] == asked["choices"]
            client.post("sessions/ada/answer", json={"prompt_id": prompt["id"], "choice": "1"}).raise_for_status()
            awaited(client, "idle")
            session = client.get("sessions/ada").json()["id"]
            until_now(lambda: [state for _, state in messages(client, session)] == ["completed"], "it is done")
            assert (server.root / "proof.txt").exists()
