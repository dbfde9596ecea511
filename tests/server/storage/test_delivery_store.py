"""Messages on their way: one in flight, no illegal step, and an end for each."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from stores import START, contents, message_stores, new_instance, queued, text

from areyouj_jupyter.errors import InstanceNotFound, MessageNotFound
from areyouj_jupyter.models import EditMessage, MessageModel, SendMessage, Usage
from areyouj_jupyter.server.storage.message_rows import Delivery
from areyouj_jupyter.specs import Step, Turn

USAGE = Usage(input_tokens=1, output_tokens=2, cost_usd=0.5)


async def test_a_message_goes_from_the_queue_to_its_reply(tmp_path: Path) -> None:
    async with message_stores(tmp_path) as stores:
        message, new = await stores.queues.add("i1", SendMessage(content="fix it", command=True), "task", "1.2")
        assert new
        assert message == MessageModel(
            id=message.id,
            seq=1,
            session_id="i1",
            agent="writer",
            sender_type="user",
            kind="text",
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
        sending = replace(message, status="sending", updated_at=START + 1)
        delivery = Delivery(message=sending, delivery_id="d1", incarnation=3, command=True, evidence={})
        assert await stores.deliveries.claim("i1", "d1", 3) == delivery
        assert await stores.deliveries.claim("i1", "d9", 3) is None  # one at a time
        assert await stores.deliveries.in_flight("i1") == delivery
        working = await stores.deliveries.mark_processing(message.id, "d1", " fix it", {"confirmed": "hook"})
        assert working == replace(message, status="processing", wire=" fix it", updated_at=START + 2)
        flight = await stores.deliveries.in_flight("i1")
        assert flight is not None
        assert flight.evidence == {"confirmed": "hook"}
        steps = (Step("note", "Let me look."), Step("tool", "Bash: make"))
        finished = await stores.deliveries.finish(message.id, "d1", "completed", turn=Turn("fixed", USAGE, steps))
        assert finished is not None
        note, tool, reply, done = finished
        assert done == replace(working, status="completed", updated_at=START + 3)
        assert reply == replace(
            message,
            id=reply.id,
            seq=4,
            sender_type="agent",
            content="fixed",
            status="completed",
            origin="agent",
            in_reply_to=message.id,
            task_id=None,
            usage=USAGE,
            created_at=START + 6,
            updated_at=START + 6,
        )
        assert (note.kind, note.content, tool.kind, tool.content) == ("note", "Let me look.", "tool", "Bash: make")
        assert {each.in_reply_to for each in (note, tool)} == {message.id}
        assert note.usage is None
        assert (await stores.messages.page("i1")).messages == [done, note, tool, reply]
        assert await contents(stores.queues) == []
        assert await stores.deliveries.in_flight("i1") is None


async def test_a_step_is_stored_once_on_the_way_or_at_the_end(tmp_path: Path) -> None:
    async with message_stores(tmp_path) as stores:
        (message,) = await queued(stores.queues, "fix it")
        await stores.deliveries.claim("i1", "d1", 1)
        await stores.deliveries.mark_processing(message.id, "d1")
        note, tool = Step("note", "Let me look.", "a:0"), Step("tool", "Bash: make", "b:0")
        stored = await stores.deliveries.add_steps(message.id, [note, tool])
        assert [(each.kind, each.content, each.in_reply_to) for each in stored] == [
            ("note", "Let me look.", message.id),
            ("tool", "Bash: make", message.id),
        ]
        assert await stores.deliveries.add_steps(message.id, [tool]) == []
        last, nameless = Step("tool", "Bash: make", "c:0"), Step("tool", "Bash: make")
        turn = Turn("fixed", None, (note, tool, last, nameless))
        finished = await stores.deliveries.finish(message.id, "d1", "completed", turn=turn)
        assert [each.content for each in finished or ()] == ["Bash: make", "Bash: make", "fixed", "fix it"]
        said = [each.content for each in (await stores.messages.page("i1")).messages[1:]]
        assert said == ["Let me look.", "Bash: make", "Bash: make", "Bash: make", "fixed"]
        half = Step("note", "half \ud83d", "d\ud83d:0")
        assert [each.content for each in await stores.deliveries.add_steps(message.id, [half, half])] == ["half ?"]
        with pytest.raises(MessageNotFound):
            await stores.deliveries.add_steps("nope", [note])


async def test_only_one_message_is_in_flight(tmp_path: Path) -> None:
    async with message_stores(tmp_path) as stores:
        first, second = await queued(stores.queues, "a", "b")
        claimed = await stores.deliveries.claim("i1", "d1", 1)
        assert claimed is not None and claimed.message.id == first.id
        assert await stores.deliveries.claim("i1", "d2", 1) is None
        assert await stores.deliveries.claim("nope", "d4", 1) is None
        await stores.deliveries.mark_processing(first.id, "d1")
        assert await stores.deliveries.claim("i1", "d3", 1) is None
        await stores.deliveries.finish(first.id, "d1", "completed")
        next_one = await stores.deliveries.claim("i1", "d3", 1)
        assert next_one is not None and next_one.message.id == second.id


async def test_a_late_word_about_an_old_delivery_changes_nothing(tmp_path: Path) -> None:
    async with message_stores(tmp_path) as stores:
        (message,) = await queued(stores.queues, "a")
        await stores.deliveries.claim("i1", "d1", 1)
        assert await stores.deliveries.finish(message.id, "d1", "completed") is None  # it never began
        await stores.deliveries.finish(message.id, "d1", "error", "crashed")
        await stores.queues.retry(message.id, "i1")
        await stores.deliveries.claim("i1", "d2", 2)
        assert await stores.deliveries.mark_processing(message.id, "d1") is None
        assert await stores.deliveries.release(message.id, "d1") is None
        assert await stores.deliveries.finish(message.id, "d1", "error", "late") is None
        flight = await stores.deliveries.in_flight("i1")
        assert flight is not None
        assert (flight.delivery_id, flight.incarnation, flight.message.status) == ("d2", 2, "sending")


async def test_a_released_message_has_its_old_place(tmp_path: Path) -> None:
    async with message_stores(tmp_path) as stores:
        first, second = await queued(stores.queues, "a", "b")
        await stores.deliveries.claim("i1", "d1", 1)
        await stores.queues.cancel(second.id)
        (third, fourth) = await queued(stores.queues, "c", "d")
        await stores.queues.edit(fourth.id, EditMessage(position=0))
        released = await stores.deliveries.release(first.id, "d1", "a dialog came")
        assert released is not None
        assert (released.status, released.reason) == ("pending", "a dialog came")
        assert await contents(stores.queues) == ["a", "d", "c"]
        assert third.id != fourth.id


async def test_the_first_of_the_queue_is_claimed_as_it_stands_at_that_moment(tmp_path: Path) -> None:
    async with message_stores(tmp_path) as stores:
        assert await stores.deliveries.claim("i1", "d0", 1) is None
        _, second = await queued(stores.queues, "a", "b")
        await stores.queues.edit(second.id, EditMessage(position=0))
        claimed = await stores.deliveries.claim("i1", "d1", 1)
        assert claimed is not None and claimed.message.id == second.id


async def test_a_failed_message_carries_its_reason(tmp_path: Path) -> None:
    async with message_stores(tmp_path) as stores:
        (message,) = await queued(stores.queues, "a")
        await stores.deliveries.claim("i1", "d1", 1)
        finished = await stores.deliveries.finish(message.id, "d1", "uncertain", "Nobody knows.")
        assert [(each.id, each.status, each.reason) for each in finished or ()] == [
            (message.id, "uncertain", "Nobody knows.")
        ]
        assert await contents(stores.queues) == ["a"]
        retried = await stores.queues.retry(message.id, "i1")
        assert (retried.status, retried.reason) == ("pending", None)


async def test_what_a_person_typed_is_recorded(tmp_path: Path) -> None:
    async with message_stores(tmp_path) as stores:
        typed = await stores.deliveries.add_typed("i1", "hello", 2)
        assert (typed.status, typed.origin, typed.sender_type) == ("processing", "terminal", "user")
        flight = await stores.deliveries.in_flight("i1")
        assert flight is not None
        assert (flight.delivery_id, flight.incarnation) == (None, 2)
        assert (await stores.deliveries.add_typed("i1", "and more", 2)).status == "completed"
        finished = await stores.deliveries.finish(typed.id, None, "completed", turn=Turn("half \ud83d a pair", None))
        assert finished is not None
        assert finished[0].in_reply_to == typed.id
        assert finished[0].content == "half ? a pair"
        with pytest.raises(InstanceNotFound):
            await stores.deliveries.add_typed("nope", "hello", 1)


async def test_a_crash_leaves_what_was_in_flight_uncertain(tmp_path: Path) -> None:
    async with message_stores(tmp_path) as stores:
        await new_instance(stores.agents, "critic", "i2")
        await new_instance(stores.agents, "third", "i3")
        ids = {}
        for session_id in ("i1", "i2", "i3"):
            message, _ = await stores.queues.add(session_id, text("a"))
            await stores.deliveries.claim(session_id, f"d-{session_id}", 1)
            ids[session_id] = message.id
        await stores.deliveries.mark_processing(ids["i2"], "d-i2")
        changed = await stores.deliveries.reconcile_after_crash(["i1", "i2"], "The machine went down.")
        assert [(each.session_id, each.status, each.reason) for each in changed] == [
            ("i1", "uncertain", "The machine went down."),
            ("i2", "uncertain", "The machine went down."),
        ]
        assert await stores.deliveries.reconcile_after_crash(["i1", "i2"]) == []
        assert (await stores.messages.message(ids["i3"])).status == "sending"
