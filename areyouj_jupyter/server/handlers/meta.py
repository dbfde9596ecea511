"""Handlers about the server itself."""

from __future__ import annotations

from collections.abc import Awaitable
from pathlib import Path
from typing import Any

from areyouj_jupyter._version import __version__
from areyouj_jupyter.errors import AreYouJError, DatabaseBusy
from areyouj_jupyter.models import HealthModel, SpecModel, StoreModel
from areyouj_jupyter.server.house import House
from areyouj_jupyter.server.openapi import document


async def list_specs(house: House) -> list[SpecModel]:
    return await house.showroom.models()


async def read_health(house: House) -> HealthModel:
    return HealthModel(
        status="ok" if house.owner.held else "read-only",
        version=__version__,
        sessions=len(house.registry.list_sessions()),
        owner=await house.owner.model(),
        data_dir=house.data_dir,
        warnings=[*filter(None, (house.folder_trouble(),)), *house.warnings],
        stores=[
            await _store(house.database.path, house.database.check(), house.database.read_only),
            await _store(house.board.path, house.board.check()),
        ],
    )


async def read_document(house: House) -> dict[str, Any]:
    return document()


async def _store(path: Path, check: Awaitable[None], read_only: bool = False) -> StoreModel:
    try:
        await check
    except DatabaseBusy as error:
        return StoreModel(path=str(path), status="busy", message=error.message)
    except AreYouJError as error:
        return StoreModel(path=str(path), status="unusable", message=error.message)
    return StoreModel(path=str(path), status="read-only" if read_only else "ok", message="")
