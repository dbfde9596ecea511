"""REST: from the route table to Jupyter's handlers, every verb authenticated and authorised, every error in JSON."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any

import msgspec
from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import APIHandler, JupyterHandler
from tornado import web

from areyouj_jupyter.errors import AreYouJError, DatabaseUnusable, Forbidden, Malformed, MethodNotAllowed, NotFound
from areyouj_jupyter.models import Failure
from areyouj_jupyter.server.http.contract import JSON, STATUS, Download, Route, status_of
from areyouj_jupyter.server.http.decoding import NoQuery, Nothing, decode_body, decode_query
from areyouj_jupyter.server.http.key import SETTING, KeyedIdentity
from areyouj_jupyter.server.process.shortage import shortage
from areyouj_jupyter.server.services import Services

AUTH_RESOURCE = "areyouj"
API = "areyouj/api/"
ESCAPED = 6  # bytes that JSON may need for one byte of text: `\\u0001`
OVERHEAD = 64 * 1024  # bytes of a body around its longest text
RETRY_AFTER = 1  # seconds
KINDS = {status: kind for kind, status in STATUS.items()}

Operation = Callable[..., Awaitable[Any]]
"""A handler: called with the services, the path's values, then the body and the query if its route has them."""
FindHouse = Callable[[], Services]
"""Gives the services; raises Unavailable while the server is still starting or already ending."""
Verb = Callable[..., Awaitable[None] | None]
"""A method of a handler class."""
Rule = tuple[str, type[web.RequestHandler], dict[str, Any]]
"""What Jupyter takes: pattern below the base URL, handler class, keyword arguments of its `initialize`."""


