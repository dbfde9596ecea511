"""Every dialog of real Claude Code that can be scripted: told right, once, and answered.

How soon is measured: `make bench ARGS=dialogs`.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from claude_desk import START, Desk, desk, desks
from open_services import ended, sent
from waiting import until

from areyouj_jupyter.models import MessageModel

pytestmark = pytest.mark.slow

Asks = tuple[str, str, tuple[str, ...], str]
"""A script, the kind of its prompt, how the labels of the choices begin, and the one to take."""

EDITS = ("Yes", "Yes, and switch to accept edits", "No")
DECLINE = "Decline to answer"
COLOURS = '"options": [{"label": "Red", "description": "fire"}, {"label": "Blue", "description": "water"}]'
ONE = f'{{"question": "Which?", "header": "Colour", "multiSelect": false, {COLOURS}}}'
MANY = f'{{"question": "And which?", "header": "Others", "multiSelect": true, {COLOURS}}}'
AGENT = (
    '[[tool Agent {"description": "look", "subagent_type": "general-purpose",'
    ' "prompt": "\\u005b\\u005bslow 1\\u005d\\u005d \\u005b\\u005bbash touch proof.txt\\u005d\\u005d"}]] [[say Sent.]]'
)


def editing(project: Path) -> list[Asks]:
    """What asks before it writes a file."""
    (project / "old.txt").write_text("one\ntwo\n")
    (project / "note.ipynb").write_text(
        '{"cells": [{"id": "a", "cell_type": "code", "source": ["1"], "metadata": {}, "outputs": [],'
        ' "execution_count": null}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
    )
    write = f'[[tool Write {{"file_path": "{project}/new.txt", "content": "one"}}]]'
    read = f'[[tool Read {{"file_path": "{project}/old.txt"}}]]'
    edit = f'[[tool Edit {{"file_path": "{project}/old.txt", "old_string": "two", "new_string": "2"}}]]'
    cells = f'[[tool Read {{"file_path": "{project}/note.ipynb"}}]]'
    cell = f'[[tool NotebookEdit {{"notebook_path": "{project}/note.ipynb", "cell_id": "a", "new_source": "2"}}]]'
    return [
        (f"{write} [[say Written.]]", "permission", EDITS, "Yes"),
        (f"{read} {edit} [[say Edited.]]", "permission", EDITS, "Yes"),
        (f"{cells} {cell} [[say Edited.]]", "permission", EDITS, "Yes"),
    ]


def reaching(project: Path) -> list[Asks]:
    """What asks before it reaches out of the folder, and remembers an answer for good."""
    always = ("Yes", f"Yes, and always allow access to {project} from this project", "Yes, and switch to auto", "No")
    fetch = '[[tool WebFetch {"url": "http://127.0.0.1:9/", "prompt": "what"}]]'
    again = ("Yes", "Yes, and don't ask again for 127.0.0.1", "No, and tell Claude")
    search = ("Yes", "Yes, and don't ask again for Web Search", "No")
    outside = ("Yes", "Yes, allow reading from /etc during this session", "No")
    return [
        ("[[bash touch proof.txt]] [[say Touched.]]", "permission", always, "Yes, and always"),
        (f"{fetch} [[say Fetched.]]", "permission", again, "Yes, and don't ask again"),
        (f"{fetch} [[say Fetched again.]]", "", (), ""),
        ('[[tool WebSearch {"query": "gardens"}]] [[say Found.]]', "permission", search, "No"),
        ('[[tool Read {"file_path": "/etc/hostname"}]] [[say Read.]]', "permission", outside, "Yes, allow"),
    ]


def asking(project: Path) -> list[Asks]:
    """Questions, and what an agent's own agent asks."""
    one = ("Red", "Blue", "Type something", "Chat about this", DECLINE)
    many = ("Red", "Blue", "Type something", "Chat about this", "Next question", DECLINE)
    always = ("Yes", "Yes, and always allow access to", "Yes, and switch to auto", "No")
    return [
        (f'[[tool AskUserQuestion {{"questions": [{ONE}]}}]]', "question", one, "Blue"),
        (f'[[tool AskUserQuestion {{"questions": [{ONE}]}}]]', "question", one, "Decline"),
        (f'[[tool AskUserQuestion {{"questions": [{ONE}, {MANY}]}}]]', "question", many, "Decline"),
        (AGENT, "permission", always, "No"),
    ]


async def answered(at: Desk, asks: Asks) -> MessageModel:
    """Play one of them and compare all that was published meanwhile with what was true."""
    script, kind, labels, choice = asks
    message = await sent(at.session, script)
    if kind:
        prompt = await at.prompt(kind)
        shown = [each.label for each in prompt.choices]
        assert len(shown) == len(labels) and all(map(str.startswith, shown, labels)), shown
        await at.answer(prompt, choice)
    done = await ended(at.services, message, START)
    assert done.status != "uncertain", done
    await at.state("idle")
    refused = choice.startswith(("No", "Decline")) and done.status == "error"
    assert at.diary.news() == (["busy", kind, *([] if refused else ["busy"]), "idle"] if kind else ["busy", "idle"])
    assert not at.session.status.seen
    assert at.session.mark_seen().seen
    return done


async def test_three_sessions_at_once_tell_each_dialog_right(tmp_path: Path) -> None:
    async with desks(tmp_path, "oak", "elm", "fir") as (oak, elm, fir):

        async def each(at: Desk, asks: list[Asks]) -> list[str]:
            assert at.diary.news() == ["starting", "idle"]
            return [(await answered(at, one)).status for one in asks]

        ends = await asyncio.gather(
            each(oak, editing(oak.project)), each(elm, reaching(elm.project)), each(fir, asking(fir.project))
        )
        assert ends == [
            ["completed", "completed", "completed"],
            ["completed", "completed", "completed", "error", "completed"],
            ["completed", "error", "error", "completed"],
        ]
        assert (oak.project / "old.txt").read_text() == "one\n2\n"
        assert (elm.project / "proof.txt").exists() and not (fir.project / "proof.txt").exists()


async def test_a_plan_is_approved_or_sent_back_with_words(tmp_path: Path) -> None:
    write = (
        '[[tool Write {"file_path": "{plan_file}", "content": "# Plan\\n\\n1. Yes, dig\\n2. Do you want to sow?\\n"}]]'
    )
    async with desk(tmp_path, permission_mode="plan") as ada:
        first = await sent(ada.session, f"{write} [[tool ExitPlanMode {{}}]] [[say As you like.]]")
        prompt = await ada.prompt("permission")
        assert "1. Yes, dig" in prompt.text
        labels = [choice.label for choice in prompt.choices]
        assert labels == ["Yes, and use auto mode", "Yes, manually approve edits", "Tell Claude what to change"]
        await ada.answer(prompt, text="rather not today")
        assert (await ended(ada.services, first, START)).status == "completed"
        assert "rather not today" in str(ada.model.requests[-1].body["messages"])
        second = await sent(ada.session, "[[tool ExitPlanMode {}]] [[bash touch proof.txt]] [[say Sown.]]")
        await ada.answer(await ada.prompt("permission"), "Yes, manually")
        await until(lambda: ada.session.status.prompt and "touch" in ada.session.status.prompt.text, "the command")
        await ada.answer(await ada.prompt("permission"), "Yes")
        assert (await ended(ada.services, second, START)).status == "completed"
        assert (ada.project / "proof.txt").exists()
