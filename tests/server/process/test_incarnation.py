"""Incarnation: one start of a real process, and what its terminal, screen, hooks and marks tell together."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import uuid
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from incarnations import over, plan, running, sent, started, truth
from terminal_window import Window
from waiting import until

from areyouj_jupyter.errors import KeysInvalid
from areyouj_jupyter.models import Usage
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.status import evidence
from areyouj_jupyter.server.status.evidence import TurnEnd
from areyouj_jupyter.server.terminals import MARK, Exit, Hook
from areyouj_jupyter.specs import AgentSpec, Fact, Turn
from areyouj_jupyter.specs.echo import SPEC as ECHO
from areyouj_jupyter.specs.shell import SPEC as SHELL

pytestmark = pytest.mark.slow


def strays(session_id: str) -> list[psutil.Process]:
    """All that lives with the mark of this session."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.environ().get(MARK) == session_id and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
    return found


# The start


async def test_a_start_goes_from_starting_to_idle_and_tells_of_every_change(tmp_path: Path) -> None:
    async with started(tmp_path, ECHO, "--start-delay", "0.2") as run:
        assert run.verdict().state == "starting"
        assert await run.until(lambda: run.verdict().state == "idle", 10)
        assert (run.evidence.hooked, run.screen.title(), run.exit) == (True, "✳ echo", None)
        await until(lambda: run.told > 1, "a second change")


@pytest.mark.parametrize(("spec", "kinds"), [(SHELL, ["ctl"]), (ECHO, ["ctl", "hook"])])
async def test_its_private_folder_and_its_sockets_are_gone_after_the_close(
    tmp_path: Path, spec: AgentSpec, kinds: list[str]
) -> None:
    async with running(tmp_path, spec) as run:
        folder, name = run.plan.sockets.parent, run.plan.sockets.name
        assert sorted(os.listdir(folder)) == [f"{name}.{kind}" for kind in kinds]
        assert os.listdir(run.plan.run_dir.parent) == [run.plan.run_dir.name]
        await run.stop()
        await run.close()
        assert (os.listdir(folder), os.listdir(run.plan.run_dir.parent)) == ([], [])


async def test_a_start_in_a_folder_that_is_gone_raises_and_leaves_nothing_behind(tmp_path: Path) -> None:
    gc.collect()
    before = len(os.listdir("/dev/fd"))
    for spec in (SHELL, ECHO):
        made = replace(plan(tmp_path, str(tmp_path), spec, str(uuid.uuid4()), 1), cwd=str(tmp_path / "gone"))
        with pytest.raises(OSError, match="gone"):
            await Incarnation.start(spec, 1, made, 1 << 20, 1, lambda: None)
        assert not made.run_dir.exists()
    await until(lambda: len(os.listdir("/dev/fd")) == before)


async def test_a_trust_dialog_at_the_start_is_shown_and_waits_for_a_person(tmp_path: Path) -> None:
    async with started(tmp_path, ECHO, "--trust") as run:
        assert await run.until(lambda: run.verdict().shown, 10)
        verdict = run.verdict()
        assert (verdict.state, verdict.asked) == ("awaiting_input", "trust")
        await asyncio.sleep(0.3)  # echo, like the real ones, takes no keys at first
        run.press("1")
        assert await run.until(lambda: run.verdict().state == "idle", 10)
        assert truth(tmp_path) == [("answer", "Yes, proceed")]


@pytest.mark.parametrize("asks", ["at the start", "in a turn"])
async def test_a_dialog_that_no_spec_knows_shows_what_the_screen_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asks: str
) -> None:
    monkeypatch.setattr(evidence, "UNREAD_WAIT", 0.5)
    spec = replace(ECHO, dialogs=())
    async with started(tmp_path, spec, *(["--trust"] if asks == "at the start" else [])) as run:
        if asks == "in a turn":
            assert await run.until(lambda: run.verdict().state == "idle", 10)
            await sent(run, "[[permission touch it]]")
        assert await run.until(lambda: run.verdict().shown, 10)
        verdict = run.verdict()
        assert (verdict.state, verdict.evidence) == ("awaiting_input", "screen:unread")
        assert verdict.shown and not verdict.shown.choices
        assert ("trust the files" if asks == "at the start" else "Permission needed") in verdict.shown.text
        await asyncio.sleep(0.3)  # echo, like the real ones, takes no keys at first
        run.press("1")
        assert await run.until(lambda: run.verdict().state == "idle", 10)


async def test_a_program_that_ends_at_once_is_told_with_its_output(tmp_path: Path) -> None:
    session_id = str(uuid.uuid4())
    async with running(tmp_path) as run:
        assert (await sent(run, "hello")).status == "processing"
        await over(run)
        session_id = run.plan.session_id
    async with started(tmp_path, replace(ECHO, resume_argv=None), session_id=session_id, number=2) as again:
        assert await again.until(lambda: again.exit, 10)
        assert again.exit == Exit(1, None)
        assert b"already in use" in again.terminal.ring.read()[0]


async def test_a_restart_resumes_the_conversation(tmp_path: Path) -> None:
    async with running(tmp_path) as run:
        await sent(run, "remember me")
        await over(run)
        session_id = run.plan.session_id
    async with started(tmp_path, session_id=session_id, number=2) as again:
        assert again.plan.resumes
        assert await again.until(lambda: again.verdict().state == "idle", 10)
        again.look()
        assert any("remember me" in line for line in again.screen.lines())


# Turns


async def test_a_turn_of_echo_ends_with_its_reply_and_usage(tmp_path: Path) -> None:
    async with running(tmp_path) as run:
        await sent(run, "hello **world**")
        turn = await over(run)
        assert turn == Turn(
            "**echo** heard: hello **world**", Usage(input_tokens=2, output_tokens=4, cache_read_tokens=0)
        )
        assert run.evidence.ended == TurnEnd(Fact.FINISHED, turn.text)


