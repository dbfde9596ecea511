"""Two servers of one user on one folder, seen from a kernel: the second says where the agents run, and goes on."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import tempfile
import time
from pathlib import Path

import pytest
from installed import post
from jupyter_process import jupyter_process
from waiting import until_now

import areyouj_jupyter as areyouj
from areyouj_jupyter.errors import NotOwner

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


def test_a_kernel_of_the_second_server_hears_where_the_agents_run_until_they_run_there(tmp_path: Path) -> None:
    sockets = tempfile.mkdtemp(prefix="areyouj-")  # of both; a Unix socket's path takes 107 bytes
    environment = {"XDG_RUNTIME_DIR": sockets}
    try:
        with (
            jupyter_process(tmp_path, environment=environment) as first,
            jupyter_process(tmp_path, environment=environment) as second,
            areyouj.connect(url=second.url, token=second.token) as crew,
        ):
            post(first, "agents", {"name": "writer", "spec": "echo", "project_path": ""})
            pid = post(first, "sessions", {"agent": "writer"})["pid"]
            where = f"another Jupyter server, {first.url} on {socket.gethostname()}"
            sentence = f"Your agents run in {where}. When it stops, this one takes over."
            shown = crew._repr_mimebundle_()
            assert shown["text/plain"].splitlines()[0] == sentence
            assert shown["text/html"].startswith(f"<p>{sentence}</p>")
            assert "in the other server" in shown["text/plain"]
            with pytest.raises(NotOwner, match="Use that server, or stop it; this one then takes over"):
                crew["writer"].send("hello")
            os.kill(first.pid, signal.SIGKILL)
            killed = time.monotonic()
            until_now(lambda: crew.health.status == "ok", "the takeover", 5)
            assert time.monotonic() - killed < 5
            assert sentence not in crew._repr_mimebundle_()["text/plain"]
            assert [(each.agent, each.pid) for each in crew.sessions] == [("writer", pid)]
            assert crew["writer"].send("hello").result(timeout=20) == "**echo** heard: hello"
    finally:
        shutil.rmtree(sockets)
