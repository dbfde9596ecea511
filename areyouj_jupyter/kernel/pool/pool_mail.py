"""Pool mail: how a map's messages come to their agents, and back from those that do nothing with them."""

from __future__ import annotations

from collections.abc import Callable

from areyouj_jupyter.errors import AgentStopped, SessionNotFound
from areyouj_jupyter.kernel.handle import Handle
from areyouj_jupyter.kernel.replies.inbox import Inbox
from areyouj_jupyter.kernel.replies.reply import Reply


class CrewMail:
    """That of one crew, for one map. Held by the map's pool."""

    def __init__(self, handle: Callable[[str], Handle], inbox: Inbox, files: bool) -> None:
        """files: as of `Handle.send`."""
        self._handle, self._inbox, self._files = handle, inbox, files

    def send(self, reply: Reply, agent: str) -> None:
        """As `Handle.deliver`."""
        self._handle(agent).deliver(reply, files=self._files)

    def recall(self, reply: Reply) -> bool:
        """As `Inbox.recall`."""
        return self._inbox.recall(reply)

    def held(self, session: str) -> bool:
        """The server's last answer."""
        status = self._inbox.status(session)
        return status is not None and status.blocked_since is not None

    def ending(self, agent: str) -> str:
        """As the server has it."""
        return ending(self._handle(agent))


def ending(handle: Handle) -> str:
    """How an agent has ended, in sentences; empty for one that runs."""
    try:
        handle.screen  # noqa: B018  # only what runs has one; the refusal says how it ended
    except (AgentStopped, SessionNotFound) as error:
        return error.message
    return ""
