"""Delivery into real agents: a text arrives once and whole, or not at all, and never as something else than text."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from incarnations import Watched, running, truth
from terminal_window import Window, no_stall
from waiting import until

from areyouj_jupyter.server.delivery import delivery, shell_command
from areyouj_jupyter.server.delivery.acceptance import Baseline
from areyouj_jupyter.server.delivery.delivery import Outcome, blocked, deliver, withdraw
from areyouj_jupyter.server.delivery.wire_text import wire_text
from areyouj_jupyter.specs.echo import SPEC as ECHO
from areyouj_jupyter.specs.shell import SPEC as SHELL

pytestmark = pytest.mark.slow


@contextmanager
def nothing_written(run: Watched) -> Iterator[None]:
    """Not one byte goes to the program while inside: no order, and nothing typed."""
    orders, typed, write = run.pastes + run.submits, [], run.terminal.write

    def note(data: bytes) -> bool:
        typed.append(data)
        return True

    run.terminal.write = note  # type: ignore[method-assign]
    try:
        yield
        assert (run.pastes + run.submits, typed) == (orders, [])
    finally:
        run.terminal.write = write  # type: ignore[method-assign]


async def ready(run: Watched) -> None:
    """Wait until the next message may come."""
    assert await run.until(lambda: blocked(run) is None, 15), run.verdict()


async def sent(run: Watched, text: str) -> Outcome:
    """Deliver it as the courier does."""
    return await deliver(
        run, wire_text(text, run.spec.neutral, command=False), uuid.uuid4().hex, await Baseline.of(run)
    )


# Whole and once

TEXTS = {
    "one byte": "1",
    "words": "fix the tests, please",
    "lines": "one\ntwo\n\n  three\n\tfour\n",
    "korean": "안녕하세요 " * 30,
    "emoji": "🙂 👩‍👩‍👧 🇰🇷 é́",
    "only emoji": "🙂",
    "punctuation": "?!",
    "long line": "word " * 400,
    "many lines": "\n".join(f"line {number}" for number in range(60)),
    "a screen of korean": "한국어 문장입니다. " * 300,
    "paste end": "one\x1b[201~\rtwo\x1b[200~three",
    "controls": "a\x03b\x04c\x15d\x00e\x7ff\x9b201~g",
    "10 kB": "ten thousand bytes\n" * 530,
    "100 kB": "a hundred thousand bytes " * 4000,
    "1 MB": "0123456789abcde\n" * 65_535,
}


@pytest.mark.parametrize("name", TEXTS)
async def test_a_text_arrives_once_and_whole(tmp_path: Path, name: str) -> None:
    text = TEXTS[name]
    async with running(tmp_path, ECHO, "--pace", "100000") as run:
        async with no_stall(0.2):
            outcome = await sent(run, text)
        assert outcome.status == "processing", outcome
        assert outcome.evidence["submits"] == 1
        await ready(run)
        wire = wire_text(text, run.spec.neutral, command=False).replace("\t", "    ")  # as echo takes tabs
        ((kind, arrived),) = truth(tmp_path)
        assert (kind, arrived.strip()) == ("message", wire.strip())


async def test_messages_one_after_the_other_stay_apart_and_in_order(tmp_path: Path) -> None:
    async with running(tmp_path) as run:
        texts = [f"message {number} 한" for number in range(5)]
        for text in texts:
            assert (await sent(run, text)).status == "processing"
            await ready(run)
        assert truth(tmp_path) == [("message", text) for text in texts]


@pytest.mark.parametrize("text", ["!touch proof", "/exit", "exit", " quit ", "/exit\nmore", "ends in \\"])
async def test_what_looks_like_a_command_arrives_as_text(tmp_path: Path, text: str) -> None:
    async with running(tmp_path) as run:
        assert (await sent(run, text)).status == "processing"
        await ready(run)
        ((kind, arrived),) = truth(tmp_path)
        assert kind == "message"
        assert text.strip() in arrived


async def test_a_cli_without_hooks_is_confirmed_by_its_screen(tmp_path: Path) -> None:
    async with running(tmp_path, replace(ECHO, hooks={}, read_prompts=None)) as run:
        outcome = await sent(run, "[[slow 0.3]] hello")
        assert (outcome.status, outcome.evidence["confirmed"]) == ("processing", "screen")
        assert run.evidence.turn
        await ready(run)
        assert truth(tmp_path) == [("message", "[[slow 0.3]] hello")]


async def test_a_program_that_takes_no_pastes_gets_one_line_typed_and_several_not_at_all(tmp_path: Path) -> None:
    async with running(tmp_path, replace(ECHO, bracketed_paste=False)) as run:
        assert (await sent(run, "one line")).status == "processing"
        await ready(run)
        assert await sent(run, "two\nlines") == Outcome("pending", "no paste")
        assert truth(tmp_path) == [("message", "one line")]


# Not now


@pytest.mark.parametrize("text", ["1", "y", "do it\n", "안녕"])
async def test_at_a_dialog_not_one_byte_is_written(tmp_path: Path, text: str) -> None:
    async with running(tmp_path) as run:
        await sent(run, "[[permission touch it]]")
        assert await run.until(lambda: run.verdict().shown, 10)
        with nothing_written(run):
            assert await sent(run, text) == Outcome("pending", "dialog")
        assert run.verdict().shown


@pytest.mark.parametrize("what", ["[[slow 60]]", "[[quiet 60]]"])
async def test_while_busy_not_one_byte_is_written(tmp_path: Path, what: str) -> None:
    async with running(tmp_path) as run:
        await sent(run, what)
        with nothing_written(run):
            assert await sent(run, "more") == Outcome("pending", "busy")
        assert truth(tmp_path) == [("message", what)]


async def test_beside_a_text_that_a_person_typed_nothing_is_written(tmp_path: Path) -> None:
    async with running(tmp_path) as run:
        run.press("half a thought")
        assert await run.until(lambda: run.evidence.reading.composer == "half a thought", 5)
        with nothing_written(run):
            assert await sent(run, "more") == Outcome("pending", "composer")


async def test_at_a_rate_limit_and_before_the_start_and_after_the_end_nothing_is_written(tmp_path: Path) -> None:
    async with running(tmp_path) as run:
        await sent(run, "[[limit 60]]")
        assert await run.until(lambda: run.verdict().state == "rate_limited", 10)
        with nothing_written(run):
            assert await sent(run, "more") == Outcome("pending", "rate limit")
        await run.stop()
        with nothing_written(run):
            assert await sent(run, "more") == Outcome("pending", "lost")


async def test_the_fallback_screen_releases_nothing(tmp_path: Path) -> None:
    async with running(tmp_path) as run:
        run.screen.reduced = True
        with nothing_written(run):
            assert await sent(run, "more") == Outcome("pending", "reduced screen")


async def test_behind_what_a_deaf_agent_has_not_read_nothing_is_written(tmp_path: Path) -> None:
    async with running(tmp_path) as run:
        await sent(run, "[[deaf 60]]")
        await ready(run)
        run.terminal.write(b"x" * 100_000)
        assert await sent(run, "more") == Outcome("pending", "input")


# What may go wrong


async def test_a_text_that_never_shows_is_never_submitted_and_stays_out_of_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "SHOW_DEADLINE", 0.5)
    async with running(tmp_path) as run:
        assert (await sent(run, "[[noecho 1]]")).status == "processing"
        await ready(run)
        outcome = await sent(run, "unseen")
        assert outcome == Outcome("pending", "it was taken out of the input")
        await ready(run)
        assert (await sent(run, "seen")).status == "processing"
        await ready(run)
        assert truth(tmp_path) == [("message", "[[noecho 1]]"), ("message", "seen")]


async def test_a_deaf_agent_gets_nothing_submitted_and_holds_up_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "SHOW_DEADLINE", 0.5)
    async with running(tmp_path) as run:
        assert (await sent(run, "[[deaf 60]]")).status == "processing"
        await ready(run)
        async with no_stall():
            outcome = await sent(run, "unheard " * 100)
        assert (outcome.status, outcome.reason) == ("held", "not reading")
        assert truth(tmp_path) == [("message", "[[deaf 60]]")]


@pytest.mark.parametrize("times", [1, 2])
async def test_an_enter_that_was_swallowed_is_repeated_while_our_text_stands_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    monkeypatch.setattr(delivery, "CONFIRM_STEP", 0.3)
    async with running(tmp_path) as run:
        await sent(run, f"[[swallow {times}]]")
        await ready(run)
        outcome = await sent(run, "once and no more")
        assert (outcome.status, outcome.evidence["submits"]) == ("processing", times + 1)
        await ready(run)
        assert truth(tmp_path) == [("message", f"[[swallow {times}]]"), ("message", "once and no more")]


async def test_a_text_that_no_enter_submits_is_taken_back_and_waits_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "CONFIRM_STEP", 0.2)
    async with running(tmp_path) as run:
        await sent(run, "[[swallow 99]]")
        await ready(run)
        before = await Baseline.of(run)
        outcome = await deliver(run, "never", "d1", before)
        assert (outcome.status, outcome.evidence["submits"]) == ("stuck", delivery.SUBMITS)
        assert await withdraw(run, "never", "d1", before) == Outcome("pending", "it was taken out of the input")
        assert run.evidence.reading.composer == ""
        assert truth(tmp_path) == [("message", "[[swallow 99]]")]


@pytest.mark.parametrize(
    "step, status, reason",
    [
        ("pastes", "pending", "it was never submitted"),
        ("submits", "uncertain", "The agent was killed by SIGKILL while the message was being delivered."),
    ],
)
async def test_an_agent_that_dies_meanwhile_leaves_a_message_that_waits_unless_it_was_submitted(
    tmp_path: Path, step: str, status: str, reason: str
) -> None:
    async with running(tmp_path) as run:
        await sent(run, "[[noecho 1]]" if step == "pastes" else "[[swallow 9]]")
        await ready(run)
        before = getattr(run, step)
        going = asyncio.create_task(sent(run, "into the void"))
        await until(lambda: getattr(run, step) > before)
        run.terminal.ptyproc.kill(9)
        outcome = await asyncio.wait_for(going, 5)
        assert (outcome.status, outcome.reason) == (status, reason)


async def test_a_person_who_types_meanwhile_neither_spoils_the_message_nor_loses_a_key(tmp_path: Path) -> None:
    async with running(tmp_path) as run:
        window = Window()
        going = asyncio.create_task(sent(run, "[[slow 0.5]] a message"))
        await until(lambda: run.pastes)
        for key in "typed":
            run.terminal.type_from(window, key)
        assert (await going).status == "processing"
        assert await run.until(lambda: run.evidence.reading.composer == "typed", 5)
        assert truth(tmp_path) == [("message", "[[slow 0.5]] a message")]


# Shells


@pytest.mark.parametrize(
    "command", ["true", "# only a comment", "exec 2>&1", "sleep 0.3", "cat <<end\na\nend", "for i in 1\ndo :\ndone"]
)
async def test_a_shell_takes_a_command(tmp_path: Path, command: str) -> None:
    async with running(tmp_path, SHELL) as run:
        outcome = await sent(run, command)
        assert (outcome.status, outcome.evidence["confirmed"]) == ("processing", "mark")
        await ready(run)


async def test_a_command_that_lacks_its_end_is_cancelled_and_the_next_one_is_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shell_command, "MARK_DEADLINE", 0.5)
    async with running(tmp_path, SHELL) as run:
        assert (await sent(run, "echo 'no end")).status == "uncertain"
        await ready(run)
        assert (await sent(run, "echo next > proof")).status == "processing"
        await ready(run)
        assert (tmp_path / "project" / "proof").read_text() == "next\n"


async def test_a_shell_that_runs_a_program_gets_nothing(tmp_path: Path) -> None:
    async with running(tmp_path, SHELL) as run:
        await sent(run, "cat > typed")
        with nothing_written(run):
            assert await sent(run, "more") == Outcome("pending", "busy")
        run.press("<C-d>")
        await ready(run)
        assert (tmp_path / "project" / "typed").read_text() == ""
