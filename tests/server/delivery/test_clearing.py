"""A queue that is held by what stands in the input line: told once it is long, and going on when that is cleared."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from open_services import ended, open_services, reply_to, sent, started
from waiting import until

from areyouj_jupyter.errors import AgentStopped, InputNotCleared
from areyouj_jupyter.models import AnswerPrompt, Event, MessageModel, SessionModel, TypeKeys
from areyouj_jupyter.server.services import Services
from areyouj_jupyter.server.sessions.hold import Hold
from areyouj_jupyter.server.sessions.session import Session
from areyouj_jupyter.server.sessions.session_deps import Limits
from areyouj_jupyter.specs.catalog import load_specs

SOON = Limits(restart_delay=0.05, held_after=0.2)
slow = pytest.mark.slow


async def typed(session: Session, text: str) -> None:
    """Somebody wrote it in the terminal and went away."""
    await session.keys(TypeKeys(keys=text))
    await until(lambda: session.status.blocked == "composer", "the text in the input line")


async def at_work(services: Services, message: MessageModel) -> bool:
    """Whether an agent has taken it and works on it."""
    return (await services.messages.message(message.id)).status == "processing"


class Told:
    """The statuses that the events tell."""

    def __init__(self, services: Services) -> None:
        self.since: list[float | None] = []
        self._services = services

    async def listen(self) -> None:
        with self._services.events.subscribe() as events:
            async for event in events:
                self._take(event)

    def _take(self, event: Event) -> None:
        if isinstance(event.data, SessionModel):
            self.since.append(event.data.status.blocked_since)


@slow
async def test_a_message_behind_left_over_text_is_told_after_a_while_and_sent_once_that_is_cleared(
    tmp_path: Path,
) -> None:
    async with open_services(tmp_path, SOON) as services:
        session = await started(services)
        told = Told(services)
        listening = asyncio.create_task(told.listen())
        await typed(session, "half a sentence")
        assert session.status.blocked_since is None, "nothing waits"
        message = await sent(session, "hello")
        await until(lambda: told.since and told.since[-1], "the event")
        assert (session.status.blocked, session.status.blocked_since) == ("composer", told.since[-1])
        assert message.created_at - 1 < (session.status.blocked_since or 0) < message.created_at + 1
        cleared = await session.clear_input()
        assert cleared.cleared == "half a sentence"
        assert (await ended(services, message)).status == "completed"
        assert (await reply_to(services, message)).content == "**echo** heard: hello"
        assert (session.status.blocked_since, told.since[-1]) == (None, None)
        assert [each.text for each in session.log().entries if each.kind == "input"] == ["half a sentence"]
        listening.cancel()


@slow
async def test_several_lines_are_cleared_too_and_an_empty_line_is_left_alone(tmp_path: Path) -> None:
    async with open_services(tmp_path, SOON) as services:
        session = await started(services)
        assert (await session.clear_input()).cleared == ""
        await session.keys(TypeKeys(keys="one"))
        await session.keys(TypeKeys(keys="<C-j>two"))
        await until(lambda: session.status.blocked == "composer")
        run = session.running()
        await until(lambda: "two" in (run.evidence.reading.composer or ""))
        assert (await session.clear_input()).cleared.split() == ["one", "two"]
        assert run.evidence.reading.composer == ""


@slow
async def test_nothing_is_cleared_at_work_in_a_dialog_or_where_there_is_no_input_line(tmp_path: Path) -> None:
    async with open_services(tmp_path, SOON) as services:
        session, shell = await started(services), await started(services, "sh", "shell")
        message = await sent(session, "[[slow 1]] [[permission rm it]]")
        await until(lambda: at_work(services, message), "the turn")
        with pytest.raises(InputNotCleared, match=r"^writer is busy\. You can clear its input line once it is idle\.$"):
            await session.clear_input()
        await until(lambda: session.status.prompt)
        with pytest.raises(InputNotCleared, match=r"^writer shows a dialog\. "):
            await session.clear_input()
        prompt = session.status.prompt
        assert prompt is not None
        await session.answer(AnswerPrompt(prompt_id=prompt.id, choice="1"))
        with pytest.raises(InputNotCleared, match="does not have an input line that can be cleared from here"):
            await shell.clear_input()
        await session.stop()
        with pytest.raises(AgentStopped, match="it was stopped by a user"):
            await session.clear_input()


@slow
async def test_while_a_message_is_on_its_way_the_line_is_ours(tmp_path: Path) -> None:
    async with open_services(tmp_path, SOON) as services:
        session = await started(services)
        await sent(session, "[[swallow 1]]")  # the next Enter does nothing
        await until(lambda: session.status.state == "idle" and not session.queue.pending)
        message = await sent(session, "stays for a while")
        await until(lambda: session.running().evidence.reading.composer, "our text in the input line")
        with pytest.raises(
            InputNotCleared, match=r"^A message is being sent to writer\. Try again once it has been sent\.$"
        ):
            await session.clear_input()
        assert (await ended(services, message)).status == "completed"


@slow
async def test_a_line_that_does_not_become_empty_is_told(tmp_path: Path) -> None:
    specs = load_specs()
    stubborn = {**specs, "echo": replace(specs["echo"], clear_composer="<Left>")}
    async with open_services(tmp_path, SOON, specs=stubborn) as services:
        session = await started(services)
        await typed(session, "glued")
        with pytest.raises(InputNotCleared, match=r"^The input line of writer could not be cleared\. Clear it in the"):
            await session.clear_input()
        assert session.running().evidence.reading.composer == "glued"


@slow
async def test_the_queue_of_an_agent_that_has_ended_is_told_to_be_held(tmp_path: Path) -> None:
    async with open_services(tmp_path, SOON) as services:
        session = await started(services, restart=False)
        await session.queue.pause(True)
        await sent(session, "later")
        await until(lambda: session.status.blocked_since, "the pause")
        assert session.status.blocked == "paused"
        await session.keys(TypeKeys(keys="/exit<Enter>"))
        await session.queue.pause(False)
        await until(lambda: session.status.blocked == "lost" and session.status.blocked_since, "its end")


async def test_the_same_reason_counts_from_its_beginning_and_work_does_not_count() -> None:
    now, told = 100.0, asyncio.Event()
    hold = Hold(lambda: now, 0.01, told.set)
    for reason, pending in (("busy", 3), (None, 3), ("paused", 0)):
        hold.judge(reason, pending)
        assert hold._timer is None
    hold.judge("paused", 1)
    now = 105.0
    hold.judge("paused", 2)
    assert hold.since is None
    await asyncio.wait_for(told.wait(), 5)
    assert hold.since == 100.0
    hold.judge("composer", 2)
    assert hold.since is None
    hold.close()
