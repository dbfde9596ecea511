"""Discovery: where a kernel may find a Jupyter server with AreYouJ, best first. Reads files; asks no server."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

WILDCARDS = frozenset({"", "0.0.0.0", "::"})  # noqa: S104
"""Addresses that a server can listen on, but a client cannot connect to."""
_PAGE = re.compile(r"^((?:/user/[^/]+)?.*?)/(?:lab|tree|notebooks|edit|doc)(?:/.*)?$")
"""A page of JupyterLab or Notebook, after the base URL (which a hub begins with `/user/<name>`)."""


@dataclass(frozen=True)
class Place:
    """A server that may have AreYouJ, and the key to it."""

    url: str
    """Base URL, ends in a slash."""
    token: str = field(repr=False)


def places(environment: Mapping[str, str], runtime: Path) -> list[Place]:
    """The server that started this kernel, then other running ones (newest first), then the one that JupyterHub names.

    runtime: Jupyter's runtime folder, in which every server leaves a file.
    """
    found = [place for pid in _pids(environment, runtime) for place in _of_pid(pid, runtime)]
    found += _of_hub(environment)
    return list(dict.fromkeys(found))


def place(url: str, token: str) -> Place:
    """The place that a user names; a browser's address with `/lab…` or `?token=…` in it will do."""
    parts = urlsplit(url if "//" in url else f"http://{url}")
    path = _PAGE.sub(r"\1", parts.path)
    query_token = parts.query.removeprefix("token=") if parts.query.startswith("token=") else ""
    return Place(_reachable(urlunsplit((parts.scheme, parts.netloc, path, "", ""))), token or query_token)


def _pids(environment: Mapping[str, str], runtime: Path) -> Iterator[int]:
    """Process ids of servers: this kernel's own first."""
    parent = environment.get("JPY_PARENT_PID", "")
    if parent.isdecimal():
        yield int(parent)
    written = [path for kind in ("jpserver", "areyouj") for path in runtime.glob(f"{kind}-*.json")]
    written.sort(key=_written_at, reverse=True)
    for path in written:
        pid = path.stem.partition("-")[2]
        if pid.isdecimal() and _alive(int(pid)):
            yield int(pid)


def _of_pid(pid: int, runtime: Path) -> Iterator[Place]:
    """The places in a server's two files: Jupyter's own, and ours if Jupyter's has no token in it."""
    jupyter = _read(runtime / f"jpserver-{pid}.json")
    ours = _read(runtime / f"areyouj-{pid}.json")
    if jupyter.get("token"):
        yield Place(_reachable(str(jupyter.get("url"))), str(jupyter["token"]))
    elif ours.get("token"):
        yield Place(_reachable(str(ours.get("url"))), str(ours["token"]))
    elif jupyter.get("url"):
        yield Place(_reachable(str(jupyter["url"])), "")


def _of_hub(environment: Mapping[str, str]) -> Iterator[Place]:
    """The single-user server that JupyterHub started us in."""
    token = environment.get("JUPYTERHUB_API_TOKEN", "")
    prefix = environment.get("JUPYTERHUB_SERVICE_PREFIX", "")
    for name in ("JUPYTERHUB_SERVICE_URL", "JUPYTERHUB_PUBLIC_URL"):
        if token and (url := environment.get(name)):
            parts = urlsplit(url)
            yield Place(_reachable(urlunsplit((parts.scheme, parts.netloc, prefix or parts.path, "", ""))), token)


def _reachable(url: str) -> str:
    """The URL with a host that one can connect to and a slash at its end."""
    parts = urlsplit(url)
    if (parts.hostname or "") in WILDCARDS:
        port = f":{parts.port}" if parts.port else ""
        parts = parts._replace(netloc=f"127.0.0.1{port}")
    return urlunsplit(parts._replace(path=parts.path.rstrip("/") + "/"))


def _read(path: Path) -> dict[str, Any]:
    """The file's JSON object; empty if it is absent or not (yet) one."""
    try:
        content = json.loads(path.read_text())
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _written_at(path: Path) -> float:
    """When the file was written; a file that is gone by now is oldest."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _alive(pid: int) -> bool:
    """True if such a process exists: a crashed server leaves its file behind, and its port may be another's now."""
    from psutil import pid_exists  # imported here: a kernel with JPY_PARENT_PID does without it

    return pid_exists(pid)
