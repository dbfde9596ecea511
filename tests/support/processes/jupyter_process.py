"""A real Jupyter server as a process, with nothing of the user's: `with jupyter_process(folder) as server:`."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psutil
import pytest
from local_http import LOCAL
from waiting import until_now

START_DEADLINE = 60.0  # seconds; two busy cores
STOP_DEADLINE = 20.0  # seconds

UNSHARE = ("unshare", *(() if os.getuid() == 0 else ("--user", "--map-root-user")))
CONTAINER = (*UNSHARE, "--pid", "--fork", "--mount-proc", "--kill-child")
"""A container as far as processes go: its first process is the command that follows, and no other reaps."""

MODULES = {"server": "jupyter_server", "lab": "jupyterlab", "notebook": "notebook"}
BESIDE = ("jupyterlab", "jupyter_lsp", "notebook", "notebook_shim")
"""Extensions that `jupyter server` takes along where they are installed; to import them takes as long as the rest."""
NO_GRAMMAR = 'import runpy, sys; sys.modules["rfc3987_syntax"] = None'
"""Spares a start two seconds for a grammar that jsonschema uses only where it is there."""
NO_YARN = "import jupyterlab.commands as lab; lab._yarn_config = lambda logger: {'yarn config': {}, 'npm config': {}}"
"""Spares JupyterLab a second in which it asks node where yarn's packages are, which only a build of its own needs."""

PASSED = ("PATH", "LANG", "LC_ALL", "TMPDIR", "VIRTUAL_ENV", "COVERAGE_PROCESS_START", "PYTHONPATH")
"""What the server inherits; no token, no JUPYTER_ or JPY_ variable of whoever runs the tests."""


@dataclass(frozen=True)
class JupyterProcess:
    """A running server. Owned by the `with` that started it."""

    url: str
    """Base URL, ends in a slash."""
    token: str = field(repr=False)
    pid: int
    root: Path
    """The server's root folder."""
    data: Path
    """AreYouJ's data folder."""
    log: Path
    environment: Mapping[str, str] = field(repr=False)
    """What the server was started with: what a kernel needs to find it."""

    @property
    def headers(self) -> dict[str, str]:
        """The header that opens every route."""
        return {"Authorization": f"token {self.token}"} if self.token else {}

    def get(self, path: str) -> httpx.Response:
        """GET a path below the base URL."""
        return httpx.get(self.url + path, headers=self.headers, timeout=10, **LOCAL)


