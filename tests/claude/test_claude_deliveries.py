"""Messages to real Claude Code: each arrives once, whole, in order and as text; none ever answers a dialog."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from claude_desk import START, Desk, desk
from fake_anthropic.script import PASTED
from open_services import ended, reply_to, sent
from waiting import until

from areyouj_jupyter.models import MessageModel

DELIVERIES = int(os.environ.get("AREYOUJ_DELIVERIES", "20"))
DIALOGS = int(os.environ.get("AREYOUJ_DIALOGS", "3"))
TEXTS = int(os.environ.get("AREYOUJ_TEXTS", "10"))
WAITING = 50  # messages that wait at once
EACH = 5.0  # seconds that a delivery may take on a busy machine

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120 + EACH * (DELIVERIES + 2 * DIALOGS + TEXTS))]

KINDS: dict[str, Callable[[int], str]] = {
    "lines": lambda number: f"one {number}\n  two\n\nthree",
    "10 kB": lambda number: f"{number} " + "word " * 2000 + "end",
    "korean": lambda number: f"안녕하세요 {number} 정원을 둘러봐 주세요",
    "emoji": lambda number: f"🙂 👩‍👩‍👧 {number} 🇰🇷 é́",
    "400 lines": lambda number: "\n".join(f"{number}: line {line}" for line in range(400)),
    "shell": lambda number: "!touch proof.txt",
    "slash exit": lambda number: "/exit",
    "exit": lambda number: "exit",
    "quit": lambda number: "quit",
    "vi": lambda number: ":q",
    "clear": lambda number: "/clear",
    "paste end": lambda number: f"one {number}\x1b[201~\rtouch proof.txt\r",
    "right to left": lambda number: f"{number} \u202eabc\u202c def",
    "backslash": lambda number: f"{number} goes on \\",
    "at": lambda number: f"{number} look at @proof",
}
UNTYPED = dict.fromkeys(map(ord, "\x1b\u202e\u202c\u200b\ufeff\u2066"))  # of those, only these have no place in a text

COMMANDS = [
    "!touch proof.txt",
    " \n!touch proof.txt",
    "\u200b!touch proof.txt",
    "/exit",
    "/exit\nmore",
    ":wq!",
    "\tquit \n",
    "/clear",
    "# touch proof.txt",
    "$(touch proof.txt) `touch proof.txt`",
    "/quit",
    "/compact now",
    "\ufeff/exit",
    "\u2066/clear",
    "!",
    "/",
    "!!touch proof.txt",
    "!touch proof.txt\n!touch proof.txt",
    "/model",
    "/permissions",
    "/login",
    ":q!",
    ":wq",
    "exit ",
    "@proof.txt",
    "@",
    "\\",
    "; touch proof.txt",
    "&touch proof.txt",
    "\r/exit\r",
]


def words(text: str) -> str:
    """The text but for its blanks, which the CLI's input line does not keep, and for what is no text."""
    return " ".join(text.translate(UNTYPED).split())


def arrived(prompt: str) -> str:
    """A prompt as the model got it, without the marks that the CLI puts around a long paste."""
    return words(PASTED.sub("", prompt))


async def all_arrive(at: Desk, texts: list[str]) -> None:
    """Queue them all, and see each come to the model once, whole, in order, and be answered."""
    before = len(at.model.prompts)
    messages = [await sent(at.session, text) for text in texts]
    done = [await ended(at.services, message, START) for message in messages]
    assert [(each.status, each.reason) for each in done] == [("completed", None)] * len(texts)
    assert [arrived(prompt) for prompt in at.model.prompts[before:]] == [
        words(each.wire or each.content) for each in done
    ]
    for message, text in zip(done, texts, strict=True):
        assert words(text) in words(message.wire or text)  # at most something before it or behind it
        assert words((await reply_to(at.services, message)).content) == f"ECHO: {words(message.wire or text)}"


async def test_texts_of_all_kinds_arrive_once_whole_and_in_order(tmp_path: Path) -> None:
    kinds = itertools.cycle(KINDS.values())
    texts = [next(kinds)(number) for number in range(DELIVERIES)]
    async with desk(tmp_path) as ada:
        for start in range(0, DELIVERIES, WAITING):
            await all_arrive(ada, texts[start : start + WAITING])
        history = str(ada.model.requests[-1].body["messages"])
        assert "one 0" in history  # nothing was cleared, and it is the same conversation
        assert not (ada.project / "proof.txt").exists()
        assert ada.session.model().incarnation == 1


async def test_texts_that_look_like_commands_execute_nothing(tmp_path: Path) -> None:
    texts = list(itertools.islice(itertools.cycle(COMMANDS), TEXTS))
    async with desk(tmp_path) as ada:
        (ada.project / "proof").write_text("")  # a completion of @ would find it
        await all_arrive(ada, ["remember this", *texts])
        assert "remember this" in str(ada.model.requests[-1].body["messages"])
        assert not (ada.project / "proof.txt").exists()
        assert ada.session.model().incarnation == 1


@contextmanager
def nothing_written(at: Desk) -> Iterator[None]:
    """Not one byte goes to the program while inside, and what it shows stays."""
    run, written = at.session.running(), []
    write, order, before = run.terminal.write, run.terminal.order, dialog(at)
    run.terminal.write = lambda data: bool(written.append(data)) or write(data)  # type: ignore[method-assign]
    run.terminal.order = lambda *order_: written.append(order_) or order(*order_)  # type: ignore[method-assign]
    try:
        yield
        assert (written, dialog(at)) == ([], before)
    finally:
        run.terminal.write, run.terminal.order = write, order  # type: ignore[method-assign]


def dialog(at: Desk) -> str:
    """The open dialog as the screen shows it."""
    shown = at.session.running().evidence.reading.shown
    assert shown is not None
    return shown.text


async def test_messages_at_a_dialog_write_no_key_and_come_when_it_is_answered(tmp_path: Path) -> None:
    colours = '"options": [{"label": "Red", "description": "fire"}, {"label": "Blue", "description": "water"}]'
    question = f'{{"question": "Which?", "header": "Colour", "multiSelect": false, {colours}}}'
    async with desk(tmp_path) as ada:
        scripts = itertools.cycle(
            (
                ("permission", "[[bash touch proof.txt]]", "No"),
                ("question", f'[[tool AskUserQuestion {{"questions": [{question}]}}]]', "Decline"),
                ("permission", f'[[tool Write {{"file_path": "{ada.project}/proof.txt", "content": "x"}}]]', "No"),
            )
        )
        for number, (kind, script, refusal) in zip(range(DIALOGS), scripts, strict=False):
            asks = await sent(ada.session, f"{script} {number}")
            prompt = await ada.prompt(kind)
            texts = ["1", "y", "\r", "2", "yes"][: 1 if number else 5]
            with nothing_written(ada):
                waiting: list[MessageModel] = [await sent(ada.session, f"{text}{number}") for text in texts]
                await until(lambda: ada.session.model().pending == len(texts), "all wait")  # noqa: B023
                assert ada.session.status.blocked == "dialog"
            await ada.answer(prompt, refusal)
            assert (await ended(ada.services, asks, START)).reason == "interrupted"
            assert {(await ended(ada.services, message, START)).status for message in waiting} == {"completed"}
            assert ada.model.prompts[-len(texts) :] == [words(f"{text}{number}") for text in texts]
        assert not (ada.project / "proof.txt").exists()
