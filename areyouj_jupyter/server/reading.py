"""Reading a screen: a spec's rules applied to its rendered lines. Pure; the same screen always reads the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from areyouj_jupyter.models import Choice, State
from areyouj_jupyter.specs import AgentSpec, Composer, Dialog, Region

CLOCK = re.compile(r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?\s*(?P<half>[ap]m)?", re.IGNORECASE)
NOT_TEXT = re.compile(r"[\s│╭╮╰╯─❯›>]+")  # frames and the moving selection mark: no part of a dialog's identity


@dataclass(frozen=True)
class Shown:
    """A dialog on the screen."""

    dialog: Dialog
    text: str
    choices: tuple[Choice, ...]
    unfinished: bool = False
    """True: it is still being drawn."""

    @property
    def fingerprint(self) -> str:
        """The same while the same question stands there, wherever the selection is."""
        return self.dialog.name + ":" + NOT_TEXT.sub(" ", self.text)


@dataclass(frozen=True)
class Reset:
    """When a rate limit ends, as the screen tells it: seconds from now, or a time of day."""

    seconds: float | None
    clock: str | None

    @classmethod
    def of(cls, match: re.Match[str]) -> Reset | None:
        """From a rule's groups `seconds` and `clock`; None if they tell nothing."""
        groups = match.groupdict()
        seconds, clock = groups.get("seconds"), groups.get("clock")
        return cls(float(seconds) if seconds else None, clock) if seconds or clock else None

    def until(self, now: float) -> float | None:
        """Epoch seconds; a time of day is this minute or the next such one on this machine's clock.

        None if it cannot be read.
        """
        if self.seconds is not None:
            return now + self.seconds
        match = CLOCK.search(self.clock or "")
        if match is None:
            return None
        half = {"am": 0, "pm": 12}.get((match["half"] or "").lower())
        hour = int(match["hour"]) % 24 if half is None else int(match["hour"]) % 12 + half
        today = datetime.fromtimestamp(now).astimezone()
        then = today.replace(hour=hour, minute=int(match["minute"] or 0) % 60, second=0, microsecond=0)
        return (then if then > today - timedelta(minutes=1) else then + timedelta(days=1)).timestamp()


@dataclass(frozen=True)
class Reading:
    """What one look at a screen tells; None: nothing."""

    state: State | None = None
    rule: str = ""
    """The name of the rule that decided."""
    shown: Shown | None = None
    resets: Reset | None = None
    """When a rate limit ends, if the screen tells."""
    composer: str | None = None
    """The text in the composer, empty for none; None: there is no composer on the screen."""


NOTHING = Reading()


def read(spec: AgentSpec, lines: Sequence[str], title: str) -> Reading:
    """lines: top to bottom. Dialogs come before rules, rules in their order."""
    used = [line for line in lines if line.strip()]
    regions = {
        Region.TITLE: title,
        Region.LAST: used[-1] if used else "",
        Region.BOTTOM: "\n".join(used[-spec.bottom_lines :]),
        Region.ABOVE_COMPOSER: "\n".join(_above(spec.composer, used)[-spec.bottom_lines :]),
    }
    composer = composed(spec.composer, used) if spec.composer else None
    if shown := _dialog(spec, regions[Region.BOTTOM]):
        return Reading("awaiting_input", shown.dialog.name, shown, composer=composer)
    for rule in spec.rules:
        if match := rule.regex.search(regions[rule.region]):
            return Reading(rule.state, rule.name, resets=Reset.of(match), composer=composer)
    return Reading(composer=composer)


def _dialog(spec: AgentSpec, bottom: str) -> Shown | None:
    for dialog in spec.dialogs:
        if match := dialog.regex.search(bottom):
            text = bottom[match.start() :]
            choices = tuple(Choice(key=key, label=label) for key, label in dialog.choices(text))
            unfinished = bool(dialog.unfinished and re.search(dialog.unfinished, text, re.MULTILINE))
            return Shown(dialog, text, choices, unfinished)
    return None


def _edges(composer: Composer, used: Sequence[str]) -> tuple[int, int] | None:
    """Indices of the composer's first line and of the line behind its last."""
    if composer.edge is None:
        starts = [index for index, line in enumerate(used) if re.match(composer.prompt, line)]
        return (starts[-1], len(used)) if starts else None
    edges = [index for index, line in enumerate(used) if re.fullmatch(composer.edge, line.rstrip())]
    if len(edges) < 2 or not _opens(composer, used[edges[-2]], used[edges[-2] + 1]):
        return None
    return edges[-2] + 1, edges[-1]


def _opens(composer: Composer, edge: str, first: str) -> bool:
    """Whether a composer begins below this edge with this line."""
    if composer.scrolled and re.fullmatch(composer.scrolled, edge.rstrip()):
        return True
    return any(sign and re.match(sign, first) for sign in (composer.prompt, composer.command))


def _above(composer: Composer | None, used: Sequence[str]) -> Sequence[str]:
    place = _edges(composer, used) if composer else None
    return used if place is None else used[: place[0]]


def composed(composer: Composer, used: Sequence[str]) -> str | None:
    """The composer's text, without prompt and ghost text. used: the lines that are not blank."""
    place = _edges(composer, used)
    if place is None:
        return None
    first, *rest = used[place[0] : place[1]]
    text = "\n".join([re.sub(composer.prompt, "", first, count=1), *rest]).strip()
    if composer.placeholder and re.fullmatch(composer.placeholder, text):
        return ""
    return text
