"""The key of a server that has a password and no token: it opens our routes, and nothing else."""

from __future__ import annotations

import json
import os
import stat
import threading
from pathlib import Path

import httpx
import pytest
from jupyter_process import jupyter_process
from local_http import LOCAL
from waiting import until_now

from areyouj_jupyter.server.http.key import leave_key


def test_the_key_is_whole_whenever_a_kernel_looks(tmp_path: Path) -> None:
    path = tmp_path / f"areyouj-{os.getpid()}.json"
    seen: list[str] = []
    leave_key(tmp_path, "http://127.0.0.1:8888/", "first")

    def look() -> None:
        while "last" not in seen[-1:]:
            seen.append(json.loads(path.read_text())["token"])

    looking = threading.Thread(target=look)
    looking.start()
    for _ in range(200):
        leave_key(tmp_path, "http://127.0.0.1:8888/", "next")
    leave_key(tmp_path, "http://127.0.0.1:8888/", "last")
    looking.join(10)
    assert seen[-1] == "last"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.slow
def test_the_key_opens_our_routes_only_and_goes_with_the_server(tmp_path: Path) -> None:
    with jupyter_process(tmp_path, "--PasswordIdentityProvider.hashed_password=sha1:aa:bb", token="") as server:
        path = tmp_path / "runtime" / f"areyouj-{server.pid}.json"
        until_now(path.exists, "the runtime file")
        left = json.loads(path.read_text())
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        headers = {"Authorization": f"token {left['token']}"}
        with httpx.Client(base_url=server.url, **LOCAL) as client:
            assert client.get("areyouj/api/health").status_code == 403
            assert client.get("areyouj/api/health", headers={"Authorization": "token wrong"}).status_code == 403
            assert client.get("areyouj/api/health", headers=headers).status_code == 200
            made = client.post("areyouj/api/tasks", headers=headers, json={"title": "by key"})
            assert made.status_code == 201
            assert client.get("api/contents", headers=headers).status_code == 403
            assert client.get("api/kernels", headers=headers).status_code == 403
    assert not path.exists()
