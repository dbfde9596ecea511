"""Sessions: messages in order, prompts, interrupts, crashes and restarts, with the echo agent and a real shell."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from open_services import ended, open_services, reply_to, sent, started
from waiting import until

from areyouj_jupyter.errors import AgentStopped, AnswerInvalid, MessageSent, PromptGone
from areyouj_jupyter.models import AnswerPrompt, EditMessage, SendMessage, TypeKeys
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.sessions.lifecycle import Lifecycle
from areyouj_jupyter.server.status import evidence
from areyouj_jupyter.server.status.reset import Reset
from areyouj_jupyter.server.terminals import Hook
from areyouj_jupyter.specs.catalog import load_specs

pytestmark = pytest.mark.slow


async def test_messages_are_delivered_in_order_and_each_has_its_reply(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services)
        messages = [await sent(session, text) for text in ("first", "second **two**", "drei\nvier 안녕 🙂")]
        for message in messages:
            assert (await ended(services, message)).status == "completed"
            reply = await reply_to(services, message)
            assert message.content in reply.content
            assert reply.usage is not None and reply.usage.output_tokens
        page = await services.messages.page(session.id, None, 50)
        assert [each.content for each in page.messages if each.sender_type == "user"] == [m.content for m in messages]


async def test_an_agent_that_is_ready_before_its_start_is_recorded_is_told_as_ready(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = Lifecycle._record_start

    async def late(lifecycle: Lifecycle, run: Incarnation) -> None:
        await until(lambda: run.evidence.ready and run.evidence.reading.state == "idle", "the prompt of the agent")
        await record(lifecycle, run)

    monkeypatch.setattr(Lifecycle, "_record_start", late)
    async with open_services(tmp_path) as services:
        session = await started(services)
        assert (await ended(services, await sent(session, "hello"))).status == "completed"


async def test_three_sends_in_one_tick_leave_one_in_flight(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services)
        for text in ("[[slow 0.5]] a", "[[slow 0.5]] b", "[[slow 0.5]] c"):
            await sent(session, text)
        await until(lambda: session.status.state == "busy")

        async def statuses() -> list[str]:
            return [message.status for message in (await session.queue.model()).messages]

        async def taken() -> bool:
            return await statuses() != ["sending", "pending", "pending"]  # told busy a moment before it is recorded

        await until(taken)
        assert await statuses() == ["processing", "pending", "pending"]
        assert session.status.blocked == "busy"


async def test_a_permission_prompt_is_shown_and_answered_and_nothing_is_delivered_meanwhile(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services)
        asking = await sent(session, "[[permission touch it]]")
        waiting = await sent(session, "1")
        await until(lambda: session.status.prompt)
        prompt = session.status.prompt
        assert prompt is not None
        assert (session.status.state, session.status.reason, session.status.blocked) == (
            "awaiting_input",
            "permission",
            "dialog",
        )
        assert "touch it" in prompt.text
        assert [choice.key for choice in prompt.choices] == ["1", "2", "3"]
        assert not session.status.seen
        with pytest.raises(AnswerInvalid):
            await session.answer(AnswerPrompt(prompt_id=prompt.id, choice="7"))
        with pytest.raises(PromptGone):
            await session.answer(AnswerPrompt(prompt_id="other", choice="1"))
        await session.answer(AnswerPrompt(prompt_id=prompt.id, choice="1"))
        assert (await ended(services, asking)).status == "completed"
        assert "Yes" in (await reply_to(services, asking)).content
        page = await services.messages.page(session.id, None, 50)
        calls = [(each.content, each.in_reply_to) for each in page.messages if each.kind == "tool"]
        assert calls == [("Run: touch it", asking.id)]
        assert (await ended(services, waiting)).status == "completed"
        with pytest.raises(PromptGone):
            await session.answer(AnswerPrompt(prompt_id=prompt.id, choice="1"))


async def test_a_dialog_that_no_spec_knows_is_a_prompt_and_is_answered_in_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence, "UNREAD_WAIT", 0.3)
    async with open_services(tmp_path) as services:
        session = await started(services)
        run = session.running()
        run.spec = replace(run.spec, dialogs=())
        asking = await sent(session, "[[permission touch it]]")
        prompt = await until(lambda: session.status.prompt)
        assert "Do you want to proceed?" in prompt.text
        assert (prompt.kind, prompt.choices, prompt.takes_text) == ("permission", [], False)
        for answer in (AnswerPrompt(prompt_id=prompt.id, choice="1"), AnswerPrompt(prompt_id=prompt.id, text="yes")):
            with pytest.raises(AnswerInvalid, match="in the terminal"):
                await session.answer(answer)
        await session.keys(TypeKeys(keys="1"))
        assert (await ended(services, asking)).status == "completed"


async def test_an_interrupt_ends_the_turn_and_the_queue_goes_on(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services)
        long = await sent(session, "[[slow 60]]")
        after = await sent(session, "after")
        await until(lambda: session.status.state == "busy")
        await session.interrupt()
        stopped = await ended(services, long)
        assert (stopped.status, stopped.reason) == ("error", "interrupted")
        assert (await ended(services, after)).status == "completed"
        assert (await reply_to(services, after)).content.count("after") == 1


async def test_a_queue_can_be_paused_edited_moved_cancelled_and_retried(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services)
        await session.queue.pause(True)
        first, second, third = [await sent(session, text) for text in ("one", "two", "three")]
        assert session.status.paused and session.status.blocked == "paused"
        await session.queue.edit(first.id, EditMessage(content="ONE"))
        await session.queue.edit(third.id, EditMessage(position=0))
        await session.queue.cancel(second.id)
        queue = await session.queue.model()
        assert [message.content for message in queue.messages] == ["three", "ONE"]
        await session.queue.retry(second.id)
        await session.queue.pause(False)
        assert (await ended(services, await services.messages.message(second.id))).status == "completed"
        with pytest.raises(MessageSent):
            await session.queue.edit(first.id, EditMessage(content="too late"))


async def test_a_crashed_agent_is_started_again_and_goes_on_with_its_queue(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services)
        deadly = await sent(session, "[[crash 3]]")
        after = await sent(session, "still there?")
        lost = await ended(services, deadly)
        assert lost.status in ("error", "uncertain") and "code 3" in (lost.reason or "")
        assert (await ended(services, after)).status == "completed"
        assert session.instance.incarnation == 2
        assert session.model().metrics.restarts == 1


async def test_an_agent_that_keeps_crashing_stays_ended_and_says_why(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services)
        for _ in range(4):
            await sent(session, "[[crash 3]]")
        await until(lambda: not session.lifecycle.alive and session.status.state == "exited", deadline=30)
        assert session.status.reason == "The agent exited with code 3."
        with pytest.raises(AgentStopped, match="%areyouj start writer"):
            await sent(session, "hello?")


async def test_a_restart_resumes_the_conversation(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services)
        await ended(services, await sent(session, "remember me"))
        before = session.model().pid
        await session.restart()
        await until(lambda: session.status.state == "idle")
        assert session.model().pid != before
        assert "resumed" in "\n".join(session.screen().lines)
        assert (await ended(services, await sent(session, "and on"))).status == "completed"


async def test_what_a_person_types_in_the_terminal_is_recorded_with_its_reply(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services)
        await session.keys(TypeKeys(keys="typed by hand<Enter>"))

        async def look() -> list[str]:
            page = await services.messages.page(session.id, None, 50)
            return [message.origin for message in page.messages if message.status == "completed"]

        assert "terminal" in await until(look)


async def test_a_command_like_text_arrives_as_text_unless_sent_as_a_command(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services)
        message = await ended(services, await sent(session, "/exit"))
        assert (message.status, message.wire is not None) == ("completed", True)
        await until(lambda: session.status.state == "idle")
        await session.send(SendMessage(content="/exit", command=True))
        await until(lambda: session.status.state == "exited")
        assert session.status.reason == "The agent exited with code 0."


async def test_a_shell_runs_commands_and_replies_with_their_output(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services, "sh", "shell")
        message = await ended(services, await sent(session, "printf 'a\\033[31mb\\033[0m\\n'; pwd"))
        assert message.status == "completed"
        assert (await reply_to(services, message)).content == f"ab\n{tmp_path / 'root'}"
        slow = await sent(session, "sleep 60")
        await until(lambda: session.status.state == "busy")
        await session.interrupt()
        await ended(services, slow)
        assert (await ended(services, await sent(session, "echo on"))).status == "completed"


async def test_a_status_is_explained_by_its_evidence(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services)
        assert (await ended(services, await sent(session, "hello"))).status == "completed"
        await until(lambda: session.status.state == "idle")
        report = session.explained()
        assert report.state == "idle" and report.rules == "built in"
        clues = {clue.source: clue for clue in report.clues}
        assert (clues["hook"].name, clues["hook"].tells, clues["hook"].decided) == ("Stop", "idle", True)
        assert clues["hook"].age is not None and 0 <= clues["hook"].age < 60
        assert (clues["screen"].name, clues["screen"].tells, clues["screen"].decided) == ("ready", "idle", False)
        await sent(session, "[[permission touch it]]")
        await until(lambda: session.status.prompt)
        decided = [clue for clue in session.explained().clues if clue.decided]
        assert [(clue.source, clue.tells) for clue in decided] == [("screen", "awaiting_input")]
        await session.stop()
        assert [(clue.source, clue.tells) for clue in session.explained().clues if clue.decided] == [
            ("process", "exited")
        ]


async def test_a_shell_is_explained_by_marks_and_its_foreground(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services, spec="shell")
        await sent(session, "sleep 30")
        await until(lambda: session.status.state == "busy")
        clues = {clue.source: clue for clue in session.explained().clues}
        assert (clues["mark"].name, clues["mark"].tells) == ("C", "busy")
        assert clues["foreground"].tells == "busy"
        assert [clue.source for clue in clues.values() if clue.decided] == ["mark"]


async def test_a_users_own_rules_are_used_and_named(tmp_path: Path) -> None:
    own = tmp_path / "data" / "rules" / "echo.toml"
    own.parent.mkdir(parents=True)
    own.write_text('[[rules]]\nname = "mine"\nstate = "rate_limited"\nregion = "above_composer"\ncontains = "enough"\n')
    async with open_services(tmp_path) as services:
        session = await started(services)
        assert session.explained().rules == str(own)
        await ended(services, await sent(session, "say enough"))
        await until(lambda: session.status.state == "rate_limited")
        assert session.status.evidence == "screen:mine"


async def test_wrong_rules_of_a_user_are_told_and_the_built_in_ones_used(tmp_path: Path) -> None:
    own = tmp_path / "data" / "rules" / "echo.toml"
    own.parent.mkdir(parents=True)
    own.write_text("[[rules]]\n")
    async with open_services(tmp_path) as services:
        assert any(str(own) in warning for warning in services.warnings)
        session = await started(services)
        assert (await ended(services, await sent(session, "hello"))).status == "completed"


async def test_a_limit_that_a_hook_told_of_holds_the_queue_until_its_end(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services)
        run = session.running()
        run.evidence.limit = Reset(0.5, None)
        session.refresh()
        assert (session.status.state, session.status.blocked) == ("rate_limited", "rate limit")
        assert session.status.until is not None
        message = await sent(session, "hello")
        assert (await ended(services, message)).status == "completed"
        assert (await services.messages.message(message.id)).updated_at >= session.status.since
        assert run.evidence.limit is None
        await until(lambda: session.status.state == "idle" and session.status.until is None)
        run.evidence.limit = Reset(60, None)
        session.refresh()
        assert session.status.state == "rate_limited"
        assert (await session.interrupt()).state == "idle"


async def test_a_turn_that_the_cli_begins_and_ends_before_anybody_looks_is_nobodys_message(tmp_path: Path) -> None:
    known = load_specs()
    begins = replace(known["echo"].hooks["UserPromptSubmit"], own="<task-notification>")
    echo = replace(known["echo"], hooks={**known["echo"].hooks, "UserPromptSubmit": begins})
    async with open_services(tmp_path, specs={**known, "echo": echo}) as services:
        session = await started(services)
        run = session.running()
        for name, payload in (("UserPromptSubmit", {"prompt": "<task-notification> done"}), ("Stop", {})):
            run.on_hook(Hook(number=run.hook, at=0.0, name=name, payload=payload))
        message = await sent(session, "hello")
        assert (await ended(services, message)).status == "completed"
        page = await services.messages.page(session.id)
        assert [each.content for each in page.messages if each.sender_type == "user"] == ["hello"]
