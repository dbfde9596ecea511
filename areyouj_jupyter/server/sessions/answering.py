"""Answering: from a person's answer to the keys that give it. A dialog gets keys, never a text it did not ask for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from areyouj_jupyter.errors import AgentUnreachable, AnswerInvalid, PromptGone
from areyouj_jupyter.models import AnswerPrompt, Prompt
from areyouj_jupyter.server.delivery.wire_text import wire_text
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.sessions.session_status import SessionStatus
from areyouj_jupyter.server.status.reading import Shown
from areyouj_jupyter.specs.format.dialog import AnswerSteps

ANSWER_DELAY = 0.3  # seconds after a dialog came before a key counts (Claude Code 2.1 ignores keys for 0.2 s, 2026-11)
MOVE_DEADLINE = 2.0  # seconds for the selection to come to a choice
MOVE_LOOK = 0.02  # seconds between two looks at it


async def answer(
    run: Incarnation, session_status: SessionStatus, agent: str, request: AnswerPrompt, clock: Callable[[], float]
) -> None:
    """Type the answer to the open prompt. Raises PromptGone, AnswerInvalid, AgentUnreachable.

    agent: its name. clock: seconds since the epoch.
    """
    since = _open_prompt(session_status, agent, request.prompt_id).since
    _steps(run, request)  # reject a bad one at once
    await asyncio.sleep(max(0.0, since + ANSWER_DELAY - clock()))
    run.look()
    _open_prompt(session_status, agent, request.prompt_id)
    session_status.on_seen()
    for step in _steps(run, request):
        if step.keys and not run.press(step.keys):
            raise AgentUnreachable(f"The answer could not be typed: the agent {agent!r} is not reading its terminal.")
        if step.selects:
            await _selected(run, step.selects)
        await asyncio.sleep(run.spec.key_gap)


async def _selected(run: Incarnation, key: str) -> None:
    """Wait until the choice is selected. Raises AnswerInvalid if it is not, PromptGone if the dialog is not there."""
    for _ in range(round(MOVE_DEADLINE / MOVE_LOOK)):
        run.look()
        shown = run.evidence.reading.shown
        if shown is None:
            raise PromptGone("The prompt closed while the answer was being typed.")
        if shown.dialog.is_selected(shown.text, key):
            return
        await asyncio.sleep(MOVE_LOOK)
    raise AnswerInvalid("The selection did not move to that choice. Answer this prompt in the terminal.")


def _open_prompt(session_status: SessionStatus, agent: str, prompt_id: str) -> Prompt:
    prompt = session_status.status.prompt
    if prompt is None:
        raise PromptGone(f"The agent {agent!r} is not asking anything.")
    if prompt.id != prompt_id:
        raise PromptGone(f"The prompt {prompt_id!r} is no longer open. The agent is now asking something else.")
    return prompt


def _steps(run: Incarnation, request: AnswerPrompt) -> AnswerSteps:
    """What to type for an answer to the dialog on the screen.

    Raises AnswerInvalid, saying what is possible; PromptGone if no dialog is there.
    """
    shown = run.evidence.reading.shown
    if shown is None and run.evidence.reading.unread:
        raise AnswerInvalid("AreYouJ does not know this dialog. Answer it in the terminal.")
    if shown is None:
        raise PromptGone("The prompt is no longer on the screen.")
    if request.choice is not None:
        return _choice_steps(shown, request.choice)
    text = " ".join(wire_text(request.text or "", (), command=True).split()).replace("<", "<lt>")
    steps = shown.dialog.text_steps(shown.text, text) if request.text is not None else None
    if steps is None:
        raise AnswerInvalid(f"Choose one of this prompt's answers: {_choices(shown) or 'in the terminal'}.")
    return steps


def _choice_steps(shown: Shown, choice: str) -> AnswerSteps:
    if choice not in [each.key for each in shown.choices]:
        raise AnswerInvalid(f"The prompt has no choice {choice!r}. Choose from: {_choices(shown) or 'none'}.")
    steps = shown.dialog.choice_steps(shown.text, choice)
    if steps is None:
        raise AnswerInvalid("Cannot tell which choice is selected. Answer this prompt in the terminal.")
    return steps


def _choices(shown: Shown) -> str:
    return ", ".join(choice.key for choice in shown.choices)
