"""Steps of real Claude Code: told while the turn still runs, once each, and over the death of a server."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

import pytest
from claude_desk import START, Desk, desk
from claude_server import answer, asked, awaited, serving_claude, start
from fake_anthropic import FakeAnthropic
from open_services import ended, reply_to, sent
from outlived_server import messages, send
from waiting import until, until_now

from areyouj_jupyter.models import MessageModel
from areyouj_jupyter.server.events import Subscription

pytestmark = pytest.mark.slow

TURN = "[[say Let me look.]] [[bash touch proof.txt]] [[say Now wait.]] [[bash cat gate]] [[say Done.]]"
"""`gate` is a FIFO: the second tool ends when the test says so."""
STEPS = [
    ("note", "Let me look."),
    ("tool", "Bash: touch proof.txt"),
    ("note", "Now wait."),
    ("tool", "Bash: cat gate"),
]


async def test_a_tool_is_told_while_the_turn_that_calls_it_still_runs(tmp_path: Path) -> None:
    told: list[tuple[str, str, str]] = []  # kind, text, and what the session did at that moment

    async def keep(events: Subscription, ada: Desk) -> None:
        async for event in events:
            if isinstance(event.data, MessageModel) and event.data.sender_type == "agent":
                assert await ada.services.messages.message(event.data.id) == event.data  # it is stored by now
                told.append((event.data.kind, event.data.content, ada.session.status.state))

    async with desk(tmp_path) as ada:
        with ada.services.events.subscribe() as events:
            os.mkfifo(ada.project / "gate")
            keeping = asyncio.create_task(keep(events, ada))
            message = await sent(ada.session, TURN)
            prompt = await ada.prompt("permission")
            await until(lambda: len(told) == 2, "the steps before the dialog")
            assert told == [(*step, "awaiting_input") for step in STEPS[:2]]
            await ada.answer(prompt, "Yes")
            await until(lambda: len(told) == 4, "the steps before the slow tool")
            assert told[2:] == [(*step, "busy") for step in STEPS[2:]]
            assert (await ada.services.messages.message(message.id)).status == "processing"
            await ada.open_gate("gate")
            assert (await ended(ada.services, message, START)).status == "completed"
            await until(lambda: len(told) == 5, "the reply")
        await keeping
        assert told[4][:2] == ("text", "Done.")
        page = await ada.services.messages.page(ada.session.id)
        said = [(each.kind, each.content) for each in page.messages if each.in_reply_to == message.id]
        assert said == [*STEPS, ("text", "Done.")]


async def test_a_turn_that_is_interrupted_keeps_the_steps_that_were_told(tmp_path: Path) -> None:
    async with desk(tmp_path) as ada:
        os.mkfifo(ada.project / "gate")
        message = await sent(ada.session, "[[say Well]] [[bash cat gate]]")

        async def steps() -> list[str]:
            page = await ada.services.messages.page(ada.session.id)
            return [each.content for each in page.messages if each.in_reply_to == message.id]

        await until(steps, "the steps", START)
        await ada.session.interrupt()
        assert (await ended(ada.services, message, START)).reason == "interrupted"
        assert await steps() == ["Well", "Bash: cat gate"]
        after = await ada.finished("hello")
        assert (await reply_to(ada.services, after)).content == "ECHO: hello"


def test_a_server_that_is_killed_in_the_middle_of_a_turn_loses_and_repeats_no_step(tmp_path: Path) -> None:
    def said() -> list[tuple[str, str]]:
        session = client.get("sessions/ada").json()["id"]
        page = client.get(f"instances/{session}/messages", params={"limit": 100}).json()["messages"]
        return [(each["kind"], each["content"]) for each in page if each["sender_type"] == "agent"]

    with FakeAnthropic() as model:
        with serving_claude(tmp_path) as (server, client):
            start(server, client, model, subscribed=False)
            os.mkfifo(server.root / "gate")
            send(client, "ada", TURN)
            prompt = asked(client)
            until_now(lambda: said() == STEPS[:2], "the steps before the dialog")
            answer(client, prompt)
            os.kill(server.pid, signal.SIGKILL)
        with serving_claude(tmp_path) as (server, client):
            until_now(lambda: said() == STEPS, "the step that no server saw", START)
            awaited(client, "busy")
            (server.root / "gate").write_text("")
            awaited(client, "idle")
            session = client.get("sessions/ada").json()["id"]
            until_now(lambda: messages(client, session) == [(TURN, "completed")], "it is done", START)
            assert said() == [*STEPS, ("text", "Done.")]
