"""PendingReply: the interface of a reply for the modules that wait for it and show it, which are below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal, Protocol

from areyouj_jupyter.kernel.rendering.markdown import Picture
from areyouj_jupyter.models import MessageModel, MessageStatus, Prompt, StatusModel

OnNeedsInput = Literal["wait", "raise"] | Callable[[Any, Prompt], str | int | None]
"""What to do with an agent's question: leave it to a person, raise NeedsInput, or ask a function for the answer.

The function is called with the Reply and the Prompt; None leaves it to a person.
"""


class PendingReply(Protocol):
    """A Reply; its class says more of each of these."""

    on_needs_input: OnNeedsInput
    hint: str
    position: int | None

    @property
    def message(self) -> MessageModel:
        """What was sent."""

    @property
    def agent(self) -> str:
        """The agent it was sent to."""

    @property
    def status(self) -> MessageStatus:
        """What became of the message."""

    @property
    def sent(self) -> bool:
        """False for a draft."""

    @property
    def elapsed(self) -> float:
        """Seconds since it was sent."""

    @property
    def needs_input(self) -> Prompt | None:
        """The open question."""

    @property
    def held(self) -> str:
        """The reason for which its queue has not moved for long."""

    @property
    def steps(self) -> Sequence[MessageModel]:
        """What came on the way."""

    @property
    def steps_so_far(self) -> Sequence[MessageModel]:
        """What of it is known without asking."""

    def done(self) -> bool:
        """Whether it has ended."""

    def result(self, timeout: float | None = None) -> str:
        """The text."""

    @property
    def failure(self) -> Exception | None:
        """The error that it ended with."""

    def require_process(self) -> None:
        """Raises ProcessForked."""

    def answer(self, answer: str | int, prompt: Prompt | None = None) -> StatusModel:
        """Answer the open question."""

    def pictures(self) -> Picture:
        """The pictures in its text that may be shown."""

    def refresh(self) -> None:
        """Bring what is shown up to date."""

    def show_question(self) -> None:
        """See that a person can answer the open question."""

    def listen(self, listener: Callable[[], None]) -> None:
        """Add a listener for changes."""

    def unlisten(self, listener: Callable[[], None]) -> None:
        """No more."""
