"""All that was said: found by id, by page, by agent and by time."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from stores import START, agents_db, message_stores, new_instance, queued, text

from areyouj_jupyter.errors import MessageNotFound
from areyouj_jupyter.server.storage.agent_store import AgentStore
from areyouj_jupyter.server.storage.message_store import MessageStore
from areyouj_jupyter.server.storage.queue_store import QueueStore
from areyouj_jupyter.server.storage.sql import queries


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


async def test_messages_since_a_time_are_found_though_the_clock_was_set_back(tmp_path: Path) -> None:
    async with agents_db(tmp_path) as database:
        writer = await new_instance(AgentStore(database))
        times = iter([START, START + 500, START + 400, START + 450, START + 410])
        queues = QueueStore(database, 100, 1024, lambda: next(times))
        await queued(queues, *"01234")
        for agent_id in (None, writer.agent_id):
            search = partial(MessageStore(database).search, agent_id)
            assert [each.content for each in (await search(START + 420)).messages] == ["1", "3"]
            assert [each.content for each in (await search(START + 420, 3)).messages] == ["1"]
            assert (await search(START + 501)).messages == []


@pytest.mark.parametrize(
    ("name", "sought"),
    [
        ("page", {"agent_messages_of_instance"}),
        ("search", {"agent_messages_made"}),
        ("search_agent", {"agent_messages_made", "agent_messages_of_agent"}),
    ],
)
async def test_a_page_is_sought_by_an_index(tmp_path: Path, name: str, sought: set[str]) -> None:
    values = {"session_id": "i1", "agent_id": "a", "since": "2025", "before": 5, "limit": 5}
    async with agents_db(tmp_path) as database:
        plan = await database.rows(f"EXPLAIN QUERY PLAN {queries('messages')[name]}", values)
    steps = [row["detail"] for row in plan]
    assert [step for step in steps if step.startswith("SCAN")] == []
    assert [index for index in sought if not any(index in step for step in steps)] == []
