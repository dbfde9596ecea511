"""Where a kernel looks for its server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from areyouj_jupyter.kernel.client.discovery import Place, place, places


@pytest.fixture
def dead(tmp_path: Path) -> int:
    """The id of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def write(runtime: Path, kind: str, pid: int, url: str = "", token: str = "", at: float = 1.0) -> None:
    path = runtime / f"{kind}-{pid}.json"
    path.write_text(json.dumps({"url": url, "token": token, "pid": pid}))
    os.utime(path, (at, at))


def test_the_server_that_started_the_kernel_comes_first(tmp_path: Path) -> None:
    write(tmp_path, "jpserver", 1, "http://localhost:1/", "one", at=9.0)
    write(tmp_path, "jpserver", os.getpid(), "http://localhost:2/user/ann/", "two")
    assert places({"JPY_PARENT_PID": str(os.getpid())}, tmp_path) == [
        Place("http://localhost:2/user/ann/", "two"),
        Place("http://localhost:1/", "one"),
    ]


def test_other_running_servers_follow_newest_first(tmp_path: Path) -> None:
    write(tmp_path, "jpserver", 1, "http://localhost:1/", "old", at=1.0)
    write(tmp_path, "jpserver", os.getpid(), "http://localhost:2/", "new", at=2.0)
    assert [found.token for found in places({}, tmp_path)] == ["new", "old"]


def test_the_file_of_a_server_that_has_ended_is_passed_over(tmp_path: Path, dead: int) -> None:
    write(tmp_path, "jpserver", dead, "http://localhost:1/", "stale")
    assert places({}, tmp_path) == []


def test_our_own_credential_is_taken_where_jupyters_file_has_no_token(tmp_path: Path) -> None:
    write(tmp_path, "jpserver", os.getpid(), "http://localhost:1/", "")
    write(tmp_path, "areyouj", os.getpid(), "http://localhost:1/", "ours")
    assert places({}, tmp_path) == [Place("http://localhost:1/", "ours")]


def test_jupyters_token_is_taken_where_there_is_one(tmp_path: Path) -> None:
    write(tmp_path, "jpserver", os.getpid(), "http://localhost:1/", "theirs")
    write(tmp_path, "areyouj", os.getpid(), "http://localhost:1/", "ours")
    assert places({}, tmp_path) == [Place("http://localhost:1/", "theirs")]


def test_a_server_without_any_key_is_still_tried(tmp_path: Path) -> None:
    write(tmp_path, "jpserver", os.getpid(), "http://localhost:1/", "")
    assert places({}, tmp_path) == [Place("http://localhost:1/", "")]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"url": null}', "\x00"])
def test_a_torn_file_is_passed_over(tmp_path: Path, content: str) -> None:
    (tmp_path / f"jpserver-{os.getpid()}.json").write_text(content)
    (tmp_path / "jpserver-none.json").write_text("{}")
    assert places({}, tmp_path) == []


def test_a_folder_that_does_not_exist_is_empty(tmp_path: Path) -> None:
    assert places({"JPY_PARENT_PID": "1"}, tmp_path / "none") == []


def test_the_hubs_server_comes_last(tmp_path: Path) -> None:
    write(tmp_path, "jpserver", os.getpid(), "http://localhost:1/", "local")
    hub = {
        "JUPYTERHUB_API_TOKEN": "hub",
        "JUPYTERHUB_SERVICE_PREFIX": "/user/ann/",
        "JUPYTERHUB_SERVICE_URL": "http://0.0.0.0:8888/user/ann/",
        "JUPYTERHUB_PUBLIC_URL": "https://hub.example/user/ann/",
    }
    assert places(hub, tmp_path) == [
        Place("http://localhost:1/", "local"),
        Place("http://127.0.0.1:8888/user/ann/", "hub"),
        Place("https://hub.example/user/ann/", "hub"),
    ]


@pytest.mark.parametrize(
    ("url", "token", "expected"),
    [
        ("http://localhost:8888", "t", Place("http://localhost:8888/", "t")),
        ("localhost:8888/lab/tree/a.ipynb", "t", Place("http://localhost:8888/", "t")),
        ("https://h/user/labuser/lab?token=q", "", Place("https://h/user/labuser/", "q")),
        ("http://h/user/ann/tree", "t", Place("http://h/user/ann/", "t")),
        ("http://[::1]:8888/", "t", Place("http://[::1]:8888/", "t")),
    ],
)
def test_an_address_may_be_pasted_from_the_browser(url: str, token: str, expected: Place) -> None:
    assert place(url, token) == expected


def test_a_token_is_not_in_the_repr() -> None:
    assert "secret" not in repr(Place("http://h/", "secret"))
