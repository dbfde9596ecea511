"""The turns of real Claude Code that take another way: errors, limits, commands, and what begins or ends by itself."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest
from claude_desk import START, Desk, desk, desks
from open_services import ended, reply_to, sent
from waiting import until

from areyouj_jupyter.models import SendMessage, TypeKeys

pytestmark = pytest.mark.slow


FAILURES = {429: 2, 500: 2, 529: 1}
"""How often each comes before the answer. At a third 529 the CLI gives up, and on a busy machine it counts one more."""


async def test_errors_that_the_cli_gets_over_by_itself_leave_it_busy(tmp_path: Path) -> None:
    async with desks(tmp_path, "oak", "elm", "fir") as made:

        async def over(at: Desk, code: int) -> None:
            at.diary.news()
            message = await sent(at.session, f"[[error {code} {FAILURES[code]}]] well")
            assert (await ended(at.services, message, START)).status == "completed"
            assert (await reply_to(at.services, message)).content == "ECHO: well"
            await at.state("idle")
            assert at.diary.news() == ["busy", "idle"]

        await asyncio.gather(*(over(at, code) for at, code in zip(made, FAILURES, strict=True)))
        tries = [request.prompt for request in made[0].model.requests if request.is_turn]
        # The next is answered; on a busy machine the CLI was seen to ask once more.
        assert all(tries.count(f"[[error {code} {times}]] well") > times for code, times in FAILURES.items())


async def test_a_short_limit_is_told_with_its_end_and_then_the_answer_comes(tmp_path: Path) -> None:
    async with desk(tmp_path) as ada:
        ada.diary.news()
        message = await sent(ada.session, "[[limit 4 1]] well")
        await ada.state("rate_limited")
        until_then = ada.session.status.until
        assert until_then is not None and abs(until_then - (ada.model.requests[-1].at + 4)) < 2
        assert ada.session.status.blocked == "rate limit"
        assert (await ended(ada.services, message, START)).status == "completed"
        await ada.state("idle")
        assert ada.diary.news() == ["busy", "rate_limited", "busy", "idle"]


async def test_a_used_up_plan_tells_until_when_and_an_interrupt_stops_the_wait(tmp_path: Path) -> None:
    async with desk(tmp_path, subscribed=True, auto_resume=True) as ada:
        message = await sent(ada.session, "[[limit 7200]]")
        waiting = await sent(ada.session, "hello")
        await ada.state("rate_limited")
        ends, blocked = ada.session.status.until, ada.session.status.blocked
        assert ends is not None and abs(ends - (ada.model.requests[-1].at + 7200)) < 120  # it is told to the minute
        assert blocked == "rate limit"
        failed = await ended(ada.services, message, START)
        assert failed.status == "error" and "hit your limit" in (failed.reason or "")
        assert (await ada.services.messages.message(waiting.id)).status == "pending"
        await ada.session.interrupt()
        assert (await ended(ada.services, waiting, START)).status == "completed"
        assert ada.diary.states[2:5] == ["busy", "rate_limited", "idle"]


async def test_a_command_on_purpose_is_done_though_no_hook_tells(tmp_path: Path) -> None:
    async with desk(tmp_path) as ada:
        await ada.finished("remember the garden")
        await ada.state("idle")
        ada.diary.news()
        compact = await ada.session.send(SendMessage(content="/compact [[slow 2]]", command=True))
        await ada.state("busy")
        waiting = await sent(ada.session, "what was it?")
        assert ada.session.status.blocked == "busy"
        done = await ended(ada.services, compact, START)
        assert (done.status, done.reason, done.wire) == ("completed", None, None)
        assert (await ended(ada.services, waiting, START)).status == "completed"
        await ada.state("idle")
        assert ada.diary.news() in (["busy", "idle"], ["busy", "idle", "busy", "idle"])
        touched = await ada.session.send(SendMessage(content="!touch proof.txt", command=True))
        assert (await ended(ada.services, touched, START)).status == "completed"
        assert (ada.project / "proof.txt").exists()
        panel = await ada.session.send(SendMessage(content="/cost", command=True))
        await ada.answer(await ada.prompt("question"), "Close")
        assert (await ended(ada.services, panel, START)).status == "completed"
        leave = await ada.session.send(SendMessage(content="/exit", command=True))
        assert (await ended(ada.services, leave, START)).status == "completed"
        await ada.state("exited")
        stored = await ada.services.agents.instance(ada.session.id)
        assert (stored.status, stored.exit_code) == ("completed", 0)


async def test_a_background_command_begins_a_turn_by_itself_and_its_end_is_nobodys_message(tmp_path: Path) -> None:
    async with desk(tmp_path) as ada:
        ada.diary.news()
        message = await sent(ada.session, f"{ada.gate('gate')} [[say Started.]]")
        assert (await ended(ada.services, message, START)).status == "completed"
        assert (await reply_to(ada.services, message)).content == "Started."
        await ada.state("idle")
        await ada.open_gate("gate")
        await until(lambda: len(ada.diary.states) >= 6, "that it was told", START)
        await ada.state("idle")
        assert ada.diary.news() == ["busy", "idle", "busy", "idle"]
        after = await ada.finished("hello")
        assert (await reply_to(ada.services, after)).content == "ECHO: hello"
        page = await ada.services.messages.page(ada.session.id, None, 50)
        asked = [each.content for each in page.messages if each.sender_type == "user"]
        assert asked == [message.content, "hello"]


async def test_an_agent_of_the_agent_keeps_it_busy_to_its_end(tmp_path: Path) -> None:
    look = '"description": "look", "subagent_type": "general-purpose"'
    agent = f'[[tool Agent {{{look}, "prompt": "\\u005b\\u005bslow 2\\u005d\\u005d looked"}}]]'
    async with desk(tmp_path) as ada:
        ada.diary.news()
        message = await sent(ada.session, f"{agent} [[say Sent.]]")
        waiting = await sent(ada.session, "hello")
        assert (await ended(ada.services, message, START)).status == "completed"
        assert (await ended(ada.services, waiting, START)).status == "completed"
        looked = next(request.at for request in ada.model.requests if "looked" in request.prompt)
        asked = next(request.at for request in ada.model.requests if request.prompt == "hello")
        assert asked - looked > 2  # the agent's answer takes that long
        await ada.state("idle")
        assert ada.diary.news() in (["busy", "idle"], ["busy", "idle", "busy", "idle"])


@pytest.mark.parametrize("way", ["<Esc>", "No"])
async def test_a_turn_that_a_person_ends_is_over_though_no_hook_tells(tmp_path: Path, way: str) -> None:
    async with desk(tmp_path) as ada:
        ada.diary.news()
        message = await sent(ada.session, "[[say Well]] [[slow 60]]" if way == "<Esc>" else "[[bash touch proof.txt]]")
        if way == "<Esc>":
            await ada.state("busy")
            await until(lambda: "● Well" in ada.session.screen().lines, "its first words")
            await ada.session.keys(TypeKeys(keys=way))
        else:
            await ada.answer(await ada.prompt("permission"), way)
        stopped = await ended(ada.services, message, START)
        assert (stopped.status, stopped.reason) == ("error", "interrupted")
        await ada.state("idle")
        assert ada.session.status.evidence == "report:idle"
        assert ada.diary.news() == (["busy", "idle"] if way == "<Esc>" else ["busy", "permission", "idle"])
        assert not (ada.project / "proof.txt").exists()


async def test_at_a_subscriptions_limit_it_asks_and_then_the_queue_waits_for_the_end(tmp_path: Path) -> None:
    async with desk(tmp_path, subscribed=True) as ada:
        begun = time.time()
        message = await sent(ada.session, "[[limit 4000]] well")
        prompt = await ada.prompt("question")
        assert prompt.choices[0].label == "Stop and wait for limit to reset"
        waiting = await sent(ada.session, "and then")
        failed = await ended(ada.services, message, START)
        assert failed.status == "error" and "hit your limit" in (failed.reason or "")
        await ada.answer(prompt, "Stop")
        await ada.state("rate_limited")
        assert ada.session.status.until == pytest.approx(begun + 4000, abs=120)  # told by the minute
        assert ada.session.status.blocked == "rate limit"
        assert (await ada.services.messages.message(waiting.id)).status == "pending"
        assert ada.model.prompts == ["[[limit 4000]] well"]
