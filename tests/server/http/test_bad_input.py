"""What people get wrong: each gets one clear sentence that names the thing, and the right status; nothing changes."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from jupyter_server.serverapp import ServerApp
from open_services import open_services, sent, started
from served_services import served_services
from tornado.httpclient import HTTPResponse
from waiting import until

from areyouj_jupyter.models import SendMessage
from areyouj_jupyter.server.sessions.session_deps import Limits

pytestmark = pytest.mark.slow
Said = tuple[int, str, str]
Ask = Callable[..., Awaitable[Said]]
NOWHERE = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def ask(http_server_client: Any, jp_base_url: str, jp_auth_header: dict[str, str]) -> Ask:
    """`await ask(method, path, body)`: status, reason and message of a refusal."""

    async def ask(method: str, path: str, body: Any = None) -> Said:
        response: HTTPResponse = await http_server_client.fetch(
            f"{jp_base_url}areyouj/api/{path}",
            method=method,
            body=None if body is None else json.dumps(body),
            headers={**jp_auth_header, "Content-Type": "application/json"},
            raise_error=False,
            allow_nonstandard_methods=True,
        )
        failure = json.loads(response.body) if response.code >= 400 else {"reason": "", "message": ""}
        return response.code, failure["reason"], failure["message"]

    return ask


def agent(**changes: Any) -> dict[str, Any]:
    """The body that makes an agent."""
    return {"name": "writer", "spec": "echo", **changes}


async def test_an_unknown_thing_is_named(jp_serverapp: ServerApp, ask: Ask, tmp_path: Path) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        await started(services)
        for method, path, reason in (
            ("GET", "agents/bob", "AgentNotFound"),
            ("DELETE", "agents/bob", "AgentNotFound"),
            ("GET", "sessions/bob", "SessionNotFound"),
            ("GET", "sessions/active", "SessionNotFound"),
            ("POST", "sessions/bob/interrupt", "SessionNotFound"),
            ("GET", "messages?agent=bob", "AgentNotFound"),
            ("GET", f"instances/{NOWHERE}", "InstanceNotFound"),
            ("GET", f"instances/{NOWHERE}/messages", "InstanceNotFound"),
            ("DELETE", "sessions/writer/queue/77", "MessageNotFound"),
            ("POST", "sessions/writer/queue/77/retry", "MessageNotFound"),
            ("GET", "tasks/77", "TaskNotFound"),
        ):
            status, given, message = await ask(method, path)
            assert (status, given) == (404, reason), path
            assert path == "sessions/active" or any(name in message for name in ("bob", "77", NOWHERE)), message


async def test_a_bad_name_is_refused(jp_serverapp: ServerApp, ask: Ask, tmp_path: Path) -> None:
    async with served_services(jp_serverapp, tmp_path):
        assert (await ask("POST", "agents", agent(name="Jörg")))[0] == 201
        for name, status, reason in (
            ("Jörg", 409, "NameTaken"),
            ("jÖRG", 409, "NameTaken"),
            ("active", 422, "NameReserved"),
            ("Default", 422, "NameReserved"),
            (NOWHERE, 422, "NameReserved"),
            ("", 422, "NameInvalid"),
            ("two words", 422, "NameInvalid"),
            ("a/b", 422, "NameInvalid"),
            ("x" * 65, 422, "NameInvalid"),
            ("a\u202eb", 422, "NameInvalid"),
        ):
            given_status, given, message = await ask("POST", "agents", agent(name=name))
            assert (given_status, given) == (status, reason), name
            assert message.endswith(".")


async def test_a_bad_folder_is_refused(jp_serverapp: ServerApp, ask: Ask, tmp_path: Path) -> None:
    async with served_services(jp_serverapp, tmp_path):
        root = tmp_path / "root"
        (root / "notes.txt").write_text("")
        (root / "way-out").symlink_to(tmp_path)
        for path, status, reason, hint in (
            ("gone", 422, "FolderInvalid", "gone does not exist"),
            ("notes.txt", 422, "FolderInvalid", "notes.txt is a file"),
            ("..", 403, "FolderOutside", "c.AreYouJApp.allowed_roots"),
            ("way-out", 403, "FolderOutside", "c.AreYouJApp.allowed_roots"),
            (str(tmp_path), 403, "FolderOutside", str(tmp_path)),
            (f"{root}-not", 403, "FolderOutside", "allowed_roots"),
            ("x" * 5000, 422, "FolderInvalid", "too long"),
            ("x" * 300, 422, "FolderInvalid", "cannot be used"),
        ):
            for method, place, body in (
                ("POST", "agents", agent(project_path=path)),
                ("POST", "sessions", {"spec": "echo", "project_path": path}),
            ):
                given_status, given, message = await ask(method, place, body)
                assert (given_status, given) == (status, reason), path
                assert hint in message


async def test_a_folder_that_vanished_is_named_at_the_start(jp_serverapp: ServerApp, ask: Ask, tmp_path: Path) -> None:
    async with served_services(jp_serverapp, tmp_path):
        (tmp_path / "root" / "project").mkdir()
        assert (await ask("POST", "agents", agent(project_path="project")))[0] == 201
        (tmp_path / "root" / "project").rmdir()
        status, reason, message = await ask("POST", "agents/writer/instances")
        assert (status, reason) == (422, "FolderInvalid")
        assert "project does not exist" in message


async def test_a_spec_that_cannot_be_used_is_refused(jp_serverapp: ServerApp, ask: Ask, tmp_path: Path) -> None:
    async with served_services(jp_serverapp, tmp_path, commands={"shell": "no-such-program"}):
        status, reason, message = await ask("POST", "agents", agent(spec="chatty"))
        assert (status, reason) == (404, "SpecNotFound")
        assert "'chatty'" in message and "echo" in message
        assert (await ask("POST", "agents", agent(spec="shell")))[0] == 201
        status, reason, message = await ask("POST", "agents/writer/instances")
        assert (status, reason) == (409, "NotInstalled")
        assert "Install the Debian package `bash`" in message
        assert (await ask("POST", "sessions", {"spec": "shell"}))[1] == "NotInstalled"


async def test_bad_settings_are_refused(jp_serverapp: ServerApp, ask: Ask, tmp_path: Path) -> None:
    async with served_services(jp_serverapp, tmp_path):
        for body, reason, hint in (
            (agent(settings={"permission_mode": "yolo"}), "SettingsInvalid", "yolo"),
            (agent(settings={"max_concurrent_instances": 0}), "Invalid", "settings.max_concurrent_instances"),
            (agent(settings={"environment": {"A": 5}}), "Invalid", "settings.environment"),
            (agent(colour="red"), "Invalid", "colour"),
            ({"name": "writer"}, "Invalid", "spec"),
        ):
            status, given, message = await ask("POST", "agents", body)
            assert (status, given) == (422, reason)
            assert hint in message
        assert (await ask("POST", "sessions", {}))[:2] == (422, "SettingsInvalid")
        assert (await ask("POST", "sessions", {"agent": "a", "spec": "echo"}))[:2] == (422, "SettingsInvalid")


async def test_a_message_that_cannot_be_queued_is_refused(jp_serverapp: ServerApp, ask: Ask, tmp_path: Path) -> None:
    async with served_services(jp_serverapp, tmp_path, queue_limit=2) as services:
        session = await started(services)
        for text, status, reason in (
            ("", 422, "MessageEmpty"),
            (" \n\t", 422, "MessageEmpty"),
            ("x" * (1024 * 1024 + 1), 413, "MessageTooLarge"),
            ("ü" * (512 * 1024 + 1), 413, "MessageTooLarge"),
        ):
            assert (await ask("POST", "sessions/writer/messages", {"content": text}))[:2] == (status, reason)
        assert (await session.queue.model()).messages == []
        await ask("PUT", "sessions/writer/queue/paused", {"paused": True})
        for number in range(2):
            assert (await ask("POST", "sessions/writer/messages", {"content": str(number)}))[0] == 201
        status, reason, message = await ask("POST", "sessions/writer/messages", {"content": "one too many"})
        assert (status, reason) == (409, "QueueFull")
        assert "2" in message
        assert [each.content for each in (await session.queue.model()).messages] == ["0", "1"]


async def test_the_largest_message_passes_whatever_its_escapes(
    jp_serverapp: ServerApp, ask: Ask, tmp_path: Path
) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services)
        await session.queue.pause(True)
        for text in ("x" * 1024 * 1024, "\x01" * 1024 * 1024, "ü" * 512 * 1024):
            assert (await ask("POST", "sessions/writer/messages", {"content": text}))[0] == 201


async def test_a_key_stands_for_one_text(jp_serverapp: ServerApp, ask: Ask, tmp_path: Path) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services)
        await session.queue.pause(True)
        for _ in range(2):
            assert (await ask("POST", "sessions/writer/messages", {"content": "a", "idempotency_key": "k"}))[0] == 201
        said = await ask("POST", "sessions/writer/messages", {"content": "b", "idempotency_key": "k"})
        assert said[:2] == (409, "KeyReused")
        assert len((await session.queue.model()).messages) == 1


async def test_the_limit_of_sessions_is_told(jp_serverapp: ServerApp, ask: Ask, tmp_path: Path) -> None:
    async with served_services(jp_serverapp, tmp_path, limits=Limits(sessions=1)) as services:
        await started(services)
        status, reason, message = await ask("POST", "sessions", {"spec": "echo"})
        assert (status, reason) == (409, "SessionLimit")
        assert "c.AreYouJApp.max_sessions" in message
        assert len(await services.agents.agents()) == 1, "the agent that was made for it is gone again"


async def test_an_agent_that_runs_is_not_started_twice(jp_serverapp: ServerApp, ask: Ask, tmp_path: Path) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        await started(services)
        status, reason, message = await ask("POST", "agents/writer/instances")
        assert (status, reason) == (409, "AgentBusy")
        assert "'writer' is already running" in message


async def test_a_stopped_agent_s_refusal_says_how_to_start_it(
    jp_serverapp: ServerApp, ask: Ask, tmp_path: Path
) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services)
        for stop in (session.stop, lambda: services.registry.delete_session("writer")):
            await stop()
            status, reason, message = await ask("POST", "sessions/writer/messages", {"content": "hello"})
            assert (status, reason) == (409, "AgentStopped")
            assert "%areyouj start writer" in message


async def test_a_message_already_sent_stays_as_it_is(jp_serverapp: ServerApp, ask: Ask, tmp_path: Path) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        session = await started(services)
        message = await sent(session, "[[slow 5]] on its way")
        await until(lambda: session.status.state == "busy")
        path = f"sessions/writer/queue/{message.id}"
        assert (await ask("PUT", path, {"content": "other"}))[:2] == (409, "MessageSent")
        assert (await ask("DELETE", path))[:2] == (409, "MessageSent")
        assert (await ask("POST", f"{path}/retry"))[:2] == (409, "MessageSent")
        waiting = await session.send(SendMessage(content="later"))
        path = f"sessions/writer/queue/{waiting.id}"
        assert (await ask("PUT", path, {"content": ""}))[:2] == (422, "MessageEmpty")
        assert (await ask("PUT", path, {"position": -1}))[:2] == (422, "Invalid")


async def test_an_answer_to_nothing_is_refused(jp_serverapp: ServerApp, ask: Ask, tmp_path: Path) -> None:
    async with served_services(jp_serverapp, tmp_path) as services:
        await started(services)
        said = await ask("POST", "sessions/writer/answer", {"prompt_id": "x", "choice": "1"})
        assert said[:2] == (409, "PromptGone")
        assert (await ask("POST", "sessions/writer/keys", {"keys": "<Nonsense>"}))[:2] == (422, "KeysInvalid")
        assert (await ask("POST", "sessions/writer/keys", {"keys": ""}))[:2] == (422, "Invalid")


async def test_a_bad_task_is_refused(jp_serverapp: ServerApp, ask: Ask, tmp_path: Path) -> None:
    async with served_services(jp_serverapp, tmp_path):
        assert (await ask("POST", "tasks", {"title": "one"}))[0] == 201
        for method, path, body, status, reason in (
            ("POST", "tasks", {"title": ""}, 422, "Invalid"),
            ("POST", "tasks", {"title": "a", "status": "maybe"}, 422, "Invalid"),
            ("POST", "tasks", {"title": "a", "parent_id": "77"}, 422, "TaskInvalid"),
            ("POST", "tasks", {"title": "a", "dependencies": ["77"]}, 422, "TaskInvalid"),
            ("PUT", "tasks/1/dependencies/1", None, 409, "DependencyCycle"),
            ("PUT", "tasks/1/dependencies/77", None, 404, "TaskNotFound"),
            ("POST", "tasks/1/assign", {"agent": "bob"}, 404, "SessionNotFound"),
            ("GET", "tasks/export?format=pdf", None, 422, "Invalid"),
        ):
            assert (await ask(method, path, body))[:2] == (status, reason), (method, path, body)


async def test_a_second_server_on_the_folder_can_only_look(jp_serverapp: ServerApp, ask: Ask, tmp_path: Path) -> None:
    async with open_services(tmp_path) as first:
        session = await started(first)
        async with served_services(jp_serverapp, tmp_path):
            assert (await ask("GET", "agents"))[0] == 200
            assert (await ask("GET", f"instances/{session.id}/messages"))[0] == 200
            assert (await ask("GET", "tasks"))[0] == 200
            for method, path, body in (
                ("POST", "agents", agent(name="other")),
                ("POST", "sessions", {"agent": "writer"}),
                ("POST", "sessions/writer/messages", {"content": "hello"}),
                ("GET", "sessions/writer", None),
                ("DELETE", "agents/writer", None),
                ("POST", "tasks", {"title": "one"}),
            ):
                status, reason, message = await ask(method, path, body)
                assert (status, reason) == (409, "NotOwner"), path
                assert "http://127.0.0.1:1/" in message
        assert session.lifecycle.alive
