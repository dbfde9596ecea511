"""REST: every success and every failure of a route comes out as the contract says."""

from __future__ import annotations

import asyncio
import inspect
import json
import typing
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from jupyter_server.serverapp import ServerApp
from tornado.httpclient import HTTPResponse
from waiting import until

from areyouj_jupyter import errors
from areyouj_jupyter.models import ExportTasks, PauseQueue, Removed, SendMessage, StartInstance
from areyouj_jupyter.server.contract import CSV, STATUS, Download, Route, status_of
from areyouj_jupyter.server.house import House
from areyouj_jupyter.server.rest import nowhere_rules, rest_rules

Fetch = Callable[..., Awaitable[HTTPResponse]]

TABLE = (
    Route("GET", "things", "list_things", "All.", list[Removed], action="read", needs_owner=False),
    Route("POST", "things", "create_thing", "Make one.", Removed, SendMessage, status=201),
    Route("PUT", "things/{id}/paused", "pause_thing", "Hold one.", Removed, PauseQueue),
    Route("DELETE", "things/{id}", "delete_thing", "Drop one.", status=204),
    Route("POST", "things/{id}/start", "start_thing", "Start one.", Removed, StartInstance, action="execute"),
    Route("GET", "things/{id}/file", "read_file", "One as a file.", Download, query=ExportTasks, action="read"),
)


@dataclass
class StubOwner:
    held: bool = True

    async def require(self) -> None:
        if not self.held:
            raise errors.NotOwner("The server http://far:1/ runs the sessions.")


@dataclass
class StubHouse:
    """What rest.py itself asks a house for, and a place for the handlers to leave what they got."""

    owner: StubOwner = field(default_factory=StubOwner)
    message_limit: int = 1024
    calls: list[tuple[Any, ...]] = field(default_factory=list)
    error: Exception | None = None
    arrived: bool = False
    gate: asyncio.Event | None = None
    """If there is one, handlers wait for it."""

    async def do(self, *call: Any) -> None:
        self.arrived = True
        if self.gate:
            await self.gate.wait()
        if self.error:
            raise self.error
        self.calls.append(call)


async def list_things(house: StubHouse) -> list[Removed]:
    await house.do("list")
    return [Removed(id="a")]


async def create_thing(house: StubHouse, body: SendMessage) -> Removed:
    await house.do("create", body)
    return Removed(id="a")


async def pause_thing(house: StubHouse, ref: str, body: PauseQueue) -> Removed:
    await house.do("pause", ref, body)
    return Removed(id=ref)


async def delete_thing(house: StubHouse, ref: str) -> None:
    await house.do("delete", ref)


async def start_thing(house: StubHouse, ref: str, body: StartInstance) -> Removed:
    await house.do("start", ref, body)
    return Removed(id=ref)


async def read_file(house: StubHouse, ref: str, query: ExportTasks) -> Download:
    await house.do("file", ref, query)
    return Download(b"a,b", CSV, "ä.csv", {"X-AreYouJ-Offset": "3"})


HANDLERS = {
    each.__name__: each for each in (list_things, create_thing, pause_thing, delete_thing, start_thing, read_file)
}


@pytest.fixture
def house(jp_serverapp: ServerApp) -> StubHouse:
    """A real Jupyter server that has the table's routes, over a house that remembers its calls."""
    stub = StubHouse()
    find = typing.cast("Callable[[], House]", lambda: stub)
    base = jp_serverapp.base_url
    rules = [*rest_rules(TABLE, HANDLERS, find), *nowhere_rules(find)]
    jp_serverapp.web_app.add_handlers(".*$", [(base + pattern, kind, more) for pattern, kind, more in rules])
    return stub


@pytest.fixture
def ask(http_server_client: Any, jp_base_url: str, jp_auth_header: dict[str, str], house: StubHouse) -> Fetch:
    """`await ask(method, path, body)`: the response, whatever its status; path as it stands in the URL."""

    async def ask(method: str, path: str, body: Any = None, **more: Any) -> HTTPResponse:
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        headers = {**jp_auth_header, "Content-Type": "application/json", **more.pop("headers", {})}
        more = {"raise_error": False, "allow_nonstandard_methods": True, "headers": headers, **more}
        return await http_server_client.fetch(f"{jp_base_url}areyouj/api/{path}", method=method, body=body, **more)

    return ask


def failure(response: HTTPResponse) -> tuple[int, str]:
    """Status and reason, once the body is seen to be a whole Failure."""
    assert response.headers["Content-Type"] == "application/json"
    body = json.loads(response.body)
    assert body.keys() == {"message", "reason"} and body["message"].endswith(".")
    return response.code, body["reason"]


