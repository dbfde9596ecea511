"""The server itself."""

from __future__ import annotations

from typing import Literal

from areyouj_jupyter.models.base import Model, Seconds


class Owner(Model, frozen=True):
    """The server that runs the sessions of a data folder."""

    host: str
    pid: int
    url: str
    """Where a person opens it; a path on the host of one's own page where a JupyterHub does not say its address."""
    epoch: int
    since: Seconds


class HealthModel(Model, frozen=True):
    """How this server is."""

    status: Literal["ok", "read-only"]
    version: str
    sessions: int
    owner: Owner
    data_dir: str
    warnings: list[str]
