"""Evidence: what hooks, marks, the foreground and the screen tell, weighed into one verdict on what a session does.

Best first: the CLI's own hook → title or rule on the rendered screen → ready prompt. A dialog on the screen beats all,
since a byte written into it would answer it; and a turn that a hook opened is closed by a hook, or by the ready prompt
standing unchanged for a while (an interrupt or a refusal fires no hook: Claude Code 2.1, measured 2026-11).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from areyouj_jupyter.models import State
from areyouj_jupyter.server.reading import Reading, Reset, Shown
from areyouj_jupyter.specs import AgentSpec, Fact, Hook

READY_WAIT = 15.0  # seconds of a standing ready prompt after which a CLI counts as started though no hook said so
CLOSED = "it has closed its terminal and runs on; stop it if that was not meant"
MARKS = {"B": Fact.READY, "C": Fact.SUBMITTED, "D": Fact.FINISHED}
ASK_GRACE = 2.0  # seconds for a dialog that a hook announced to come to the screen


@dataclass(frozen=True)
class Verdict:
    """What a session does, and why we think so."""

    state: State
    evidence: str
    shown: Shown | None = None
    asked: str | None = None
    """What for, for awaiting_input: the kind of prompt, or CLOSED."""
    resets: Reset | None = None
    """When the limit ends, for rate_limited."""
    again: float | None = None
    """When to judge again though nothing happens (loop time)."""


@dataclass(frozen=True)
class TurnEnd:
    """How a turn ended."""

    fact: Fact | None
    """FINISHED or FAILED by a hook or a mark; None: only the screen shows that it is over."""
    text: str
    """The reply, or why it failed."""


class Evidence:
    """The facts of one incarnation so far. Owned by it; times are the loop's."""

    def __init__(self, spec: AgentSpec) -> None:
        self._spec = spec
        self._needs_ready = any(hook.fact is Fact.READY for hook in spec.hooks.values())
        self._last = Verdict("starting", "process")
        self.seen_at = 0.0
        """When the present reading was first had."""
        self._fact_at = 0.0
        self._fact = "process"
        self.heard: dict[Literal["hook", "mark"], tuple[str, Fact | None, float]] = {}
        """The last hook and the last mark that changed anything: name, fact, when."""
        self._command_over = False
        self._asked_at: float | None = None
        self._asked_kind = "permission"
        self.reading = Reading()
        self.ready = False
        self.closed = False
        """It closed its terminal and lives."""
        self.hooked = False
        """Whether any hook has come."""
        self.turn = False
        """A turn is open, as hooks or marks tell."""
        self.turns = 0
        """Turns opened so far."""
        self.marks = 0
        """Marks seen so far."""
        self.ended: TurnEnd | None = None
        """How the last turn ended."""
        self.limit: Reset | None = None
        """The usage limit that ended the last turn, as a hook told; whoever knows the time takes it away at its end."""
        self.own = False
        """The last hook told of something that the CLI did by itself, as it sometimes begins a turn."""
        self.prompt = ""
        """The text of the last SUBMITTED hook."""

    def on_hook(self, name: str, payload: Mapping[str, Any], now: float) -> Hook | None:
        """Take a hook; None if the spec does not know it or it does not count."""
        hook = self._spec.hooks.get(name)
        fact = hook.fact_of(payload) if hook else None
        if hook is None or fact is None:
            return None
        self.hooked = True
        if fact is not Fact.NOTED:
            text = str(payload.get(hook.text) or "") if hook.text else ""
            self._fact_at, self._fact = now, f"hook:{name}"
            self.heard["hook"] = name, fact, now
            self.own = bool(hook.own and re.match(hook.own, text))
            self._apply(fact, text, now)
            if fact is Fact.FAILED and hook.limit and (match := re.search(hook.limit, text)):
                self.limit = Reset.of(match)
        return hook

    def on_mark(self, mark: str, now: float) -> None:
        """Take an OSC 133 mark: `A` or `B` prompt, `C` a command begins, `D` it ended."""
        self._fact_at, self._fact, self.marks = now, f"mark:{mark}", self.marks + 1
        self.heard["mark"] = mark, MARKS.get(mark), now
        if mark == "C":
            self._apply(Fact.SUBMITTED, "", now)
        elif mark == "D":
            self._command_over = True
        elif mark == "B":  # a prompt after an end: old shells end each line of a text by itself, with no prompt between
            self.ready = True
            if self.turn and self._command_over:
                self._apply(Fact.FINISHED, "", now)
            self._command_over = False

    def on_reading(self, reading: Reading, now: float) -> None:
        """Take a look at the screen."""
        if (reading.state, reading.rule) != (self.reading.state, self.reading.rule):
            self.seen_at = now
            if self.reading.shown and not reading.shown:
                self._asked_at = None  # the dialog was there and is gone
        self.reading = reading

    def _apply(self, fact: Fact, text: str, now: float) -> None:
        self._asked_at = None
        if fact is Fact.READY:
            self.ready = True
        elif fact is Fact.SUBMITTED:
            self._open()
            self.prompt = text
        elif fact is Fact.WORKING and not self.turn:
            self._open()
            self.prompt = ""
        elif fact in (Fact.PERMISSION, Fact.QUESTION):
            self._asked_at, self._asked_kind = now, fact.value
        elif fact in (Fact.FINISHED, Fact.FAILED):
            self._close(TurnEnd(fact, text))

    def on_accepted(self, now: float) -> None:
        """The screen shows that a prompt was taken; for a CLI without a hook that says so."""
        self._fact_at, self._fact = now, "screen:submitted"
        self._open()

    def _open(self) -> None:
        self.ready, self.limit = True, None
        if not self.turn:
            self.turn, self.turns, self.ended = True, self.turns + 1, None

    def _close(self, end: TurnEnd) -> None:
        if self.turn:
            self.turn, self.ended = False, end

    def verdict(self, now: float, foreground: bool = False) -> Verdict:
        """Weigh it all. foreground: another process group has the terminal. A turn may be found over here."""
        if self.closed:
            return Verdict("awaiting_input", "terminal", asked=CLOSED)
        self._last = self._dialog(now) or self._start(now) or self._work(now, foreground) or self._unknown()
        return self._last

    def _unknown(self) -> Verdict:
        """The screen tells nothing: as before, but a dialog that is gone is gone."""
        return Verdict("busy", self._fact) if self._last.state == "awaiting_input" else self._last

    def _dialog(self, now: float) -> Verdict | None:
        reading = self.reading
        if reading.shown:
            return Verdict("awaiting_input", f"screen:{reading.rule}", reading.shown, reading.shown.dialog.kind)
        if self._asked_at is None:
            return None
        if now - self._asked_at >= ASK_GRACE:
            self._asked_at = None  # it was answered elsewhere before we could see it
            return None
        return Verdict("awaiting_input", self._fact, None, self._asked_kind, again=self._asked_at + ASK_GRACE)

    def _start(self, now: float) -> Verdict | None:
        if self.reading.state == "idle" and (not self._needs_ready or now - self.seen_at >= READY_WAIT):
            self.ready = True
        if self.ready and (self.reading.state or self._spec.prompt_marks or self._last.state != "starting"):
            return None
        again = self.seen_at + READY_WAIT if self.reading.state == "idle" else None
        return Verdict("starting", self.reading.rule or self._fact, again=again)

    def _work(self, now: float, foreground: bool) -> Verdict | None:
        reading = self.reading
        if reading.state == "rate_limited":
            return Verdict("rate_limited", f"screen:{reading.rule}", resets=reading.resets)
        if self.turn:
            return self._turn(now)
        if reading.state == "busy" or foreground:
            return Verdict("busy", f"screen:{reading.rule}" if reading.state == "busy" else "foreground")
        if self.limit and reading.state == "idle":
            return Verdict("rate_limited", self._fact, resets=self.limit)
        if reading.state == "idle" or self._spec.prompt_marks:
            return Verdict("idle", self._fact if self.ended and self.ended.fact else f"screen:{reading.rule}")
        return None

    def _turn(self, now: float) -> Verdict:
        if self.reading.state != "idle":
            return Verdict("busy", self._fact)
        over = max(self.seen_at, self._fact_at) + self._spec.turn_hold
        if now < over:
            return Verdict("busy", self._fact, again=over)
        self._close(TurnEnd(None, ""))
        return Verdict("idle", f"screen:{self.reading.rule}")
