"""Handlers: what each route does, as plain functions of the services. No HTTP here, and no `try`."""

from __future__ import annotations

from collections.abc import Mapping

from areyouj_jupyter.server.http.handlers import agents, meta, queue, sessions, tasks
from areyouj_jupyter.server.http.rest import FindHouse, Operation, Rule, rest_rules
from areyouj_jupyter.server.http.routes import AGENTS, META, QUEUE, ROUTES, SESSIONS, TASKS

ROOMS = ((META, meta), (AGENTS, agents), (SESSIONS, sessions), (QUEUE, queue), (TASKS, tasks))
OPERATIONS: Mapping[str, Operation] = {
    route.name: getattr(module, route.name) for routes, module in ROOMS for route in routes
}


def api_rules(services: FindHouse) -> list[Rule]:
    """Jupyter's handlers for all routes."""
    return rest_rules(ROUTES, OPERATIONS, services)
