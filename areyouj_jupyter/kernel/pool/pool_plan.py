"""Pool plan: which messages a `map` sends to which agents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from areyouj_jupyter.kernel.client import arguments
from areyouj_jupyter.kernel.context.interpolation import filled
from areyouj_jupyter.kernel.pool.agent_pool import Job
from areyouj_jupyter.kernel.replies.reply import Reply

Prompt = str | Callable[[Any], str]
"""A text in which `{item}` is replaced, or a function that makes the text from an item."""
Draft = Callable[[str, str], Reply]
"""Makes the reply to a message that is not sent yet, from the agent's name and the text."""


def for_agents(prompt: Prompt, names: Iterable[str], draft: Draft) -> list[Job]:
    """The same text to each; a function is called with the agent's name."""
    return [Job(draft(name, _made(prompt, name)), name) for name in names]


def for_items(prompt: Prompt, items: Iterable[Any], draft: Draft) -> list[Job]:
    """A text for each item, for the first free agent. Raises NameUnknown."""
    return [Job(draft("", _text(prompt, item))) for item in arguments.members(items, "over")]


def _text(prompt: Prompt, item: Any) -> str:
    return filled(prompt, "item", item) if isinstance(prompt, str) else _made(prompt, item)


def _made(prompt: Prompt, item: Any) -> str:
    """The prompt as it is, or what its function makes of the item. Raises ArgumentTypeInvalid."""
    if not callable(prompt):
        return arguments.text(prompt, "A prompt")
    return arguments.text(prompt(item), "What a prompt's function returns")
