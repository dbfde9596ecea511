"""Delivery: one message into one incarnation, in two orders. PASTE only when the agent is ready, SUBMIT only when its
composer shows our text, so that no byte ever answers a dialog and no text is ever sent twice.

Every delivery that began is brought to an end: `settle` asks the holder's journal how far it went and continues from
there, in this server or a later one, as often as it is held up. Our text in the composer is submitted or taken back. It
is sent again only if hooks and transcript prove that it was not taken.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from areyouj_jupyter.server.delivery.acceptance import Baseline, changed, hooks_prompts, recorded, taken, tells_prompts
from areyouj_jupyter.server.delivery.clearing import clear_input, prove_empty
from areyouj_jupyter.server.delivery.input_line import shows, shows_exactly, shows_ours
from areyouj_jupyter.server.delivery.progress import Progress, progress
from areyouj_jupyter.server.delivery.shell_command import ShellCommand
from areyouj_jupyter.server.delivery.wire_text import canonical
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.status.evidence import Verdict
from areyouj_jupyter.server.terminals import HolderLost

SHOW_DEADLINE = 5.0  # seconds for a paste to show in the composer
SHOW_PER_BYTE = 5.0 / 100_000  # more seconds for a long one (100 kB took up to 5 s, Codex 0.169)
CONFIRM_STEP = 2.0  # seconds before Enter is repeated, if our text is still in the composer
CONFIRM_DEADLINE = 10.0  # seconds for the submit hook once the composer is empty
DENY_WAIT = 2.0  # seconds for hook and screen to report a text that left the composer without our Enter
SUBMITS = 3  # at most
ATTEMPTS = 9  # orders to submit, including refused ones
HOLDER_PAUSE = 1.0  # seconds before asking a holder again that did not answer, or could not write
LOST = "The holder stopped before it could say."
READ_PAUSE = 10.0  # seconds before trying an agent again that does not read


@dataclass(frozen=True)
class Outcome:
    """The result of one delivery."""

    status: Literal["pending", "processing", "uncertain", "held", "stuck"]
    """pending: proven not taken, and not in the composer; processing: the agent took it; uncertain: cannot be known;
    held: continues when something changes; stuck: its text is in the composer but not taken, see `withdraw`."""
    reason: str = ""
    evidence: Mapping[str, Any] = field(default_factory=dict)
    again: float | None = None
    """For held: seconds until the next try even if nothing changes."""


SILENT = Outcome("held", "not answering", again=HOLDER_PAUSE)
DEAF = Outcome("held", "not reading", again=READ_PAUSE)


def blocked(run: Incarnation, verdict: Verdict | None = None) -> str | None:
    """Why nothing may be written now, or None. verdict: the agent's latest status."""
    if run.exit is not None:
        return "lost"
    if not run.answering:
        return "not answering"
    verdict = verdict or run.verdict()
    reasons = {"awaiting_input": "dialog", "rate_limited": "rate limit", "exited": "lost"}
    if verdict.state != "idle":
        return reasons.get(verdict.state, verdict.state)
    if run.spec.composer is None:
        return None
    if run.screen.reduced:
        return "reduced screen"  # the fallback emulator is never trusted to release a submit key
    return None if run.evidence.reading.composer == "" else "composer"


async def deliver(run: Incarnation, wire: str, delivery_id: str, before: Baseline, command: bool = False) -> Outcome:
    """Deliver one text; people's typing waits meanwhile. command: sent as a command, which hooks may not report."""
    sent = await asyncio.to_thread(canonical, wire)
    run.look()
    if why := blocked(run):
        return Outcome("pending", why)
    with run.terminal.held():
        return await _Delivery(run, sent, delivery_id, before, command, fresh=True).paste(wire)


async def settle(
    run: Incarnation, wire: str, delivery_id: str, before: Baseline, command: bool = False, withdrawn: bool = False
) -> Outcome:
    """Continue a delivery that began, by what the holder's journal proves; the paste is never written again.

    withdrawn: its text may have been taken back, so an empty composer does not prove that the agent took it.
    """
    sent = await asyncio.to_thread(canonical, wire)
    try:
        far = await progress(run, delivery_id)
    except TimeoutError:
        return SILENT
    except HolderLost:
        return Outcome("uncertain", _ended(run) or LOST)
    if far.pasted in ("unknown", "refused"):
        return Outcome("pending", "it was never written")
    run.look()
    with run.terminal.held():
        return await _Delivery(run, sent, delivery_id, before, command, withdrawn=withdrawn).go_on(far)


async def withdraw(run: Incarnation, wire: str, delivery_id: str, before: Baseline, command: bool = False) -> Outcome:
    """Remove a text from the composer that was not taken. The caller notes this with the message first."""
    sent = await asyncio.to_thread(canonical, wire)
    with run.terminal.held():
        if not await clear_input(run):
            return Outcome("held", blocked(run) or "composer", again=READ_PAUSE)
        return await _Delivery(run, sent, delivery_id, before, command, withdrawn=True).denied(SUBMITS)


