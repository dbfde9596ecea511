"""Replies: resolved by events, by reading back what was missed, and shown as what they are."""

from __future__ import annotations

import asyncio
import gc
import threading
import weakref

import pytest
from fake_server import TOKEN, FakeServer
from waiting import until_now

from areyouj_jupyter import Crew, as_completed, connect
from areyouj_jupyter.errors import ReplyFailed
from areyouj_jupyter.kernel.replies.reply import Reply
from areyouj_jupyter.models import Usage


def sent(server: FakeServer, crew: Crew, text: str = "hello") -> Reply:
    return crew["writer"].send(text)


def test_a_reply_is_the_text_that_the_agent_answers_with(server: FakeServer, crew: Crew) -> None:
    reply = sent(server, crew)
    assert (reply.done(), reply.status, reply.agent) == (False, "pending", "writer")
    server.finish(reply.message, text="done and tested")
    assert reply.result(5) == "done and tested"
    assert (reply.done(), reply.status, reply.elapsed) == (True, "completed", 1.0)


def test_a_reply_tells_what_it_took_and_what_came_on_the_way(server: FakeServer, crew: Crew) -> None:
    other, reply = sent(server, crew, "other"), sent(server, crew)
    assert (list(reply.steps), reply.tokens, reply.cost) == ([], None, None)
    usage = Usage(input_tokens=3, output_tokens=4, cache_read_tokens=0, cost_usd=0.25)
    server.finish(reply.message, text="done", steps=[("note", "Let me look."), ("tool", "Bash: make")], usage=usage)
    assert reply.result(5) == "done"
    assert [(step.kind, step.content) for step in reply.steps] == [("note", "Let me look."), ("tool", "Bash: make")]
    assert "⚙ Bash: make" in repr(reply.steps)
    assert (reply.tokens, reply.cost) == (7, 0.25)
    server.finish(other.message, text="done too", usage=Usage(cost_usd=0.5))
    assert other.result(5) == "done too"
    assert (list(other.steps), other.tokens, other.cost) == ([], None, 0.5)


@pytest.mark.parametrize(
    ("status", "reason", "sentence"),
    [
        ("error", "interrupted", "The message to writer failed (interrupted)."),
        ("cancelled", None, "The message to writer was cancelled."),
        ("uncertain", "lost", "The message to writer may or may not have arrived (lost)."),
    ],
)
def test_a_message_that_ends_badly_raises_why(
    server: FakeServer, crew: Crew, status: str, reason: str | None, sentence: str
) -> None:
    reply = sent(server, crew)
    server.finish(reply.message, status, reason=reason)
    with pytest.raises(ReplyFailed) as failure:
        reply.result(5)
    assert (str(failure.value), failure.value.status, failure.value.cause) == (sentence, status, reason)


def test_waiting_too_long_says_how_things_stand_and_leaves_the_message(server: FakeServer, crew: Crew) -> None:
    reply = sent(server, crew)
    with pytest.raises(TimeoutError, match=r"^No reply within 0\.01 s: writer: pending\.$"):
        reply.result(0.01)
    server.finish(reply.message, text="late")
    assert reply.result(5) == "late"


def test_a_reply_can_be_awaited(server: FakeServer, crew: Crew) -> None:
    async def cell() -> list[str]:
        replies = [sent(server, crew, text) for text in ("one", "two")]
        for reply in replies:
            server.finish(reply.message, text=reply.message.content.upper())
        return await asyncio.gather(*replies)

    assert asyncio.run(cell()) == ["ONE", "TWO"]


def test_a_cell_that_stops_waiting_does_not_take_the_message_back(server: FakeServer, crew: Crew) -> None:
    reply = sent(server, crew)

    async def cell() -> None:
        await asyncio.wait_for(reply, 0.01)

    with pytest.raises(TimeoutError):
        asyncio.run(cell())
    assert not reply.done()
    assert server.by_id(reply.message.id).status == "pending"


def test_cancel_takes_a_pending_message_back(server: FakeServer, crew: Crew) -> None:
    reply = sent(server, crew)
    assert reply.cancel() is True
    assert server.by_id(reply.message.id).status == "cancelled"
    with pytest.raises(ReplyFailed, match="was cancelled"):
        reply.result(5)


def test_cancel_comes_too_late_for_a_message_that_is_on_its_way(server: FakeServer, crew: Crew) -> None:
    reply = sent(server, crew)
    server.finish(reply.message, "processing")
    assert reply.cancel() is False
    assert until_now(reply.running)