class JsonErrors(JupyterHandler):
    """Base of all handlers: errors become a `Failure`, and answers are not cached."""

    auth_resource = AUTH_RESOURCE
    verbs: tuple[str, ...] = ()
    """The methods it takes, apart from OPTIONS."""

    def initialize(self, services: FindHouse) -> None:
        """Take what the rule carries."""
        self.services = services

    @property
    def identity_provider(self) -> Any:
        """Jupyter's, and our kernels' key."""
        provider = super().identity_provider
        key = self.settings.get(SETTING)
        return KeyedIdentity(provider, key) if key else provider

    def set_default_headers(self) -> None:
        """Jupyter's headers and ours."""
        super().set_default_headers()
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cache-Control", "no-store")

    def compute_etag(self) -> None:
        """None: what must not be stored cannot be asked for again with a tag."""

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Answer with one sentence and a reason, whatever was raised; never with a traceback."""
        raised = kwargs.get("exc_info", (None, None, None))[1]
        error = raised.__cause__ if isinstance(raised, web.HTTPError) else None
        if not isinstance(error, AreYouJError):
            error = self._error_for(status_code, getattr(raised, "log_message", None))
        if status_code == 405:
            self.set_header("Allow", ", ".join((*self.verbs, "OPTIONS")))
        if status_code == 503:
            self.set_header("Retry-After", str(RETRY_AFTER))
        self.set_header("Content-Type", JSON)
        self.finish(msgspec.json.encode(Failure(message=error.message, reason=error.reason)))

    def _error_for(self, status: int, hint: str | None) -> AreYouJError:
        """What Jupyter or Tornado refused, in our words."""
        kind = KINDS.get(status, AreYouJError)
        if kind is MethodNotAllowed:
            return kind(f"This address supports {', '.join(self.verbs) or 'nothing'}, not {self.request.method}.")
        if kind is Forbidden and not self.current_user:
            return kind("This needs the server's token or a login.")
        if kind is Forbidden and hint:
            return kind(f"This is not allowed here: {hint.rstrip('.')}.")
        if kind is NotFound:
            return kind("There is no such address, or the request comes from a page of another origin.")
        if kind is Malformed:
            return kind(f"The request could not be read: {(hint or 'bad request').rstrip('.')}.")
        return kind("Something went wrong in the server. See its log." if status == 500 else None)


class RestHandler(JsonErrors, APIHandler):
    """One address of the HTTP interface. A subclass per address has the verbs."""

    async def serve(self, route: Route, operation: Operation, values: tuple[str, ...]) -> None:
        """Decode, call the handler, answer. Only here does one of our errors become an HTTP status."""
        try:
            answer = await operation(*await self._arguments(route, values))
        except AreYouJError as error:
            raise web.HTTPError(status_of(type(error))) from error
        except (OSError, RuntimeError, MemoryError) as error:
            if lacking := shortage(error):
                raise web.HTTPError(status_of(type(lacking))) from lacking
            raise
        self.set_status(route.status)
        if isinstance(answer, Download):
            self._hand_over(answer)
        elif route.returns is None:
            self.finish()
        else:
            self.finish(msgspec.json.encode(answer))

    async def _arguments(self, route: Route, values: tuple[str, ...]) -> list[Any]:
        """What the handler is called with. Raises what decoding raises, Unavailable, NotOwner."""
        services = self.services()
        query = decode_query(self.request.query_arguments, route.query or NoQuery)
        limit = ESCAPED * services.message_limit + OVERHEAD
        media = self.request.headers.get("Content-Type", "")
        body = decode_body(self.request.body, media, route.body or Nothing, limit)
        if route.needs_owner:
            await services.owner.require()
        if route.method != "GET" and (trouble := services.folder_trouble()):
            raise DatabaseUnusable(trouble)
        return [services, *values, *([body] if route.body else []), *([query] if route.query else [])]

    def _hand_over(self, download: Download) -> None:
        """Answer with a file, never a page: it may contain anything an agent wrote."""
        self.set_attachment_header(download.filename)
        self.set_header("Content-Security-Policy", f"{self.content_security_policy}; sandbox")
        for name, value in download.headers.items():
            self.set_header(name, value)
        self.finish(download.content, set_content_type=download.media)


class NowhereHandler(JsonErrors, APIHandler):
    """Every other address below `areyouj/`: nothing, for those who may ask."""

    async def prepare(self, **_: Any) -> None:
        """Raises 403 for strangers and 404 for all others, before any method is looked at."""
        await super().prepare()
        raise web.HTTPError(404 if self.current_user else 403)


def rest_rules(routes: Iterable[Route], operations: Mapping[str, Operation], services: FindHouse) -> list[Rule]:
    """Jupyter's handlers for the routes. Raises KeyError for a route without a handler."""
    by_path: dict[str, list[Route]] = {}
    for route in routes:
        by_path.setdefault(route.path, []).append(route)
    return [
        (_pattern(path), _handler_class(some, operations), {"services": services}) for path, some in by_path.items()
    ]


def nowhere_rules(services: FindHouse) -> list[Rule]:
    """The last rule: everything else that begins with `areyouj`."""
    return [(r"areyouj(?:/.*)?", NowhereHandler, {"services": services})]


def _pattern(path: str) -> str:
    return API + re.sub(r"\\{\w+\\}", "([^/]+)", re.escape(path))


def _handler_class(routes: Iterable[Route], operations: Mapping[str, Operation]) -> type[RestHandler]:
    """The class of one address. Each verb is decorated by itself, since `authorized` keeps what it was first asked."""
    verbs = {route.method: _verb(route, operations[route.name]) for route in routes}
    name = "".join(word.title() for word in re.findall(r"\w+", next(iter(routes)).path)) + "Handler"
    members = {"verbs": tuple(verbs), **{method.lower(): verb for method, verb in verbs.items()}}
    return type(name, (RestHandler,), members)


def _verb(route: Route, operation: Operation) -> Verb:
    async def verb(handler: RestHandler, *values: str) -> None:
        await handler.serve(route, operation, values)

    guarded: Verb = authorized(route.action, AUTH_RESOURCE)(verb)
    return web.authenticated(guarded)
