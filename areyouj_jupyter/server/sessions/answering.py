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

ANSWER_DELAY = 0.3  # seconds after a dialog came before a key counts (Claude Code 2.1 ignores keys for 0.2 s, 2026-11)


async def answer(
    run: Incarnation, session_status: SessionStatus, agent: str, request: AnswerPrompt, clock: Callable[[], float]
) -> None:
    """Type the answer to the open prompt. Raises PromptGone, AnswerInvalid, AgentUnreachable.

    agent: its name. clock: seconds since the epoch.
    """
    since = _open_prompt(session_status, agent, request.prompt_id).since
    _keys(run, request)  # reject a bad one at once
    await asyncio.sleep(max(0.0, since + ANSWER_DELAY - clock()))
    run.look()
    _open_prompt(session_status, agent, request.prompt_id)
    session_status.on_seen()
    for keys in _keys(run, request):
        if not run.press(keys):
            raise AgentUnreachable(f"The answer could not be typed: the agent {agent!r} is not reading its terminal.")
        await asyncio.sleep(run.spec.key_gap)


def _open_prompt(session_status: SessionStatus, agent: str, prompt_id: str) -> Prompt:
    prompt = session_status.status.prompt
    if prompt is None:
        raise PromptGone(f"The agent {agent!r} is not asking anything.")
    if prompt.id != prompt_id:
        raise PromptGone(f"The prompt {prompt_id!r} is no longer open. The agent is now asking something else.")
    return prompt


def _keys(run: Incarnation, request: AnswerPrompt) -> tuple[str, ...]:
    """The keys for an answer to the dialog on the screen, to be typed with the spec's `key_gap` between them.

    Raises AnswerInvalid, saying what is possible; PromptGone if no dialog is there.
    """
    shown = run.evidence.reading.shown
    if shown is None and run.evidence.reading.unread:
        raise AnswerInvalid("AreYouJ does not know this dialog. Answer it in the terminal.")
    if shown is None:
        raise PromptGone("The prompt is no longer on the screen.")
    if request.choice is not None:
        return (_choice_keys(shown, request.choice),)
    keys = shown.dialog.text_keys(shown.text) if request.text is not None else None
    if keys is None or request.text is None:
        raise AnswerInvalid(f"Choose one of this prompt's answers: {_choices(shown) or 'in the terminal'}.")
    text = " ".join(wire_text(request.text, (), command=True).split()).replace("<", "<lt>")
    return (keys[0], text, keys[1])


def _choice_keys(shown: Shown, choice: str) -> str:
    if choice not in [each.key for each in shown.choices]:
        raise AnswerInvalid(f"The prompt has no choice {choice!r}. Choose from: {_choices(shown) or 'none'}.")
    keys = shown.dialog.choice_keys(shown.text, choice)
    if keys is None:
        raise AnswerInvalid("Cannot tell which choice is selected. Answer this prompt in the terminal.")
    return keys


def _choices(shown: Shown) -> str:
    return ", ".join(choice.key for choice in shown.choices)
