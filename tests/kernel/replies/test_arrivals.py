"""Waiting for replies: what is done with an agent's questions, what is told on the way, and how it looks."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest
from fake_server import SESSION, FakeServer
from waiting import until_now

from areyouj_jupyter import Crew, Reply, as_completed, gather
from areyouj_jupyter.errors import NeedsInput, PromptGone, ReplyFailed
from areyouj_jupyter.kernel.replies.chunks import Chunk
from areyouj_jupyter.kernel.replies.reply_status import LATEST, QUESTION
from areyouj_jupyter.models import Prompt


def asked(server: FakeServer, crew: Crew, text: str = "hello") -> Reply:
    """A reply whose agent asks for a permission."""
    reply = crew["writer"].send(text)
    server.finish(reply.message, "processing")
    server.ask("Do you want to touch it?\n❯ 1. Yes\n  2. No", "Yes", "No")
    until_now(lambda: reply.needs_input)
    return reply


def test_a_reply_tells_what_its_agent_asks_and_answers_it(server: FakeServer, crew: Crew) -> None:
    reply = asked(server, crew)
    prompt = reply.needs_input
    assert prompt is not None and prompt.text.startswith("Do you want to touch it?")
    shown = reply._repr_mimebundle_()
    assert shown["text/plain"].endswith(", and the agent is asking: Do you want to touch it? 1=Yes 2=No")
    assert shown["text/markdown"].endswith("`reply.answer(…)` takes one of these:\n\n- **1** Yes\n- **2** No")
    assert shown[QUESTION] == {"session": SESSION, "prompt": prompt.id, "text": "◐ writer: processing …"}
    reply.answer("no")
    assert [(answer.prompt_id, answer.choice, answer.text) for answer in server.answers] == [(prompt.id, "2", None)]
    until_now(lambda: reply.needs_input is None)
    assert QUESTION not in reply._repr_mimebundle_()
    with pytest.raises(PromptGone, match=r"^writer is not asking anything\.$"):
        reply.answer("yes")


def test_a_dialog_without_choices_is_left_to_the_terminal(server: FakeServer, crew: Crew) -> None:
    reply = crew["writer"].send("hello")
    server.finish(reply.message, "processing")
    server.ask("Accept the new terms?")
    until_now(lambda: reply.needs_input)
    assert reply._repr_mimebundle_()["text/markdown"].endswith("\n\nAnswer it in the agent's terminal.")


def test_choices_of_a_hostile_agent_are_no_html(server: FakeServer, crew: Crew) -> None:
    reply = crew["writer"].send("hello")
    server.step(reply.message, "note", "<script>alert(2)</script>")
    server.step(reply.message, "tool", "Bash: <img\nsrc=x>")
    server.ask("<img src=x>", "<script>alert(1)</script>", "[a](javascript:alert(1))")
    until_now(lambda: reply.needs_input)
    shown = reply._repr_mimebundle_()
    for text in (shown["text/markdown"], shown[QUESTION]["text"]):
        assert "⚙ Bash: &lt;img src=x>" in text
        assert "<script" not in text and "<img" not in text and "](javascript" not in text


def test_a_reply_on_its_way_shows_what_was_said_last(server: FakeServer, crew: Crew) -> None:
    reply = crew["writer"].send("hello")
    server.step(reply.message, "note", "I **look**.")
    server.step(reply.message, "tool", "Bash: make")
    until_now(lambda: len(reply.steps_so_far) == 2)
    assert reply._repr_mimebundle_()["text/markdown"] == "I **look**.\n\n⚙ Bash: make\n\n◐ writer: pending …"
    for number in range(LATEST):
        server.step(reply.message, "note", f"step {number}")
    until_now(lambda: len(reply.steps_so_far) == 2 + LATEST)
    assert reply._repr_mimebundle_()["text/markdown"].startswith("step 0\n\nstep 1\n\n")
    server.finish(reply.message, text="done")
    assert (reply.result(5), reply._repr_mimebundle_()["text/markdown"]) == ("done", "done")


def test_a_question_can_be_raised(server: FakeServer, crew: Crew) -> None:
    reply = asked(server, crew)
    with pytest.raises(NeedsInput, match=r"^writer: processing, and the agent is asking: Do you want .*\.$") as raised:
        reply.result(5, on_needs_input="raise")
    assert raised.value.prompt == reply.needs_input
    assert not reply.done()
    with pytest.raises(NeedsInput):
        gather([reply], 5, on_needs_input="raise")


def test_a_function_answers_each_question_once(server: FakeServer, crew: Crew) -> None:
    reply = asked(server, crew)
    seen: list[str] = []

    def decide(asking: Reply, prompt: Prompt) -> str | None:
        assert asking is reply
        seen.append(prompt.text)
        if len(seen) == 1:
            return "Yes"
        server.finish(reply.message, text="done")
        return None

    def ask_again() -> None:
        until_now(lambda: server.answers)
        server.ask("And this?", "Yes", "No")

    asking = threading.Thread(target=ask_again)
    asking.start()
    assert reply.result(10, on_needs_input=decide) == "done"
    asking.join()
    assert seen == ["Do you want to touch it?\n❯ 1. Yes\n  2. No", "And this?"]
    assert [answer.choice for answer in server.answers] == ["1"]


def test_a_function_answers_no_question_of_another_turn(server: FakeServer, crew: Crew) -> None:
    seen: list[str] = []

    def decide(asking: Reply, prompt: Prompt) -> str:
        seen.append(prompt.text)
        server.finish(asking.message, text="done")
        return "Yes"

    reply = crew["writer"].send("hello")
    server.ask("Delete it all?", "Yes", "No")
    until_now(lambda: reply.needs_input)
    with pytest.raises(TimeoutError):
        reply.result(0.3, on_needs_input=decide)
    assert (seen, server.answers) == ([], [])
    server.ask("Do you want to touch it?", "Yes", "No")
    server.finish(reply.message, "processing")
    assert reply.result(10, on_needs_input=decide) == "done"
    assert seen == ["Do you want to touch it?"]


def test_a_question_can_be_raised_where_a_reply_is_awaited(server: FakeServer, crew: Crew) -> None:
    async def cell(reply: Reply) -> str:
        return await reply

    reply = asked(server, crew)
    reply.on_needs_input = "raise"
    with pytest.raises(NeedsInput, match=r"^writer: processing, and the agent is asking: "):
        asyncio.run(cell(reply))


def test_a_function_answers_where_a_reply_is_awaited_and_the_loop_goes_on(server: FakeServer, crew: Crew) -> None:
    ticked = threading.Event()

    def decide(asking: Reply, prompt: Prompt) -> str:
        assert ticked.wait(10), "the loop stood still"
        server.finish(asking.message, text="done")
        return "Yes"

    async def cell(reply: Reply) -> str:
        asyncio.get_running_loop().call_later(0.01, ticked.set)
        return await reply

    reply = asked(server, crew)
    reply.on_needs_input = decide
    assert asyncio.run(cell(reply)) == "done"
    assert [answer.choice for answer in server.answers] == ["1"]


def test_a_question_is_left_to_a_person_if_nothing_else_is_said(server: FakeServer, crew: Crew) -> None:
    reply = asked(server, crew)
    with pytest.raises(TimeoutError):
        reply.result(0.05)
    assert server.answers == []


def test_what_an_agent_does_comes_as_it_is_told_and_its_text_last(server: FakeServer, crew: Crew) -> None:
    reply = crew["writer"].send("hello")
    reading = iter(reply)
    server.step(reply.message, "note", "Let me look.")
    first = next(reading)  # not := in an assert: pytest 8 and 9.0 then take the next one below
    assert first == "Let me look."
    assert (first.kind, reply.done()) == ("note", False)
    assert [step.content for step in reply.steps] == ["Let me look."]
    server.mute = True
    server.step(reply.message, "tool", "Bash: make")
    server.mute = False
    server.finish(reply.message, text="All is well.")
    assert [(chunk.kind, str(chunk)) for chunk in reading] == [("tool", "Bash: make"), ("text", "All is well.")]
    assert repr(first) == "Let me look."


def test_chunks_can_be_awaited(server: FakeServer, crew: Crew) -> None:
    async def cell() -> list[Chunk]:
        reply = crew["writer"].send("hello")
        server.step(reply.message, "note", "Let me look.")
        seen = []
        async for chunk in reply:
            if not seen:
                server.finish(reply.message, text="done")
            seen.append(chunk)
        return seen

    assert asyncio.run(cell()) == ["Let me look.", "done"]


def test_an_iteration_ends_as_the_reply_does(server: FakeServer, crew: Crew) -> None:
    reply = crew["writer"].send("hello")
    server.finish(reply.message, "error", reason="crash")
    with pytest.raises(ReplyFailed, match="crash"):
        list(reply)


def test_a_reply_tells_its_place_in_the_queue(server: FakeServer, crew: Crew) -> None:
    first, second, third = (crew["writer"].send(text) for text in ("a", "b", "c"))
    server.queue(first.message, second.message, third.message)
    until_now(lambda: third.position == 2)
    assert repr(third) == "<Reply writer: pending, 2 before it>"
    server.queue(second.message, third.message)
    until_now(lambda: (first.position, second.position, third.position) == (None, 0, 1))


def test_a_reply_tells_how_long_it_was_worked_on(server: FakeServer, crew: Crew) -> None:
    reply, unseen = crew["writer"].send("a"), crew["writer"].send("b")
    assert reply.duration is None
    server.finish(reply.message, "processing")
    until_now(reply.running)
    server.finish(server.by_id(reply.message.id), text="done")
    server.finish(unseen.message, text="done")
    assert (reply.result(5), unseen.result(5)) == ("done", "done")
    assert (reply.duration, reply.elapsed, unseen.duration) == (1.0, 2.0, None)


def test_texts_are_gathered_in_the_order_of_their_messages(server: FakeServer, crew: Crew) -> None:
    replies = [crew["writer"].send(text) for text in "abc"]
    for reply in reversed(replies):
        server.finish(reply.message, text=reply.message.content.upper())
    assert gather(replies, 5) == ["A", "B", "C"]
    assert sorted(reply.result() for reply in as_completed([*replies, replies[0]], 5)) == ["A", "B", "C"]


def test_a_failure_is_raised_or_stands_in_its_place(server: FakeServer, crew: Crew) -> None:
    replies = [crew["writer"].send(text) for text in "ab"]
    server.finish(replies[0].message, text="A")
    server.finish(replies[1].message, "error", reason="crash")
    with pytest.raises(ReplyFailed, match="crash"):
        gather(replies, 5)
    text, failure = gather(replies, 5, return_exceptions=True)
    assert (text, type(failure)) == ("A", ReplyFailed)


def test_each_agent_has_a_bar_of_its_own(server: FakeServer, crew: Crew, capsys: pytest.CaptureFixture[str]) -> None:
    replies = [crew["writer"].send(text) for text in "ab"]
    for reply in replies:
        server.finish(reply.message, text="done")
    assert gather(replies, 5, progress=True) == ["done", "done"]
    shown = capsys.readouterr().err
    assert "writer: 100%" in shown and "2/2" in shown


def test_a_reply_that_is_waited_for_in_a_cell_shows_how_long(
    server: FakeServer, crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    reply = crew["writer"].send("hello")
    refreshed: list[Any] = []
    monkeypatch.setattr("areyouj_jupyter.kernel.replies.reply_waiting.TICK", 0.01)
    reply.refresh = lambda: refreshed.append(1)  # type: ignore[method-assign]
    with pytest.raises(TimeoutError):
        reply.result(0.1)
    assert len(refreshed) > 1


def test_a_listener_is_told_no_more_once_nobody_waits(server: FakeServer, crew: Crew) -> None:
    reply = crew["writer"].send("hello")
    with pytest.raises(TimeoutError):
        reply.result(0.01)
    assert reply._listeners == []


def test_a_status_that_was_told_before_the_reply_was_made_is_known_to_it(server: FakeServer, crew: Crew) -> None:
    asked(server, crew)
    assert crew["writer"].send("more").needs_input is not None
    assert server.session.id == SESSION
