"""The queues: accepted once, changed only while pending, and never over their limits."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import UNSET
from stores import contents, message_stores, new_instance, queued, text

from areyouj_jupyter.errors import (
    InstanceNotFound,
    KeyReused,
    MessageEmpty,
    MessageNotFound,
    MessageSent,
    MessageTooLarge,
    QueueFull,
)
from areyouj_jupyter.models import EditMessage
from areyouj_jupyter.specs import Turn


async def test_the_same_key_with_the_same_text_is_accepted_once(tmp_path: Path) -> None:
    async with message_stores(tmp_path) as stores:
        first, new = await stores.queues.add("i1", text("a", "k"))
        assert new
        await stores.queues.edit(first.id, EditMessage(content="a, better"))
        again, new = await stores.queues.add("i1", text("a", "k"))
        assert (again.id, again.content, new) == (first.id, "a, better", False)
        with pytest.raises(KeyReused, match="'k'"):
            await stores.queues.add("i1", text("b", "k"))
        assert len(await contents(stores.queues)) == 1


async def test_a_key_is_known_after_a_restart_of_the_agent_but_not_by_others(tmp_path: Path) -> None:
    async with message_stores(tmp_path) as stores:
        await stores.queues.add("i1", text("a", "k"))
        await new_instance(stores.agents, instance_id="i2")  # beside the first one: a broadcast may use one key
        assert (await stores.queues.add("i2", text("a", "k")))[1]
        await stores.queues.clear("i1")
        await stores.queues.clear("i2")
        await stores.agents.record_exit("i1", "completed")
        await stores.agents.record_exit("i2", "completed")
        await new_instance(stores.agents, instance_id="i3")
        assert not (await stores.queues.add("i3", text("a", "k")))[1]
        await new_instance(stores.agents, "critic", "i4")
        assert (await stores.queues.add("i4", text("other", "k")))[1]


async def test_what_cannot_be_queued_is_refused(tmp_path: Path) -> None:
    async with message_stores(tmp_path, queue_limit=2, message_limit=4) as stores:
        with pytest.raises(MessageEmpty):
            await stores.queues.add("i1", text(" \n\t"))
        with pytest.raises(MessageTooLarge, match="6 bytes; the limit is 4"):
            await stores.queues.add("i1", text("äöü"))
        with pytest.raises(InstanceNotFound, match="'nope'"):
            await stores.queues.add("nope", text("a"))
        first, _ = await stores.queues.add("i1", text("äö", "k"))
        await stores.queues.add("i1", text("b"))
        with pytest.raises(QueueFull, match="2 messages are already queued; the limit is 2"):
            await stores.queues.add("i1", text("c"))
        assert await stores.queues.add("i1", text("äö", "k")) == (first, False)
        with pytest.raises(MessageTooLarge):
            await stores.queues.edit(first.id, EditMessage(content="12345"))
        with pytest.raises(MessageEmpty):
            await stores.queues.edit(first.id, EditMessage(content=""))


async def test_odd_text_comes_back_as_it_was(tmp_path: Path) -> None:
    async with message_stores(tmp_path) as stores:
        odd = "  한국어 😀\r\n\t\x00\x1b[201~ \u202e "
        message, _ = await stores.queues.add("i1", text(odd))
        assert message.content == odd


async def test_pending_messages_are_edited_moved_and_cancelled(tmp_path: Path) -> None:
    async with message_stores(tmp_path) as stores:
        first, second, third = await queued(stores.queues, "a", "b", "c")
        await stores.queues.edit(third.id, EditMessage(position=0))
        assert await contents(stores.queues) == ["c", "a", "b"]
        await stores.queues.edit(third.id, EditMessage(position=99))
        assert await contents(stores.queues) == ["a", "b", "c"]
        await stores.queues.edit(second.id, EditMessage(content="B", position=0))
        assert await contents(stores.queues) == ["B", "a", "c"]
        await stores.queues.edit(second.id, EditMessage(content=UNSET))
        assert (await stores.queues.cancel(second.id)).status == "cancelled"
        assert await contents(stores.queues) == ["a", "c"]
        assert [message.content for message in await stores.queues.clear("i1")] == ["a", "c"]
        assert await contents(stores.queues) == []
        assert (await stores.queues.retry(first.id, "i1")).status == "pending"
        assert await contents(stores.queues) == ["a"]


@pytest.mark.parametrize("status", ["sending", "processing", "completed", "cancelled"])
async def test_what_was_sent_is_neither_edited_nor_cancelled(tmp_path: Path, status: str) -> None:
    async with message_stores(tmp_path) as stores:
        message, other = await queued(stores.queues, "a", "b")
        if status == "cancelled":
            await stores.queues.cancel(message.id)
        else:
            await stores.deliveries.claim("i1", "d1", 1)
        if status in ("processing", "completed"):
            await stores.deliveries.mark_processing(message.id, "d1")
        if status == "completed":
            await stores.deliveries.finish(message.id, "d1", "completed")
        for refused in (stores.queues.cancel(message.id), stores.queues.edit(message.id, EditMessage(position=0))):
            with pytest.raises(MessageSent, match=status):
                await refused
        if status != "cancelled":
            with pytest.raises(MessageSent, match=status):
                await stores.queues.retry(message.id, "i1")
        await stores.queues.clear("i1")
        assert (await stores.messages.message(message.id)).status == status
        assert (await stores.messages.message(other.id)).status == "cancelled"


async def test_a_retry_needs_room_and_goes_last(tmp_path: Path) -> None:
    async with message_stores(tmp_path, queue_limit=2) as stores:
        first, _ = await queued(stores.queues, "a", "b")
        await stores.queues.cancel(first.id)
        await stores.queues.retry(first.id, "i1")
        assert await contents(stores.queues) == ["b", "a"]
        await stores.queues.cancel(first.id)
        await queued(stores.queues, "c")
        with pytest.raises(QueueFull):
            await stores.queues.retry(first.id, "i1")
        typed = await stores.deliveries.add_typed("i1", "speak", 1)
        said = await stores.deliveries.finish(typed.id, None, "completed", turn=Turn("I speak", None))
        assert said is not None
        reply = said[0]
        await stores.queues.clear("i1")
        with pytest.raises(MessageSent):
            await stores.queues.retry(reply.id, "i1")


async def test_a_message_of_an_ended_session_is_retried_in_the_agents_new_one(tmp_path: Path) -> None:
    async with message_stores(tmp_path) as stores:
        lost, _ = await stores.queues.add("i1", text("a", "k"))
        await stores.deliveries.claim("i1", "d1", 1)
        await stores.deliveries.finish(lost.id, "d1", "uncertain", "Nobody knows.")
        await new_instance(stores.agents, instance_id="i2")
        with pytest.raises(MessageNotFound):
            await stores.queues.retry(lost.id, "i2")  # its own session lives
        await stores.agents.record_exit("i1", "error", "crashed")
        await stores.queues.add("i2", text("b"))
        again = await stores.queues.retry(lost.id, "i2")
        assert (again.session_id, again.status, again.reason) == ("i2", "pending", None)
        assert [each.content for each in (await stores.queues.queue("i2")).messages] == ["b", "a"]
        assert await stores.queues.add("i2", text("a", "k")) == (again, False)
        await new_instance(stores.agents, "critic", "i3")
        with pytest.raises(MessageNotFound):
            await stores.queues.retry(lost.id, "i3")


async def test_the_queue_shows_what_is_unfinished_and_whether_it_is_held(tmp_path: Path) -> None:
    async with message_stores(tmp_path) as stores:
        await queued(stores.queues, "a", "b", "c")
        await stores.deliveries.claim("i1", "d1", 1)
        await stores.deliveries.reconcile_after_crash(["i1"])
        await stores.deliveries.claim("i1", "d2", 1)
        await stores.agents.set_paused("i1", True)
        queue = await stores.queues.queue("i1")
        assert queue.paused
        assert [(each.content, each.status) for each in queue.messages] == [
            ("b", "sending"),
            ("a", "uncertain"),
            ("c", "pending"),
        ]


async def test_an_unknown_message_or_queue_is_named(tmp_path: Path) -> None:
    async with message_stores(tmp_path) as stores:
        for refused in (
            stores.queues.cancel("nope"),
            stores.queues.retry("nope", "i1"),
            stores.queues.edit("nope", EditMessage(position=0)),
        ):
            with pytest.raises(MessageNotFound, match="'nope'"):
                await refused
        with pytest.raises(InstanceNotFound):
            await stores.queues.queue("nope")
