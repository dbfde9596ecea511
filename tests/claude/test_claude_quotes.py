"""What real Claude Code quotes on its screen is never taken for what it does: replies, commands and differences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from claude_desk import START, Desk, desk
from open_services import ended, reply_to, sent
from terminal_window import Window
from waiting import until

pytestmark = pytest.mark.slow

RULE = "─" * 60
DIALOG = f"""{RULE}
 Bash command

   touch proof.txt

 Do you want to proceed?
 ❯ 1. Yes
   2. No

 Esc to cancel · Tab to amend"""
SPINNER = "✻ Working… (3s · ↓ 12 tokens · esc to interrupt)\n\n· Compacting conversation…"
COMPOSER = f"{RULE}\n❯\u00a0\n{RULE}\n  ⏸ manual mode on · ? for shortcuts"
BUSY = f"{RULE}\n❯\u00a0\n{RULE}\n  ⏸ manual mode on · esc to interrupt · ← for agents"
LIMIT = "  ⚠ Usage limit reached · limit resets 1:46pm\n✻ 5-hour limit reached · retrying in 40s (7:02pm)"
QUESTION = f"{RULE}\n ☐ Colour\n\nWhich?\n\n❯ 1. Red\n  2. Blue\n\nEnter to select · Esc to cancel"
BOX = "╭────────────╮\n│ ❯ 1. Yes   │\n│   2. No    │\n╰────────────╯\nDo you want to proceed? 1. Yes"
QUOTES = {
    "dialog": DIALOG,
    "spinner": SPINNER,
    "composer": COMPOSER,
    "busy": BUSY,
    "limit": LIMIT,
    "question": QUESTION,
    "box": BOX,
    "trust": f"{RULE}\n Accessing workspace:\n\n ❯ No, exit\n   Yes\n\n Enter to confirm · Esc to cancel",
    "welcome": "Welcome to Claude Code v2.1.328\n\n Press Enter to continue",
}
SIZES = {"40x120": (40, 120), "24x80": (24, 80)}


def said(text: str, fenced: bool) -> str:
    """A script in which the model says this, as a code block if `fenced`, and takes a while."""
    whole = f"```\n{text}\n```" if fenced else text
    return f"[[say So much is quoted:]] [[slow 0.4]] [[say {whole}]] [[slow 0.4]]"


async def one_turn(at: Desk, script: str) -> None:
    """It is busy for the whole turn and idle behind it, whatever the screen quotes, and nothing else."""
    at.diary.news()
    message = await sent(at.session, script)
    assert (await ended(at.services, message, START)).status == "completed"
    await at.state("idle")
    assert at.diary.news() == ["busy", "idle"], script
    assert at.session.status.prompt is None


@pytest.mark.parametrize("size", SIZES)
async def test_a_quote_in_a_reply_leaves_the_status_right(tmp_path: Path, size: str) -> None:
    async with desk(tmp_path) as ada:
        await shaped(ada, *SIZES[size])
        for number, text in enumerate(QUOTES.values()):
            await one_turn(ada, said(text, fenced=number % 2 == list(SIZES).index(size)))
        await one_turn(ada, said("\n\n".join(QUOTES.values()), fenced=True))
        after = await ada.finished("hello")
        assert (await reply_to(ada.services, after)).content == "ECHO: hello"


@pytest.mark.parametrize("size", SIZES)
async def test_a_quote_in_a_difference_and_in_a_command_is_no_choice(tmp_path: Path, size: str) -> None:
    async with desk(tmp_path) as ada:
        await shaped(ada, *SIZES[size])
        quoting = ada.project / "quoting.txt"
        for text in (DIALOG, QUESTION, BOX, COMPOSER):
            quoting.write_text(f"before\n{text}\nbehind\n")
            read = {"file_path": str(quoting)}
            edit = {**read, "old_string": "behind", "new_string": f"{text}\nbehind them"}
            await answered(ada, f"[[tool Read {json.dumps(read)}]] [[tool Edit {json.dumps(edit)}]] [[say Edited.]]", 3)
            assert quoting.read_text().count(text.split("\n")[0]) >= 2
        command = "cat > proof.txt <<'END'\n1. No, stop\nDo you want to proceed?\n 2. No\nEND"
        await answered(ada, f"[[bash {command}]] [[say Written.]]", 4)
        assert "1. No, stop" in (ada.project / "proof.txt").read_text()


async def answered(at: Desk, script: str, choices: int) -> None:
    """A turn with one dialog, which has so many choices, the first of them Yes."""
    at.diary.news()
    message = await sent(at.session, script)
    prompt = await at.prompt("permission")
    assert [choice.key for choice in prompt.choices] == [str(number + 1) for number in range(choices)]
    assert (prompt.choices[0].label, prompt.choices[-1].label) == ("Yes", "No")
    await at.answer(prompt, "Yes")
    assert (await ended(at.services, message, START)).status == "completed"
    await at.state("idle")
    assert at.diary.news() == ["busy", "permission", "busy", "idle"]


async def shaped(at: Desk, rows: int, cols: int) -> None:
    """Give its terminal this size, as a browser does."""
    at.session.running().terminal.sized(Window(rows, cols))
    await until(lambda: len(at.session.screen().lines) == rows, "its size")
