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
    """Where a person opens it; a path on the host of one's own page where a JupyterHub does not say its address."""
    epoch: int
    since: Seconds


class StoreModel(Model, frozen=True):
    """How a database is."""

    path: str
    status: Literal["ok", "read-only", "busy", "unusable"]
    message: str
    """What is the matter and how to go on, in a sentence; empty: nothing."""


class HealthModel(Model, frozen=True):
    """How this server is."""

    status: Literal["ok", "read-only"]
    version: str
    sessions: int
    owner: Owner
    data_dir: str
    warnings: list[str]
    stores: list[StoreModel] = field(default_factory=list)
    """The agents' database and the task list, as they are at this moment."""
