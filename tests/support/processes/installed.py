"""The package as its wheel installs it, for servers of tests (fixture `installed`), and what such a server is told."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from jupyter_process import JupyterProcess, jupyter_process
from local_http import LOCAL
from repository import ROOT
from waiting import until_now

UNCOMPILED = {"PIP_COMPILE": "0"}
"""Variables with which pip leaves it to Python to compile what is imported: a third less to do."""


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Variables with which a server finds the package as its wheel installs it, not the source tree."""
    prefix = tmp_path_factory.mktemp("prefix")
    return unpacked(built(prefix / "dist"), prefix)


def unpacked(wheel: Path, prefix: Path) -> dict[str, str]:
    """Install a wheel below `prefix`; variables with which a server finds it there."""
    pip = (sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--ignore-installed")
    subprocess.run((*pip, "--prefix", str(prefix), str(wheel)), check=True, capture_output=True)
    library = sysconfig.get_path("purelib", vars={"base": str(prefix)})
    return {"PYTHONPATH": library, "JUPYTER_PATH": str(prefix / "share" / "jupyter")}


def built(folder: Path, tree: Path = ROOT) -> Path:
    """The wheel of a source tree."""
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(tree))
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def post(server: JupyterProcess, path: str, body: dict[str, Any]) -> dict[str, Any]:
    """What the server answers to a POST."""
    response = httpx.post(f"{server.url}areyouj/api/{path}", headers=server.headers, json=body, **LOCAL)
    assert response.is_success, response.text
    answer: dict[str, Any] = response.json()
    return answer


def state(server: JupyterProcess, agent: str) -> str:
    """The state of an agent's session."""
    return str(server.get(f"areyouj/api/sessions/{agent}/status").json()["state"])


def say(server: JupyterProcess, agent: str, content: str) -> None:
    """Put a message into an agent's queue."""
    post(server, f"sessions/{agent}/messages", {"content": content})


def history(server: JupyterProcess, agent: str) -> list[str]:
    """The texts of an agent's messages, oldest first."""
    page = server.get(f"areyouj/api/messages?agent={agent}").json()
    return [message["content"] for message in sorted(page["messages"], key=lambda message: message["seq"])]


@contextmanager
def echoes(folder: Path, installed: Mapping[str, str], projects: Mapping[str, str]) -> Iterator[JupyterProcess]:
    """JupyterLab with idle echo agents. projects: by the agents' names, folders that are made for them."""
    with jupyter_process(folder, program=("lab",), environment=installed) as server:
        for agent, project in projects.items():
            (server.root / project).mkdir()
            post(server, "agents", {"name": agent, "spec": "echo", "project_path": project})
            post(server, "sessions", {"agent": agent})
        until_now(lambda: all(state(server, agent) == "idle" for agent in projects), "idle agents")
        yield server