def test_replies_come_as_they_are_completed(server: FakeServer, crew: Crew) -> None:
    first, second = sent(server, crew, "first"), sent(server, crew, "second")
    server.finish(second.message, text="b")
    arriving = as_completed([first, second], timeout=5)
    assert next(arriving) is second
    server.finish(first.message, text="a")
    assert next(arriving) is first


def test_as_completed_gives_up_after_its_time(server: FakeServer, crew: Crew) -> None:
    with pytest.raises(TimeoutError):
        list(as_completed([sent(server, crew)], timeout=0.01))


def test_an_end_that_comes_before_the_answer_to_the_request_is_not_missed(server: FakeServer, crew: Crew) -> None:
    server.on_post = lambda message: server.finish(message, text="quicker than you")
    assert sent(server, crew).result(5) == "quicker than you"


def test_an_end_without_any_event_is_read_back_after_the_connection_is_new(server: FakeServer, crew: Crew) -> None:
    replies = [sent(server, crew, str(number)) for number in range(5)]
    server.mute = True
    for reply in replies:
        server.finish(reply.message, text=f"answer {reply.message.content}")
    server.mute = False
    server.drop_sockets()
    assert [reply.result(10) for reply in replies] == [f"answer {number}" for number in range(5)]


def test_an_end_while_the_connection_was_never_there_is_read_back(server: FakeServer) -> None:
    server.mute = True
    server.on_post = lambda message: server.finish(message, text="unseen")
    with connect(server.url, TOKEN) as crew:
        assert crew["writer"].send("hello").result(10) == "unseen"


def test_the_replies_of_a_deleted_agent_end(server: FakeServer, crew: Crew) -> None:
    reply = sent(server, crew)
    server.forget_all()
    with pytest.raises(ReplyFailed, match=r"^The message to writer was deleted\.$"):
        reply.result(5)


@pytest.mark.slow
def test_a_message_whose_answer_was_lost_is_not_sent_twice(server: FakeServer, crew: Crew) -> None:
    server.lose_answers = 2
    reply = sent(server, crew)
    assert [message.content for message in server.messages] == ["hello"]
    server.finish(server.messages[0], text="once")
    assert reply.result(5) == "once"


def test_closing_the_crew_ends_what_waits_and_its_thread(server: FakeServer) -> None:
    crew = connect(server.url, TOKEN)
    reply = crew["writer"].send("hello")
    crew.close()
    with pytest.raises(ReplyFailed, match="this client was closed"):
        reply.result(5)
    assert "areyouj-events" not in [thread.name for thread in threading.enumerate()]


@pytest.mark.slow
def test_a_crew_that_nobody_holds_ends_by_itself_once_no_reply_is_awaited(server: FakeServer) -> None:
    crew = connect(server.url, TOKEN)
    reply = crew["writer"].send("hello")
    alive = weakref.ref(crew)
    del crew
    gc.collect()
    assert alive() is not None
    server.finish(reply.message, text="still here")
    assert reply.result(5) == "still here"
    alive().close()
    del reply
    gc.collect()
    assert alive() is None


def test_a_reply_shows_itself_as_markdown(server: FakeServer, crew: Crew) -> None:
    reply = sent(server, crew)
    assert reply._repr_mimebundle_() == {"text/plain": "writer: pending", "text/markdown": "◐ writer: pending …"}
    server.finish(reply.message, text="**bold**\x1b]52;c;eA==\x07")
    reply.result(5)
    assert reply._repr_mimebundle_() == {"text/plain": "**bold**]52;c;eA==", "text/markdown": "**bold**]52;c;eA=="}
    assert repr(reply) == "<Reply writer: completed after 1.0 s>"


def test_a_reply_that_failed_shows_why(server: FakeServer, crew: Crew) -> None:
    reply = sent(server, crew)
    server.finish(reply.message, "error", reason="<b>crash</b>")
    assert isinstance(reply.exception(5), ReplyFailed)
    assert reply._repr_mimebundle_()["text/markdown"].endswith("failed (&lt;b>crash&lt;/b>).")


def test_a_reply_that_has_ended_cannot_be_cancelled(server: FakeServer, crew: Crew) -> None:
    reply = sent(server, crew)
    server.finish(reply.message, text="done")
    reply.result(5)
    assert reply.cancel() is False
    assert not [request for request in server.requests if request.startswith("DELETE")]
