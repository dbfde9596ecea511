"""The client: errors by their names, and the whole way to real agents on a real server."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_server import TOKEN, FakeServer
from jupyter_process import JupyterProcess, jupyter_process
from waiting import until_now

from areyouj_jupyter import Crew, as_completed, connect, errors
from areyouj_jupyter.models import Failure

BARE = """
import sys
from areyouj_jupyter.kernel.client import http_client
from areyouj_jupyter.kernel import connecting
heavy = {"tornado", "jupyter_server", "traitlets", "IPython"} & set(sys.modules)
server = [name for name in sys.modules if name.startswith("areyouj_jupyter.server")]
print(sorted(heavy), server)
"""


@pytest.fixture
def crew(jupyter: JupyterProcess) -> Iterator[Crew]:
    with connect(jupyter.url, jupyter.token) as connected:
        yield connected


@pytest.mark.slow
def test_the_client_loads_nothing_heavy() -> None:
    assert subprocess.check_output([sys.executable, "-c", BARE], text=True) == "[] []\n"


def test_an_error_is_the_class_that_the_server_names(server: FakeServer) -> None:
    with connect(server.url, TOKEN) as crew:
        server.refuse = Failure(message="100 messages wait already.", reason="QueueFull")
        with pytest.raises(errors.QueueFull, match=r"^100 messages wait already\.$"):
            crew["writer"].send("hello")
        server.refuse = Failure(message="It is new.", reason="NeverHeardOf")
        with pytest.raises(errors.AreYouJError, match=r"^It is new\.$"):
            crew["writer"].send("hello")


def test_a_wrong_token_is_refused_with_what_to_do(server: FakeServer) -> None:
    with pytest.raises(errors.AccessRefused, match=r"rejected the token\. Call connect\(url=…, token=…\)"):
        connect(server.url, "wrong")


def test_a_server_that_is_not_there_is_named(server: FakeServer) -> None:
    with pytest.raises(
        errors.ServerUnreachable, match=r"^The Jupyter server at http://127\.0\.0\.1:9/ is not responding"
    ):
        connect("http://127.0.0.1:9", "t")


def test_no_server_at_all_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delenv("JPY_PARENT_PID", raising=False)
    with pytest.raises(errors.ServerNotFound, match=r"Start JupyterLab, or call `connect\(url=…, token=…\)`"):
        connect()


def test_a_proxy_of_the_environment_is_not_asked_for_this_machine(
    server: FakeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with connect(server.url, TOKEN) as crew:
        assert until_now(lambda: server.sockets)
        assert crew.health.sessions == 1


@pytest.mark.slow
def test_a_jupyter_server_without_areyouj_is_told_from_none(tmp_path: Path) -> None:
    with (
        jupyter_process(tmp_path, ready="api/status", extension=False) as server,
        pytest.raises(
            errors.ServerNotFound, match=r"does not have AreYouJ\. Install areyouj_jupyter where that server runs"
        ),
    ):
        connect(server.url, server.token)


@pytest.mark.slow
def test_a_kernel_finds_its_own_server(jupyter: JupyterProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", jupyter.environment["JUPYTER_RUNTIME_DIR"])
    monkeypatch.setenv("JPY_PARENT_PID", str(jupyter.pid))
    with connect() as crew:
        assert (crew.url, crew.health.status) == (jupyter.url, "ok")


@pytest.mark.slow
def test_an_agent_is_made_started_asked_and_stopped(crew: Crew, jupyter: JupyterProcess) -> None:
    writer = crew.start("client-writer", "echo", ".")
    assert crew.start("client-writer", "echo").model.id == writer.model.id
    reply = writer.ask("hello", timeout=20)
    assert reply.result() == "**echo** heard: hello"
    assert reply.usage is not None
    assert [message.content for message in writer.log()] == ["hello", "**echo** heard: hello"]
    assert "echo heard: hello" in writer.screen
    assert crew.agents["client-writer"].project_path == str(jupyter.root)
    assert "client-writer" in crew and "client-reader" not in crew
    assert [agent.name for agent in crew] == [agent.name for agent in crew.agents]
    assert len(crew) == len(crew.agents) > 0
    writer.stop()
    with pytest.raises(errors.AgentStopped):
        writer.send("more")
    crew.agents.delete("client-writer")
    assert "client-writer" not in crew.agents


@pytest.mark.slow
def test_a_start_takes_variables_of_its_own(crew: Crew) -> None:
    shell = crew.start("client-varied", "shell", environment={"GREETING": "good day"})
    assert shell.ask('echo "$GREETING"', timeout=20).result() == "good day"
    shell.stop()
    with pytest.raises(errors.SettingsInvalid, match="JUPYTER_TOKEN"):
        crew.start("client-varied", environment={"JUPYTER_TOKEN": "x"})
    crew.agents.delete("client-varied")


@pytest.mark.slow
def test_start_does_not_silently_run_something_else(crew: Crew) -> None:
    crew.agents.create("client-fixed", "echo")
    with pytest.raises(errors.NameTaken, match="already exists, with the spec echo, not shell"):
        crew.start("client-fixed", "shell")
    with pytest.raises(errors.NameTaken, match="already exists, in "):
        crew.start("client-fixed", "echo", "elsewhere")
    with pytest.raises(errors.AgentNotFound):
        crew.start("client-nobody")
    crew.agents.delete("client-fixed")


@pytest.mark.slow
def test_one_message_goes_to_several_agents_or_to_none(crew: Crew) -> None:
    names = ["client-one", "client-two"]
    for name in names:
        crew.start(name, "echo")
    replies = crew.map("review this", names)
    assert sorted(reply.agent for reply in as_completed(replies, timeout=20)) == names
    assert {reply.result() for reply in replies} == {"**echo** heard: review this"}
    with pytest.raises(errors.AgentStopped, match=r"Nothing was sent\. No session is named 'client-nobody'"):
        crew.map("more", [*names, "client-nobody"])
    assert [len(crew[name].log()) for name in names] == [2, 2]
    for name in names:
        crew.agents.delete(name)


@pytest.mark.slow
def test_a_question_is_answered_by_number_by_label_or_not_at_all(crew: Crew) -> None:
    agent = crew.start("client-asker", "echo")
    with pytest.raises(errors.PromptGone, match=r"^client-asker is not asking anything\.$"):
        agent.answer("Yes")
    for answer in (1, "yes"):
        reply = agent.send("[[permission touch hello.txt]]")
        assert [choice.key for choice in agent.wait_for_prompt(20).choices] == ["1", "2", "3"]
        until_now(lambda: "Permission" in repr(reply))  # noqa: B023  # looked at within the loop
        with pytest.raises(errors.AnswerInvalid):
            agent.answer("y")
        agent.answer(answer)
        assert "touch hello.txt" in reply.result(20)
    crew.agents.delete("client-asker")


@pytest.mark.slow
def test_a_queue_is_held_changed_and_released(crew: Crew) -> None:
    agent = crew.start("client-queue", "echo")
    agent.queue.pause()
    first, second, third = (agent.send(text) for text in ("first", "second", "third"))
    agent.queue.edit(third.message.id[:8], "third, but first", position=0)
    agent.queue.cancel(second.message.id[:8])
    with pytest.raises(errors.ReplyFailed, match="was cancelled"):
        second.result(5)
    assert [message.content for message in agent.queue] == ["third, but first", "first"]
    assert agent.queue.paused
    agent.queue.resume()
    assert [reply.result(20) for reply in (third, first)] == [
        "**echo** heard: third, but first",
        "**echo** heard: first",
    ]
    with pytest.raises(errors.MessageNotFound, match="No message in the queue starts with 'none'"):
        agent.queue.cancel("none")
    crew.agents.delete("client-queue")


@pytest.mark.slow
def test_an_interrupted_turn_fails_and_is_queued_again_by_retry(crew: Crew) -> None:
    agent = crew.start("client-slow", "echo")
    reply = agent.send("[[slow 60]]")
    until_now(reply.running)
    until_now(lambda: agent.status.state == "busy")
    agent.interrupt()
    with pytest.raises(errors.ReplyFailed, match=r"failed \(interrupted\)"):
        reply.result(20)
    again = agent.retry(reply.message.id)
    assert again.message.id == reply.message.id
    crew.agents.delete("client-slow")


@pytest.mark.slow
def test_a_task_is_made_assigned_and_done(crew: Crew) -> None:
    agent = crew.start("client-tasker", "echo")
    task = crew.tasks.create("write a poem", details="four lines", priority="high")
    assert crew.tasks.next() == task
    assert crew.tasks.assign(task.id, "client-tasker").agent == "client-tasker"
    until_now(lambda: crew.tasks[task.id].status == "in-progress")
    assert crew.tasks.done(task.id).status == "done"
    assert [each.id for each in crew.tasks.list(status="done")] == [task.id]
    assert crew.tasks.stats().progress == 1.0
    second = crew.tasks.create("and a second")
    assert agent.assign(second.id).result(20) == "**echo** heard: and a second"
    for each in (task, second):
        crew.tasks.delete(each.id)
    assert len(crew.tasks) == 0
    assert crew.tasks.next() is None
    crew.agents.delete("client-tasker")


@pytest.mark.slow
def test_tables_escape_what_an_agent_says(crew: Crew) -> None:
    agent = crew.start("client-hostile", "echo")
    agent.ask("<script>alert(1)</script>", timeout=20)
    table = agent.log()._repr_html_()
    assert "<script>" not in table
    assert "&lt;script&gt;" in table
    assert {"text/plain", "text/html"} == set(crew._repr_mimebundle_())
    assert "client-hostile" in crew._repr_mimebundle_()["text/plain"]
    crew.agents.delete("client-hostile")


@pytest.mark.slow
def test_a_state_can_be_waited_for(crew: Crew) -> None:
    agent = crew.start("client-waited", "echo")
    assert agent.wait("idle", timeout=20).state == "idle"
    agent.send("[[slow 60]]")
    assert agent.wait("busy", timeout=20).state == "busy"
    with pytest.raises(TimeoutError, match=r"^client-waited is busy; waited 0\.01 s for idle or awaiting_input\.$"):
        agent.wait(timeout=0.01)
    with pytest.raises(TimeoutError, match=r"for a question\.$"):
        agent.wait_for_prompt(timeout=0.01)
    ending = threading.Timer(0.2, agent.stop)
    ending.start()
    with pytest.raises(errors.AgentStopped, match="ended while you were waiting for it"):
        agent.wait("idle", timeout=20)
    ending.join()
    crew.agents.delete("client-waited")


@pytest.mark.slow
def test_a_server_with_a_password_and_no_token_is_found_by_its_own_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jupyter_server.auth.security import passwd

    secret = f"--PasswordIdentityProvider.hashed_password={passwd('secret', 'sha1')}"
    with jupyter_process(tmp_path, secret, token="") as server:
        monkeypatch.setenv("JUPYTER_RUNTIME_DIR", server.environment["JUPYTER_RUNTIME_DIR"])
        monkeypatch.setenv("JPY_PARENT_PID", str(server.pid))
        until_now(lambda: list(Path(server.environment["JUPYTER_RUNTIME_DIR"]).glob("areyouj-*.json")))
        with connect() as crew:
            assert crew.health.status == "ok"
            assert crew.start("keyed", "echo").ask("hello", timeout=20).result() == "**echo** heard: hello"
        with pytest.raises(errors.AccessRefused):
            connect(server.url, "wrong")
