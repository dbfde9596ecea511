"""The routes and models of an OpenAPI document, as Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from schema_words import Json, type_words

METHODS = ("get", "post", "put", "delete")


def openapi_page(document: Json) -> str:
    """All routes by their first word, then all models."""
    operations = [
        (path, method, item[method]) for path, item in document["paths"].items() for method in METHODS if method in item
    ]
    tags = dict.fromkeys(operation["tags"][0] for _, _, operation in operations)
    lines: list[str] = []
    for tag in tags:
        lines += [f"## Routes: {tag}", ""]
        for path, method, operation in operations:
            if operation["tags"][0] == tag:
                lines += operation_lines(path, method, operation)
    lines += ["## Models", ""]
    for name, schema in document["components"]["schemas"].items():
        lines += model_lines(name, schema)
    return "\n".join(lines)


def operation_lines(path: str, method: str, operation: Json) -> list[str]:
    """One route: what it does, takes, gives, and how it may fail."""
    body = operation.get("requestBody")
    takes = [f"- Body: {_content(body)}{'' if body.get('required') else ', may be left out'}."] if body else []
    return [
        f"### {method.upper()} {path.lstrip('/')}",
        "",
        operation["summary"],
        "",
        *_parameters(operation.get("parameters", ())),
        f"- Asks the authorizer for: `{operation['x-areyouj-action']}`.",
        *takes,
        *_answers(operation["responses"]),
        "",
    ]


def model_lines(name: str, schema: Json) -> list[str]:
    """One model: its fields with their types, and which may be missing."""
    needed = schema.get("required", ())
    rows = [
        (f"`{field}`", type_words(words), "" if field in needed else _default(words))
        for field, words in schema.get("properties", {}).items()
    ]
    return [f"### {name}", "", schema.get("description", ""), "", *table(("field", "type", "if absent"), rows), ""]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A Markdown table; nothing where there are no rows."""
    lines = [head, ["---"] * len(head), *rows]
    return [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines] if rows else []


def _parameters(parameters: Sequence[Json]) -> list[str]:
    rows = [
        (
            f"`{each['name']}`",
            each["in"],
            type_words(each["schema"]),
            "" if each["required"] else _default(each["schema"]),
        )
        for each in parameters
    ]
    return [*table(("parameter", "in", "type", "if absent"), rows), ""] if rows else []


def _default(schema: Json) -> str:
    """What holds where it is left out, if that is said."""
    return f"`{json.dumps(schema['default'])}`" if "default" in schema else "left out"


def _answers(responses: Json) -> Iterator[str]:
    for status, response in responses.items():
        if status.startswith("2"):
            yield f"- {status}: {_content(response)}."
    failures = [f"{status} ({response['description']})" for status, response in responses.items() if status[0] != "2"]
    yield f"- Failures: {', '.join(failures)}."


def _content(holder: Json) -> str:
    """The types of a body, or that there is none."""
    found = [
        type_words(content["schema"]) if "schema" in content else f"`{kind}`"
        for kind, content in holder.get("content", {}).items()
    ]
    return " or ".join(found) or "nothing"
