"""Fuzzing: requests made from the OpenAPI document, good and bad ones, never get an answer outside of it, nor a 5xx.

Another seed: `FUZZ_SEED=7 make test ARGS='-k fuzz'`. The server runs nothing but echo, in folders of the test's own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from jupyter_process import JupyterProcess, jupyter_process
from local_http import LOCAL

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

SEED = os.environ.get("FUZZ_SEED", "1")
RUN = "from schemathesis.cli import schemathesis; schemathesis()"
ARGUMENTS = (
    "--no-color",
    "--request-timeout=20",
    "--generation-database=none",
    # What the schema cannot say (a name is taken, a folder is missing) is refused too, by design; one user owns it all.
    "--exclude-checks=positive_data_acceptance,object_level_authorization",
)
REAL_THINGS = """\
[[operations]]
include-path-regex = "^/(agents|sessions)/"
parameters = { "path.id" = "writer" }

[[operations]]
include-path-regex = "^/instances/"
parameters = { "path.id" = "%s" }

[[operations]]
include-path-regex = "^/tasks/"
parameters = { "path.id" = "1", "path.other" = "2" }
"""


def fuzz(server: JupyterProcess, folder: Path, seconds: int, *more: str) -> None:
    """Run Schemathesis against the server; an AssertionError shows what it found."""
    api = f"{server.url}areyouj/api"
    command = [sys.executable, "-c", RUN, "run", f"{api}/openapi.json", f"--url={api}", f"--seed={SEED}", *ARGUMENTS]
    command += [f"--max-time={seconds}", f"--header=Authorization: token {server.token}", *more]
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, f"{done.stdout[-8000:]}\n{done.stderr[-2000:]}"
    assert " 0 generated" not in done.stdout
    assert "Traceback" not in server.log.read_text(errors="replace")


def made(server: JupyterProcess) -> str:
    """An agent that runs, with a message in its queue, and two tasks; the id of its instance."""
    with httpx.Client(base_url=f"{server.url}areyouj/api/", headers=server.headers, **LOCAL) as client:
        for path, body in (
            ("agents", {"name": "writer", "spec": "echo"}),
            ("sessions", {"agent": "writer"}),
            ("sessions/writer/messages", {"content": "[[slow 1]] hello"}),
            ("tasks", {"title": "one"}),
            ("tasks", {"title": "two"}),
        ):
            client.post(path, json=body).raise_for_status()
        return str(client.get("sessions/writer").json()["id"])


def test_no_request_gets_an_answer_outside_the_document(tmp_path: Path) -> None:
    with jupyter_process(tmp_path, "--AreYouJApp.allowed_specs=echo") as server:
        fuzz(server, tmp_path, 45)


def test_no_request_to_a_real_thing_gets_an_answer_outside_the_document(tmp_path: Path) -> None:
    with jupyter_process(tmp_path, "--AreYouJApp.allowed_specs=echo") as server:
        (tmp_path / "schemathesis.toml").write_text(REAL_THINGS % made(server))
        kept = "^(?!DELETE$)"  # the things are needed to the end
        fuzz(server, tmp_path, 40, "--phases=coverage,fuzzing", f"--include-method-regex={kept}")