def every_error() -> Iterator[type[errors.AreYouJError]]:
    """All classes of errors.py."""
    for kind in vars(errors).values():
        if inspect.isclass(kind) and issubclass(kind, errors.AreYouJError):
            yield kind


async def test_an_answer_is_json_that_nobody_stores(ask: Fetch) -> None:
    response = await ask("GET", "things")
    assert (response.code, json.loads(response.body)) == (200, [{"id": "a", "removed": True}])
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "Etag" not in response.headers


async def test_a_body_arrives_as_its_struct(ask: Fetch, house: StubHouse) -> None:
    assert (await ask("POST", "things", {"content": "hello"})).code == 201
    assert house.calls == [("create", SendMessage(content="hello"))]


async def test_a_value_in_the_path_is_decoded(ask: Fetch, house: StubHouse) -> None:
    assert (await ask("PUT", "things/J%C3%B6rg%2F1/paused", {"paused": True})).code == 200
    assert house.calls == [("pause", "Jörg/1", PauseQueue(paused=True))]


async def test_a_deletion_says_nothing(ask: Fetch) -> None:
    response = await ask("DELETE", "things/a")
    assert (response.code, response.body) == (204, b"")


async def test_a_body_that_may_be_left_out_may_be_left_out(ask: Fetch, house: StubHouse) -> None:
    assert (await ask("POST", "things/a/start")).code == 200
    assert house.calls == [("start", "a", StartInstance())]


async def test_a_file_is_never_a_page(ask: Fetch) -> None:
    response = await ask("GET", "things/a/file?format=csv")
    assert (response.code, response.body, response.headers["Content-Type"]) == (200, b"a,b", CSV)
    assert response.headers["Content-Disposition"] == "attachment; filename*=utf-8''%C3%A4.csv"
    assert response.headers["Content-Security-Policy"].endswith("; sandbox")
    assert response.headers["X-AreYouJ-Offset"] == "3"


async def test_every_error_has_its_status_and_its_reason(ask: Fetch, house: StubHouse) -> None:
    for kind in every_error():
        house.error = kind()
        assert failure(await ask("GET", "things")) == (status_of(kind), kind.__name__)


async def test_the_statuses_are_those_of_the_design() -> None:
    assert {status_of(kind) for kind in every_error()} == set(STATUS.values())
    assert set(STATUS.values()) == {400, 403, 404, 405, 409, 413, 415, 422, 500, 503, 507}


async def test_an_unexpected_error_shows_no_traceback(ask: Fetch, house: StubHouse) -> None:
    house.error = ValueError("canary")
    response = await ask("GET", "things")
    assert failure(response) == (500, "AreYouJError")
    assert b"canary" not in response.body and b"Traceback" not in response.body


async def test_who_is_told_to_wait_is_told_how_long(ask: Fetch, house: StubHouse) -> None:
    house.error = errors.DatabaseBusy()
    assert (await ask("GET", "things")).headers["Retry-After"] == "1"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"{", (400, "Malformed")),
        (b'{"content": "\xff"}', (400, "Malformed")),
        (b'{"content": "a"} b', (400, "Malformed")),
        (b"NaN", (400, "Malformed")),
        (rb'{"content": "\ud800", "x": ' + b"[" * 50_000, (400, "Malformed")),
        (b"[]", (422, "Invalid")),
        (b"{}", (422, "Invalid")),
        (b"null", (422, "Invalid")),
        (b'{"content": 1}', (422, "Invalid")),
        (b'{"content": "a", "colour": "red"}', (422, "Invalid")),
        (rb'{"content": "\u0000"}', (422, "Invalid")),
        (rb'{"content": "\ud800"}', (422, "Invalid")),
        (b'{"content": "' + b"a" * 100_000 + b'"}', (413, "TooLarge")),
    ],
)
async def test_a_bad_body_is_refused(ask: Fetch, house: StubHouse, body: bytes, expected: tuple[int, str]) -> None:
    assert failure(await ask("POST", "things", body)) == expected
    assert house.calls == []


async def test_an_escaped_backslash_is_no_nul(ask: Fetch, house: StubHouse) -> None:
    assert (await ask("POST", "things", rb'{"content": "\\u0000"}')).code == 201
    assert house.calls == [("create", SendMessage(content=r"\u0000"))]


async def test_a_refusal_names_the_field(ask: Fetch) -> None:
    response = await ask("POST", "things", {"content": 1})
    assert json.loads(response.body)["message"] == "The request is not valid: `content`: expected `str`, got `int`."


