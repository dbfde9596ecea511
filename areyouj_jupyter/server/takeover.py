"""Takeover: a server that found its data folder taken waits for the end of the other, then runs the sessions itself."""

from __future__ import annotations

import asyncio
import logging

from areyouj_jupyter import models
from areyouj_jupyter.errors import AreYouJError
from areyouj_jupyter.models import Event
from areyouj_jupyter.server.house import House

logger = logging.getLogger(__name__)

PERIOD = 1.0  # seconds between two attempts; the kernel gives the lock to one of those that wait, and wakes nobody


async def take_over(house: House) -> None:
    """Returns once this server owns the folder. Whoever listens gets a snapshot then, and whenever the owner changes.

    An attempt that fails (a full disk, or a database that is busy) is repeated.
    """
    told, fault = await house.owner.model(), ""
    while True:
        await asyncio.sleep(PERIOD)
        try:
            if await house.owner.take_over(lambda owner: _recover(house, owner)):
                break
            owner, fault = await house.owner.model(), ""
            if owner != told:
                told = owner
                await _tell(house)
        except (AreYouJError, OSError) as error:
            if fault != str(error):
                fault = str(error)
                logger.warning("data folder was not taken over", extra={"reason": fault})
    await _tell(house)


async def _recover(house: House, owner: models.Owner) -> None:
    await house.registry.take_over(owner.epoch, await house.agents.unfinished_instances())
    logger.info("data folder taken over", extra={"sessions": len(house.registry.list_sessions())})


async def _tell(house: House) -> None:
    house.events.publish(Event(type="snapshot", data=await house.snapshot()))
