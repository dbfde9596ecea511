"""The OpenAPI document: valid, complete, and the one that is committed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

import areyouj_jupyter
from areyouj_jupyter.server.http.openapi import document
from areyouj_jupyter.server.http.routes import PARAMETERS, ROUTES

COMMITTED = Path(areyouj_jupyter.__file__).parent / "openapi.json"


def ordered(part: Any) -> Any:
    """With alternatives in one order: theirs means nothing, and msgspec 0.19 has another than 0.22."""
    if isinstance(part, list):
        return [ordered(each) for each in part]
    if not isinstance(part, dict):
        return part
    return {
        name: sorted(map(ordered, each), key=json.dumps) if name == "anyOf" else ordered(each)
        for name, each in part.items()
    }


def test_the_committed_document_is_today_s() -> None:
    assert ordered(json.loads(COMMITTED.read_text())) == ordered(document()), (
        "run python -m areyouj_jupyter.server.http.openapi > openapi.json"
    )


def test_every_route_is_in_it_with_every_answer() -> None:
    paths = document()["paths"]
    assert sum(map(len, paths.values())) == len(ROUTES)
    for route in ROUTES:
        operation = paths[f"/{route.path}"][route.method.lower()]
        assert operation["operationId"] == route.name
        assert operation["x-areyouj-action"] == route.action
        assert set(operation["responses"]) == {str(route.status), *map(str, route.failures())}
        assert ("requestBody" in operation) == (route.body is not None)


def test_every_reference_has_its_schema() -> None:
    made = document()
    text = json.dumps(made)
    named = {part.split('"', 1)[0] for part in text.split("#/components/schemas/")[1:]}
    schemas = set(made["components"]["schemas"])
    assert named <= schemas
    assert schemas - named == {"Event", "Subscribe"}, "what only the sockets use"


def test_every_schema_is_one() -> None:
    for schema in document()["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_a_body_is_required_where_one_of_its_fields_is() -> None:
    paths = document()["paths"]
    assert paths["/agents"]["post"]["requestBody"]["required"]
    assert not paths["/agents/{id}/instances"]["post"]["requestBody"]["required"]


def test_every_parameter_of_a_path_is_explained() -> None:
    used = {
        (route.path.split("/")[0], part[1:-1]) for route in ROUTES for part in route.path.split("/") if part[0] == "{"
    }
    assert used == set(PARAMETERS)


def test_a_pair_is_a_list_of_two() -> None:
    cursor = document()["components"]["schemas"]["ScreenModel"]["properties"]["cursor"]
    assert cursor == {"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "integer"}}


def test_a_query_parameter_is_never_null() -> None:
    (agent, *_) = document()["paths"]["/messages"]["get"]["parameters"]
    assert agent == {"name": "agent", "in": "query", "required": False, "schema": {"type": "string", "minLength": 1}}
