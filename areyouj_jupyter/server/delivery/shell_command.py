"""A command on its way into a shell: the text is the command; that it begins, or a new prompt, shows that it was taken.

A shell has no composer that could be read: what was typed and not submitted is cancelled by its own key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from areyouj_jupyter.server.delivery.progress import Progress
from areyouj_jupyter.server.process.incarnation import Incarnation

MARK_DEADLINE = 10.0  # seconds for a shell to begin a command
CANCEL_DEADLINE = 2.0  # seconds for a shell to show a new prompt

BEGAN = "began"
"""What is noted with a command: the offset of its output."""

Result = tuple[Literal["pending", "processing", "uncertain", "held"], str, dict[str, Any]]
"""The first fields of an Outcome."""


@dataclass(frozen=True)
class ShellCommand:
    """One command, already typed."""

    run: Incarnation
    id: str
    offset: int
    """Offset behind the last byte of output before it was typed."""

    async def submit(self) -> Result:
        """Press Enter, and wait until the command begins."""
        answer = await self.run.submit(self.id, 1)
        if answer is None and self.run.exit is None:
            return "held", "not answering", {}
        if answer is not None and answer.state == "refused":
            await self._cancel()
            return "pending", answer.why, {}
        return await self._begun()

    async def settle(self, far: Progress) -> Result:
        """Continue where an earlier server stopped; somebody may have typed more behind the text since."""
        if far.submits:
            return await self._begun()
        if self.run.exit is None and not self._taken():
            await self._cancel()
        return "pending", "it was never submitted", {}

    async def _begun(self) -> Result:
        run = self.run
        if await run.until(lambda: self._taken() or run.verdict().state == "busy", MARK_DEADLINE):
            began = run.evidence.command_at
            if began > self.offset:
                return "processing", "", {"confirmed": "mark", BEGAN: began}
            run.resume_command(self.offset)  # its mark may be forgotten, if an earlier server submitted it
            return "processing", "", {"confirmed": "mark"}
        if run.exit is not None:
            return "uncertain", f"The agent {run.exit.sentence()} while the message was being delivered.", {}
        await self._cancel()  # or the next command would become the rest of this one
        return "uncertain", "The shell did not run the command, which may be incomplete. It was cancelled.", {}

    def _taken(self) -> bool:
        """The mark of a command, or of the new prompt if the command was empty or a comment."""
        evidence = self.run.evidence
        return evidence.command_at > self.offset or evidence.prompted_at > self.offset

    async def _cancel(self) -> None:
        before = self.run.evidence.prompted_at
        self.run.press(self.run.spec.interrupt)
        await self.run.until(lambda: self.run.evidence.prompted_at > before, CANCEL_DEADLINE)
