"""The OpenAPI document, from the route table and structs; `python -m areyouj_jupyter.server.http.openapi` prints it."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from areyouj_jupyter import models
from areyouj_jupyter._version import __version__
from areyouj_jupyter.server.http.contract import JSON, Download, Route
from areyouj_jupyter.server.http.routes import PARAMETERS, ROUTES

Json = dict[str, Any]  # a part of the document

TEMPLATE = "#/components/schemas/{name}"
ON_SOCKETS = (
    models.Event,
    models.Snapshot,
    models.OutputChunk,
    models.Notification,
    models.Removed,
    models.Subscribe,
)
EVENT_DATA = (
    models.Snapshot,
    models.SessionModel,
    models.MessageModel,
    models.OutputChunk,
    models.QueueModel,
    models.Notification,
    models.AgentModel,
    models.TaskModel,
    models.Removed,
)
SUCCESS = {200: "Done.", 201: "Created.", 204: "Done; no content."}
DESCRIPTION = """\
Several coding agents in JupyterLab: sessions, queues, prompts and tasks.

`x-areyouj-action` names the action that Jupyter's authorizer checks on the resource `areyouj`: `read` to view, `write`
to queue and edit, `execute` to start, stop, type and answer. A request that authenticates with a cookie and changes
something also needs the header `X-XSRFToken`. Every error is a `Failure`.

WebSocket `areyouj/api/events` (action `read`): sends `Event`s, a `snapshot` first; accepts `Subscribe`; closes with
1013 if the client falls behind.

WebSocket `areyouj/terminals/websocket/{session id}` (action `execute`): terminado's protocol."""
SECURITY = {
    "token": {"type": "apiKey", "in": "header", "name": "Authorization", "description": "`token <the server's token>`"},
    "query": {"type": "apiKey", "in": "query", "name": "token", "description": "The server's token."},
    "cookie": {"type": "apiKey", "in": "cookie", "name": "username", "description": "Jupyter's login cookie."},
}


def document(routes: Iterable[Route] = ROUTES) -> Json:
    """The whole document, OpenAPI 3.1."""
    routes = tuple(routes)
    paths: dict[str, Json] = {}
    for route in routes:
        paths.setdefault(f"/{route.path}", {})[route.method.lower()] = _operation(route)
    return {
        "openapi": "3.1.0",
        "info": {"title": "AreYouJ for Jupyter", "version": __version__, "description": DESCRIPTION},
        "servers": [{"url": "{base_url}areyouj/api", "variables": {"base_url": {"default": "/"}}}],
        "security": [{name: []} for name in SECURITY],
        "paths": paths,
        "components": {"securitySchemes": SECURITY, "schemas": _schemas(routes)},
    }


def _operation(route: Route) -> Json:
    operation: Json = {
        "operationId": route.name,
        "summary": route.summary,
        "tags": [route.path.split("/", 1)[0]],
        "x-areyouj-action": route.action,
        "parameters": [*_path_parameters(route), *_query_parameters(route)],
    }
    if route.body:
        needed = any(field.required for field in msgspec.structs.fields(route.body))
        operation["requestBody"] = {"required": needed, "content": {JSON: {"schema": _schema(route.body)}}}
    operation["responses"] = {str(route.status): _success(route), **_failures(route)}
    return operation


def _path_parameters(route: Route) -> Iterator[Json]:
    collection = route.path.split("/", 1)[0]
    for name in re.findall(r"\{(\w+)\}", route.path):
        text = PARAMETERS[collection, name]
        yield {"name": name, "in": "path", "required": True, "description": text, "schema": {"type": "string"}}


def _query_parameters(route: Route) -> Iterator[Json]:
    if route.query is None:
        return
    _, schemas = msgspec.json.schema_components([route.query], ref_template=TEMPLATE)
    for name, schema in schemas[route.query.__name__]["properties"].items():
        yield {"name": name, "in": "query", "required": False, "schema": schema}


def _success(route: Route) -> Json:
    answer: Json = {"description": SUCCESS[route.status]}
    if route.returns is Download:
        answer["content"] = {media: {"schema": {"type": "string", "format": "binary"}} for media in route.media}
    elif route.returns is not None:
        answer["content"] = {JSON: {"schema": _schema(route.returns)}}
    if route.headers:
        answer["headers"] = {
            name: {"description": text, "required": True, "schema": {"type": "integer"}}
            for name, text in route.headers.items()
        }
    return answer


def _failures(route: Route) -> Json:
    return {
        str(status): {
            "description": ", ".join(reasons),
            "content": {JSON: {"schema": _schema(models.Failure)}},
        }
        for status, reasons in route.failures().items()
    }


def _schema(kind: Any) -> Json:
    (schema,), _ = msgspec.json.schema_components([kind], ref_template=TEMPLATE)
    return schema


def _schemas(routes: Iterable[Route]) -> Json:
    bodies = [route.body for route in routes if route.body]
    answers = [route.returns for route in routes if route.returns not in (None, Download)]
    _, schemas = msgspec.json.schema_components([models.Failure, *bodies, *answers, *ON_SOCKETS], ref_template=TEMPLATE)
    del schemas[models.Model.__name__]
    schemas[models.Event.__name__]["properties"]["data"] = {"anyOf": [_schema(kind) for kind in EVENT_DATA]}
    return {name: _plain(schema) for name, schema in sorted(schemas.items())}


def _plain(schema: Any) -> Any:
    """Without `prefixItems`, which Schemathesis 4.32 takes apart wrongly: our tuples have parts of one kind."""
    if isinstance(schema, list):
        return [_plain(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kinds = schema.get("prefixItems")
    rest = {name: _plain(part) for name, part in schema.items() if name != "prefixItems"}
    return {**rest, "items": kinds[0]} if kinds else rest


if __name__ == "__main__":
    sys.stdout.write(json.dumps(document(), indent=1) + "\n")