@pytest.mark.parametrize(
    "media", ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin-1"]
)
async def test_only_json_is_taken(ask: Fetch, house: StubHouse, media: str) -> None:
    response = await ask("POST", "things", {"content": "a"}, headers={"Content-Type": media})
    assert failure(response) == (415, "NotJson")
    assert house.calls == []


async def test_a_body_where_none_belongs_is_looked_at_too(ask: Fetch) -> None:
    assert failure(await ask("DELETE", "things/a", b"x", headers={"Content-Type": "text/plain"})) == (415, "NotJson")
    assert failure(await ask("DELETE", "things/a", {"force": True})) == (422, "Invalid")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("format=pdf", (422, "Invalid")),
        ("format=csv&format=csv", (422, "Invalid")),
        ("colour=red", (422, "Invalid")),
        ("format=%00", (422, "Invalid")),
        ("format=%ff", (400, "Malformed")),
    ],
)
async def test_a_bad_query_is_refused(ask: Fetch, query: str, expected: tuple[int, str]) -> None:
    assert failure(await ask("GET", f"things/a/file?{query}")) == expected


async def test_what_jupyter_adds_to_a_query_is_passed_over(ask: Fetch) -> None:
    assert (await ask("GET", "things?1732100000000&no_track_activity=1&_xsrf=x")).code == 200


async def test_a_path_that_is_not_utf_8_is_refused(ask: Fetch) -> None:
    assert failure(await ask("DELETE", "things/%ff")) == (400, "Malformed")


@pytest.mark.parametrize("method", ["PUT", "PATCH", "HEAD", "TRACE"])
async def test_another_method_is_told_the_right_ones(ask: Fetch, method: str) -> None:
    response = await ask(method, "things")
    assert (response.code, response.headers["Allow"]) == (405, "GET, POST, OPTIONS")
    if method != "HEAD":
        assert failure(response) == (405, "MethodNotAllowed")


@pytest.mark.parametrize("path", ["nothing", "things/a/b/c", "things/", ""])
@pytest.mark.parametrize("method", ["GET", "POST", "PATCH"])
async def test_an_unknown_address_is_not_found(ask: Fetch, path: str, method: str) -> None:
    assert failure(await ask(method, path)) == (404, "NotFound")


@pytest.mark.parametrize("path", ["nothing", "things"])
async def test_a_stranger_learns_nothing(ask: Fetch, house: StubHouse, path: str) -> None:
    for method in ("GET", "POST", "PATCH"):
        response = await ask(method, path, headers={"Authorization": "token wrong"})
        assert failure(response) == (403, "Forbidden")
    assert house.calls == []


async def test_another_server_s_sessions_can_be_looked_at_only(ask: Fetch, house: StubHouse) -> None:
    house.owner.held = False
    assert (await ask("GET", "things")).code == 200
    response = await ask("POST", "things", {"content": "a"})
    assert failure(response) == (409, "NotOwner")
    assert "http://far:1/" in json.loads(response.body)["message"]
    assert house.calls == [("list",)]


async def test_a_server_that_still_starts_says_so(jp_serverapp: ServerApp, jp_fetch: Fetch) -> None:
    def find() -> House:
        raise errors.Unavailable("AreYouJ is still starting.")

    rules = rest_rules(TABLE, HANDLERS, find)
    base = jp_serverapp.base_url
    jp_serverapp.web_app.add_handlers(".*$", [(base + pattern, kind, more) for pattern, kind, more in rules])
    assert failure(await jp_fetch("areyouj", "api", "things", raise_error=False)) == (503, "Unavailable")


@pytest.mark.usefixtures("http_server")
async def test_a_client_that_leaves_does_not_stop_a_write(
    house: StubHouse, jp_serverapp: ServerApp, jp_http_port: int
) -> None:
    house.gate = asyncio.Event()
    async with _sent(jp_serverapp, jp_http_port, b'{"content": "a"}') as writer:
        await until(lambda: house.arrived)
        writer.close()
        await writer.wait_closed()
    house.gate.set()
    await until(lambda: house.calls)
    assert house.calls == [("create", SendMessage(content="a"))]


@asynccontextmanager
async def _sent(app: ServerApp, port: int, body: bytes) -> AsyncIterator[asyncio.StreamWriter]:
    """A raw request whose answer nobody waits for."""
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"POST {app.base_url}areyouj/api/things HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
    head += f"Authorization: token {app.identity_provider.token}\r\n"
    head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    writer.write(head.encode() + body)
    await writer.drain()
    yield writer
