"""Client: HTTP from a kernel to the AreYouJ routes of one server."""

from __future__ import annotations

import os
import re
import ssl
import time
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar
from urllib.parse import quote, urlsplit

import httpx
import msgspec
from msgspec import UNSET, UnsetType

from areyouj_jupyter import errors
from areyouj_jupyter.kernel.client import arguments
from areyouj_jupyter.kernel.client.decoding import decoded
from areyouj_jupyter.kernel.client.discovery import Place
from areyouj_jupyter.models import Failure, HealthModel, Request

Shape = TypeVar("Shape")

RETRY_DELAYS = (0.1, 0.5, 2.0)  # seconds; a server that restarts is back within them or not at all
TIMEOUT = httpx.Timeout(60.0, connect=5.0)  # seconds; the start of an agent takes some
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

_CLASSES: dict[str, type[errors.AreYouJError]] = {
    name: kind
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.AreYouJError)
}

_EXPECTED = re.compile(r"Expected `(.+?)`, got `(.+?)` - at `\$\.(\w+)")
_UNKNOWN = re.compile(r"Invalid enum value (.+?) - at `\$\.(\w+)")


class NotAreYouJ(errors.KernelError):
    """What answered is not AreYouJ."""


class Client:
    """Asks one server; may be used from several threads. Owned by a Crew."""

    def __init__(self, place: Place, verify: bool | str = True) -> None:
        """verify: False, or the path of a file of certificates, for an https server with one of its own."""
        self.place = place
        self._process = os.getpid()
        self.trust = _trust(place.url, verify)
        # A proxy of the environment is meant for the outside world, never for a server on this machine.
        outside = urlsplit(place.url).hostname not in LOOPBACK
        self._http = httpx.Client(
            base_url=place.url + "areyouj/api/",
            headers={"Authorization": f"token {place.token}"} if place.token else {},
            timeout=TIMEOUT,
            verify=self.trust or False,
            trust_env=outside,
        )

    def get(self, path: str, shape: type[Shape], *, timeout: float | None = None, **query: str | float | None) -> Shape:
        """The route's answer. timeout: seconds for each step of one try; with None it is retried for a while."""
        asked = {name: _plain(name, value) for name, value in query.items() if value is not None}
        request = self._http.build_request("GET", path, params=asked, timeout=timeout or TIMEOUT)
        delays = RETRY_DELAYS if timeout is None else ()
        return _decoded(self._sent(request, repeatable=True, delays=delays), shape)

    def post(self, path: str, shape: type[Shape], body: Request | None = None, *, repeatable: bool = False) -> Shape:
        """Make or do something. repeatable: the body carries a key that keeps a second try from doubling it."""
        return _decoded(self._sent(self._http.build_request("POST", path, **_body(body)), repeatable=repeatable), shape)

    def put(self, path: str, shape: type[Shape], body: Request | None = None) -> Shape:
        """Change something."""
        return _decoded(self._sent(self._http.build_request("PUT", path, **_body(body))), shape)

    def delete(self, path: str, shape: type[Shape]) -> Shape:
        """Remove something."""
        return _decoded(self._sent(self._http.build_request("DELETE", path)), shape)

    def forward(self, method: str, path: Sequence[str], query: Mapping[str, str], body: object) -> Any:
        """Any route's answer to another client's request, as parsed JSON; None for an answer without content.

        path: its parts below the interface's root. Raises Malformed for a path that leads out of it.
        """
        if {".", "..", ""} & set(path):
            raise errors.Malformed(f"There is no route '{'/'.join(path)}'.")
        request = self._http.build_request(method, "/".join(map(part, path)), params=dict(query), json=body)
        response = self._sent(request, repeatable=method == "GET")
        return _decoded(response, object) if response.content else None

    def output(self, session: str, end: int, piece: int = 1024 * 1024) -> bytes:
        """A session's raw output up to byte `end`, from its beginning on or from where the server still keeps it.

        piece: bytes asked for at a time.
        """
        pieces: list[bytes] = []
        offset = 0
        while offset < end:
            asked = {"offset": offset, "limit": piece}
            request = self._http.build_request("GET", f"sessions/{part(session)}/output", params=asked)
            response = self._sent(request, repeatable=True)
            offset = int(response.headers["X-AreYouJ-Next-Offset"])
            if not response.content:
                break  # nothing is left of it: it was pushed out by what came after `end`
            first = int(response.headers["X-AreYouJ-Offset"])
            pieces.append(response.content[: max(0, end - first)])
        return b"".join(pieces)

    def health(self, timeout: float | None = None) -> HealthModel:
        """How the server is; the quickest question, for a first meeting."""
        return self.get("health", HealthModel, timeout=timeout)

    def close(self) -> None:
        """Close all connections."""
        self._http.close()

    @property
    def forked(self) -> bool:
        """Whether this process was forked off since; the connections are its parent's."""
        return self._process != os.getpid()

    def _sent(
        self, request: httpx.Request, *, repeatable: bool = False, delays: tuple[float, ...] = RETRY_DELAYS
    ) -> httpx.Response:
        """The good answer; raises the error that a bad one names. Tries again where that cannot do a thing twice."""
        if self.forked:
            raise errors.ProcessForked
        for delay in (*delays, None):
            try:
                response = self._http.send(request)
            except httpx.TransportError as error:
                # Retry only a failed connection: it did nothing. A silent server would not answer a retry either.
                again = isinstance(error, httpx.ConnectError) or repeatable
                if delay is None or not again or isinstance(error, httpx.TimeoutException):
                    raise errors.ServerUnreachable(_unreachable(self.place.url, error)) from error
                time.sleep(delay)
            except RuntimeError as error:
                if not self._http.is_closed:
                    raise
                raise errors.ServerUnreachable(
                    f"This connection to {self.place.url} was closed. Call `connect()` for a new one."
                ) from error
            else:
                _raise_failure(response, self.place.url)
                return response
        raise AssertionError("unreachable")


