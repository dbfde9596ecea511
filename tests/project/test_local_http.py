"""No request of the tests loads the world's certificates: that takes twenty times as long as the request."""

from __future__ import annotations

import ast

from repository import ROOT


def calls(source: str) -> list[ast.Call]:
    """The calls of `httpx.something` that make a client."""
    return [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "httpx"
        and node.func.attr in {"get", "post", "put", "delete", "request", "stream", "Client", "AsyncClient"}
    ]


def is_local(call: ast.Call) -> bool:
    """Whether it is made as local_http.py says."""
    return any(each.arg is None and ast.unparse(each.value) == "LOCAL" for each in call.keywords)


def test_a_request_that_forgets_it_is_noticed() -> None:
    assert [is_local(call) for call in calls("httpx.get(url)\nhttpx.get(url, **LOCAL)")] == [False, True]


def test_all_requests_are_made_as_local_ones() -> None:
    files = [path for path in (ROOT / "tests").rglob("*.py") if path.name != "test_local_http.py"]
    assert [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in files
        for call in calls(path.read_text("utf-8"))
        if not is_local(call)
    ] == []
