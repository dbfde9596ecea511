"""Real Claude Code in a whole server, talking to a fake model server on loopback."""

from __future__ import annotations

from pathlib import Path

import pytest
from claude_cli import find_claude
from claude_desk import START, desk
from open_services import ended, open_services, reply_to, sent
from waiting import until

from areyouj_jupyter.errors import BypassForbidden
from areyouj_jupyter.models import AgentSettings, CreateAgent, SendMessage

pytestmark = pytest.mark.slow

QUESTION = (
    '[[tool AskUserQuestion {"questions": [{"question": "Which colour?", "header": "Colour", "multiSelect": false,'
    ' "options": [{"label": "Red", "description": "fire"}, {"label": "Blue", "description": "water"}]}]}]]'
)


async def test_two_messages_are_answered_in_order_with_text_and_tokens(tmp_path: Path) -> None:
    async with desk(tmp_path) as ada:
        first = await sent(ada.session, "[[say Looking around.]] [[bash pwd]] [[blocks One two.|Three four five.]]")
        second = await sent(ada.session, "hello 안녕 🙂")
        assert (await ended(ada.services, first, START)).status == "completed"
        assert (await ended(ada.services, second, START)).status == "completed"
        reply = await reply_to(ada.services, first)
        assert reply.content == "One two.\nThree four five."
        assert reply.usage is not None
        assert (reply.usage.input_tokens, reply.usage.output_tokens) == (200, 2 + 10 + 5)
        assert (reply.usage.cache_read_tokens, reply.usage.cache_write_tokens) == (40, 6)
        assert (await reply_to(ada.services, second)).content == "ECHO: hello 안녕 🙂"
        assert ada.model.prompts == [first.content, first.content, second.content]
        await until(lambda: ada.session.status.state == "idle")


async def test_an_untrusted_folder_asks_first_and_gets_no_message_before_the_answer(tmp_path: Path) -> None:
    async with desk(tmp_path, trusted=False) as ada:
        prompt = await ada.prompt("trust")
        assert str(ada.project) in prompt.text.replace("\n", "")
        assert [choice.label for choice in prompt.choices] == ["No, exit", "Yes, I trust this folder"]
        message = await sent(ada.session, "hello")
        assert ada.session.status.blocked == "dialog"
        assert (await ada.session.queue.model()).messages[0].status == "pending"
        await ada.answer(prompt, "Yes")
        assert (await ended(ada.services, message, START)).status == "completed"
        assert (await reply_to(ada.services, message)).content == "ECHO: hello"


async def test_a_refusal_with_a_text_goes_on_with_the_turn(tmp_path: Path) -> None:
    async with desk(tmp_path) as ada:
        message = await sent(ada.session, "[[bash touch proof.txt]] [[say As you like.]]")
        await ada.answer(await ada.prompt("permission"), text="rather not <today>")
        assert (await ended(ada.services, message, START)).status == "completed"
        assert not (ada.project / "proof.txt").exists()
        assert "rather not <today>" in str(ada.model.requests[-1].body["messages"])


async def test_a_question_is_answered_by_choice_and_by_text(tmp_path: Path) -> None:
    async with desk(tmp_path) as ada:
        for label, text, told in (("Blue", None, "Blue"), (None, "rather green", "rather green")):
            message = await sent(ada.session, QUESTION)
            prompt = await ada.prompt("question")
            assert [choice.label for choice in prompt.choices][:2] == ["Red", "Blue"]
            await ada.answer(prompt, label, text)
            assert (await ended(ada.services, message, START)).status == "completed"
            assert told in str(ada.model.requests[-1].body["messages"][-1])


async def test_an_interrupt_before_and_after_the_first_output_leaves_a_clean_composer(tmp_path: Path) -> None:
    async with desk(tmp_path) as ada:
        for text in ("[[slow 60]] one\ntwo\nthree", "[[say Well]] [[slow 60]] four"):
            message = await sent(ada.session, text)
            asked = len(ada.model.prompts)
            await until(lambda asked=asked: len(ada.model.prompts) > asked, "the model was asked", START)
            await until(lambda: ada.session.status.state == "busy", "busy")
            await ada.session.interrupt()
            stopped = await ended(ada.services, message, START)
            assert (stopped.status, stopped.reason) == ("error", "interrupted")
            await until(lambda: ada.session.status.state == "idle", "idle again")
        after = await ada.finished("five")
        assert (await reply_to(ada.services, after)).content == "ECHO: five"


async def test_a_turn_that_fails_tells_why(tmp_path: Path) -> None:
    async with desk(tmp_path) as ada:
        failed = await ada.finished("[[error 400]]")
        assert (failed.status, failed.reason) == ("error", "API Error: 400 The script asked for error 400.")
        assert (await ada.finished("again")).status == "completed"


async def test_the_bypass_of_permissions_is_refused(tmp_path: Path) -> None:
    async with open_services(tmp_path, commands={"claude": find_claude()}) as services:
        for arguments in (["--dangerously-skip-permissions"], ["--permission-mode=bypassPermissions"]):
            settings = AgentSettings(arguments=arguments)
            with pytest.raises(BypassForbidden):
                await services.registry.create_agent(CreateAgent(name="ada", spec="claude", settings=settings))


async def test_a_restart_after_a_clear_goes_on_with_what_came_after_it(tmp_path: Path) -> None:
    async with desk(tmp_path) as ada:
        await ada.finished("alpha")
        await ada.session.send(SendMessage(content="/clear", command=True))
        await until(lambda: ada.session.instance.conversation_id != ada.session.id, "another conversation", START)
        told = await reply_to(ada.services, await ada.finished("beta"))
        assert told.usage is not None and told.usage.output_tokens
        await ada.session.restart()
        await until(lambda: ada.session.status.state == "idle", "ready again", START)
        again = await reply_to(ada.services, await ada.finished("gamma"))
        said = str(ada.model.requests[-1].body["messages"])
        assert [word in said for word in ("alpha", "beta", "gamma")] == [False, True, True]
        assert again.usage is not None and again.usage.output_tokens
        assert (await ada.services.agents.instance(ada.session.id)).conversation_id != ada.session.id  # written down


async def test_a_clear_with_nothing_said_since_begins_an_empty_conversation(tmp_path: Path) -> None:
    async with desk(tmp_path) as ada:
        await ada.finished("alpha")
        await ada.session.send(SendMessage(content="/clear", command=True))
        await until(lambda: ada.session.instance.conversation_id != ada.session.id, "another conversation", START)
        await ada.session.restart()
        await until(lambda: ada.session.status.state == "idle", "ready again", START)
        await ada.finished("gamma")
        assert "alpha" not in str(ada.model.requests[-1].body["messages"])


async def test_a_restart_of_a_living_one_goes_on_with_the_conversation(tmp_path: Path) -> None:
    async with desk(tmp_path) as ada:
        await ada.finished("remember the garden")
        await ada.session.restart()
        await until(lambda: ada.session.status.state == "idle", "ready again", START)
        await ada.finished("what was it?")
        assert "remember the garden" in str(ada.model.requests[-1].body["messages"])
