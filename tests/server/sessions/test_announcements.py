"""Announcements: what a person is told when an agent stops working, each time once, and only if it is true."""

from __future__ import annotations

from pathlib import Path

import pytest
from open_services import ended, open_services, sent, started
from waiting import until

from areyouj_jupyter.models import Notification
from areyouj_jupyter.server.events import Subscription

pytestmark = pytest.mark.slow


async def told(events: Subscription, last: str) -> list[tuple[str, str]]:
    """All notifications up to the one with this text."""
    found: list[tuple[str, str]] = []
    async for event in events:
        if isinstance(event.data, Notification):
            found.append((event.data.level, event.data.text))
            if event.data.text == last:
                break
    return found


async def test_a_failed_turn_is_told_as_failed_with_its_reason_and_stays_so(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services, "writer")
        with services.events.subscribe() as events:
            message = await ended(services, await sent(session, "[[fail no network]]"))
            assert message.status == "error"
            await until(lambda: session.status.outcome == "failed", "the outcome")
            assert session.status.reason is not None and "no network" in session.status.reason
            text = f"writer failed: {session.status.reason}"
            assert await told(events, text) == [("error", text)]
            await ended(services, await sent(session, "hello"))
            await until(lambda: session.status.outcome == "completed", "the outcome")
            assert session.status.reason is None
            assert await told(events, "writer is done.") == [("info", "writer is done.")]


async def test_an_agent_is_done_once_its_queue_is_empty(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services, "writer")
        with services.events.subscribe() as events:
            await session.queue.pause(True)
            messages = [await sent(session, f"message {number}") for number in range(3)]
            await session.queue.pause(False)
            for message in messages:
                assert (await ended(services, message)).status == "completed"
            await until(lambda: session.status.state == "idle" and not session.status.seen, "done")
            await ended(services, await sent(session, "[[fail enough]]"))
            await until(lambda: session.status.outcome == "failed", "the outcome")
            failed = f"writer failed: {session.status.reason}"
            assert await told(events, failed) == [("info", "writer is done."), ("error", failed)]
