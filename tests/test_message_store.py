"""All that was said: found by id, by page, by agent and by time."""

from __future__ import annotations

from pathlib import Path

import pytest
from stores import START, message_stores, new_instance, queued, text

from areyouj_jupyter.errors import MessageNotFound


async def test_messages_are_named_when_unknown_or_of_another_session(tmp_path: Path) -> None:
    async with message_stores(tmp_path) as stores:
        (message,) = await queued(stores.queues, "a")
        assert await stores.messages.message(message.id, "i1") == message
        with pytest.raises(MessageNotFound, match="in this session"):
            await stores.messages.message(message.id, "i2")
        with pytest.raises(MessageNotFound, match="'nope'"):
            await stores.messages.message("nope")


async def test_pages_go_back_by_key(tmp_path: Path) -> None:
    async with message_stores(tmp_path) as stores:
        await queued(stores.queues, *"abcde")
        newest = await stores.messages.page("i1", limit=2)
        assert [each.content for each in newest.messages] == ["d", "e"]
        middle = await stores.messages.page("i1", before=newest.before, limit=2)
        assert [each.content for each in middle.messages] == ["b", "c"]
        oldest = await stores.messages.page("i1", before=middle.before, limit=2)
        assert ([each.content for each in oldest.messages], oldest.before) == (["a"], None)
        assert (await stores.messages.page("i1", limit=5)).before is None
        assert (await stores.messages.page("nope")).messages == []


async def test_messages_are_found_by_agent_and_time(tmp_path: Path) -> None:
    async with message_stores(tmp_path) as stores:
        critic = await new_instance(stores.agents, "critic", "i2")
        for number, session_id in enumerate(("i1", "i2", "i1", "i2")):
            await stores.queues.add(session_id, text(str(number)))

        async def found(
            agent_id: str | None = None, since: float | None = None, before: int | None = None, limit: int = 50
        ) -> list[str]:
            return [each.content for each in (await stores.messages.search(agent_id, since, before, limit)).messages]

        assert await found() == ["0", "1", "2", "3"]
        assert await found(critic.agent_id) == ["1", "3"]
        assert await found(since=START + 2) == ["2", "3"]
        assert await found(critic.agent_id, START + 2) == ["3"]
        assert await found(limit=1) == ["3"]
        assert await found(before=3) == ["0", "1"]
        assert await found("nobody") == []
        assert await found(since=float("inf")) == await found(since=float("nan")) == []
        assert await found(since=float("-inf")) == ["0", "1", "2", "3"]
