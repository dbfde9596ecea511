"""Takeover: a server that found its data folder taken waits for the end of the other, then runs the sessions itself."""

from __future__ import annotations

import asyncio
import logging

from areyouj_jupyter import models
from areyouj_jupyter.errors import AreYouJError
from areyouj_jupyter.models import Event
from areyouj_jupyter.server.services import Services

logger = logging.getLogger(__name__)

PERIOD = 1.0  # seconds between two attempts; the kernel gives the lock to one of those that wait, and wakes nobody


async def take_over(services: Services) -> None:
    """Returns once this server owns the folder. Whoever listens gets a snapshot then, and whenever the owner changes.

    An attempt that fails (a full disk, or a database that is busy) is repeated.
    """
    told, fault = await services.owner.model(), ""
    while True:
        await asyncio.sleep(PERIOD)
        try:
            if await services.owner.take_over(lambda owner: _recover(services, owner)):
                break
            owner, fault = await services.owner.model(), ""
            if owner != told:
                told = owner
                await _tell(services)
        except (AreYouJError, OSError) as error:
            if fault != str(error):
                fault = str(error)
                logger.warning("data folder was not taken over", extra={"reason": fault})
    await _tell(services)


async def _recover(services: Services, owner: models.Owner) -> None:
    await services.registry.take_over(owner.epoch, await services.agents.unfinished_instances())
    logger.info("data folder taken over", extra={"sessions": len(services.registry.list_sessions())})


async def _tell(services: Services) -> None:
    services.events.publish(Event(type="snapshot", data=await services.snapshot()))
