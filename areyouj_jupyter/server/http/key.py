"""The key: a credential of this server that opens our routes only, for the kernels of a server that has a password and
no token. It lies in a runtime file that only this user can read, as Jupyter's own token does."""

from __future__ import annotations

import hmac
import os
import secrets
from pathlib import Path
from typing import Any

from jupyter_server.auth.identity import IdentityProvider, User

from areyouj_jupyter.holder.files import write_json

SETTING = "areyouj_key"
SCHEME = "token "  # of the Authorization header, as Jupyter's clients send it


def new_key() -> str:
    """A fresh key."""
    return secrets.token_hex(32)


def leave_key(folder: Path, url: str, key: str) -> Path:
    """Write this server's runtime file, 0600 and whole when it is first seen, and give its path. Blocking."""
    name = f"areyouj-{os.getpid()}.json"
    write_json(str(folder), name, {"url": url, "token": key, "pid": os.getpid()})
    return folder / name


class KeyedIdentity:
    """Jupyter's identity provider, and our key as one more way in. Our handlers alone ask it."""

    def __init__(self, provider: IdentityProvider, key: str) -> None:
        self._provider, self._key = provider, key

    def __getattr__(self, name: str) -> Any:
        return getattr(self._provider, name)

    def get_user(self, handler: Any) -> Any:
        """The key's bearer is the server's own user, by token; everybody else is Jupyter's business."""
        given = handler.request.headers.get("Authorization", "")
        if given.startswith(SCHEME) and hmac.compare_digest(given[len(SCHEME) :].encode(), self._key.encode()):
            handler._token_authenticated = True  # Jupyter's own sign: no XSRF cookie is needed
            return User(username="areyouj-kernel", name="AreYouJ kernel")
        return self._provider.get_user(handler)
