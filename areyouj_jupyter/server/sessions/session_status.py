"""SessionStatus: a session's status as it is published, made from verdicts: since when, seen or not, and its prompt."""

from __future__ import annotations

import secrets
from collections.abc import Callable

import msgspec

from areyouj_jupyter.models import HolderState, Outcome, Prompt, StatusModel, StoredStatus
from areyouj_jupyter.server.status.evidence import Verdict
from areyouj_jupyter.server.status.reading import Shown
from areyouj_jupyter.server.status.reset import Reset

MINUTE = 60.0  # seconds; a limit given by a time of day may last to the end of that minute

STORED: dict[str, StoredStatus] = {
    "starting": "idle",
    "idle": "idle",
    "busy": "active",
    "awaiting_input": "active",
    "rate_limited": "active",
    "stopping": "active",
}
"""The first version's values for the states of a live session."""


class SessionStatus:
    """Owned by a session, which alone changes it."""

    def __init__(self, clock: Callable[[], float], idle_hold: float) -> None:
        """clock: seconds since the epoch. idle_hold: see `AgentSpec`."""
        self._clock, self._idle_hold = clock, idle_hold
        self._fingerprint = ""
        self._idle_since: float | None = None
        self._resets: Reset | None = None
        self.status = StatusModel(state="starting", since=clock(), evidence="process")

    def on_verdict(self, verdict: Verdict, ended: tuple[Outcome | None, str | None] = (None, None)) -> float | None:
        """Take a verdict; ended: how the last turn did, and why.

        Returns the seconds until the next evaluation: an idle is delayed, or a limit ends.
        """
        now = self._clock()
        if verdict.state == "idle" and self.status.state == "busy" and verdict.evidence.startswith("screen"):
            self._idle_since = now if self._idle_since is None else min(now, self._idle_since)
            if (left := self._idle_hold - (now - self._idle_since)) > 0:
                return left
        self._idle_since = None
        outcome, why = ended if verdict.state == "idle" else (None, None)
        self._become(
            state=verdict.state,
            outcome=outcome,
            reason=verdict.asked or why,
            evidence=verdict.evidence,
            prompt=self._prompt(verdict.shown, now),
            until=self._until(verdict, now),
        )
        over = self._over()
        return over - now if over is not None and over > now else None

    def _until(self, verdict: Verdict, now: float) -> float | None:
        """When a rate limit ends, as first reported; a later limit has its own end."""
        told, self._resets = self._resets, verdict.resets
        if verdict.state != "rate_limited" or verdict.resets is None:
            return None
        until = self.status.until
        over = until is not None and until <= now and verdict.resets != told
        return verdict.resets.until(now) if until is None or over else until

    @property
    def limit_over(self) -> bool:
        """Whether a rate limit has reached its reported end."""
        over = self._over()
        return over is not None and over <= self._clock()

    def _over(self) -> float | None:
        if self.status.until is None:
            return None
        return self.status.until + (MINUTE if self._resets and self._resets.clock else 0)

    def on_stopping(self) -> None:
        """The session is being stopped."""
        self._become(state="stopping", reason=None, evidence="process", prompt=None, until=None)

    def on_exit(self, reason: str, until: float | None = None) -> None:
        """There is no process any more. reason: one sentence; until: when it is restarted, if it is."""
        self._become(state="exited", reason=reason, evidence="process", prompt=None, until=until, holder=None)

    def on_start(self, reduced: bool) -> None:
        """A new incarnation begins."""
        self.status = msgspec.structs.replace(self.status, reduced=reduced)
        self._become(state="starting", reason=None, evidence="process", prompt=None, until=None, holder=None)

    def on_recorded(self, stored: StoredStatus) -> None:
        """Its status cannot be checked; stored: its last known status."""
        state = "busy" if stored == "active" else "idle"
        self._become(state=state, reason=None, evidence="process", prompt=None, until=None)

    def on_holder(self, holder: HolderState | None) -> None:
        """Whether its holder answers."""
        self.status = msgspec.structs.replace(self.status, holder=holder)

    def on_queue(self, paused: bool, blocked: str | None, since: float | None = None) -> None:
        """Take the queue's state; since: as in `Hold`."""
        reason = "paused" if paused else blocked
        self.status = msgspec.structs.replace(self.status, paused=paused, blocked=reason, blocked_since=since)

    def on_seen(self) -> None:
        """A person looked."""
        self.status = msgspec.structs.replace(self.status, seen=True)

    def _become(self, **fields: object) -> None:
        old = self.status
        new = msgspec.structs.replace(old, **{"outcome": None, **fields})
        if new.state != old.state:
            asked = old.reason in ("permission", "question")  # a trust or login dialog is no turn
            news = new.state == "awaiting_input" or (new.state == "idle" and (old.state == "busy" or asked))
            news = news or (new.state == "exited" and old.state != "stopping")  # the person who stops it knows
            new = msgspec.structs.replace(new, since=self._clock(), seen=not news)
        elif new.prompt != old.prompt and new.prompt is not None:
            new = msgspec.structs.replace(new, seen=False)
        self.status = new

    def _prompt(self, shown: Shown | None, now: float) -> Prompt | None:
        """The open prompt; it keeps its id while the same question is shown."""
        if shown is None:
            self._fingerprint = ""
            return None
        if shown.fingerprint == self._fingerprint and self.status.prompt:
            return self.status.prompt
        self._fingerprint = shown.fingerprint
        return Prompt(
            id=secrets.token_hex(6),
            kind=shown.dialog.kind,
            text=shown.text,
            choices=list(shown.choices),
            since=now,
            takes_text=shown.dialog.text_steps(shown.text, "") is not None,
        )
