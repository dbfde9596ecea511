"""History: all that was said to and by the agents of a server, read back page by page."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from areyouj_jupyter.errors import ArgumentInvalid, ArgumentTypeInvalid
from areyouj_jupyter.kernel.client import arguments
from areyouj_jupyter.kernel.client.http_client import Client
from areyouj_jupyter.kernel.tables import data_frames, display
from areyouj_jupyter.kernel.tables.costs import costs
from areyouj_jupyter.kernel.tables.plot import Plot
from areyouj_jupyter.models import MessageModel, MessagePage

PAGE = 500  # messages; the most that the server returns at once
MANY = 10_000  # messages of a DataFrame

Since = float | datetime | timedelta
"""A time: seconds since the epoch, a datetime (a naive one is local), or how long ago."""


class History:
    """All messages; asks the server each time. Made by a Crew."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(
        self, agent: str | None = None, since: Since | None = None, limit: int = 100
    ) -> display.Listing[MessageModel]:
        """The last messages, oldest first; of one agent, or those since a time. Raises AgentNotFound."""
        arguments.count(limit, "limit")
        pages = [*self._pages(agent, since, limit)]
        return display.messages(message for page in reversed(pages) for message in page)

    @property
    def df(self) -> Any:
        """A pandas DataFrame of the last 10,000. Raises LibraryMissing where pandas is not installed."""
        data_frames.library("pandas", "A DataFrame")  # said before much is read
        return self.list(limit=MANY).df

    def costs(self, agent: str | None = None, since: Since | None = None) -> Plot:
        """A plot of the tokens and dollars that replies took, over time; of one agent, or those since a time.

        Raises AgentNotFound, LibraryMissing where matplotlib is not installed.
        """
        return costs(self.list(agent, since, MANY))

    def pairs(
        self, agent: str | None = None, since: Since | None = None, limit: int = MANY
    ) -> Sequence[tuple[MessageModel, MessageModel | None]]:
        """The user's messages among the last ones, oldest first, each with the agent's answer if there is one."""
        listed = self.list(agent, since, limit)
        answers = {each.in_reply_to: each for each in listed if each.sender_type == "agent" and each.kind == "text"}
        return [(each, answers.get(each.id)) for each in listed if each.sender_type == "user"]

    def __iter__(self) -> Iterator[MessageModel]:
        return iter(self.list())

    def __repr__(self) -> str:
        return repr(self.list())

    def _repr_html_(self) -> str:
        return self.list()._repr_html_()

    def _pages(self, agent: str | None, since: Since | None, limit: int) -> Iterator[Sequence[MessageModel]]:
        """Newest page first."""
        start = None if since is None else _seconds(since)
        before: int | None = None
        while limit > 0:
            page = self._client.get(
                "messages", MessagePage, agent=agent, since=start, before=before, limit=min(PAGE, limit)
            )
            yield page.messages
            before = page.before
            limit -= len(page.messages)
            if before is None:
                return


def _seconds(since: Since) -> float:
    """Seconds since the epoch. Raises ArgumentTypeInvalid, ArgumentInvalid."""
    if isinstance(since, timedelta):
        return max(0.0, time.time() - since.total_seconds())
    if not isinstance(since, (int, float, datetime)) or isinstance(since, bool):
        raise ArgumentTypeInvalid(f"since is seconds, a datetime or a timedelta, not {type(since).__name__}.")
    told = since.timestamp() if isinstance(since, datetime) else since
    if not math.isfinite(told):
        raise ArgumentInvalid(f"since is a time, not {since}.")
    return told
