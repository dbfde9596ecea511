"""ReplyRequests: what a Reply asks its server for."""

from __future__ import annotations

from pathlib import Path
from socket import gethostname

from areyouj_jupyter.errors import AreYouJError
from areyouj_jupyter.kernel.client.http_client import Client, part
from areyouj_jupyter.kernel.replies.answers import answered
from areyouj_jupyter.models import InstanceModel, MessageModel, MessagePage, Prompt, StatusModel

MOST_STEPS = 500  # messages; of a turn with more, the last ones


class ReplyRequests:
    """Goes to the server for all replies of one crew. Owned by its Inbox."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def withdraw(self, message: MessageModel) -> MessageModel:
        """Cancel a pending message. Raises MessageSent."""
        path = f"sessions/{part(message.session_id)}/queue/{part(message.id)}"
        return self._client.delete(path, MessageModel)

    def steps(self, answer: MessageModel) -> list[MessageModel]:
        """What came before an answer in the same turn, oldest first: the messages right before it."""
        path = f"instances/{part(answer.session_id)}/messages"
        page = self._client.get(path, MessagePage, before=answer.seq, limit=MOST_STEPS)
        return [each for each in page.messages if each.in_reply_to == answer.in_reply_to and each.kind != "text"]

    def answer(self, message: MessageModel, prompt: Prompt, answer: str | int) -> StatusModel:
        """Answer the question that holds up a message. Raises PromptGone, AnswerInvalid."""
        return answered(self._client, message.session_id, prompt, answer)

    def folder(self, message: MessageModel) -> Path | None:
        """The project folder of the agent; None if it is not on this machine, or unknown."""
        try:
            if self._client.health().owner.host != gethostname():
                return None  # a folder of that name would be another folder
            return Path(self._client.get(f"instances/{part(message.session_id)}", InstanceModel).project_path)
        except AreYouJError:
            return None
