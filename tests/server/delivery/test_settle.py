"""Deliveries that were begun and held up: each is brought to an end, and its text arrives once."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from incarnations import Watched, running, truth

from areyouj_jupyter.server.delivery.acceptance import Baseline
from areyouj_jupyter.server.delivery.delivery import Outcome, blocked, deliver, settle
from areyouj_jupyter.server.process import incarnation
from areyouj_jupyter.specs import AgentSpec
from areyouj_jupyter.specs.echo import SPEC as ECHO
from areyouj_jupyter.specs.shell import SPEC as SHELL

pytestmark = pytest.mark.slow

TEXT = "fix the tests, please"


@asynccontextmanager
async def pasted(folder: Path, spec: AgentSpec = ECHO) -> AsyncIterator[tuple[Watched, Baseline]]:
    """A server ended between PASTE and SUBMIT: the text stands in the composer."""
    async with running(folder, spec) as run:
        before = await Baseline.of(run)
        assert await run.paste(TEXT, "d1")
        await composed(run, TEXT)
        yield run, before


async def composed(run: Watched, text: str) -> None:
    assert await run.until(lambda: run.evidence.reading.composer == text or not run.spec.composer, 10)


async def test_a_paste_without_its_enter_is_submitted_by_the_next_server(tmp_path: Path) -> None:
    async with pasted(tmp_path) as (run, before):
        outcome = await settle(run, TEXT, "d1", before)
        assert (outcome.status, outcome.evidence) == ("processing", {"submits": 1, "confirmed": "hook"})
        assert truth(tmp_path) == [("message", TEXT)]


async def test_what_was_never_pasted_waits_again(tmp_path: Path) -> None:
    async with running(tmp_path) as run:
        assert await settle(run, TEXT, "d1", Baseline()) == Outcome("pending", "it was never written")


async def test_an_enter_that_was_refused_does_not_keep_the_next_one_back(tmp_path: Path) -> None:
    async with pasted(tmp_path) as (run, before):
        refused = await run.terminal.order("d1", "submit", b"\r", run.hook - 1, 1, 5)
        assert refused is not None
        assert (refused.state, refused.why) == ("refused", "hook")
        outcome = await settle(run, TEXT, "d1", before)
        assert (outcome.status, outcome.evidence["submits"]) == ("processing", 1)
        assert truth(tmp_path) == [("message", TEXT)]


async def test_a_text_that_a_person_changed_is_left_alone_and_waits_again_once_it_is_gone(tmp_path: Path) -> None:
    async with pasted(tmp_path) as (run, before):
        run.press(" and more")
        await composed(run, f"{TEXT} and more")
        assert await settle(run, TEXT, "d1", before) == Outcome("held", "composer")
        assert run.evidence.reading.composer == f"{TEXT} and more"
        run.press("<C-u>")
        await composed(run, "")
        assert await settle(run, TEXT, "d1", before) == Outcome("pending", "it was taken out of the input")
        assert truth(tmp_path) == []


@pytest.mark.parametrize("told", ["hook", "transcript"])
async def test_an_enter_that_a_person_pressed_counts(tmp_path: Path, told: str) -> None:
    spec = ECHO if told == "hook" else replace(ECHO, hooks={"SessionStart": ECHO.hooks["SessionStart"]})
    async with pasted(tmp_path, spec) as (run, before):
        run.press("<Enter>")
        await composed(run, "")
        assert await run.until(lambda: blocked(run) is None, 10)
        outcome = await settle(run, TEXT, "d1", before)
        assert (outcome.status, outcome.evidence["confirmed"]) == ("processing", told)
        assert truth(tmp_path) == [("message", TEXT)]


async def test_the_same_words_of_an_earlier_message_do_not_count(tmp_path: Path) -> None:
    async with running(tmp_path) as run:
        assert (await deliver(run, TEXT, "d0", await Baseline.of(run))).status == "processing"
        assert await run.until(lambda: blocked(run) is None, 10)
        before = await Baseline.of(run)
        await run.paste(TEXT, "d1")
        await composed(run, TEXT)
        run.press("<C-u>")
        await composed(run, "")
        assert (await settle(run, TEXT, "d1", before)).status == "pending"


async def test_a_text_that_a_person_changed_and_sent_is_uncertain(tmp_path: Path) -> None:
    async with pasted(tmp_path) as (run, before):
        run.press("<Backspace>" * 6 + "<Enter>")
        await composed(run, "")
        assert await run.until(lambda: run.evidence.turns == 1 and blocked(run) is None, 10)
        outcome = await settle(run, TEXT, "d1", before)
        assert (outcome.status, outcome.reason) == (
            "uncertain",
            "Somebody changed the text in the terminal and sent that.",
        )


async def test_behind_a_dialog_a_text_waits_and_is_submitted_once_it_is_answered(tmp_path: Path) -> None:
    async with running(tmp_path) as run:
        before = await Baseline.of(run)
        run.press("[[slow 1]] [[permission rm it]]<Enter>")
        assert await run.until(lambda: run.evidence.turn, 10)
        run.terminal.write(b"\x1b[200~" + TEXT.encode() + b"\x1b[201~")
        assert await run.until(lambda: run.verdict().shown, 10)
        outcome = await settle(run, TEXT, "d1", before)
        assert outcome == Outcome("pending", "it was never written")  # nor is it ours, whatever it looks like


async def test_a_holder_that_was_stopped_holds_a_message_up_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incarnation, "ORDER_DEADLINE", 0.5)
    async with running(tmp_path) as run:
        before, holder = await Baseline.of(run), run.terminal.ptyproc.holder.meta.holder_pid
        os.kill(holder, signal.SIGSTOP)
        try:
            outcome = await deliver(run, TEXT, "d1", before)
            assert (outcome.status, outcome.reason) == ("held", "not answering")
        finally:
            os.kill(holder, signal.SIGCONT)
        outcome = await settle(run, TEXT, "d1", before)
        assert outcome.status == "processing"
        assert truth(tmp_path) == [("message", TEXT)]


async def test_a_command_without_its_enter_is_cancelled_and_waits_again(tmp_path: Path) -> None:
    async with running(tmp_path, SHELL) as run:
        before = await Baseline.of(run)
        await run.paste("echo once >> proof", "d1")
        assert await settle(run, "echo once >> proof", "d1", before) == Outcome("pending", "it was never submitted")
        assert await run.until(lambda: blocked(run) is None, 10)
        outcome = await deliver(run, "echo once >> proof", "d2", await Baseline.of(run))
        assert outcome.status == "processing"
        assert await run.until(lambda: blocked(run) is None, 10)
        assert (tmp_path / "project" / "proof").read_text() == "once\n"


async def test_a_command_that_was_submitted_is_not_cancelled(tmp_path: Path) -> None:
    async with running(tmp_path, SHELL) as run:
        before = await Baseline.of(run)
        await run.paste("sleep 0.3; echo once >> proof", "d1")
        await run.submit("d1", 1)
        assert (await settle(run, "sleep 0.3; echo once >> proof", "d1", before)).status == "processing"
        assert await run.until(lambda: not run.evidence.turn and blocked(run) is None, 10)
        assert (tmp_path / "project" / "proof").read_text() == "once\n"


async def test_two_servers_that_settle_one_after_the_other_send_it_once(tmp_path: Path) -> None:
    async with pasted(tmp_path) as (run, before):
        going = asyncio.create_task(settle(run, TEXT, "d1", before))
        assert await run.until(lambda: run.submits, 10)
        going.cancel()
        outcome = await settle(run, TEXT, "d1", before)
        assert outcome.status == "processing"
        assert truth(tmp_path) == [("message", TEXT)]
