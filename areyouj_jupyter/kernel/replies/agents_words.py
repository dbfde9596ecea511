"""Agents' words: what an agent said or shows, as the client gives it; an agent that runs what it is sent gets none."""

from __future__ import annotations

from areyouj_jupyter.kernel.rendering.code_blocks import CodeBlock
from areyouj_jupyter.kernel.rendering.text import Shown
from areyouj_jupyter.kernel.replies.message_future import MessageFuture
from areyouj_jupyter.models import MessageModel


def is_of_an_agent(value: object) -> bool:
    """Whether this is a reply, a chunk or a block of code of one, an agent's message, or the text of its terminal.

    A str that somebody made of such a thing is theirs.
    """
    if isinstance(value, MessageModel):
        return value.sender_type == "agent"
    return isinstance(value, (MessageFuture, CodeBlock, Shown))
