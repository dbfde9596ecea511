"""REST: every success and every failure of a route comes out as the contract says."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from jupyter_server.serverapp import ServerApp
from stub_services import HANDLERS, TABLE, Fetch, StubServices, failure
from waiting import until

from areyouj_jupyter import errors
from areyouj_jupyter.models import PauseQueue, SendMessage, StartInstance
from areyouj_jupyter.server.http.contract import CSV, STATUS, status_of
from areyouj_jupyter.server.http.rest import rest_rules
from areyouj_jupyter.server.services import Services


def every_error() -> Iterator[type[errors.AreYouJError]]:
    """All classes of errors.py."""
    for kind in vars(errors).values():
        if inspect.isclass(kind) and issubclass(kind, errors.AreYouJError):
            yield kind


async def test_an_answer_is_json_that_nobody_stores(fetch: Fetch) -> None:
    response = await fetch("GET", "things")
    assert (response.code, json.loads(response.body)) == (200, [{"id": "a", "removed": True}])
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "Etag" not in response.headers


async def test_a_body_arrives_as_its_struct(fetch: Fetch, stub: StubServices) -> None:
    assert (await fetch("POST", "things", {"content": "hello"})).code == 201
    assert stub.calls == [("create", SendMessage(content="hello"))]


async def test_a_value_in_the_path_is_decoded(fetch: Fetch, stub: StubServices) -> None:
    assert (await fetch("PUT", "things/J%C3%B6rg%2F1/paused", {"paused": True})).code == 200
    assert stub.calls == [("pause", "Jörg/1", PauseQueue(paused=True))]


async def test_a_deletion_says_nothing(fetch: Fetch) -> None:
    response = await fetch("DELETE", "things/a")
    assert (response.code, response.body) == (204, b"")


async def test_a_body_that_may_be_left_out_may_be_left_out(fetch: Fetch, stub: StubServices) -> None:
    assert (await fetch("POST", "things/a/start")).code == 200
    assert stub.calls == [("start", "a", StartInstance())]


async def test_a_file_is_never_a_page(fetch: Fetch) -> None:
    response = await fetch("GET", "things/a/file?format=csv")
    assert (response.code, response.body, response.headers["Content-Type"]) == (200, b"a,b", CSV)
    assert response.headers["Content-Disposition"] == "attachment; filename*=utf-8''%C3%A4.csv"
    assert response.headers["Content-Security-Policy"].endswith("; sandbox")
    assert response.headers["X-AreYouJ-Offset"] == "3"


async def test_every_error_has_its_status_and_its_reason(fetch: Fetch, stub: StubServices) -> None:
    for kind in every_error():
        stub.error = kind()
        assert failure(await fetch("GET", "things")) == (status_of(kind), kind.__name__)


async def test_the_statuses_are_those_of_the_design() -> None:
    assert {status_of(kind) for kind in every_error()} == set(STATUS.values())
    assert set(STATUS.values()) == {400, 403, 404, 405, 409, 413, 415, 422, 500, 503, 507}


async def test_an_unexpected_error_shows_no_traceback(fetch: Fetch, stub: StubServices) -> None:
    stub.error = ValueError("canary")
    response = await fetch("GET", "things")
    assert failure(response) == (500, "AreYouJError")
    assert b"canary" not in response.body and b"Traceback" not in response.body


async def test_who_is_told_to_wait_is_told_how_long(fetch: Fetch, stub: StubServices) -> None:
    stub.error = errors.DatabaseBusy()
    assert (await fetch("GET", "things")).headers["Retry-After"] == "1"


async def test_what_jupyter_adds_to_a_query_is_passed_over(fetch: Fetch) -> None:
    assert (await fetch("GET", "things?1732100000000&no_track_activity=1&_xsrf=x")).code == 200


async def test_another_server_s_sessions_can_be_looked_at_only(fetch: Fetch, stub: StubServices) -> None:
    stub.owner.held = False
    assert (await fetch("GET", "things")).code == 200
    response = await fetch("POST", "things", {"content": "a"})
    assert failure(response) == (409, "NotOwner")
    assert "http://far:1/" in json.loads(response.body)["message"]
    assert stub.calls == [("list",)]


async def test_a_server_that_still_starts_says_so(jp_serverapp: ServerApp, jp_fetch: Fetch) -> None:
    def find() -> Services:
        raise errors.Unavailable("AreYouJ is still starting.")

    rules = rest_rules(TABLE, HANDLERS, find)
    base = jp_serverapp.base_url
    jp_serverapp.web_app.add_handlers(".*$", [(base + pattern, kind, more) for pattern, kind, more in rules])
    assert failure(await jp_fetch("areyouj", "api", "things", raise_error=False)) == (503, "Unavailable")


@pytest.mark.usefixtures("http_server")
async def test_a_client_that_leaves_does_not_stop_a_write(
    stub: StubServices, jp_serverapp: ServerApp, jp_http_port: int
) -> None:
    stub.gate = asyncio.Event()
    async with _sent(jp_serverapp, jp_http_port, b'{"content": "a"}') as writer:
        await until(lambda: stub.arrived)
        writer.close()
        await writer.wait_closed()
    stub.gate.set()
    await until(lambda: stub.calls)
    assert stub.calls == [("create", SendMessage(content="a"))]


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
