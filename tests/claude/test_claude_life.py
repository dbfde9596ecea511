"""How real Claude Code begins and ends: its first questions, a kill, its own end, and the same conversation again."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from claude_desk import START, Desk, desk
from open_services import ended, reply_to, sent
from waiting import until

from areyouj_jupyter.models import TypeKeys

pytestmark = pytest.mark.slow


def kill(at: Desk) -> None:
    """As the system does when memory runs out."""
    pid = at.session.model().pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)


async def test_a_first_start_asks_for_a_theme_and_shows_its_notes_before_any_message(tmp_path: Path) -> None:
    async with desk(tmp_path, forgets=("hasCompletedOnboarding", "theme")) as ada:
        theme = await ada.prompt("login")
        assert [choice.label for choice in theme.choices][:2] == ["Auto (match terminal)", "Dark mode"]
        message = await sent(ada.session, "hello")
        await ada.answer(theme, "Dark mode")
        await until(
            lambda: ada.session.status.prompt and "Security" in ada.session.status.prompt.text, "the notes", START
        )
        await ada.answer(await ada.prompt("login"), "Continue")
        assert (await ended(ada.services, message, START)).status == "completed"
        assert ada.model.prompts == ["hello"]


async def test_a_key_that_was_never_approved_is_asked_for(tmp_path: Path) -> None:
    async with desk(tmp_path, forgets=("customApiKeyResponses",)) as ada:
        asked = await ada.prompt("login")
        assert [choice.label for choice in asked.choices] == ["Yes", "No (recommended)"]
        assert ada.session.status.blocked == "dialog"
        await ada.answer(asked, "Yes")
        await ada.state("idle")
        assert ada.diary.news() == ["starting", "login", "starting", "idle"]


async def test_a_killed_cli_is_an_error_with_its_reason_and_a_start_resumes_the_conversation(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, restart=False) as ada:
        await ada.finished("remember the garden")
        message = await sent(ada.session, "[[say Well]] [[slow 60]]")
        await ada.state("busy")
        await until(lambda: "● Well" in ada.session.screen().lines, "its first words")
        kill(ada)
        broken = await ended(ada.services, message)
        assert (broken.status, broken.reason) == ("error", "The agent was killed by SIGKILL during the turn.")
        await ada.state("exited")
        stored = await ada.services.agents.instance(ada.session.id)
        assert (stored.status, stored.reason) == ("error", "The agent was killed by SIGKILL.")
        assert (ada.session.status.reason, ada.session.status.seen) == (stored.reason, False)
        await ada.session.restart()
        await ada.state("idle")
        await ada.finished("what was it?")
        assert "remember the garden" in str(ada.model.requests[-1].body["messages"])


async def test_by_default_a_killed_cli_is_started_again_and_its_queue_goes_on(tmp_path: Path) -> None:
    async with desk(tmp_path) as ada:
        await ada.finished("remember the garden")
        message = await sent(ada.session, "[[slow 60]]")
        waiting = await sent(ada.session, "what was it?")
        await until(lambda: len(ada.model.prompts) == 2, "the model was asked", START)
        await ada.state("busy")
        ada.diary.news()
        kill(ada)
        assert (await ended(ada.services, message)).status == "error"
        assert (await ended(ada.services, waiting, START)).status == "completed"
        await ada.state("idle")
        assert ada.diary.news() == ["exited", "starting", "idle", "busy", "idle"]
        assert ada.model.prompts.count("[[slow 60]]") == 1  # nobody asked it a second time
        assert "remember the garden" in str(ada.model.requests[-1].body["messages"])
        assert (await reply_to(ada.services, waiting)).content == "ECHO: what was it?"


async def test_a_cli_that_suspends_itself_goes_on(tmp_path: Path) -> None:
    async with desk(tmp_path) as ada:
        ada.diary.news()
        for keys in ("<C-z>", "<C-z>"):
            begun = ada.session.running().terminal.ring.end
            await ada.session.keys(TypeKeys(keys=keys))
            await until(lambda begun=begun: b"suspended" in ada.session.output(begun)[0], "that it is", START)
            assert (await ada.finished("hello")).status == "completed"
            await ada.state("idle")
        assert ada.diary.news() == ["busy", "idle"] * 2
