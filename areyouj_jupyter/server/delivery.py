"""Delivery: one message into one incarnation, in two orders. PASTE only when the agent is ready, SUBMIT only when its
composer shows our text, so that no byte ever answers a dialog and no text is ever sent twice."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from areyouj_jupyter.server.evidence import Verdict
from areyouj_jupyter.server.incarnation import Incarnation
from areyouj_jupyter.server.terminals import HolderLost
from areyouj_jupyter.server.wire import canonical
from areyouj_jupyter.specs import Fact

SHOW_DEADLINE = 5.0  # seconds for a paste to show in the composer
SHOW_PER_BYTE = 5.0 / 100_000  # more seconds for a long one (100 kB took up to 5 s, Codex 0.169)
CONFIRM_STEP = 2.0  # seconds after which an Enter that was swallowed is repeated, if our text still stands there
CONFIRM_DEADLINE = 10.0  # seconds for the submit hook once the composer is empty
SUBMITS = 3  # at most
ATTEMPTS = 9  # orders to submit, those that were refused included
MARK_DEADLINE = 10.0  # seconds for a shell to begin a command
PROMPT_MARKS = 2  # A and B: a new prompt, which is all that follows an empty command or a comment
CANCEL_DEADLINE = 2.0  # seconds for a shell to show a new prompt
PART = 12  # canonical characters by which a part of a long text is known
HEAD = 1000  # canonical characters by which a prompt is known that a hook tells cut or wrapped


@dataclass(frozen=True)
class Outcome:
    """What became of one delivery."""

    status: Literal["pending", "processing", "uncertain"]
    """pending: proven never written; processing: the agent took it; uncertain: nobody can tell."""
    reason: str = ""
    evidence: Mapping[str, Any] = field(default_factory=dict)


def blocked(run: Incarnation, verdict: Verdict | None = None) -> str | None:
    """Why nothing may be written now, or None. verdict: what it was just found to do."""
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


def shows(run: Incarnation, sent: str) -> bool:
    """Whether the composer holds our text (or its visible part, or the CLI's stand-in for a long paste), and no dialog.

    sent: the text's canonical form.
    """
    reading, composer = run.evidence.reading, run.spec.composer
    if run.verdict().state == "awaiting_input" or not reading.composer or composer is None:
        return False
    if composer.pasted and re.search(composer.pasted, reading.composer):
        return True
    shown = canonical(reading.composer)
    return shown == sent or (len(shown) >= PART and shown in sent)


def taken(run: Incarnation, sent: str, turns: int) -> bool:
    """Whether a turn began with our text. sent: its canonical form; turns: how many there were before."""
    if run.evidence.turns == turns:
        return False
    prompt = canonical(run.evidence.prompt)
    return bool(prompt) and (sent[:HEAD] in prompt or prompt in sent)


async def deliver(run: Incarnation, wire: str, delivery_id: str, command: bool = False) -> Outcome:
    """Deliver one text. People's typing waits meanwhile. command: it is one on purpose, which no hook may tell of."""
    sent = await asyncio.to_thread(canonical, wire)
    run.look()
    if why := blocked(run):
        return Outcome("pending", why)
    with run.terminal.held():
        return await _Delivery(run, wire, sent, delivery_id, run.evidence.turns, command).paste()


async def resume(run: Incarnation, wire: str, delivery_id: str, command: bool = False) -> Outcome:
    """Go on with a delivery that an earlier server began, by what the holder's journal proves."""
    try:
        fate = await run.terminal.fate(delivery_id)
    except HolderLost:
        return Outcome("uncertain", _ended(run) or "The holder went away before it could tell.")
    sent = await asyncio.to_thread(canonical, wire)
    delivery = _Delivery(run, wire, sent, delivery_id, 0, command)
    pasted = fate.get(("paste", 1))
    submits = [attempt for (step, attempt), state in fate.items() if step == "submit" and state != "refused"]
    if pasted not in ("intent", "done"):
        return Outcome("pending", "it was never written")
    with run.terminal.held():
        if submits:
            return await delivery.confirmed(max(submits))
        if pasted == "done" and run.spec.composer and await run.until(lambda: shows_all(run, sent), SHOW_DEADLINE):
            return await delivery.submit(len(fate))
    return Outcome(
        "uncertain", _ended(run) or "The text was pasted before the server ended, and is not in the composer."
    )


def shows_all(run: Incarnation, sent: str) -> bool:
    """Whether the composer shows exactly our text."""
    reading = run.evidence.reading
    return shows(run, sent) and canonical(reading.composer or "") == sent


@dataclass(frozen=True)
class _Delivery:
    """One text on its way."""

    run: Incarnation
    wire: str
    sent: str
    """Its canonical form."""
    id: str
    turns: int
    """Turns there were before."""
    command: bool

    async def paste(self) -> Outcome:
        """The first order, then all that follows."""
        run, marks = self.run, self.run.evidence.marks
        answer = await run.paste(self.wire, self.id)
        if answer is None or answer.state == "intent":
            return Outcome("uncertain", _ended(run) or "The agent did not read the whole text.")
        if answer.state == "refused":
            return Outcome("pending", answer.why)
        if run.spec.composer is None:
            return await self._command(marks)
        deadline = SHOW_DEADLINE + SHOW_PER_BYTE * len(self.wire.encode(errors="replace"))
        if not await run.until(lambda: shows(run, self.sent), deadline):
            _take_back(run)
            why = "The text was pasted but never seen in the composer, so it was not submitted."
            return Outcome("uncertain", _ended(run) or why)
        await asyncio.sleep(run.spec.submit_gap)
        return await self.submit()

    async def submit(self, refused: int = 0) -> Outcome:
        """The second order, repeated only while the composer still shows our text. refused: attempts made before."""
        run, submits = self.run, 0
        for attempt in range(1 + refused, ATTEMPTS):
            run.look()
            await run.until(lambda: run.verdict().state != "busy" or self._gone(), CONFIRM_STEP)
            if not shows(run, self.sent) or run.verdict().state != "idle" or submits == SUBMITS:
                break
            answer = await run.submit(self.id, attempt)
            if answer is not None and answer.state == "refused":
                continue  # a newer hook came: judge again
            submits += 1
            await run.until(self._gone, CONFIRM_STEP)
            if self._taken():
                break
        return await self.confirmed(submits)

    async def confirmed(self, submits: int) -> Outcome:
        """Whether the agent took it."""
        run, evidence = self.run, {"submits": submits}
        if not submits:
            why = "The composer changed before the text could be submitted."
            return Outcome("uncertain", _ended(run) or why, evidence)
        told = any(hook.fact is Fact.SUBMITTED for hook in run.spec.hooks.values()) and run.evidence.hooked
        told = told and not self.command
        if not told and not run.spec.prompt_marks and not shows(run, self.sent) and (run.exit is None or self.command):
            run.evidence.on_accepted(asyncio.get_running_loop().time())
            run.look()  # or nobody would judge when nothing more comes
            return Outcome("processing", evidence={**evidence, "confirmed": "screen"})
        if await run.until(self._taken, CONFIRM_DEADLINE):
            return Outcome("processing", evidence={**evidence, "confirmed": "hook"})
        return Outcome(
            "uncertain", _ended(run) or "The text was submitted, but the agent never confirmed it.", evidence
        )

    def _gone(self) -> bool:
        """Whether our text was taken, or has left the composer."""
        return self._taken() or not shows(self.run, self.sent)

    def _taken(self) -> bool:
        return taken(self.run, self.sent, self.turns)

    async def _command(self, marks: int) -> Outcome:
        """Into a shell: the text is the command; that it begins, or a new prompt, shows that it was taken."""
        run = self.run

        def prompted() -> bool:
            return run.evidence.marks >= marks + PROMPT_MARKS

        def begun() -> bool:
            return run.evidence.turns > self.turns or prompted() or run.verdict().state == "busy"

        answer = await run.submit(self.id, 1)
        if answer is not None and answer.state == "done" and await run.until(begun, MARK_DEADLINE):
            return Outcome("processing", evidence={"confirmed": "mark"})
        if run.exit is None:
            run.press(run.spec.interrupt)  # or the next command would become the rest of this one
            await run.until(prompted, CANCEL_DEADLINE)
        why = "The shell did not begin the command, which may lack its end; it was cancelled."
        return Outcome("uncertain", _ended(run) or why)


def _take_back(run: Incarnation) -> None:
    """Empty the composer of a text that it may hold unseen, or it would be submitted together with the next one."""
    run.look()
    if run.exit is None and run.verdict().state == "idle":
        run.press(run.spec.clear_composer)


def _ended(run: Incarnation) -> str | None:
    return f"The agent {run.exit.sentence()} while the message was being delivered." if run.exit else None
