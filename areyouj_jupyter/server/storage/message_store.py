"""MessageStore: all that was said, as rows of agents.db. `session_id` is the id of the instance."""

from __future__ import annotations

from collections.abc import Mapping

from areyouj_jupyter.errors import MessageNotFound
from areyouj_jupyter.models import LARGEST, MessageModel, MessagePage
from areyouj_jupyter.server.storage import timestamps
from areyouj_jupyter.server.storage.database import Database
from areyouj_jupyter.server.storage.message_rows import message_models, stored_message
from areyouj_jupyter.server.storage.sql import queries


class MessageStore:
    """Reads what users and agents said to each other; owned by the application."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._sql = queries("messages")

    async def message(self, message_id: str, session_id: str | None = None) -> MessageModel:
        """Raises MessageNotFound, also where it belongs to another session than the one given."""
        message = await stored_message(self._database, message_id)
        if session_id not in (None, message.session_id):
            raise MessageNotFound(f"There is no message '{message_id}' in this session.")
        return message

    async def page(self, session_id: str, before: int | None = None, limit: int = 50) -> MessagePage:
        """Messages of one session with a smaller `seq` than `before`, the newest of them."""
        return await self._page("page", {"session_id": session_id}, before, limit)

    async def search(
        self, agent_id: str | None = None, since: float | None = None, before: int | None = None, limit: int = 50
    ) -> MessagePage:
        """Messages over all sessions, or over those of one agent. since: seconds since the epoch."""
        values = {"agent_id": agent_id, "since": "" if since is None else timestamps.bound(since)}
        return await self._page("search" if agent_id is None else "search_agent", values, before, limit)

    async def _page(self, name: str, values: Mapping[str, object], before: int | None, limit: int) -> MessagePage:
        values = {**values, "before": LARGEST if before is None else before, "limit": limit + 1}
        rows = await self._database.rows(self._sql[name], values)
        messages = message_models(rows[:limit])[::-1]
        return MessagePage(messages=messages, before=messages[0].seq if len(rows) > limit else None)