async def test_a_permission_dialog_is_shown_and_answered_by_keys(tmp_path: Path) -> None:
    async with running(tmp_path) as run:
        await sent(run, "[[permission touch it]]")
        assert await run.until(lambda: run.verdict().shown, 10)
        shown = run.verdict().shown
        assert shown is not None
        assert "touch it" in shown.text
        assert [choice.key for choice in shown.choices] == ["1", "2", "3"]
        await asyncio.sleep(0.3)
        run.press("1")
        assert (await over(run)).text == "You chose **Yes**: `touch it`"


async def test_an_interrupted_turn_ends_without_a_closing_fact(tmp_path: Path) -> None:
    async with running(tmp_path) as run:
        await sent(run, "[[slow 60]]")
        assert await run.until(lambda: run.verdict().state == "busy", 10)
        run.press(run.spec.interrupt)
        assert await run.until(lambda: run.verdict().state == "idle", 10)
        assert run.evidence.ended == TurnEnd(None, "")


async def test_the_end_of_a_turn_is_judged_by_the_screen_of_that_moment_and_not_by_an_older_look(
    tmp_path: Path,
) -> None:
    async with running(tmp_path) as run:
        run.on_hook(Hook(number=run.hook + 1, at=0, name="UserPromptSubmit", payload={"prompt": "x"}))
        run.on_output("\x1b]2;⠁ echo\x07".encode(), 0)  # busy, and nobody has looked since
        run.on_hook(Hook(number=run.hook + 1, at=0, name="Stop"))
        assert run.verdict().state == "busy"


async def test_a_crash_in_a_turn_is_told(tmp_path: Path) -> None:
    async with running(tmp_path) as run:
        await sent(run, "[[crash 3]]")
        assert await run.until(lambda: run.exit, 10) == Exit(3, None)
        assert run.evidence.turn


# Looking and typing


async def test_a_fact_is_waited_for_until_it_comes_or_the_deadline_or_the_end(tmp_path: Path) -> None:
    async with running(tmp_path) as run:
        assert await run.until(lambda: "now", 0) == "now"
        assert await run.until(lambda: False, 0.01) is None
        waiting = asyncio.create_task(run.until(lambda: False))
        await asyncio.sleep(0)
        run.press("<C-c>")
        assert await run.until(lambda: "Ctrl-C again" in "".join(run.screen.lines()), 5)
        run.press("<C-c>")
        assert await asyncio.wait_for(waiting, 5) is None
        assert run.exit == Exit(0, None)
        assert truth(tmp_path) == [("exit", "C-c")]


async def test_keys_are_typed_and_unknown_ones_refused(tmp_path: Path) -> None:
    async with running(tmp_path) as run:
        assert run.press("ab<Backspace>c")
        assert await run.until(lambda: run.evidence.reading.composer == "ac", 5)
        with pytest.raises(KeysInvalid):
            run.press("<Nonsense>")


async def test_raw_output_goes_to_whoever_takes_it_with_the_offset_behind_it(tmp_path: Path) -> None:
    async with running(tmp_path, SHELL) as run:
        taken: list[tuple[bytes, int]] = []
        start = run.terminal.ring.end
        run.output.append(lambda data, end: taken.append((data, end)))
        await sent(run, "echo hi")
        await over(run)
        data = b"".join(piece for piece, _ in taken)
        assert run.terminal.ring.read(start) == (data, start)
        assert taken[-1][1] == run.terminal.ring.end


async def test_a_new_size_reaches_the_screen(tmp_path: Path) -> None:
    async with running(tmp_path) as run:
        window = Window(30, 100)
        run.terminal.clients.append(window)
        run.terminal.sized(window)
        assert run.screen.size() == (30, 100)
        assert await run.until(lambda: run.verdict().state == "idle" and run.evidence.reading.composer == "", 5)


# The end


@pytest.mark.parametrize(
    "what", ["[[grandchild]] [[slow 60]]", "[[grandchild setsid]] [[slow 60]]", "[[stubborn]] [[slow 60]]"]
)
async def test_a_stop_ends_the_whole_family(tmp_path: Path, what: str) -> None:
    async with running(tmp_path) as run:
        await sent(run, what)
        assert await run.until(lambda: run.verdict().state == "busy", 10)
        assert await run.stop() == []
        assert run.exit
        assert strays(run.plan.session_id) == []


async def test_a_polite_cli_is_asked_to_leave_by_its_own_keys(tmp_path: Path) -> None:
    async with running(tmp_path, replace(ECHO, quit="/exit<Enter>")) as run:
        assert await run.stop() == []
        assert run.exit == Exit(0, None)
        assert truth(tmp_path) == [("exit", "/exit")]


async def test_no_key_asks_a_dialog_to_leave(tmp_path: Path) -> None:
    async with running(tmp_path, replace(ECHO, quit="1<Enter>")) as run:
        await sent(run, "[[permission touch it]]")
        assert await run.until(lambda: run.verdict().shown, 10)
        await asyncio.sleep(0.3)
        assert await run.stop() == []
        assert truth(tmp_path) == [("message", "[[permission touch it]]")]


async def test_after_the_close_looking_and_judging_do_no_harm(tmp_path: Path) -> None:
    async with running(tmp_path) as run:
        await sent(run, "[[permission touch it]]")
        assert await run.until(lambda: run.verdict().shown, 10)
    told = run.told
    run.look()
    run.verdict()
    assert not run.press("x")
    assert await run.until(lambda: False) is None
    assert run.told == told
    await run.close()
