"""A real JupyterHub with its proxy as processes: `with hub_process(folder, python, users) as hub:`."""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from local_http import LOCAL
from repository import ROOT
from shared_python import SharedPython
from waiting import until_now

PROXY = ROOT / ".ci" / "proxy" / "node_modules" / ".bin" / "configurable-http-proxy"
PROXY_VERSION = "5.3.0"
START_DEADLINE = 180.0  # seconds; two busy cores
STOP_DEADLINE = 80.0  # seconds: the Hub waits 30 and 30 for a server that does not end, then it kills
PREFIX = "/notebooks/"  # a Hub is seldom at the root of its host

CONFIGURATION = """
c.JupyterHub.bind_url = "http://127.0.0.1:{ports[0]}{prefix}"
c.JupyterHub.hub_port = {ports[1]}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{ports[2]}"
c.ConfigurableHTTPProxy.command = {proxy!r}
c.JupyterHub.db_url = "sqlite:///{folder}/hub.sqlite"
c.JupyterHub.cookie_secret_file = "{folder}/cookie_secret"
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allowed_users = {users!r}
c.JupyterHub.spawner_class = "localprocess"
c.JupyterHub.allow_named_servers = True
# Requests for a start and a stop are answered when it is done, so that nobody has to ask again and again.
c.JupyterHub.tornado_settings = {{"slow_spawn_timeout": 170, "slow_stop_timeout": 90}}
c.Spawner.cmd = [{python!r}, "-m", "jupyterhub.singleuser"]
c.Spawner.args = {arguments!r}
c.Spawner.environment = {environment!r}
c.Spawner.http_timeout = c.Spawner.start_timeout = 150
c.JupyterHub.services = {services!r}
c.JupyterHub.load_roles = {roles!r}
c.JupyterHub.init_spawners_timeout = 0
"""


@dataclass(frozen=True)
class HubProcess:
    """A running Hub. Owned by the `with` that started it."""

    url: str
    """Its public address, ends in a slash."""
    token: str = field(repr=False)
    """Of an administrator."""
    pid: int
    log: Path

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        """Ask the Hub's own interface."""
        return self.request(method, f"hub/api/{path}", **more)

    def server(self, user: str, name: str = "") -> HubServer:
        """A user's server, whether it runs or not. name: that of a named one."""
        return HubServer(self, user, name)

    def request(self, method: str, path: str, **more: Any) -> httpx.Response:
        """Ask at any address below the Hub's."""
        headers = {"Authorization": f"token {self.token}"}
        return httpx.request(method, self.url + path, headers=headers, **LOCAL, **{"timeout": 20, **more})


@dataclass(frozen=True)
class HubServer:
    """One server of a user, seen from outside."""

    hub: HubProcess
    user: str
    name: str

    @property
    def path(self) -> str:
        """Below the Hub's address."""
        return f"user/{self.user}/" + (f"{self.name}/" if self.name else "")

    def start(self) -> None:
        """Start it, and wait until its AreYouJ answers."""
        answer = self.hub.ask("POST", self._address, timeout=START_DEADLINE)
        assert answer.status_code == 201, answer.text
        until_now(lambda: self.get("health").status_code == 200, f"AreYouJ in {self.path}", START_DEADLINE)

    def stop(self) -> float:
        """Stop it as the Hub's button does; the seconds that it took."""
        began = time.monotonic()
        answer = self.hub.ask("DELETE", self._address, timeout=STOP_DEADLINE)
        assert answer.status_code == 204, answer.text
        return time.monotonic() - began

    @property
    def _address(self) -> str:
        return f"users/{self.user}/servers/{self.name}" if self.name else f"users/{self.user}/server"

    def model(self) -> dict[str, Any]:
        """What the Hub knows of it; nothing if it does not run."""
        found: dict[str, Any] = self.hub.ask("GET", f"users/{self.user}").json()["servers"].get(self.name, {})
        return found

    def get(self, path: str) -> httpx.Response:
        """GET an address of its AreYouJ."""
        return self.ask("GET", path)

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        """Ask its AreYouJ."""
        return self.hub.request(method, f"{self.path}areyouj/api/{path}", **more)

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """What its AreYouJ answers to a POST."""
        response = self.ask("POST", path, json=body)
        assert response.is_success, response.text
        answer: dict[str, Any] = response.json()
        return answer


@contextmanager
def hub_process(
    folder: Path,
    python: SharedPython,
    users: Sequence[str],
    arguments: Sequence[str] = (),
    culler: Sequence[str] = (),
    environment: dict[str, str] | None = None,
) -> Iterator[HubProcess]:
    """Start a Hub for these Unix users. arguments: of every server; culler: jupyterhub-idle-culler's, if it shall run;
    environment: more variables of every server. An AssertionError carries the end of the log."""
    if not PROXY.exists():
        pytest.fail(
            "The Hub's proxy is not installed. Run `npm install --prefix .ci/proxy --no-save "
            f"configurable-http-proxy@{PROXY_VERSION}` in the repository's folder."
        )
    folder.mkdir(mode=0o700)
    token, ports, log = secrets.token_hex(16), _free_ports(3), folder / "hub.log"
    services = _services(token, culler)
    (folder / "configuration.py").write_text(
        CONFIGURATION.format(
            **{"ports": ports, "prefix": PREFIX, "folder": folder, "users": set(users), "arguments": list(arguments)},
            proxy=[str(PROXY)],
            python=str(python.program),
            environment={"JUPYTERHUB_ACTIVITY_INTERVAL": "1", **python.environment, **(environment or {})},
            services=services,
            roles=_roles(services),
        )
    )
    command = [sys.executable, "-m", "jupyterhub", "-f", str(folder / "configuration.py")]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, env=_environment(), stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
    hub = HubProcess(f"http://127.0.0.1:{ports[0]}{PREFIX}", token, process.pid, log)
    try:
        until_now(lambda: _answers(hub, process), "the Hub to answer", START_DEADLINE)
        yield hub
    except BaseException as error:
        error.add_note(log.read_text(errors="replace")[-6000:])
        raise
    finally:
        process.terminate()
        try:
            process.wait(STOP_DEADLINE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _services(token: str, culler: Sequence[str]) -> list[dict[str, Any]]:
    """Who may ask the Hub."""
    found: list[dict[str, Any]] = [{"name": "tests", "api_token": token}]
    if culler:
        found.append({"name": "culler", "command": [sys.executable, "-m", "jupyterhub_idle_culler", *culler]})
    return found


def _roles(services: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """What they may."""
    scopes = {
        "tests": ["admin:users", "admin:servers", "access:servers"],
        "culler": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
    }
    return [{"name": each["name"], "scopes": scopes[each["name"]], "services": [each["name"]]} for each in services]


def _answers(hub: HubProcess, process: subprocess.Popen[bytes]) -> bool:
    assert process.poll() is None, f"the Hub ended with {process.returncode}"
    try:
        return hub.ask("GET", "").status_code == 200
    except httpx.TransportError:
        return False


def _environment() -> dict[str, str]:
    """The tests' own, but no Jupyter of whoever runs them; node is found by it."""
    passed = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "JPY"))}
    return {**passed, "PATH": os.pathsep.join((str(Path(sys.executable).parent), passed.get("PATH", os.defpath)))}


def _free_ports(count: int) -> list[int]:
    """Ports that are free just now."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [int(each.getsockname()[1]) for each in sockets]
    for each in sockets:
        each.close()
    return ports
