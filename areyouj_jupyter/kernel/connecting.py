"""Connecting: the crew of a server that is found or named."""

from __future__ import annotations

import os
import weakref
from pathlib import Path

from jupyter_core.paths import jupyter_runtime_dir

from areyouj_jupyter.errors import AreYouJError, ArgumentTypeInvalid, ServerNotFound
from areyouj_jupyter.kernel.client import arguments
from areyouj_jupyter.kernel.client.discovery import Place, place, places
from areyouj_jupyter.kernel.client.http_client import Client, NotAreYouJ
from areyouj_jupyter.kernel.crew import Crew

GREETING = 5.0  # seconds that a server may take for its first answer

_crews: list[weakref.ref[Crew]] = []
"""The open crews that `connect` made; the magics use the newest."""


def connect(url: str | None = None, token: str | None = None, verify: bool | str = True) -> Crew:
    """The crew of this kernel's own server, of another one that runs here, or of the one at `url`.

    url: its address, as a browser shows it; token: its key; verify: False, or a file of certificates, for an https
    server with one of its own. Raises ServerNotFound, ServerUnreachable, AccessRefused.
    """
    arguments.optional_text(url, "url")
    arguments.optional_text(token, "token")
    if not isinstance(verify, (bool, str)):
        raise ArgumentTypeInvalid(f"verify is True, False or the path of a file, not {type(verify).__name__}.")
    crew = Crew(_client(url, token, verify))
    _crews.append(weakref.ref(crew))
    return crew


def current() -> Crew | None:
    """The newest crew that `connect` made in this process, if it is still in use."""
    _crews[:] = [known for known in _crews if (crew := known()) and not (crew.closed or crew.client.forked)]
    return _crews[-1]() if _crews else None


def _client(url: str | None, token: str | None, verify: bool | str) -> Client:
    """A client of the first place where AreYouJ answers. Raises what `connect` raises."""
    if url is not None:
        return _greeted(place(url, token or ""), verify)
    refusals = []
    for found in places(os.environ, Path(jupyter_runtime_dir())):
        try:
            return _greeted(found, verify)
        except AreYouJError as error:
            refusals.append(error.message)
    raise ServerNotFound(" ".join([ServerNotFound().message, *refusals]))


def _greeted(found: Place, verify: bool | str) -> Client:
    """A client of that place, once AreYouJ answers there. Raises what `connect` raises."""
    client = Client(found, verify)
    try:
        client.health(timeout=GREETING)
    except BaseException as error:
        client.close()
        if not isinstance(error, NotAreYouJ):
            raise
        raise ServerNotFound(
            f"The Jupyter server at {found.url} does not have AreYouJ. Install areyouj_jupyter where that server runs, "
            "then restart it."
        ) from error
    return client
