"""Messages and queues: accepted once, one in flight, no illegal step."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from msgspec import UNSET
from msgspec.structs import replace
from stores import START, Clock, agents_db, new_instance

from areyouj_jupyter.errors import (
    InstanceNotFound,
    KeyReused,
    MessageEmpty,
    MessageNotFound,
    MessageSent,
    MessageTooLarge,
    QueueFull,
)
from areyouj_jupyter.models import EditMessage, MessageModel, SendMessage, Usage
from areyouj_jupyter.server.agent_store import AgentStore
from areyouj_jupyter.server.database import Database
from areyouj_jupyter.server.message_rows import Delivery
from areyouj_jupyter.server.message_store import MessageStore

USAGE = Usage(input_tokens=1, output_tokens=2, cost_usd=0.5)


@asynccontextmanager
async def a_store(folder: Path, queue_limit: int = 100, message_limit: int = 1024) -> AsyncIterator[MessageStore]:
    """Messages of an agent `writer` with the instance i1."""
    async with a_database(folder) as database:
        yield MessageStore(database, queue_limit, message_limit, Clock())


@asynccontextmanager
async def a_database(folder: Path) -> AsyncIterator[Database]:
    async with agents_db(folder) as database:
        await new_instance(AgentStore(database))
        yield database


def text(content: str, key: str | None = None) -> SendMessage:
    return SendMessage(content=content, idempotency_key=key)


async def queued(store: MessageStore, *contents: str) -> list[MessageModel]:
    return [(await store.add("i1", text(content)))[0] for content in contents]


async def contents(store: MessageStore) -> list[str]:
    return [message.content for message in (await store.queue("i1")).messages]


async def test_a_message_goes_from_the_queue_to_its_reply(tmp_path: Path) -> None:
    async with a_store(tmp_path) as store:
        message, new = await store.add("i1", SendMessage(content="fix it", command=True), "task", "1.2")
        assert new
        assert message == MessageModel(
            id=message.id,
            seq=1,
            session_id="i1",
            agent="writer",
            sender_type="user",
            content="fix it",
            status="pending",
            reason=None,
            origin="task",
            requires_user_input=False,
            in_reply_to=None,
            task_id="1.2",
            wire=None,
            usage=None,
            created_at=START,
            updated_at=START,
        )
        assert await store.next_pending("i1") == message
        sending = replace(message, status="sending", updated_at=START + 1)
        delivery = Delivery(message=sending, delivery_id="d1", incarnation=3, command=True, evidence={})
        assert await store.claim(message.id, "d1", 3) == delivery
        assert await store.in_flight("i1") == delivery
        working = await store.mark_processing(message.id, "d1", " fix it", {"confirmed": "hook"})
        assert working == replace(message, status="processing", wire=" fix it", updated_at=START + 2)
        flight = await store.in_flight("i1")
        assert flight is not None
        assert flight.evidence == {"confirmed": "hook"}
        finished = await store.finish(message.id, "d1", "completed", reply="fixed", usage=USAGE)
        assert finished is not None
        done, reply = finished
        assert done == replace(working, status="completed", updated_at=START + 3)
        assert reply is not None
        assert reply == replace(
            message,
            id=reply.id,
            seq=2,
            sender_type="agent",
            content="fixed",
            status="completed",
            origin="agent",
            in_reply_to=message.id,
            task_id=None,
            usage=USAGE,
            created_at=START + 4,
            updated_at=START + 4,
        )
        assert (await store.page("i1")).messages == [done, reply]
        assert await contents(store) == []
        assert await store.in_flight("i1") is None


async def test_the_same_key_with_the_same_text_is_accepted_once(tmp_path: Path) -> None:
    async with a_store(tmp_path) as store:
        first, new = await store.add("i1", text("a", "k"))
        assert new
        await store.edit(first.id, EditMessage(content="a, better"))
        again, new = await store.add("i1", text("a", "k"))
        assert (again.id, again.content, new) == (first.id, "a, better", False)
        with pytest.raises(KeyReused, match="'k'"):
            await store.add("i1", text("b", "k"))
        assert len(await contents(store)) == 1


async def test_a_key_is_known_after_a_restart_of_the_agent_but_not_by_others(tmp_path: Path) -> None:
    async with a_database(tmp_path) as database:
        store, agents = MessageStore(database), AgentStore(database)
        await store.add("i1", text("a", "k"))
        await new_instance(agents, instance_id="i2")  # beside the first one: a broadcast may use one key
        assert (await store.add("i2", text("a", "k")))[1]
        await store.clear("i1")
        await store.clear("i2")
        await agents.record_exit("i1", "completed")
        await agents.record_exit("i2", "completed")
        await new_instance(agents, instance_id="i3")
        assert not (await store.add("i3", text("a", "k")))[1]
        await new_instance(agents, "critic", "i4")
        assert (await store.add("i4", text("other", "k")))[1]


async def test_what_cannot_be_queued_is_refused(tmp_path: Path) -> None:
    async with a_store(tmp_path, queue_limit=2, message_limit=4) as store:
        with pytest.raises(MessageEmpty):
            await store.add("i1", text(" \n\t"))
        with pytest.raises(MessageTooLarge, match="6 bytes; the limit is 4"):
            await store.add("i1", text("äöü"))
        with pytest.raises(InstanceNotFound, match="'nope'"):
            await store.add("nope", text("a"))
        first, _ = await store.add("i1", text("äö", "k"))
        await store.add("i1", text("b"))
        with pytest.raises(QueueFull, match="2 messages wait already; the limit is 2"):
            await store.add("i1", text("c"))
        assert await store.add("i1", text("äö", "k")) == (first, False)
        with pytest.raises(MessageTooLarge):
            await store.edit(first.id, EditMessage(content="12345"))
        with pytest.raises(MessageEmpty):
            await store.edit(first.id, EditMessage(content=""))


async def test_odd_text_comes_back_as_it_was(tmp_path: Path) -> None:
    async with a_store(tmp_path) as store:
        odd = "  한국어 😀\r\n\t\x00\x1b[201~ \u202e "
        message, _ = await store.add("i1", text(odd))
        assert message.content == odd
        reply = await store.add_agent_message("i1", "half \ud83d a pair")
        assert reply.content == "half ? a pair"


async def test_only_one_message_is_in_flight(tmp_path: Path) -> None:
    async with a_store(tmp_path) as store:
        first, second = await queued(store, "a", "b")
        assert await store.claim(first.id, "d1", 1) is not None
        assert await store.claim(first.id, "d2", 1) is None
        assert await store.claim(second.id, "d3", 1) is None
        assert await store.claim("nope", "d4", 1) is None
        await store.mark_processing(first.id, "d1")
        assert await store.claim(second.id, "d3", 1) is None
        await store.finish(first.id, "d1", "completed")
        assert await store.claim(second.id, "d3", 1) is not None


async def test_a_late_word_about_an_old_delivery_changes_nothing(tmp_path: Path) -> None:
    async with a_store(tmp_path) as store:
        (message,) = await queued(store, "a")
        await store.claim(message.id, "d1", 1)
        assert await store.finish(message.id, "d1", "completed") is None  # it never began
        await store.finish(message.id, "d1", "error", "crashed")
        await store.retry(message.id)
        await store.claim(message.id, "d2", 2)
        assert await store.mark_processing(message.id, "d1") is None
        assert await store.release(message.id, "d1") is None
        assert await store.finish(message.id, "d1", "error", "late") is None
        flight = await store.in_flight("i1")
        assert flight is not None
        assert (flight.delivery_id, flight.incarnation, flight.message.status) == ("d2", 2, "sending")


async def test_a_released_message_has_its_old_place(tmp_path: Path) -> None:
    async with a_store(tmp_path) as store:
        first, second = await queued(store, "a", "b")
        await store.claim(first.id, "d1", 1)
        await store.cancel(second.id)
        (third, fourth) = await queued(store, "c", "d")
        await store.edit(fourth.id, EditMessage(position=0))
        released = await store.release(first.id, "d1", "a dialog came")
        assert released is not None
        assert (released.status, released.reason) == ("pending", "a dialog came")
        assert await contents(store) == ["a", "d", "c"]
        assert third.id != fourth.id


async def test_a_failed_message_carries_its_reason_and_usage(tmp_path: Path) -> None:
    async with a_store(tmp_path) as store:
        (message,) = await queued(store, "a")
        await store.claim(message.id, "d1", 1)
        finished = await store.finish(message.id, "d1", "uncertain", "Nobody knows.", usage=USAGE)
        assert finished is not None
        assert finished[1] is None
        assert (finished[0].status, finished[0].reason, finished[0].usage) == ("uncertain", "Nobody knows.", USAGE)
        assert await contents(store) == ["a"]
        retried = await store.retry(message.id)
        assert (retried.status, retried.reason) == ("pending", None)


async def test_pending_messages_are_edited_moved_and_cancelled(tmp_path: Path) -> None:
    async with a_store(tmp_path) as store:
        first, second, third = await queued(store, "a", "b", "c")
        await store.edit(third.id, EditMessage(position=0))
        assert await contents(store) == ["c", "a", "b"]
        await store.edit(third.id, EditMessage(position=99))
        assert await contents(store) == ["a", "b", "c"]
        await store.edit(second.id, EditMessage(content="B", position=0))
        assert await contents(store) == ["B", "a", "c"]
        await store.edit(second.id, EditMessage(content=UNSET))
        assert (await store.cancel(second.id)).status == "cancelled"
        assert await contents(store) == ["a", "c"]
        assert [message.content for message in await store.clear("i1")] == ["a", "c"]
        assert await contents(store) == []
        assert await store.pending_count("i1") == 0
        assert (await store.retry(first.id)).status == "pending"
        assert await store.pending_count("i1") == 1


@pytest.mark.parametrize("status", ["sending", "processing", "completed", "cancelled"])
async def test_what_was_sent_is_neither_edited_nor_cancelled(tmp_path: Path, status: str) -> None:
    async with a_store(tmp_path) as store:
        message, other = await queued(store, "a", "b")
        if status == "cancelled":
            await store.cancel(message.id)
        else:
            await store.claim(message.id, "d1", 1)
        if status in ("processing", "completed"):
            await store.mark_processing(message.id, "d1")
        if status == "completed":
            await store.finish(message.id, "d1", "completed")
        for refused in (store.cancel(message.id), store.edit(message.id, EditMessage(position=0))):
            with pytest.raises(MessageSent, match=status):
                await refused
        if status != "cancelled":
            with pytest.raises(MessageSent, match=status):
                await store.retry(message.id)
        await store.clear("i1")
        assert (await store.message(message.id)).status == status
        assert (await store.message(other.id)).status == "cancelled"


async def test_a_retry_needs_room_and_goes_last(tmp_path: Path) -> None:
    async with a_store(tmp_path, queue_limit=2) as store:
        first, _ = await queued(store, "a", "b")
        await store.cancel(first.id)
        await store.retry(first.id)
        assert await contents(store) == ["b", "a"]
        await store.cancel(first.id)
        await queued(store, "c")
        with pytest.raises(QueueFull):
            await store.retry(first.id)
        reply = await store.add_agent_message("i1", "I speak")
        await store.clear("i1")
        with pytest.raises(MessageSent):
            await store.retry(reply.id)


async def test_what_a_person_typed_is_recorded(tmp_path: Path) -> None:
    async with a_store(tmp_path) as store:
        typed = await store.add_typed("i1", "hello", 2)
        assert (typed.status, typed.origin, typed.sender_type) == ("processing", "terminal", "user")
        flight = await store.in_flight("i1")
        assert flight is not None
        assert (flight.delivery_id, flight.incarnation) == (None, 2)
        assert (await store.add_typed("i1", "and more", 2)).status == "completed"
        finished = await store.finish(typed.id, None, "completed", reply="hi")
        assert finished is not None
        assert finished[1] is not None
        assert finished[1].in_reply_to == typed.id


async def test_an_agent_may_ask(tmp_path: Path) -> None:
    async with a_store(tmp_path) as store:
        asked = await store.add_agent_message("i1", "May I?", requires_user_input=True, usage=USAGE)
        assert (asked.requires_user_input, asked.usage, asked.status) == (True, USAGE, "completed")
        with pytest.raises(InstanceNotFound):
            await store.add_agent_message("nope", "hello")


async def test_messages_are_named_when_unknown_or_of_another_session(tmp_path: Path) -> None:
    async with a_store(tmp_path) as store:
        (message,) = await queued(store, "a")
        assert await store.message(message.id, "i1") == message
        with pytest.raises(MessageNotFound, match="in this session"):
            await store.message(message.id, "i2")
        for refused in (
            store.message("nope"),
            store.cancel("nope"),
            store.retry("nope"),
            store.edit("nope", EditMessage(position=0)),
        ):
            with pytest.raises(MessageNotFound, match="'nope'"):
                await refused
        with pytest.raises(InstanceNotFound):
            await store.queue("nope")


async def test_the_queue_shows_what_is_unfinished_and_whether_it_is_held(tmp_path: Path) -> None:
    async with a_database(tmp_path) as database:
        store = MessageStore(database)
        first, second, _ = await queued(store, "a", "b", "c")
        await store.claim(first.id, "d1", 1)
        await store.reconcile_after_crash(["i1"])
        await store.claim(second.id, "d2", 1)
        await AgentStore(database).set_paused("i1", True)
        queue = await store.queue("i1")
        assert queue.paused
        assert [(each.content, each.status) for each in queue.messages] == [
            ("b", "sending"),
            ("a", "uncertain"),
            ("c", "pending"),
        ]


async def test_pages_go_back_by_key(tmp_path: Path) -> None:
    async with a_store(tmp_path) as store:
        await queued(store, *"abcde")
        newest = await store.page("i1", limit=2)
        assert [each.content for each in newest.messages] == ["d", "e"]
        middle = await store.page("i1", before=newest.before, limit=2)
        assert [each.content for each in middle.messages] == ["b", "c"]
        oldest = await store.page("i1", before=middle.before, limit=2)
        assert ([each.content for each in oldest.messages], oldest.before) == (["a"], None)
        assert (await store.page("i1", limit=5)).before is None
        assert (await store.page("nope")).messages == []


async def test_messages_are_found_by_agent_and_time(tmp_path: Path) -> None:
    async with a_database(tmp_path) as database:
        store, agents = MessageStore(database, clock=Clock()), AgentStore(database)
        critic = await new_instance(agents, "critic", "i2")
        for number, session_id in enumerate(("i1", "i2", "i1", "i2")):
            await store.add(session_id, text(str(number)))

        async def found(
            agent_id: str | None = None, since: float | None = None, before: int | None = None, limit: int = 50
        ) -> list[str]:
            return [each.content for each in (await store.search(agent_id, since, before, limit)).messages]

        assert await found() == ["0", "1", "2", "3"]
        assert await found(critic.agent_id) == ["1", "3"]
        assert await found(since=START + 2) == ["2", "3"]
        assert await found(critic.agent_id, START + 2) == ["3"]
        assert await found(limit=1) == ["3"]
        assert await found(before=3) == ["0", "1"]
        assert await found("nobody") == []
        assert await found(since=float("inf")) == await found(since=float("nan")) == []
        assert await found(since=float("-inf")) == ["0", "1", "2", "3"]


async def test_a_crash_leaves_what_was_in_flight_uncertain(tmp_path: Path) -> None:
    async with a_database(tmp_path) as database:
        store, agents = MessageStore(database), AgentStore(database)
        await new_instance(agents, "critic", "i2")
        await new_instance(agents, "third", "i3")
        ids = {}
        for session_id in ("i1", "i2", "i3"):
            message, _ = await store.add(session_id, text("a"))
            await store.claim(message.id, f"d-{session_id}", 1)
            ids[session_id] = message.id
        await store.mark_processing(ids["i2"], "d-i2")
        changed = await store.reconcile_after_crash(["i1", "i2"], "The machine went down.")
        assert [(each.session_id, each.status, each.reason) for each in changed] == [
            ("i1", "uncertain", "The machine went down."),
            ("i2", "uncertain", "The machine went down."),
        ]
        assert await store.reconcile_after_crash(["i1", "i2"]) == []
        assert (await store.message(ids["i3"])).status == "sending"
