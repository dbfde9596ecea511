"""Real Claude Code in a real server, seen through its API: `with serving_claude(folder) as (server, client):`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from claude_cli import claude_environment, find_claude
from fake_anthropic import FakeAnthropic
from jupyter_process import JupyterProcess
from outlived_server import serving
from waiting import until_now


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
