"""Every address below `areyouj`, as the server's own route table has it, against every kind of caller.

By Jupyter's own rules, which hold here too: a token, in the header or in the URL, opens everything, from any origin,
since no foreign page knows it; a cookie needs the XSRF header for a write; with a cookie, a foreign origin finds
nothing (404) and may not open a socket (403). OPTIONS answers everybody, and says nothing.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from jupyter_server.auth import Authorizer
from jupyter_server.serverapp import ServerApp
from started import start_extension
from tornado.httpclient import HTTPClientError, HTTPRequest, HTTPResponse
from tornado.web import Application
from tornado.websocket import websocket_connect
from traitlets import List

pytestmark = pytest.mark.slow
Headers = dict[str, str]
Ask = Callable[[str, str, Headers], Awaitable[HTTPResponse]]

REST: dict[str, dict[str, str]] = {
    "api/specs": {"GET": "read"},
    "api/health": {"GET": "read"},
    "api/openapi.json": {"GET": "read"},
    "api/agents": {"GET": "read", "POST": "write"},
    "api/agents/{}": {"GET": "read", "PUT": "write", "DELETE": "execute"},
    "api/agents/{}/instances": {"GET": "read", "POST": "execute"},
    "api/instances/{}": {"GET": "read", "PUT": "execute", "DELETE": "execute"},
    "api/instances/{}/messages": {"GET": "read"},
    "api/sessions": {"GET": "read", "POST": "execute"},
    "api/sessions/{}": {"GET": "read", "DELETE": "execute"},
    "api/sessions/{}/active": {"PUT": "write"},
    "api/sessions/{}/status": {"GET": "read"},
    "api/sessions/{}/log": {"GET": "read"},
    "api/sessions/{}/seen": {"PUT": "write"},
    "api/sessions/{}/screen": {"GET": "read"},
    "api/sessions/{}/output": {"GET": "read"},
    "api/sessions/{}/input": {"DELETE": "execute"},
    "api/sessions/{}/interrupt": {"POST": "execute"},
    "api/sessions/{}/keys": {"POST": "execute"},
    "api/sessions/{}/answer": {"POST": "execute"},
    "api/sessions/{}/restart": {"POST": "execute"},
    "api/sessions/{}/messages": {"POST": "write"},
    "api/sessions/{}/queue": {"GET": "read", "DELETE": "write"},
    "api/sessions/{}/queue/paused": {"PUT": "write"},
    "api/sessions/{}/queue/{}": {"PUT": "write", "DELETE": "write"},
    "api/sessions/{}/queue/{}/retry": {"POST": "write"},
    "api/messages": {"GET": "read"},
    "api/tasks": {"GET": "read", "POST": "write"},
    "api/tasks/next": {"GET": "read"},
    "api/tasks/stats": {"GET": "read"},
    "api/tasks/export": {"GET": "read"},
    "api/tasks/{}": {"GET": "read", "PUT": "write", "DELETE": "write"},
    "api/tasks/{}/assign": {"POST": "write"},
    "api/tasks/{}/dependencies/{}": {"PUT": "write", "DELETE": "write"},
}
"""What each method of each address asks the authorizer for; written by hand, so that a slip in the table is seen."""
SOCKETS = {"api/events": "read", "terminals/websocket/{}": "execute"}
NOWHERE = "(?:/.*)?"

OPERATIONS = [(method, path, action) for path, methods in REST.items() for method, action in methods.items()]
WRITES = [(method, path) for method, path, action in OPERATIONS if action != "read"]
READS = [(method, path) for method, path, action in OPERATIONS if action == "read"]
FOREIGN = ("http://evil.example", "null")


class Judge(Authorizer):
    """Allows some actions and writes down what it was asked."""

    allowed = List(["read", "write", "execute"])

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self.asked: list[tuple[str, str]] = []

    def is_authorized(self, handler: object, user: object, action: str, resource: str) -> bool:
        self.asked.append((action, resource))
        return action in self.allowed


@pytest.fixture(params=[False, True], ids=["closed by default", "open by default"])
def jp_server_config(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The whole extension; whether Jupyter itself refuses strangers or leaves that to each handler."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return {
        "ServerApp": {
            "jpserver_extensions": {"areyouj_jupyter": True},
            "allow_unauthenticated_access": request.param,
        },
        "AreYouJApp": {"data_dir": str(tmp_path / "areyouj")},
    }


@asynccontextmanager
async def running(app: ServerApp) -> AsyncIterator[None]:
    """The extension, started: Jupyter's own test server leaves that out."""
    await start_extension(app)
    yield


