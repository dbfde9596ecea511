"""Routes of a small table in a real Jupyter server; their services remember calls: fixtures `stub`, `fetch`."""

from __future__ import annotations

import asyncio
import json
import typing
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from jupyter_server.serverapp import ServerApp
from tornado.httpclient import HTTPResponse

from areyouj_jupyter import errors
from areyouj_jupyter.models import ExportTasks, PauseQueue, Removed, SendMessage, StartInstance
from areyouj_jupyter.server.http.contract import CSV, Download, Route
from areyouj_jupyter.server.http.rest import nowhere_rules, rest_rules
from areyouj_jupyter.server.services import Services

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
class StubServices:
    """What rest.py itself asks a server for, and a place for the handlers to leave what they got."""

    owner: StubOwner = field(default_factory=StubOwner)
    trouble: str | None = None
    message_limit: int = 1024
    calls: list[tuple[Any, ...]] = field(default_factory=list)
    error: Exception | None = None
    arrived: bool = False
    gate: asyncio.Event | None = None
    """If there is one, handlers wait for it."""

    def folder_trouble(self) -> str | None:
        """What is wrong with the data folder."""
        return self.trouble

    async def do(self, *call: Any) -> None:
        self.arrived = True
        if self.gate:
            await self.gate.wait()
        if self.error:
            raise self.error
        self.calls.append(call)


async def list_things(services: StubServices) -> list[Removed]:
    await services.do("list")
    return [Removed(id="a")]


async def create_thing(services: StubServices, body: SendMessage) -> Removed:
    await services.do("create", body)
    return Removed(id="a")


async def pause_thing(services: StubServices, ref: str, body: PauseQueue) -> Removed:
    await services.do("pause", ref, body)
    return Removed(id=ref)


async def delete_thing(services: StubServices, ref: str) -> None:
    await services.do("delete", ref)


async def start_thing(services: StubServices, ref: str, body: StartInstance) -> Removed:
    await services.do("start", ref, body)
    return Removed(id=ref)


async def read_file(services: StubServices, ref: str, query: ExportTasks) -> Download:
    await services.do("file", ref, query)
    return Download(b"a,b", CSV, "ä.csv", {"X-AreYouJ-Offset": "3"})


HANDLERS = {
    each.__name__: each for each in (list_things, create_thing, pause_thing, delete_thing, start_thing, read_file)
}


@pytest.fixture
def stub(jp_serverapp: ServerApp) -> StubServices:
    """A real Jupyter server that has the table's routes, over a server that remembers its calls."""
    services = StubServices()
    find = typing.cast("Callable[[], Services]", lambda: services)
    base = jp_serverapp.base_url
    rules = [*rest_rules(TABLE, HANDLERS, find), *nowhere_rules(find)]
    jp_serverapp.web_app.add_handlers(".*$", [(base + pattern, kind, more) for pattern, kind, more in rules])
    return services


@pytest.fixture
def fetch(http_server_client: Any, jp_base_url: str, jp_auth_header: dict[str, str], stub: StubServices) -> Fetch:
    """`await fetch(method, path, body)`: the response, whatever its status; path as it stands in the URL."""

    async def fetch(method: str, path: str, body: Any = None, **more: Any) -> HTTPResponse:
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        headers = {**jp_auth_header, "Content-Type": "application/json", **more.pop("headers", {})}
        more = {"raise_error": False, "allow_nonstandard_methods": True, "headers": headers, **more}
        return await http_server_client.fetch(f"{jp_base_url}areyouj/api/{path}", method=method, body=body, **more)

    return fetch


def failure(response: HTTPResponse) -> tuple[int, str]:
    """Status and reason, once the body is seen to be a whole Failure."""
    assert response.headers["Content-Type"] == "application/json"
    body = json.loads(response.body)
    assert body.keys() == {"message", "reason"} and body["message"].endswith(".")
    return response.code, body["reason"]
