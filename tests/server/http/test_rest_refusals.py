"""REST: what is refused, and that it is told in the same form."""

from __future__ import annotations

import json

import pytest
from stub_services import Fetch, StubServices, failure

from areyouj_jupyter.models import SendMessage


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
async def test_a_bad_body_is_refused(fetch: Fetch, stub: StubServices, body: bytes, expected: tuple[int, str]) -> None:
    assert failure(await fetch("POST", "things", body)) == expected
    assert stub.calls == []


async def test_an_escaped_backslash_is_no_nul(fetch: Fetch, stub: StubServices) -> None:
    assert (await fetch("POST", "things", rb'{"content": "\\u0000"}')).code == 201
    assert stub.calls == [("create", SendMessage(content=r"\u0000"))]


async def test_a_refusal_names_the_field(fetch: Fetch) -> None:
    response = await fetch("POST", "things", {"content": 1})
    assert json.loads(response.body)["message"] == "The request is not valid: `content`: expected `str`, got `int`."


@pytest.mark.parametrize(
    "media", ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin-1"]
)
async def test_only_json_is_taken(fetch: Fetch, stub: StubServices, media: str) -> None:
    response = await fetch("POST", "things", {"content": "a"}, headers={"Content-Type": media})
    assert failure(response) == (415, "NotJson")
    assert stub.calls == []


async def test_a_body_where_none_belongs_is_looked_at_too(fetch: Fetch) -> None:
    assert failure(await fetch("DELETE", "things/a", b"x", headers={"Content-Type": "text/plain"})) == (415, "NotJson")
    assert failure(await fetch("DELETE", "things/a", {"force": True})) == (422, "Invalid")


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
async def test_a_bad_query_is_refused(fetch: Fetch, query: str, expected: tuple[int, str]) -> None:
    assert failure(await fetch("GET", f"things/a/file?{query}")) == expected


async def test_a_path_that_is_not_utf_8_is_refused(fetch: Fetch) -> None:
    assert failure(await fetch("DELETE", "things/%ff")) == (400, "Malformed")


@pytest.mark.parametrize("method", ["PUT", "PATCH", "HEAD", "TRACE"])
async def test_another_method_is_told_the_right_ones(fetch: Fetch, method: str) -> None:
    response = await fetch(method, "things")
    assert (response.code, response.headers["Allow"]) == (405, "GET, POST, OPTIONS")
    if method != "HEAD":
        assert failure(response) == (405, "MethodNotAllowed")


@pytest.mark.parametrize("path", ["nothing", "things/a/b/c", "things/", ""])
@pytest.mark.parametrize("method", ["GET", "POST", "PATCH"])
async def test_an_unknown_address_is_not_found(fetch: Fetch, path: str, method: str) -> None:
    assert failure(await fetch(method, path)) == (404, "NotFound")


@pytest.mark.parametrize("path", ["nothing", "things"])
async def test_a_stranger_learns_nothing(fetch: Fetch, stub: StubServices, path: str) -> None:
    for method in ("GET", "POST", "PATCH"):
        response = await fetch(method, path, headers={"Authorization": "token wrong"})
        assert failure(response) == (403, "Forbidden")
    assert stub.calls == []
