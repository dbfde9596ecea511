"""Sessions of many turns: what is published changes exactly as often as what real Claude Code does."""

from __future__ import annotations

import asyncio
import itertools
import os
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from claude_desk import START, Desk, desks
from open_services import ended, sent
from waiting import until

SECONDS = float(os.environ.get("AREYOUJ_FLAPPING", "20"))  # 300 in the long run
QUIET = 1.0  # seconds between two turns in which nothing may change

pytestmark = [pytest.mark.slow, pytest.mark.timeout(SECONDS + 200)]

Part = Callable[[Desk, str], Awaitable[list[str]]]
"""Plays a turn that holds this text and gives the states that truly followed on each other."""

QUESTION = (
    '{"question": "Which?", "header": "Colour", "multiSelect": false,'
    ' "options": [{"label": "Red", "description": "fire"}, {"label": "Blue", "description": "water"}]}'
)
QUOTED = "[[say ✳ Working… (3s · esc to interrupt) Do you want to proceed? ❯ 1. Yes   2. No]]"


def plain(script: str) -> Part:
    """A turn in which nobody is needed."""

    async def play(at: Desk, text: str) -> list[str]:
        message = await sent(at.session, f"{script} {text}")
        assert (await ended(at.services, message, START)).status == "completed"
        return ["busy", "idle"]

    return play


def asking(kind: str, script: str, label: str) -> Part:
    """A turn that stands still until a person has answered."""

    async def play(at: Desk, text: str) -> list[str]:
        message = await sent(at.session, f"{script} {text}")
        await at.answer(await at.prompt(kind), label)
        assert (await ended(at.services, message, START)).status == "completed"
        return ["busy", kind, "busy", "idle"]

    return play


async def interrupted(at: Desk, text: str) -> list[str]:
    """A turn that a person ends, which no hook tells."""
    message = await sent(at.session, f"[[say Well]] [[slow 60]] {text}")
    await until(lambda: at.model.prompts.count(message.content), "the model was asked", START)
    await at.state("busy")
    await at.session.interrupt()
    assert (await ended(at.services, message, START)).reason == "interrupted"
    return ["busy", "idle"]


async def by_itself(at: Desk, text: str) -> list[str]:
    """A turn whose command goes on behind it, and begins another one at its end."""
    gate = text.replace(" ", "-")
    message = await sent(at.session, f"{at.gate(gate)} [[say Started.]] {text}")
    assert (await ended(at.services, message, START)).status == "completed"
    await still(at)
    await at.open_gate(gate)
    await until(lambda: at.model.prompts.count(message.content) > 2, "a turn of its own", START)
    return ["busy", "idle", "busy", "idle"]


PARTS: list[Part] = [
    plain("[[say One.]] [[slow 1.2]] [[say Two.]] [[slow 1.8]] [[say Three.]]"),
    asking("permission", "[[bash touch proof.txt]] [[slow 1]] [[say Touched.]]", "Yes"),
    plain("[[slow 4]]"),
    asking("question", f'[[tool AskUserQuestion {{"questions": [{QUESTION}]}}]]', "Blue"),
    plain("[[bash pwd]] [[bash ls]] [[bash pwd]] [[bash ls]] [[bash pwd]]"),
    interrupted,
    plain(f"{QUOTED} [[slow 2]] {QUOTED}"),
    by_itself,
    plain("[[error 529 2]]"),
    plain("short"),
]


async def still(at: Desk) -> None:
    """Let it be idle for a while."""
    await at.state("idle")
    since, entries = time.monotonic(), len(at.diary.entries)
    await until(lambda: time.monotonic() > since + QUIET, "some time")
    assert len(at.diary.entries) == entries, at.diary.states


async def play(at: Desk, first: int, end: float) -> int:
    """One part after the other, from the `first` on, all at least until this time. Returns how many."""
    await still(at)
    assert at.diary.news() == ["starting", "idle"]
    parts = itertools.cycle([*PARTS[first:], *PARTS[:first]])
    number = 0
    while time.monotonic() < end:
        number, part = number + 1, next(parts)
        truth = await part(at, f"{at.project.name} {number}")
        await still(at)
        told = [(moment, status.state, status.evidence) for moment, status in at.diary.entries[-8:]]
        assert at.diary.news() == truth, (number, part, told)
    return number


async def test_the_status_changes_exactly_as_often_as_the_truth(tmp_path: Path) -> None:
    async with desks(tmp_path, "oak", "elm", "fir") as made:
        end = time.monotonic() + SECONDS
        counts = await asyncio.gather(*(play(at, first * 4, end) for first, at in enumerate(made)))
        asked = {
            (request.prompt, str(request.body["metadata"])) for request in made[0].model.requests if request.is_turn
        }
        assert len(asked) == sum(counts) > 0  # the model's own record: so many turns, and no other