@pytest.fixture
def ask(http_server_client: Any, jp_base_url: str) -> Ask:
    """`await ask(method, path, headers)`: the response; the path's parameters name nothing that there is."""

    async def ask(method: str, path: str, headers: Headers) -> HTTPResponse:
        return await http_server_client.fetch(
            f"{jp_base_url}areyouj/{path.replace('{}', 'nobody')}",
            method=method,
            headers={"Content-Type": "application/json", **headers},
            raise_error=False,
            allow_nonstandard_methods=True,
            follow_redirects=False,
        )

    return ask


@pytest.fixture
def knock(http_server_client: Any, jp_base_url: str, jp_http_port: int) -> Callable[[str, Headers], Awaitable[int]]:
    """`await knock(path, headers)`: the status with which a socket opens (101) or is refused."""

    async def knock(path: str, headers: Headers) -> int:
        url = f"ws://127.0.0.1:{jp_http_port}{jp_base_url}areyouj/{path.replace('{}', 'nobody')}"
        try:
            socket = await websocket_connect(HTTPRequest(url, headers=headers))
        except HTTPClientError as refusal:
            assert refusal.response is not None
            _check_failure(refusal.response)
            return refusal.code
        socket.close()
        return 101

    return knock


def addresses(app: Application) -> Iterator[str]:
    """Every pattern in the router that begins with `areyouj`, without the base URL."""
    base = app.settings["base_url"]
    for host in (*app.default_router.rules, *app.wildcard_router.rules):
        for rule in getattr(host.target, "rules", [host]):
            pattern = getattr(getattr(rule.matcher, "regex", None), "pattern", "")
            if pattern.startswith(f"{base}areyouj"):
                yield pattern.removeprefix(f"{base}areyouj").removesuffix("$").removeprefix("/")


def _check_failure(response: HTTPResponse) -> None:
    """Whatever is refused is refused in our shape, and shows nothing of the server."""
    assert response.headers["Content-Type"] == "application/json"
    assert json.loads(response.body).keys() == {"message", "reason"}


async def with_cookie(ask: Ask, token: Headers) -> Headers:
    """The header of a browser that has logged in."""
    response = await ask("GET", "api/health", token)
    pairs = [cookie.split(";", 1)[0] for cookie in response.headers.get_list("Set-Cookie")]
    return {"Cookie": "; ".join([*pairs, "_xsrf=abc"])}


def test_no_address_is_without_expectation(jp_serverapp: ServerApp) -> None:
    found = {pattern.replace("([^/]+)", "{}").replace("\\", "") for pattern in addresses(jp_serverapp.web_app)}
    assert found == {*REST, *SOCKETS, NOWHERE}


@pytest.mark.parametrize("headers", [{}, {"Authorization": "token wrong"}, {"Cookie": "username-localhost=x; _xsrf=a"}])
async def test_a_stranger_is_refused_everywhere(
    jp_serverapp: ServerApp, ask: Ask, knock: Any, headers: Headers
) -> None:
    async with running(jp_serverapp):
        for path in (*REST, "api/nothing", "nothing", ""):
            for method in ("GET", "POST", "PUT", "DELETE", "PATCH"):
                response = await ask(method, path, headers)
                known = path in REST and method not in REST[path]  # Jupyter may tell that before it asks who calls
                assert response.code in ((403, 405) if known else (403,)), (method, path)
                _check_failure(response)
        for path in SOCKETS:
            assert await knock(path, headers) == 403


async def test_a_token_opens_everything_from_anywhere(
    jp_serverapp: ServerApp, ask: Ask, knock: Any, jp_auth_header: Headers
) -> None:
    async with running(jp_serverapp):
        for headers in (jp_auth_header, {**jp_auth_header, "Origin": FOREIGN[0]}):
            for method, path, _ in OPERATIONS:
                assert (await ask(method, path, headers)).code in (200, 404, 422), (method, path)
            assert [await knock(path, headers) for path in SOCKETS] == [101, 404]


async def test_a_token_in_the_url_is_a_token(
    jp_serverapp: ServerApp, ask: Ask, knock: Any, jp_auth_header: Headers
) -> None:
    token = jp_auth_header["Authorization"].split()[1]
    async with running(jp_serverapp):
        assert (await ask("GET", f"api/health?token={token}", {})).code == 200
        assert (await ask("GET", "api/health?token=wrong", {})).code == 403
        assert await knock(f"api/events?token={token}", {}) == 101


