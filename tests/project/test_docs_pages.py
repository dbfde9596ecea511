"""The parts of the documentation that are generated, and the tables that stand beside the code."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from documents import ROOT, blocks, document, rows, section
from generated_parts import MARK, drawn, filled
from openapi_page import model_lines, openapi_page, operation_lines, table
from prometheus_client import Counter, Gauge
from public_names import BETWEEN_US
from schema_words import type_words

from areyouj_jupyter.models import Event
from areyouj_jupyter.server import metrics
from areyouj_jupyter.server.http.routes import ROUTES

REFERENCE = "docs/reference"


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"type": "string"}, "string"),
        ({}, "anything"),
        ({"type": "integer", "minimum": 1, "maximum": 500}, "integer (≥ 1, ≤ 500)"),
        ({"$ref": "#/components/schemas/SessionModel"}, "[SessionModel](#sessionmodel)"),
        ({"anyOf": [{"type": "number"}, {"type": "null"}]}, "number or null"),
        ({"enum": ["idle", "busy"]}, '`"idle"` or `"busy"`'),
        ({"type": "array", "items": {"type": "string"}}, "list of string"),
        ({"type": "object", "additionalProperties": {"type": "string"}}, "object of string"),
        ({"type": "object", "additionalProperties": {}}, "object"),
    ],
)
def test_a_type_is_said_in_words(schema: dict[str, Any], words: str) -> None:
    assert type_words(schema) == words


def test_a_route_says_what_it_takes_gives_and_how_it_fails() -> None:
    answer = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Page"}}}}
    operation = {
        "summary": "Look.",
        "x-areyouj-action": "read",
        "parameters": [
            {"name": "limit", "in": "query", "required": False, "schema": {"type": "integer", "default": 50}},
        ],
        "requestBody": {"required": False, "content": {"application/json": {"schema": {"type": "string"}}}},
        "responses": {"200": answer, "404": {"description": "NotFound"}},
    }
    assert operation_lines("/things", "get", operation) == [
        "### GET things",
        "",
        "Look.",
        "",
        "| parameter | in | type | if absent |",
        "| --- | --- | --- | --- |",
        "| `limit` | query | integer | `50` |",
        "",
        "- Asks the authorizer for: `read`.",
        "- Body: string, may be left out.",
        "- 200: [Page](#page).",
        "- Failures: 404 (NotFound).",
        "",
    ]


def test_a_model_says_its_fields() -> None:
    schema = {
        "description": "A thing.",
        "properties": {"id": {"type": "string"}, "note": {"type": "string"}, "size": {"type": "integer", "default": 1}},
        "required": ["id"],
    }
    assert model_lines("Thing", schema) == [
        "### Thing",
        "",
        "A thing.",
        "",
        "| field | type | if absent |",
        "| --- | --- | --- |",
        "| `id` | string |  |",
        "| `note` | string | left out |",
        "| `size` | integer | `1` |",
        "",
    ]


def test_a_bar_in_a_cell_ends_no_cell() -> None:
    assert rows("\n".join(table(("a", "b"), [("1|2", "3")]))) == [("1|2", "3")]


def test_the_page_has_every_route_and_every_model_once() -> None:
    described = json.loads(document("areyouj_jupyter/openapi.json"))
    headings = re.findall(r"^### (.*)$", openapi_page(described), re.MULTILINE)
    routes = [f"{route.method} {route.path}" for route in ROUTES]
    assert sorted(headings) == sorted([*routes, *described["components"]["schemas"]])


def test_the_mark_of_the_routes_stands_on_their_page() -> None:
    page = document(f"{REFERENCE}/http.md")
    assert page.count(MARK) == 1
    assert "### GET sessions" in filled(page)


def test_what_is_drawn_in_a_docstring_is_kept() -> None:
    lines = ["Says.", "", "    a", "    b", "", "End."]
    shown = [part for line, before in zip(lines, ["", *lines], strict=False) for part in drawn(line, before)]
    assert shown == ["Says.", "", "::", "", "    a", "    b", "", "End."]


def test_the_reference_lists_every_metric() -> None:
    told = {row[0].strip("`"): (row[1], row[3]) for row in rows(document(f"{REFERENCE}/metrics.md"))}
    ours = [metric for metric in vars(metrics).values() if isinstance(metric, Counter | Gauge)]
    made = [each for metric in ours for each in metric.describe()]
    assert told == {each.name: (each.type, each.documentation) for each in made}


def test_the_reference_lists_every_setting_of_the_sidebar() -> None:
    schema = json.loads(document("labextension/schema/plugin.json"))["properties"]
    told = [(row[0], row[1], row[2], row[4]) for row in rows(document(f"{REFERENCE}/sidebar-settings.md"))]
    assert told == [
        (each["title"], f"`{name}`", f"`{json.dumps(each['default'])}`", each["description"])
        for name, each in schema.items()
    ]


def test_the_reference_lists_every_type_of_event() -> None:
    schema = json.loads(document("areyouj_jupyter/openapi.json"))["components"]["schemas"]
    table_rows = rows(section(document(f"{REFERENCE}/events.md"), "## The events socket"))
    source = (ROOT / "areyouj_jupyter" / "models" / "events.py").read_text("utf-8")
    (words,) = re.findall(r'type: str\n    """(.*?)"""', source, re.DOTALL)
    named = set(re.findall(r"`([a-z-]+)`", words))
    assert {row[0].strip("`").removeprefix("session:<id>:") for row in table_rows} == named
    models = {name for row in table_rows for name in re.findall(r"`(\w+)`", row[1])}
    assert models <= set(schema)
    assert Event.__name__ in schema


def test_the_reference_leaves_out_of_a_class_what_is_between_us() -> None:
    parts = "".join(block.text for block in blocks(document(f"{REFERENCE}/python-api.md"), "{eval-rst}"))
    for owner, names in BETWEEN_US.items():
        (options,) = re.findall(rf"autoclass:: {owner.__module__}\.{owner.__name__}\n((?:   .*\n)+)", parts)
        (left_out,) = re.findall(r":exclude-members: (.*)", options)
        assert {name for name in left_out.split(", ") if not name.startswith("__")} == names
