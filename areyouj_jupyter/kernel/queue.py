"""Queue: the messages of one session that are not finished, and what can be done with them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from areyouj_jupyter.errors import MessageNotFound, NameAmbiguous
from areyouj_jupyter.kernel.client import arguments
from areyouj_jupyter.kernel.client.http_client import Client, given, part
from areyouj_jupyter.kernel.tables import display
from areyouj_jupyter.models import EditMessage, MessageModel, PauseQueue, QueueModel


class Queue:
    """One session's queue; asks the server each time it is looked at. Made by a Handle."""

    def __init__(self, client: Client, ref: str) -> None:
        self._client = client
        self._path = f"sessions/{part(ref)}/queue"

    @property
    def model(self) -> QueueModel:
        """The queue as it is now."""
        return self._client.get(self._path, QueueModel)

    @property
    def paused(self) -> bool:
        """True while nothing is delivered by the user's wish."""
        return self.model.paused

    def pause(self) -> QueueModel:
        """Deliver nothing until `resume`."""
        return self._client.put(f"{self._path}/paused", QueueModel, PauseQueue(paused=True))

    def resume(self) -> QueueModel:
        """Deliver again."""
        return self._client.put(f"{self._path}/paused", QueueModel, PauseQueue(paused=False))

    def clear(self) -> QueueModel:
        """Cancel all pending messages."""
        return self._client.delete(self._path, QueueModel)

    def cancel(self, message_id: str) -> MessageModel:
        """Cancel a pending message, given by its id or the beginning of it. Raises MessageSent, MessageNotFound."""
        return self._client.delete(self._message(message_id), MessageModel)

    def edit(self, message_id: str, content: str | None = None, position: int | None = None) -> MessageModel:
        """Change a pending message's text, its place (0 is next), or both. Raises MessageSent, MessageNotFound."""
        if position is not None:
            arguments.count(position, "position", least=0)
        body = EditMessage(content=given(content), position=given(position))
        return self._client.put(self._message(message_id), MessageModel, body)

    @property
    def df(self) -> Any:
        """A pandas DataFrame of them. Raises LibraryMissing where pandas is not installed."""
        return display.messages(self).df

    def __iter__(self) -> Iterator[MessageModel]:
        return iter(self.model.messages)

    def __len__(self) -> int:
        return len(self.model.messages)

    def __repr__(self) -> str:
        return repr(display.messages(self))

    def _repr_html_(self) -> str:
        return display.messages(self)._repr_html_()

    def _message(self, message_id: str) -> str:
        """The message's path. A whole id goes to the server as it is: the message may have just left the queue."""
        if len(arguments.text(message_id, "A message's id", empty=False)) < 36:
            found = [message.id for message in self if message.id.startswith(message_id)]
            if not found:
                raise MessageNotFound(f"No message in the queue starts with '{message_id}'.")
            if len(found) > 1:
                raise NameAmbiguous(f"{len(found)} messages in the queue start with '{message_id}'.")
            message_id = found[0]
        return f"{self._path}/{part(message_id)}"
