"""The event hub: every subscriber sees everything in order, and one that falls behind is closed."""

from __future__ import annotations

import asyncio

from areyouj_jupyter.models import Event, Removed
from areyouj_jupyter.server.events import EventHub, Subscription


def event(number: int) -> Event:
    """One of many."""
    return Event(type="agent-changed", data=Removed(id=str(number)))


async def rest(subscription: Subscription) -> list[Event]:
    """All that is still to come until the end."""
    return [each async for each in subscription]


async def test_every_subscriber_sees_what_was_published_since_it_came() -> None:
    hub = EventHub()
    early = hub.subscribe()
    hub.publish(event(1))
    late = hub.subscribe()
    hub.publish(event(2))
    hub.close()
    assert await rest(early) == [event(1), event(2)]
    assert await rest(late) == [event(2)]


async def test_who_falls_behind_is_closed_after_what_it_still_has_and_others_go_on() -> None:
    hub = EventHub()
    slow, quick = hub.subscribe(limit=3), hub.subscribe()
    for number in range(5):
        hub.publish(event(number))
    hub.close()
    assert await rest(slow) == [event(0), event(1), event(2)]
    assert slow.overrun
    assert await rest(quick) == [event(number) for number in range(5)]
    assert not quick.overrun


async def test_a_subscriber_may_lag_as_far_as_its_limit() -> None:
    hub = EventHub()
    with hub.subscribe(limit=3) as subscription:
        for number in range(3):
            hub.publish(event(number))
        assert not subscription.overrun
    assert len(await rest(subscription)) == 3


async def test_a_waiting_subscriber_wakes_at_an_event_and_at_the_end() -> None:
    hub = EventHub()
    reader = asyncio.create_task(rest(hub.subscribe()))
    await asyncio.sleep(0)
    hub.publish(event(1))
    await asyncio.sleep(0)
    hub.close()
    assert await asyncio.wait_for(reader, 5) == [event(1)]


async def test_closing_is_harmless_when_repeated_and_ends_the_subscription() -> None:
    hub = EventHub()
    with hub.subscribe(limit=1) as subscription:
        hub.publish(event(1))
        hub.publish(event(2))
        subscription.close()
    hub.close()
    hub.publish(event(3))
    assert await rest(subscription) == [event(1)]