async def test_a_cookie_reads_but_needs_the_xsrf_header_to_write(
    jp_serverapp: ServerApp, ask: Ask, knock: Any, jp_auth_header: Headers
) -> None:
    async with running(jp_serverapp):
        cookie = await with_cookie(ask, jp_auth_header)
        for method, path in READS:
            assert (await ask(method, path, cookie)).code in (200, 404), (method, path)
        for method, path in WRITES:
            assert (await ask(method, path, cookie)).code == 403, (method, path)
            assert (await ask(method, path, {**cookie, "X-XSRFToken": "other"})).code == 403, (method, path)
            assert (await ask(method, path, {**cookie, "X-XSRFToken": "abc"})).code in (404, 422), (method, path)
        assert [await knock(path, cookie) for path in SOCKETS] == [101, 404]


@pytest.mark.parametrize("origin", FOREIGN)
async def test_a_foreign_page_gets_nowhere_with_the_cookie(
    jp_serverapp: ServerApp, ask: Ask, knock: Any, jp_auth_header: Headers, origin: str
) -> None:
    async with running(jp_serverapp):
        cookie = await with_cookie(ask, jp_auth_header)
        headers = {**cookie, "X-XSRFToken": "abc", "Origin": origin}
        for method, path, _ in OPERATIONS:
            response = await ask(method, path, headers)
            assert response.code == 404, (method, path)
            assert json.loads(response.body)["reason"] == "NotFound"
            assert "Access-Control-Allow-Origin" not in response.headers
        assert [await knock(path, headers) for path in SOCKETS] == [403, 403]


async def test_a_foreign_host_name_is_refused(
    jp_serverapp: ServerApp, ask: Ask, knock: Any, jp_auth_header: Headers
) -> None:
    async with running(jp_serverapp):
        headers = {**jp_auth_header, "Host": "evil.example"}
        for method, path, _ in OPERATIONS:
            assert (await ask(method, path, headers)).code == 403, (method, path)
        assert [await knock(path, headers) for path in SOCKETS] == [403, 403]


@pytest.mark.parametrize("allowed", [[], ["read"], ["read", "write"], ["read", "write", "execute"]])
async def test_the_authorizer_is_asked_for_the_right_thing_and_obeyed(
    jp_serverapp: ServerApp, ask: Ask, knock: Any, jp_auth_header: Headers, allowed: list[str]
) -> None:
    async with running(jp_serverapp):
        judge = Judge(allowed=allowed, parent=jp_serverapp)
        jp_serverapp.web_app.settings["authorizer"] = judge
        for method, path, action in OPERATIONS:
            response = await ask(method, path, jp_auth_header)
            assert judge.asked.pop() == (action, "areyouj"), (method, path)
            assert (response.code == 403) == (action not in allowed), (method, path)
        for path, action in SOCKETS.items():
            assert (await knock(path, jp_auth_header) == 403) == (action not in allowed), path
            assert judge.asked.pop() == (action, "areyouj"), path
        assert judge.asked == []


async def test_looking_changes_nothing(jp_serverapp: ServerApp, ask: Ask, jp_auth_header: Headers) -> None:
    async with running(jp_serverapp):
        for method, path in READS:
            for ref in ("nobody", "default", "active"):
                await ask(method, path.replace("{}", ref), jp_auth_header)
        for path in ("agents", "sessions"):
            assert json.loads((await ask("GET", f"api/{path}", jp_auth_header)).body) == []


async def test_a_socket_s_address_is_no_page(jp_serverapp: ServerApp, ask: Ask, jp_auth_header: Headers) -> None:
    async with running(jp_serverapp):
        for path in SOCKETS:
            assert (await ask("GET", path, {})).code == 403
            response = await ask("GET", path, jp_auth_header)
            assert response.code == 400
            _check_failure(response)


async def test_options_answers_everybody_and_says_nothing(jp_serverapp: ServerApp, ask: Ask) -> None:
    async with running(jp_serverapp):
        for path in REST:
            response = await ask("OPTIONS", path, {"Origin": FOREIGN[0]})
            assert (response.code, response.body) == (200, b"")
            assert (
                "Access-Control-Allow-Origin" not in response.headers
                or not response.headers["Access-Control-Allow-Origin"]
            )
