"""A real JupyterHub with its proxy, and the servers of two Unix users."""

from __future__ import annotations

import os
import pwd
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from hub_process import PREFIX, HubProcess, HubServer, hub_process
from shared_python import SharedPython
from unix_users import processes, unix_users
from waiting import until_now

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

STOPS = int(os.environ.get("AREYOUJ_HUB_STOPS", "2"))  # how often a server is stopped
LONGEST = 5.0  # seconds that a person waits for the end of a server, or for the next one to take over


@dataclass(frozen=True)
class Site:
    """A Hub and its two users."""

    hub: HubProcess
    ada: pwd.struct_passwd
    bob: pwd.struct_passwd

    def server(self, user: pwd.struct_passwd, name: str = "") -> HubServer:
        return self.hub.server(user.pw_name, name)


@pytest.fixture(scope="module")
def site(hub_folder: Path, hub_python: SharedPython) -> Iterator[Site]:
    """One for all tests; each leaves no server behind."""
    with (
        unix_users(hub_folder, "ada", "bob") as (ada, bob),
        hub_process(hub_folder / "hub", hub_python, [ada.pw_name, bob.pw_name]) as hub,
    ):
        yield Site(hub, ada, bob)


def started(server: HubServer, agent: str) -> int:
    """Start an agent; its pid once it is ready."""
    server.post("agents", {"name": agent, "spec": "echo", "project_path": ""})
    pid = int(server.post("sessions", {"agent": agent})["pid"])
    until_now(lambda: state(server, agent) == "idle", f"{agent} to be idle", 30)
    return pid


def state(server: HubServer, agent: str) -> str:
    """Of its session; nothing where it has none here."""
    return str(server.get(f"sessions/{agent}/status").json().get("state", ""))


def replies(server: HubServer, agent: str, text: str) -> None:
    """Send a message, and wait for the agent's reply to it."""
    server.post(f"sessions/{agent}/messages", {"content": text})

    def heard() -> bool:
        page = server.get(f"messages?agent={agent}").json()
        return f"**echo** heard: {text}" in [each["content"] for each in page["messages"]]

    until_now(heard, f"the reply to {text!r}", 30)


@contextmanager
def running(site: Site, user: pwd.struct_passwd, *names: str) -> Iterator[list[HubServer]]:
    """The user's servers of these names; at the end nothing of that user runs any more."""
    servers = [site.server(user, name) for name in names]
    try:
        for server in servers:
            server.start()
        yield servers
    finally:
        for server in servers:
            if server.model():
                server.stop()
        for process in processes(user.pw_uid):  # agents outlive their servers
            process.kill()
        until_now(lambda: not processes(user.pw_uid), "the end of a user's processes")


def test_a_server_is_started_used_and_stopped_and_the_next_one_goes_on_with_its_agents(site: Site) -> None:
    took = []
    with running(site, site.ada, "") as (server,):
        pid = started(server, "writer")
        for number in range(STOPS):
            replies(server, "writer", f"message {number}")
            took.append(server.stop())
            assert psutil.Process(pid).uids().real == site.ada.pw_uid
            server.start()
            assert server.get("sessions/writer").json()["pid"] == pid
            assert server.get("health").json()["status"] == "ok"
    print("seconds to stop:", " ".join(f"{each:.2f}" for each in took))
    assert max(took) < LONGEST, took


def test_agents_that_shall_end_with_the_server_have_ended_once_the_hub_has_stopped_it(site: Site) -> None:
    configuration = Path(site.bob.pw_dir, ".jupyter", "jupyter_server_config.py")
    configuration.parent.mkdir()
    os.chown(configuration.parent, site.bob.pw_uid, site.bob.pw_gid)
    configuration.write_text("c.AreYouJApp.stop_agents_on_exit = True\n")
    with running(site, site.bob, "") as (server,):
        pid = started(server, "stubborn")
        server.post("sessions/stubborn/messages", {"content": "[[stubborn]] [[slow 60]]"})
        until_now(lambda: state(server, "stubborn") == "busy", "work", 30)
        took = server.stop()
        print(f"seconds to stop: {took:.2f}")
        assert took < LONGEST
        assert not psutil.pid_exists(pid)
        until_now(lambda: processes(site.bob.pw_uid) == [], "the end of its holder", 2)
    configuration.unlink()


def test_the_agents_of_two_users_are_apart(site: Site) -> None:
    with running(site, site.ada, "") as (of_ada,), running(site, site.bob, "") as (of_bob,):
        for server, user, agent in ((of_ada, site.ada, "first"), (of_bob, site.bob, "other")):
            assert psutil.Process(started(server, agent)).uids().real == user.pw_uid
            data = Path(server.get("health").json()["data_dir"])
            assert (data.stat().st_uid, data.stat().st_mode & 0o777) == (user.pw_uid, 0o700)
        assert [server.get("agents/first").status_code for server in (of_ada, of_bob)] == [200, 404]
        assert [server.get("agents/other").status_code for server in (of_ada, of_bob)] == [404, 200]


def test_the_second_server_of_a_user_says_where_the_agents_run_and_takes_them_over(site: Site) -> None:
    path = f"{PREFIX}user/{site.ada.pw_name}/"
    with running(site, site.ada, "", "second") as (first, second):
        pid = started(first, "painter")
        health = second.get("health").json()
        assert (health["status"], health["owner"]["url"]) == ("read-only", path)
        refused = second.ask("POST", "sessions/painter/messages", json={"content": "hello"})
        assert refused.status_code == 409
        assert refused.json()["message"].startswith(
            f"The agents of this data folder run in another Jupyter server, {path}"
        )
        first.stop()
        ended = time.monotonic()
        until_now(lambda: second.get("health").json()["status"] == "ok", "the takeover", LONGEST)
        assert time.monotonic() - ended < LONGEST
        assert second.get("health").json()["owner"]["url"] == f"{path}second/"
        assert second.get("sessions/painter").json()["pid"] == pid
        replies(second, "painter", "hello")


def test_the_culler_takes_the_server_of_an_idle_agent_and_leaves_that_of_a_busy_one(
    hub_folder: Path, hub_python: SharedPython
) -> None:
    with (
        unix_users(hub_folder, "busy", "idle") as (busy, idle),
        hub_process(
            hub_folder / "culled", hub_python, [busy.pw_name, idle.pw_name], culler=["--timeout=15", "--cull-every=1"]
        ) as hub,
    ):
        at_work, at_rest = hub.server(busy.pw_name), hub.server(idle.pw_name)
        at_work.start()
        pids = [started(at_work, "writer")]
        at_work.post("sessions/writer/messages", {"content": "[[slow 500]]"})
        at_rest.start()
        pids.append(started(at_rest, "writer"))
        began = time.monotonic()
        until_now(lambda: not at_rest.model(), "the idle one to be culled", 60)
        until_now(lambda: time.monotonic() - began > 20, "the busy one to be quiet for longer than the limit", 30)
        assert at_work.model()["ready"]
        at_work.post("sessions/writer/interrupt", {})
        until_now(lambda: not at_work.model(), "the other one to be culled, now that its agent is idle too", 60)
        assert [psutil.pid_exists(pid) for pid in pids] == [True, True]
