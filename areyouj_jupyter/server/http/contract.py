"""The contract: what a route of the HTTP interface is, and the only place that maps errors to HTTP status codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from areyouj_jupyter.errors import (
    AreYouJError,
    Conflict,
    Forbidden,
    Invalid,
    Malformed,
    MethodNotAllowed,
    NotFound,
    NotJson,
    NotOwner,
    StorageFull,
    TooLarge,
    Unavailable,
)
from areyouj_jupyter.models import Query, Request

Method = Literal["GET", "POST", "PUT", "DELETE"]
Action = Literal["read", "write", "execute"]

JSON = "application/json"
BYTES = "application/octet-stream"
CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

STATUS: Mapping[type[AreYouJError], int] = {
    AreYouJError: 500,
    Malformed: 400,
    Forbidden: 403,
    NotFound: 404,
    MethodNotAllowed: 405,
    Conflict: 409,
    TooLarge: 413,
    NotJson: 415,
    Invalid: 422,
    Unavailable: 503,
    StorageFull: 507,
}
ALWAYS = (Malformed, Forbidden, NotFound, Invalid, Unavailable)
"""What any route may answer: bad address, no permission, foreign page, bad parameter, no database."""
ON_WRITE = (NotJson, TooLarge, StorageFull)
"""What any route with a body may answer, and any that stores something."""


def status_of(error: type[AreYouJError]) -> int:
    """The HTTP status of an error: its own or that of its nearest ancestor."""
    return next(STATUS[kind] for kind in error.__mro__ if kind in STATUS)


@dataclass(frozen=True)
class Route:
    """One method of one address, as data. Its handler is called with the services, the path's values, the body if there
    is a `body`, and the query if there is a `query`; it returns a `returns`."""

    method: Method
    path: str
    """Below `<base_url>areyouj/api/`, with its parameters in braces."""
    name: str
    """The handler's name, and the OpenAPI operation's."""
    summary: str
    returns: Any = None
    """Type of the answer; None: status 204 without a body."""
    body: type[Request] | None = None
    query: type[Query] | None = None
    status: int = 200
    action: Action = "write"
    """What Jupyter's authorizer is asked for, on the resource `areyouj`."""
    raises: tuple[type[AreYouJError], ...] = ()
    """Beyond ALWAYS and ON_WRITE."""
    needs_owner: bool = True
    """True: only the server that runs the sessions of the data folder can do it."""
    media: tuple[str, ...] = (JSON,)
    headers: Mapping[str, str] = field(default_factory=dict)
    """Special headers of the answer, each with what it says."""

    def failures(self) -> Mapping[int, list[str]]:
        """Every status other than success, with the reasons for it."""
        kinds: set[type[AreYouJError]] = {*ALWAYS, *self.raises}
        kinds |= {NotOwner} if self.needs_owner else set()
        kinds |= set(ON_WRITE) if self.method != "GET" else set()
        found: dict[int, list[str]] = {}
        for kind in sorted(kinds, key=lambda kind: (status_of(kind), kind.__name__)):
            found.setdefault(status_of(kind), []).append(kind.__name__)
        return found


@dataclass(frozen=True)
class Download:
    """An answer that is not JSON."""

    content: bytes
    media: str
    filename: str
    headers: Mapping[str, str] = field(default_factory=dict)
