"""Handlers about the server itself."""

from __future__ import annotations

from typing import Any

from areyouj_jupyter._version import __version__
from areyouj_jupyter.models import HealthModel, SpecModel
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
    )


async def read_document(house: House) -> dict[str, Any]:
    return document()
