"""Evidence: hooks, marks, the foreground and the screen, weighed into one verdict on what a session is doing.

Best first: the CLI's own hook → its own report in the output → its own file → title or rule on the rendered screen →
ready prompt. A dialog on the screen beats all, since a byte written into it would answer it; and a turn that a hook
opened is closed by a hook. An interrupt or a refusal fires none (Claude Code 2.1, measured 2026-11): then by a report,
or by the ready prompt, where the file says so too, or where it tells nothing and the prompt stands unchanged for a
while. A report opens no turn: it also tells of work that nobody asked for.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from areyouj_jupyter.models import PromptKind, State
from areyouj_jupyter.server.status.program_status import Report
from areyouj_jupyter.server.status.reading import Reading, Shown
from areyouj_jupyter.server.status.reset import Reset
from areyouj_jupyter.specs import AgentSpec, Dialog, Fact, Hook, Told

READY_WAIT = 15.0  # seconds of a standing ready prompt after which a CLI counts as started though no hook said so
CLOSED = "it closed its terminal but is still running; stop it if that was not intended"
FILE = "file:state"
MARKS = {"B": Fact.READY, "C": Fact.SUBMITTED, "D": Fact.FINISHED}
DRAWING = 1.0  # seconds after which a dialog that looks half drawn counts as whole
ASK_GRACE = 2.0  # seconds for a dialog that a hook announced to come to the screen
FILE_GRACE = 0.3  # seconds for a closing hook that was called before the file said that the turn is over
FILE_TRUST = 10.0  # seconds for which a file that says busy is believed although the ready prompt is shown
FILE_DOUBT = 1.0  # seconds to wait for a dialog that the file reports before it counts as unreadable
PROMPTS = 16  # that are remembered, the newest
HOOK_GRACE = 0.3  # seconds for a closing hook that was called before a report of the same end
REPORT_TRUST = 60.0  # seconds for which a report of work or of a dialog is believed although the ready prompt is shown
ENDS = {"idle": Fact.INTERRUPTED, "done": Fact.FINISHED, "error": Fact.FAILED}
"""What a report means for the turn, when work or a dialog was reported before."""
ASKED: dict[str, PromptKind] = {"permission": "permission", "auth": "login"}
"""What a report asks for; anything else is a question."""
UNREAD_WAIT = 5.0  # seconds for which a screen that says nothing stands unchanged before it counts as a dialog
UNREAD: dict[str | None, Dialog] = {kind: Dialog("unread", kind, r"(?!)") for kind in get_args(PromptKind)}
"""Dialogs that no spec knows, by what they are for."""
SETTLING = 1.0  # seconds after a closing hook in which the screen is to show that the turn is over


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
    """FINISHED, FAILED or INTERRUPTED; None: only the screen shows that it is over."""
    text: str
    """The reply, or why it failed."""
    reported: bool = False
    """By a report, which is repeated after a command that begins no turn."""


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
        self._command_over = self._new_prompt = False
        self._asked_at: float | None = None
        self._asked_kind = "permission"
        self.reading = Reading()
        self.ready = False
        self.closed = False
        """The agent closed its terminal but is still running."""
        self.hooked = False
        """Whether any hook has come."""
        self.turn = False
        """A turn is open, according to hooks or marks."""
        self.turns = 0
        """Turns opened so far."""
        self.ended: TurnEnd | None = None
        """How the last turn ended."""
        self.limit: Reset | None = None
        """The usage limit that ended the last turn, as a hook reported; the session removes it when it is over."""
        self.own = False
        """The CLI began the last turn by itself."""
        self.prompt = ""
        """The text of the last SUBMITTED hook."""
        self._prompts: deque[tuple[int, str]] = deque(maxlen=PROMPTS)
        self.command_at = self.prompted_at = 0
        """Offsets behind the last marks of a command that began, and of a prompt that took input."""
        self.told: Told | None = None
        """The last content of the CLI's own file."""
        self.told_at = 0.0
        """Since when it is so."""
        self._asked_file_at = 0.0
        self.report: Report | None = None
        """The CLI's last report."""
        self.reported_at = 0.0
        self._worked_at = self._over_at = 0.0
        """When it was last reported that work began, and that it is over."""
        self._opened_at = self._finished_at = 0.0
        self._drawn_at = 0.0

    def on_hook(self, name: str, payload: Mapping[str, Any], now: float, number: int = 0) -> Hook | None:
        """Take a hook; None if the spec does not know it or it does not count. number: its own."""
        hook = self._spec.hooks.get(name)
        fact = hook.fact_of(payload) if hook else None
        if hook is None or fact is None:
            return None
        self.hooked = True
        if fact is not Fact.NOTED:
            text = str(payload.get(hook.text) or "") if hook.text else ""
            self._fact_at, self._fact = now, f"hook:{name}"
            self.heard["hook"] = name, fact, now
            if fact is Fact.SUBMITTED or (fact is Fact.WORKING and not self.turn):
                self.own = bool(hook.own and re.match(hook.own, text))
            if fact is Fact.SUBMITTED and not self.own:
                self._prompts.append((number, text))
            self._apply(fact, text, now)
            if fact is Fact.FAILED:
                self._limit(text, hook)
        return hook

    def _limit(self, text: str, *hooks: Hook) -> None:
        """Whether a usage limit is the reason why a turn failed."""
        for hook in hooks:
            if hook.limit and (match := re.search(hook.limit, text)):
                self.limit = Reset.of(match) or Reset(None, None)

    def prompts_since(self, hook: int) -> list[str]:
        """Prompts, from people and from us, that hooks with a higher number reported, the oldest first."""
        return [text for number, text in self._prompts if number > hook]

    def on_mark(self, mark: str, now: float, offset: int = 0) -> None:
        """Take an OSC 133 mark: `A` or `B` prompt, `C` a command begins, `D` it ended. offset: behind it."""
        self._fact_at, self._fact = now, f"mark:{mark}"
        self.heard["mark"] = mark, MARKS.get(mark), now
        if mark == "C":
            self.command_at = offset
            self._apply(Fact.SUBMITTED, "", now)
        elif mark == "D":
            self._command_over = True
        elif mark == "A":
            self._new_prompt = True
        elif mark == "B":  # a prompt after an end: old shells end each line of a text by itself, with no prompt between
            self.ready = True
            if self._new_prompt:  # a line that is drawn again, since it grew or the window did, has no A
                self.prompted_at, self._new_prompt = offset, False
            if self.turn and self._command_over:
                self._apply(Fact.FINISHED, "", now)
            self._command_over = False

    def on_report(self, report: Report, now: float) -> None:
        """Take a report of the CLI in its output."""
        before, self.report = self.report.state if self.report else "", report
        self.reported_at = now
        if report.state != "blocked":
            self._asked_at = None  # a dialog that a hook announced before is answered
        if report.state == "working" and before not in ("working", "blocked"):
            self._worked_at = now
        elif report.state in ENDS:
            self.ready = True
            if before in ("working", "blocked"):
                self._over_at = now
        elif report.state == "clear":
            self.report = None

    def on_reading(self, reading: Reading, now: float) -> None:
        """Take a look at the screen."""
        said = (reading.state, reading.rule, reading.unread)
        if said != (self.reading.state, self.reading.rule, self.reading.unread):
            self.seen_at = now
            if self.reading.shown and not reading.shown:
                self._asked_at = None  # the dialog was there and is gone
        if not (self.reading.shown and self.reading.shown.unfinished):
            self._drawn_at = now + DRAWING
        self.reading = reading

    def on_file(self, told: Told | None, since: float, now: float) -> None:
        """Take what the CLI's own file says, and since when."""
        self.told, self.told_at, self._asked_file_at = told, since, now

    def settling(self, now: float) -> bool:
        """Whether the screen still shows a turn as going on that a hook has just closed."""
        return self.reading.state == "busy" and self.ended is not None and now < self._fact_at + SETTLING

    @property
    def interrupted(self) -> bool:
        """Whether a person ended the last turn, by the CLI's own word."""
        return self.ended is not None and self.ended.fact is Fact.INTERRUPTED

    @property
    def announced(self) -> bool:
        """Whether a dialog was announced that the screen does not show yet."""
        blocked = self.report is not None and self.report.state == "blocked"
        return (blocked or self._asked_at is not None) and self.reading.shown is None

    @property
    def doubtful(self) -> bool:
        """Whether the file should be read: the screen alone may mislead."""
        if self.reading.shown or self.reading.state not in (None, "idle"):
            return False
        return self.turn or self._asked_file_at < self.seen_at or self._waits

    @property
    def _waits(self) -> bool:
        return self.told is not None and self.told.state == "awaiting_input" and not self._works

    @property
    def _works(self) -> bool:
        """Whether it reports work that no hook has closed: what goes on in the background is reported, too."""
        return self.report is not None and self.report.state == "working" and self._worked_at > self._finished_at

    def _apply(self, fact: Fact, text: str, now: float) -> None:
        self._asked_at = None
        if self.report and self.report.state == "blocked" and fact not in (Fact.PERMISSION, Fact.QUESTION, Fact.READY):
            self.report = None
        if fact is Fact.READY:
            self.ready = True
        elif fact is Fact.SUBMITTED:
            self._open(now)
            self.prompt = text
        elif fact is Fact.WORKING and not self.turn:
            self._open(now)
            self.prompt = ""
        elif fact in (Fact.PERMISSION, Fact.QUESTION):
            self._asked_at, self._asked_kind = now, fact.value
        elif fact in (Fact.FINISHED, Fact.FAILED, Fact.INTERRUPTED):
            self._finished_at = now
            self._close(TurnEnd(fact, text))

    def on_accepted(self, now: float) -> None:
        """The screen shows that a prompt was taken; for a CLI without a hook that says so."""
        self._fact_at, self._fact = now, "screen:submitted"
        self._open(now)

    def _open(self, now: float) -> None:
        self.ready, self.limit = True, None
        if not self.turn:
            self.turn, self.turns, self.ended, self._opened_at = True, self.turns + 1, None, now

    def _close(self, end: TurnEnd) -> None:
        if self.turn:
            self.turn, self.ended = False, end

    def verdict(self, now: float, foreground: bool = False) -> Verdict:
        """Weigh it all. foreground: another process group has the terminal. A turn may be found over here."""
        if self.closed:
            return Verdict("awaiting_input", "terminal", asked=CLOSED)
        self._last = self._dialog(now) or self._start(now) or self._work(now, foreground) or self._unknown()
        unread = self._unread_at
        if unread is None or now >= unread or (self._last.again is not None and self._last.again <= unread):
            return self._last
        return replace(self._last, again=unread)

    @property
    def _unread_at(self) -> float | None:
        """When the screen counts as a dialog that no spec knows; None: it does not."""
        return self.seen_at + UNREAD_WAIT if self.reading.unread and not self._works else None

    def _unknown(self) -> Verdict:
        """The screen says nothing: keep the state, except for a dialog that is gone."""
        return Verdict("busy", self._fact) if self._last.state == "awaiting_input" else self._last

    def _dialog(self, now: float) -> Verdict | None:
        reading = self.reading
        if reading.shown:
            evidence, kind = f"screen:{reading.rule}", reading.shown.dialog.kind
            if reading.shown.unfinished and now < self._drawn_at:
                return Verdict("awaiting_input", evidence, None, kind, again=self._drawn_at)
            return Verdict("awaiting_input", evidence, reading.shown, kind)
        told = self._told_dialog(now)
        if self._unread_at is not None and now >= self._unread_at:
            dialog = UNREAD.get(told.asked if told else None, UNREAD["question"])
            return Verdict("awaiting_input", "screen:unread", Shown(dialog, reading.unread, ()), dialog.kind)
        return told

    def _told_dialog(self, now: float) -> Verdict | None:
        """A dialog that a report, the file or a hook tells of, though the screen does not show one."""
        if self.report and self.report.state == "blocked":
            over = self._doubted()
            if over is None or now < over:
                asked = ASKED.get(self.report.kind, "question")
                # Before the start only the folder is asked about.
                asked = "trust" if asked == "permission" and not self.ready else asked
                return Verdict("awaiting_input", "report:blocked", asked=asked, again=over)
        if self.told and self._waits and self.doubtful and self._asked_file_at >= self.seen_at + FILE_DOUBT:
            return Verdict("awaiting_input", FILE, asked=self.told.asks)
        if self._asked_at is None:
            return None
        over = self._asked_at + ASK_GRACE
        if self._unread_at is not None and self.seen_at < over:  # it may be what stands there
            return Verdict("awaiting_input", self._fact, None, self._asked_kind)
        if now >= over:
            self._asked_at = None  # it was answered elsewhere before we could see it
            return None
        return Verdict("awaiting_input", self._fact, None, self._asked_kind, again=over)

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
        reported = self._reported_end(now) if self.turn else None
        if self.turn:
            return self._turn(now, reported)
        if reading.state == "busy" or foreground:
            return Verdict("busy", f"screen:{reading.rule}" if reading.state == "busy" else "foreground")
        if self._works and ((over := self._doubted()) is None or now < over):
            return Verdict("busy", "report:working", again=over)
        if self.limit and reading.state == "idle":
            return Verdict("rate_limited", self._fact, resets=self.limit)
        if reading.state == "idle" or self._spec.prompt_marks:
            return Verdict("idle", self._rest())
        return None

    def _rest(self) -> str:
        """The evidence that the agent is idle."""
        if self.ended and self.ended.fact:
            return self._fact
        if self.report and self.report.state in ENDS and self.reported_at >= self._fact_at:
            return f"report:{self.report.state}"
        return FILE if self._last == Verdict("idle", FILE) else f"screen:{self.reading.rule}"

    def _doubted(self) -> float | None:
        """Until when a report of work or of a dialog is believed; None: the screen does not speak against it."""
        return max(self.seen_at, self.reported_at) + REPORT_TRUST if self.reading.state == "idle" else None

    def _reported_end(self, now: float) -> float | None:
        """Close the turn if a report says that it is over. Otherwise when to ask again; None: it does not say so."""
        report = self.report
        if report is None or report.state not in ENDS or self._over_at < self._opened_at:
            return None
        fact = ENDS[report.state]
        if now < (over := self._over_at + (HOOK_GRACE if self.hooked and fact is not Fact.INTERRUPTED else 0)):
            return over
        self._close(TurnEnd(fact, report.text, reported=True))
        self._fact_at, self._fact = now, f"report:{report.state}"
        if fact is Fact.FAILED:
            self._limit(report.text, *self._spec.hooks.values())
        return None

    def _turn(self, now: float, reported: float | None) -> Verdict:
        if self.reading.state != "idle" or reported is not None:
            return Verdict("busy", self._fact, again=reported)
        evidence, over = self._over()
        if now < over:
            return Verdict("busy", self._fact, again=over)
        self._close(TurnEnd(None, ""))
        return Verdict("idle", evidence)

    def _over(self) -> tuple[str, float]:
        """The evidence that a turn without a closing hook is over, and its time."""
        stands = max(self.seen_at, self._fact_at)
        idle = self.told is not None and self.told.state == "idle"
        if idle and self.told_at >= self._opened_at:
            return FILE, self.told_at + FILE_GRACE  # also if it reports what goes on in the background
        if self.report and self.report.state in ("working", "blocked"):
            return f"screen:{self.reading.rule}", max(stands, self.reported_at) + REPORT_TRUST
        busy = self.told is not None and not idle and self._asked_file_at >= self._opened_at
        return f"screen:{self.reading.rule}", stands + (FILE_TRUST if busy else self._spec.turn_hold)