@contextmanager
def jupyter_process(
    folder: Path,
    *arguments: str,
    token: str | None = None,
    environment: Mapping[str, str] | None = None,
    program: Sequence[str] = ("server",),
    ready: str = "areyouj/api/health",
    extension: bool = True,
    port: int = 0,
    python: str = sys.executable,
    stop_agents: bool = True,
    inside: Sequence[str] = (),
) -> Iterator[JupyterProcess]:
    """Start what `jupyter <program>` starts with all its folders in `folder`; it is ready when `ready` answers.

    arguments: more of its command line; environment: variables that replace ours; token: a fresh one if None, and
    "" for a server whose password is its only key; extension: False for a server without AreYouJ; port: any if 0;
    python: of the environment in which all is installed; stop_agents: with the server; inside: the beginning of a
    command line that runs it elsewhere, like CONTAINER. An AssertionError carries the end of the log.
    """
    token = secrets.token_hex(16) if token is None else token
    # A Unix socket's path takes 107 bytes; a test's own folder is often longer.
    sockets = Path(tempfile.mkdtemp(prefix="areyouj-"))
    variables = {**_environment(folder, sockets, python), **(environment or {})}
    root, data, log = folder / "root", folder / "data", folder / "server.log"
    root.mkdir(parents=True, exist_ok=True)
    given = _command(program, root, data, token, extension, port or free_port(), stop_agents)
    command = [*inside, python, *given, *arguments]
    with log.open("ab") as output:
        process = subprocess.Popen(
            command, cwd=root, env=variables, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        url = _url(process, Path(variables["JUPYTER_RUNTIME_DIR"]), log, 1 if "--pid" in inside else process.pid)
        server = JupyterProcess(url, token, _inside(process), root, data, log, variables)
        _wait_until_ready(server, process, ready)
        yield server
    finally:
        _stop(process)
        shutil.rmtree(sockets, ignore_errors=True)


def free_port() -> int:
    """One at which nobody listens; if somebody does by the time it is wanted, Jupyter takes another.

    Not Jupyter's own port 0: before 2.16 it tells nobody which one that is.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    return port


def _environment(folder: Path, sockets: Path, python: str) -> dict[str, str]:
    """Variables that keep the server and everything below it inside the test's folders."""
    own = {
        "HOME": folder / "home",
        "JUPYTER_CONFIG_DIR": folder / "config",
        "JUPYTER_DATA_DIR": folder / "jupyter",
        "JUPYTER_RUNTIME_DIR": folder / "runtime",
        "IPYTHONDIR": folder / "ipython",
        "XDG_RUNTIME_DIR": sockets,
    }
    for path in own.values():
        path.mkdir(parents=True, exist_ok=True)
        path.chmod(0o700)
    passed = {name: os.environ[name] for name in PASSED if name in os.environ}
    # The interpreter's folder comes first, so that `python3` of a kernel or an agent is this one.
    passed["PATH"] = os.pathsep.join((str(Path(python).parent), passed.get("PATH", os.defpath)))
    return {**passed, **{name: str(path) for name, path in own.items()}}


def _command(
    program: Sequence[str], root: Path, data: Path, token: str, extension: bool, port: int, stop_agents: bool
) -> list[str]:
    """The command line; the extension is named, since an editable install brings no configuration file."""
    name, *more = program
    extensions = {"areyouj_jupyter": extension, **dict.fromkeys(BESIDE if name == "server" else (), False)}
    return [
        *("-c", _start(name), *more, "--no-browser", "--allow-root"),
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        f"--ServerApp.jpserver_extensions={extensions}",
        f"--ServerApp.root_dir={root}",
        f"--IdentityProvider.token={token}",
        f"--AreYouJApp.data_dir={data}",
        f"--AreYouJApp.stop_agents_on_exit={stop_agents}",  # mostly so: a test leaves no process behind
    ]


def _start(program: str) -> str:
    """What Python runs for `jupyter <program>`."""
    module = f"runpy.run_module({MODULES[program]!r}, run_name='__main__', alter_sys=True)"
    return "\n".join((NO_GRAMMAR, *(() if program == "server" else (NO_YARN,)), module))


def _url(process: subprocess.Popen[bytes], runtime: Path, log: Path, pid: int) -> str:
    """The base URL that the server itself wrote down. pid: as the server sees it."""
    path = runtime / f"jpserver-{pid}.json"

    def look() -> str | None:
        _assert_running(process, log)
        # Waiting for whole JSON: the file is there before its content is.
        return json.loads(text)["url"] if path.exists() and (text := path.read_text()).endswith("}") else None

    url = until_now(look, "the server's runtime file", START_DEADLINE)
    assert url is not None
    return url


def _wait_until_ready(server: JupyterProcess, process: subprocess.Popen[bytes], ready: str) -> None:
    def look() -> bool:
        _assert_running(process, server.log)
        try:
            # A server without a token answers 403: it is there, and the test knows its way in.
            return server.get(ready).status_code in ((200,) if server.token else (200, 302, 403))
        except httpx.TransportError:
            return False

    try:
        until_now(look, f"{ready} to answer", START_DEADLINE)
    except AssertionError as error:
        raise AssertionError(f"{error}\n{_end(server.log)}") from None


def _assert_running(process: subprocess.Popen[bytes], log: Path) -> None:
    assert process.poll() is None, f"the server ended with {process.returncode}:\n{_end(log)}"


def _end(log: Path) -> str:
    return log.read_text(errors="replace")[-4000:]


def _inside(process: subprocess.Popen[bytes]) -> int:
    """The server's pid, as it is seen from here."""
    children = psutil.Process(process.pid).children() if "--fork" in process.args else []  # type: ignore[operator]
    return children[0].pid if children else process.pid


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ask the server to end (it stops its agents and kernels), and make sure of it."""
    if process.poll() is None:
        os.kill(_inside(process), signal.SIGTERM)
    try:
        process.wait(STOP_DEADLINE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@pytest.fixture(scope="session")
def jupyter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterProcess]:
    """One server for all tests that leave it as it was, but for agents with names of their own."""
    with jupyter_process(tmp_path_factory.mktemp("jupyter")) as server:
        yield server
