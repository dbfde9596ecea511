"""What real Claude Code reports in its own output tells what it does, where no hook does.

How soon is measured: `make bench ARGS=reports`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from claude_desk import START, Desk, desk
from open_services import ended, reply_to, sent
from waiting import until

from areyouj_jupyter.models import TypeKeys

pytestmark = pytest.mark.slow

COLOURS = '"options": [{"label": "Red", "description": "fire"}, {"label": "Blue", "description": "water"}]'
WHICH = f'{{"question": "Which?", "header": "Colour", "multiSelect": false, {COLOURS}}}'
ASK = f'[[tool AskUserQuestion {{"questions": [{WHICH}]}}]]'


@asynccontextmanager
async def hookless(folder: Path) -> AsyncIterator[Desk]:
    """One whose user disabled all hooks."""
    async with desk(folder, hooks=False) as ada:
        assert ada.diary.news() == ["starting", "idle"]
        assert ada.session.status.evidence == "report:idle"
        yield ada
        assert not ada.session.running().evidence.hooked


async def test_without_hooks_a_turn_and_its_end_are_told(tmp_path: Path) -> None:
    async with hookless(tmp_path) as ada:
        message = await sent(ada.session, "[[slow 2]] hello")
        await ada.state("busy")
        assert (await ended(ada.services, message, START)).status == "completed"
        assert "hello" in (await reply_to(ada.services, message)).content
        await ada.state("idle")
        assert ada.session.status.evidence == "report:done"
        assert ada.diary.news() == ["busy", "idle"]


async def test_without_hooks_a_dialog_its_answer_and_its_refusal_are_told(tmp_path: Path) -> None:
    async with hookless(tmp_path) as ada:
        message = await sent(ada.session, "[[bash touch proof.txt]] [[say Touched.]]")
        await ada.answer(await ada.prompt("permission"), "Yes")
        assert (await ended(ada.services, message, START)).status == "completed"
        await ada.state("idle")
        assert ada.diary.news() == ["busy", "permission", "busy", "idle"]
        for script, kind in (("[[bash touch proof.txt]]", "permission"), (ASK, "question")):
            message = await sent(ada.session, script)
            await ada.prompt(kind)
            await ada.session.keys(TypeKeys(keys="<Esc>"))
            refused = await ended(ada.services, message, START)
            assert (refused.status, refused.reason) == ("error", "interrupted")
            await ada.state("idle")
            assert ada.session.status.evidence == "report:idle"
            assert ada.diary.news() in (["busy", kind, "idle"], [kind, "idle"])  # it may ask before it is seen to work


async def test_without_hooks_an_interrupt_and_an_error_are_told_and_the_next_message_goes(tmp_path: Path) -> None:
    async with hookless(tmp_path) as ada:
        message = await sent(ada.session, "[[say Well]] [[slow 60]]")
        await until(lambda: "● Well" in ada.session.screen().lines, "its first words", START)
        await ada.session.keys(TypeKeys(keys="<Esc>"))
        stopped = await ended(ada.services, message, START)
        assert (stopped.status, stopped.reason) == ("error", "interrupted")
        failed = await ada.finished("[[error 400 9]] well")
        assert failed.status == "error" and "400" in (failed.reason or "")
        await ada.state("idle")
        assert ada.session.status.evidence == "report:error"
        assert (await ada.finished("hello")).status == "completed"
        await ada.state("idle")
        assert ada.diary.news() == ["busy", "idle"] * 3


async def test_a_refusal_with_esc_is_told_without_a_busy_moment(tmp_path: Path) -> None:
    async with desk(tmp_path) as ada:
        ada.diary.news()
        message = await sent(ada.session, "[[bash touch proof.txt]]")
        await ada.prompt("permission")
        await ada.session.keys(TypeKeys(keys="<Esc>"))
        refused = await ended(ada.services, message, START)
        assert (refused.status, refused.reason) == ("error", "interrupted")
        await ada.state("idle")
        assert ada.diary.news() == ["busy", "permission", "idle"]
        clues = {clue.source: clue for clue in ada.session.explained().clues}
        assert (clues["report"].name, clues["report"].tells, clues["report"].decided) == ("idle", "idle", True)


async def test_a_folder_that_it_asks_about_is_told_as_such_and_then_it_starts(tmp_path: Path) -> None:
    async with desk(tmp_path, trusted=False, hooks=False) as ada:
        prompt = await ada.prompt("trust")
        assert ada.diary.news() == ["starting", "trust"]
        await ada.answer(prompt, "Yes")
        await ada.state("idle")
        assert ada.diary.news() == ["starting", "idle"]
