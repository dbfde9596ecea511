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
    until_now(lambda: status(client)["state"] == state, f"ada is {state}", 30)
    return status(client)


def asked(client: httpx.Client) -> dict[str, Any]:
    """Its prompt, once it stands on the screen."""
    until_now(lambda: status(client)["prompt"], "ada asks", 30)
    prompt: dict[str, Any] = status(client)["prompt"]
    return prompt


def answer(client: httpx.Client, prompt: dict[str, Any]) -> None:
    """By the first choice."""
    choice = {"prompt_id": prompt["id"], "choice": prompt["choices"][0]["key"]}
    client.post("sessions/ada/answer", json=choice).raise_for_status()


def status(client: httpx.Client) -> dict[str, Any]:
    """What it does now."""
    told: dict[str, Any] = client.get("sessions/ada/status").json()
    return told


def test_a_limit_that_ended_a_turn_still_holds_the_queue(tmp_path: Path) -> None:
    with FakeAnthropic() as model:
        with serving_claude(tmp_path) as (server, client):
            start(server, client, model, subscribed=True)
            send(client, "ada", "[[limit 7200]]")
            answer(client, asked(client))  # to wait
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
            before = asked(client)
            os.kill(server.pid, signal.SIGKILL)
        with serving_claude(tmp_path) as (server, client):
            prompt = asked(client)
            assert prompt["choices"] == before["choices"]
            answer(client, prompt)  # yes
            awaited(client, "idle")
            session = client.get("sessions/ada").json()["id"]
            until_now(lambda: [state for _, state in messages(client, session)] == ["completed"], "it is done")
            assert (server.root / "proof.txt").exists()
