"""Answers: a person's answer to an agent's open question, as the server takes it."""

from __future__ import annotations

from areyouj_jupyter.errors import ArgumentTypeInvalid
from areyouj_jupyter.kernel.client.http_client import Client, part
from areyouj_jupyter.models import AnswerPrompt, Prompt, StatusModel


def answered(client: Client, session: str, prompt: Prompt, answer: str | int) -> StatusModel:
    """Answer this prompt of a session: by a choice's key or label, else free text. Raises PromptGone, AnswerInvalid."""
    if isinstance(answer, bool) or not isinstance(answer, (str, int)):
        raise ArgumentTypeInvalid(f"An answer is a str or a number, not {type(answer).__name__}.")
    given = str(answer).strip().casefold()
    # A whole label only: "y" must not mean "Yes, and never ask again".
    keys = [choice.key for choice in prompt.choices if given in (choice.key.casefold(), choice.label.casefold())]
    choice, text = (keys[0], None) if keys else (None, str(answer))
    body = AnswerPrompt(prompt_id=prompt.id, choice=choice, text=text)
    return client.post(f"sessions/{part(session)}/answer", StatusModel, body)