@dataclass(frozen=True)
class _Delivery:
    """One text being delivered."""

    run: Incarnation
    sent: str
    """Its canonical form."""
    id: str
    before: Baseline
    command: bool
    fresh: bool = False
    """Nobody but us can have changed the composer since the paste."""
    withdrawn: bool = False

    async def paste(self, wire: str) -> Outcome:
        """Give the first order, then continue."""
        run = self.run
        answer = await run.paste(wire, self.id)
        if answer is None:
            return await self._over(0) if run.exit else SILENT
        if answer.state == "refused":
            return Outcome("pending", answer.why)
        if run.spec.composer:
            deadline = SHOW_DEADLINE + SHOW_PER_BYTE * len(wire.encode(errors="replace"))
            await run.until(lambda: shows(run, self.sent) or self._taken(), deadline)
            await asyncio.sleep(run.spec.submit_gap)
        return await self.go_on(Progress("done"))

    async def go_on(self, far: Progress) -> Outcome:
        """Continue from its present state."""
        run = self.run
        if far.pasted == "intent" and run.exit is None:
            if await run.pasted(self.id) is None and run.exit is None:
                return DEAF
            await run.until(lambda: run.evidence.reading.composer or self._taken(), SHOW_DEADLINE)
        if run.spec.composer is None:
            command = ShellCommand(run, self.id, self.before.offset)
            return Outcome(*await (command.submit() if self.fresh else command.settle(far)))
        submits, attempt = far.submits, far.attempts
        while self._submittable():
            run.look()
            if not await run.until(lambda: run.verdict().state == "idle" or not self._submittable(), CONFIRM_STEP):
                return Outcome("held", "busy")
            if not self._submittable():
                break
            if submits >= SUBMITS or attempt >= ATTEMPTS:
                return Outcome("stuck", "pressing Enter did not submit it", {"submits": submits})
            attempt += 1
            answer = await run.submit(self.id, attempt)
            if answer is None:
                return await self._over(submits + 1) if run.exit else SILENT
            if answer.state == "refused" and answer.why != "hook":  # a newer hook came: judge again
                return self._refused(answer.why)
            if answer.state != "refused":
                submits += 1
                await run.until(lambda: not self._submittable(), CONFIRM_STEP)
        return await self._gone(submits)

    def _submittable(self) -> bool:
        """Whether our text is in the composer and was not taken."""
        here = shows(self.run, self.sent) if self.fresh else shows_exactly(self.run, self.sent)
        return here and self.run.exit is None and not self._taken()

    def _refused(self, why: str) -> Outcome:
        waits = why in ("input", "disk")
        return Outcome("held", "not reading", again=HOLDER_PAUSE) if waits else Outcome("stuck", why)

    async def _gone(self, submits: int) -> Outcome:
        """Handle a composer without our text, or hooks that reported that it was taken."""
        run = self.run
        if not submits or self.withdrawn:
            return await self.denied(submits)
        if hooks_prompts(run) and not self.command:
            await run.until(self._taken, CONFIRM_DEADLINE)
        run.look()
        if self._taken() or run.exit or await recorded(run, self.sent, self.before):
            return await self._over(submits)
        if run.verdict().state == "awaiting_input":
            return Outcome("held", "dialog")
        idle, composer = run.verdict().state == "idle", run.evidence.reading.composer
        if idle and (composer or (run.spec.read_prompts and not self.command)):
            return await self.denied(submits)
        if composer:  # a dialog may have covered it, and somebody may have changed it since
            return Outcome("held", "busy")
        return self._processing("screen", submits)

    async def denied(self, submits: int) -> Outcome:
        """Our Enter did not submit it: find out whether somebody submitted it, changed it, or removed it."""
        run = self.run
        await run.until(lambda: self._taken() or run.verdict().state != "idle", DENY_WAIT)
        run.look()
        if self._taken() or run.exit or await recorded(run, self.sent, self.before):
            return await self._over(submits)
        if self._submittable():
            return Outcome("held", "composer", again=0.0)
        if why := blocked(run):
            ours = why == "composer" and shows_ours(run, self.sent)
            return Outcome("stuck") if ours else Outcome("held", why)
        if not await prove_empty(run):
            return DEAF
        if self._taken() or run.exit or await recorded(run, self.sent, self.before):
            return await self._over(submits)
        if changed(run, self.sent, self.before):
            return Outcome("uncertain", "Somebody changed the text in the terminal and sent that.")
        if not self.fresh and not tells_prompts(run):
            return Outcome(
                "uncertain", "The text left the input line, but this agent does not report what it was sent."
            )
        return Outcome("pending", "it was taken out of the input")

    async def _over(self, submits: int) -> Outcome:
        """It was taken, or the agent has ended: then its journal has the rest."""
        if self._taken():
            return self._processing("hook", submits)
        if await recorded(self.run, self.sent, self.before):
            return self._processing("transcript", submits)
        if self.command and submits:
            return self._processing("screen", submits)
        try:
            far = await progress(self.run, self.id)
        except (HolderLost, TimeoutError):
            return Outcome("uncertain", _ended(self.run) or LOST, {"submits": submits})
        never = far.pasted in ("unknown", "refused") or not far.submits
        if never and (self.fresh or tells_prompts(self.run)):
            return Outcome("pending", "it was never submitted")
        return Outcome("uncertain", _ended(self.run) or LOST, {"submits": far.submits})

    def _processing(self, confirmed: str, submits: int) -> Outcome:
        if confirmed != "hook" and self.run.exit is None:
            self.run.evidence.on_accepted(asyncio.get_running_loop().time())
            self.run.look()  # or nothing would be judged if nothing more comes
        return Outcome("processing", evidence={"submits": submits, "confirmed": confirmed})

    def _taken(self) -> bool:
        return taken(self.run, self.sent, self.before)


def _ended(run: Incarnation) -> str | None:
    return f"The agent {run.exit.sentence()} while the message was being delivered." if run.exit else None
