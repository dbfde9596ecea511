"""The table of routes: each has a handler that is what it says, one name, and one place."""

from __future__ import annotations

import inspect
import typing

import pytest

from areyouj_jupyter.server.http.contract import Route
from areyouj_jupyter.server.http.handlers import OPERATIONS
from areyouj_jupyter.server.http.routes import ROUTES
from areyouj_jupyter.server.services import Services


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_every_handler_is_what_its_route_says(route: Route) -> None:
    hints = typing.get_type_hints(OPERATIONS[route.name])
    returns = hints.pop("return")
    parameters = ["services", *(name for name in hints if hints[name] is str)]
    assert hints.pop("services") is Services
    assert hints.pop("body", None) is route.body
    assert hints.pop("query", None) is route.query
    assert len(hints) == route.path.count("{") and all(hint is str for hint in hints.values())
    assert list(inspect.signature(OPERATIONS[route.name]).parameters)[: len(parameters)] == parameters
    assert returns == (route.returns if route.returns is not None else type(None))


def test_every_route_has_one_name_and_one_place() -> None:
    assert len({route.name for route in ROUTES}) == len(ROUTES)
    assert len({(route.method, route.path) for route in ROUTES}) == len(ROUTES)


def test_only_reading_has_no_effects() -> None:
    assert all((route.method == "GET") == (route.action == "read") for route in ROUTES)
    assert all(route.needs_owner for route in ROUTES if route.method != "GET")