def given(value: Shape | None) -> Shape | UnsetType:
    """A field of a request that stays out of it where the caller said nothing."""
    return UNSET if value is None else value


def part(name: str) -> str:
    """A name or id as one part of a path. Raises ArgumentTypeInvalid, ArgumentInvalid."""
    return quote(arguments.text(name, "A name or id", empty=False), safe="")


def _body(body: Request | None) -> dict[str, Any]:
    """Keyword arguments of httpx that carry the body."""
    content = _encoded(body) if body is not None else b"{}"
    return {"content": content, "headers": {"Content-Type": "application/json"}}


def _encoded(body: Request) -> bytes:
    """As JSON. Raises ArgumentTypeInvalid, ArgumentInvalid for what the server could only misread, such as bytes."""
    try:
        msgspec.convert(msgspec.to_builtins(body, builtin_types=(bytes, bytearray)), type(body))
    except msgspec.ValidationError as error:
        if match := _EXPECTED.search(str(error)):
            wanted, got, field = match.groups()
            raise errors.ArgumentTypeInvalid(f"{field} is a {wanted.split(' |')[0]}, not {got}.") from error
        if match := _UNKNOWN.search(str(error)):
            raise errors.ArgumentInvalid(f"{match[2]} cannot be {match[1]}.") from error
    except TypeError as error:
        raise errors.ArgumentTypeInvalid(f"An argument cannot be sent: {error}.") from error
    return msgspec.json.encode(body)


def _plain(name: str, value: object) -> str | float:
    """The value of a query parameter. Raises ArgumentTypeInvalid."""
    if not isinstance(value, (str, int, float)) or isinstance(value, bool):
        raise errors.ArgumentTypeInvalid(f"{name} is a str or a number, not {type(value).__name__}.")
    return value


def _decoded(response: httpx.Response, shape: type[Shape]) -> Shape:
    """The body as `shape`; NoneType takes no body, and ignores one."""
    if shape is type(None):
        return None
    try:
        return decoded(response.content, shape)
    except msgspec.DecodeError as error:
        raise NotAreYouJ(f"The answer from {response.request.url.path} could not be read ({error}).") from error


def _raise_failure(response: httpx.Response, url: str) -> None:
    """Raise what a bad answer means: our own error by its reason, or a sentence about the server."""
    if response.is_success:
        return
    if response.is_redirect or response.status_code in (401, 403):
        refused: errors.AreYouJError = errors.AccessRefused(
            f"The Jupyter server at {url} rejected the token. Call connect(url=…, token=…) with the right one."
        )
    else:
        refused = NotAreYouJ(
            f"The Jupyter server at {url} answered {response.status_code} to "
            f"{response.request.method} {response.request.url.path}."
        )
    try:
        failure = decoded(response.content, Failure)
    except msgspec.DecodeError:
        raise refused from None
    ours = _CLASSES.get(failure.reason, errors.AreYouJError)
    # The bare class is what the server says to a request without a good token; its other refusals are below it.
    raise refused if ours is errors.Forbidden else ours(failure.message)


def _trust(url: str, verify: bool | str) -> ssl.SSLContext | None:
    """The context that verifies an https server; None for http, where making a context would only take time."""
    if not url.startswith("https"):
        return None
    context = ssl.create_default_context(cafile=verify if isinstance(verify, str) else None)
    if verify is False:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _unreachable(url: str, error: Exception) -> str:
    """One sentence for a connection that failed."""
    return f"The Jupyter server at {url} is not responding ({str(error) or type(error).__name__})."
