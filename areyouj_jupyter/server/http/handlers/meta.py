"""Handlers about the server itself."""

from __future__ import annotations

from collections.abc import Awaitable
from pathlib import Path
from typing import Any

from areyouj_jupyter._version import __version__
from areyouj_jupyter.errors import AreYouJError, DatabaseBusy
from areyouj_jupyter.models import HealthModel, SpecModel, StoreModel
from areyouj_jupyter.server.http.openapi import document
from areyouj_jupyter.server.services import Services


async def list_specs(services: Services) -> list[SpecModel]:
    return await services.installed_specs.models()


async def read_health(services: Services) -> HealthModel:
    return HealthModel(
        status="ok" if services.owner.held else "read-only",
        version=__version__,
        sessions=len(services.registry.list_sessions()),
        owner=await services.owner.model(),
        data_dir=services.data_dir,
        warnings=[*filter(None, (services.folder_trouble(),)), *services.warnings],
        stores=[
            await _store(services.database.path, services.database.check(), services.database.read_only),
            await _store(services.board.path, services.board.check()),
        ],
    )


async def read_document(services: Services) -> dict[str, Any]:
    return document()


async def _store(path: Path, check: Awaitable[None], read_only: bool = False) -> StoreModel:
    try:
        await check
    except DatabaseBusy as error:
        return StoreModel(path=str(path), status="busy", message=error.message)
    except AreYouJError as error:
        return StoreModel(path=str(path), status="unusable", message=error.message)
    return StoreModel(path=str(path), status="read-only" if read_only else "ok", message="")
