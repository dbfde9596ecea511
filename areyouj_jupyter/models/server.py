"""The server itself."""

from __future__ import annotations

from typing import Literal

from msgspec import field

from areyouj_jupyter.models.base import Model, Seconds


class Owner(Model, frozen=True):
    """The server that runs the sessions of a data folder."""

    host: str
    pid: int
    url: str
    """The address to open it at; only a path on the current host if a JupyterHub does not give its address."""
    epoch: int
    since: Seconds


class StoreModel(Model, frozen=True):
    """The state of a database."""

    path: str
    status: Literal["ok", "read-only", "busy", "unusable"]
    message: str
    """What is wrong and what to do, as a sentence; empty if all is well."""


class HealthModel(Model, frozen=True):
    """The state of this server."""

    status: Literal["ok", "read-only"]
    version: str
    sessions: int
    owner: Owner
    data_dir: str
    warnings: list[str]
    stores: list[StoreModel] = field(default_factory=list)
    """The current state of the agents' database and the task list."""
