"""Forwarding: what one agent replies is sent to another, once it is there."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from areyouj_jupyter.errors import AreYouJError
from areyouj_jupyter.kernel.handle import Handle
from areyouj_jupyter.kernel.replies.reply import Reply


def forwarded(reply: Reply, to: Handle, draft: Reply, allowed: Callable[[], None]) -> Reply:
    """Send the draft with the reply's text below its own, in a thread of its own; returns the draft.

    allowed: called right before, raises AreYouJError if it must not be sent.
    """

    def send(_: object) -> None:
        if error := reply.failure:
            draft.fail("was not sent", str(error))
            return
        parts = (draft.message.content, f"{reply.agent} wrote:", reply.result())
        draft.update(msgspec.structs.replace(draft.message, content="\n\n".join(filter(None, parts))))
        try:
            allowed()
            to.deliver(draft)
        except AreYouJError as failed:
            draft.refuse(failed)

    reply.add_done_callback(send)
    return draft
