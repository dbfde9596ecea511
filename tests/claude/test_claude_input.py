"""The input line of real Claude Code: what an interrupt puts back, what a crash left there, and its vim mode."""

from __future__ import annotations

from pathlib import Path

import pytest
from claude_desk import START, Desk, desk
from open_services import ended, sent
from waiting import until

from areyouj_jupyter.server.delivery.acceptance import Baseline, recorded
from areyouj_jupyter.server.delivery.clearing import prove_empty
from areyouj_jupyter.server.delivery.delivery import settle, withdraw

pytestmark = pytest.mark.slow

TEXTS = ["one line", "three\nlines\nof text", "a long text " * 100]
MODES = ["INSERT", "NORMAL"]


async def normal(ada: Desk) -> None:
    """Out of vim's INSERT mode."""
    run = ada.session.running()
    if any("-- INSERT --" in line for line in run.screen.lines()):
        run.press("<Esc>")
        await until(lambda: not any("-- INSERT --" in line for line in run.screen.lines()), "NORMAL", START)


@pytest.mark.parametrize("mode", MODES)
async def test_in_either_vim_mode_messages_arrive_and_a_text_can_be_taken_back(tmp_path: Path, mode: str) -> None:
    async with desk(tmp_path, vim=True) as ada:
        run = ada.session.running()
        for number, text in enumerate(TEXTS):
            if mode == "NORMAL":
                await normal(ada)
            before, delivery_id = await Baseline.of(run), f"d{number}"
            assert await run.paste(text, delivery_id)
            await until(lambda: run.evidence.reading.composer, "the text", START)
            if mode == "NORMAL":
                await normal(ada)
            outcome = await withdraw(run, text, delivery_id, before)
            assert (outcome.status, run.evidence.reading.composer) == ("pending", "")
        if mode == "NORMAL":
            await normal(ada)
        assert await prove_empty(run)
        assert (await ada.finished("hello")).status == "completed"
        assert [request.prompt for request in ada.model.requests if request.is_turn] == ["hello"]


async def test_a_paste_without_its_enter_is_submitted_also_where_its_mode_is_normal(tmp_path: Path) -> None:
    async with desk(tmp_path, vim=True) as ada:
        run = ada.session.running()
        await normal(ada)
        before = await Baseline.of(run)
        assert await run.paste("hello", "d1")
        await until(lambda: run.evidence.reading.composer == "hello", "the text", START)
        await normal(ada)
        outcome = await settle(run, "hello", "d1", before)
        assert (outcome.status, outcome.evidence["confirmed"]) == ("processing", "hook")


@pytest.mark.parametrize("vim", [False, True])
async def test_what_an_interrupt_puts_back_keeps_no_message_waiting(tmp_path: Path, vim: bool) -> None:
    async with desk(tmp_path, vim=vim) as ada:
        for text in ("[[slow 30]] one", "[[slow 30]] two\nlines"):
            message = await sent(ada.session, text)
            waiting = await sent(ada.session, "and then?")
            await ada.state("busy")
            await ada.session.interrupt()
            assert (await ended(ada.services, message, START)).reason == "interrupted"
            assert (await ended(ada.services, waiting, START)).status == "completed"
            await ada.state("idle")


async def test_a_text_that_left_the_input_is_asked_of_the_transcript(tmp_path: Path) -> None:
    async with desk(tmp_path) as ada:
        run = ada.session.running()
        before = await Baseline.of(run)
        assert await run.paste("hello", "d1")
        await until(lambda: run.evidence.reading.composer == "hello", "the text", START)
        run.press("<Enter>")
        await until(lambda: run.evidence.ended, "its turn", START)
        await until(lambda: recorded(run, "hello", before), "the transcript", START)
        run.evidence._prompts.clear()  # as if the hook had got lost
        outcome = await settle(run, "hello", "d1", before)
        assert (outcome.status, outcome.evidence["confirmed"]) == ("processing", "transcript")
