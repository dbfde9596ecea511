"""Reading a screen: a spec's rules applied to its rendered lines. Pure; the same screen always reads the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from areyouj_jupyter.models import Choice, State
from areyouj_jupyter.server.status.reset import Reset
from areyouj_jupyter.specs import AgentSpec, Composer, Dialog, Region

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
        """The same as long as the same question is shown, whatever is selected."""
        return self.dialog.name + ":" + NOT_TEXT.sub(" ", self.text)


@dataclass(frozen=True)
class Reading:
    """The result of one look at a screen; None: nothing found."""

    state: State | None = None
    rule: str = ""
    """The name of the rule that decided."""
    shown: Shown | None = None
    resets: Reset | None = None
    """When a rate limit ends, if the screen shows it."""
    composer: str | None = None
    """The text in the composer, empty for none; None: there is no composer on the screen."""
    scrolled: bool = False
    """Whether a part of that text has scrolled out of the composer."""
    suspended: bool = False
    """Whether the CLI has suspended itself."""
    unread: str = ""
    """The screen's text, where it should have a composer and neither that, a dialog nor a rule is found on it."""


NOTHING = Reading()


def read(spec: AgentSpec, lines: Sequence[str], title: str) -> Reading:
    """lines: top to bottom. Dialogs come before rules, rules in their order."""
    used = [line for line in lines if line.strip()]
    place = _place(spec.composer, used) if spec.composer else None
    composer = _composed(spec.composer, used, place) if spec.composer and place else None
    scrolled = bool(spec.composer and place and _scrolled(spec.composer, used, place))
    regions = {
        Region.TITLE: title,
        Region.LAST: used[-1] if used else "",
        Region.BOTTOM: "\n".join(used[-spec.bottom_lines :]),
        Region.ABOVE_COMPOSER: "\n".join(used[: place[0] if place else None][-spec.bottom_lines :]),
    }
    if shown := _dialog(spec, regions[Region.BOTTOM]):
        return Reading("awaiting_input", shown.dialog.name, shown, composer=composer, scrolled=scrolled)
    for rule in spec.rules:
        if match := rule.regex.search(regions[rule.region]):
            return Reading(rule.state, rule.name, resets=Reset.of(match), composer=composer, scrolled=scrolled)
    unread = "\n".join(line.rstrip() for line in used) if spec.composer and place is None else ""
    suspended = bool(spec.suspended and re.search(spec.suspended, regions[Region.BOTTOM], re.MULTILINE))
    return Reading(composer=composer, scrolled=scrolled, suspended=suspended, unread=unread)


def _dialog(spec: AgentSpec, bottom: str) -> Shown | None:
    if spec.footer:
        bottom = re.sub(spec.footer, "", bottom, flags=re.MULTILINE)
    for dialog in spec.dialogs:
        if match := dialog.regex.search(bottom):
            text = bottom[match.start() :]
            choices = tuple(Choice(key=key, label=label) for key, label in dialog.choices(text))
            unfinished = bool(dialog.unfinished and re.search(dialog.unfinished, text, re.MULTILINE))
            return Shown(dialog, text, choices, unfinished)
    return None


def _place(composer: Composer, used: Sequence[str]) -> tuple[int, int] | None:
    """Indices of the composer's first line and of the line behind its last. used: the lines that are not blank."""
    lines = range(len(used) - 1, -1, -1)  # from below, where the composer is
    if composer.edge is None:
        first = next((index for index in lines if re.match(composer.prompt, used[index])), None)
        return None if first is None else (first, len(used))
    edges = (index for index in lines if re.fullmatch(composer.edge, used[index].rstrip()))
    below, above = next(edges, None), next(edges, None)
    if below is None or above is None or not _opens(composer, used[above], used[above + 1]):
        return None
    return above + 1, below


def _scrolled(composer: Composer, used: Sequence[str], place: tuple[int, int]) -> bool:
    edges = (used[place[0] - 1], used[place[1]]) if composer.edge is not None else ()
    return any(composer.scrolled and re.fullmatch(composer.scrolled, edge.rstrip()) for edge in edges)


def _opens(composer: Composer, edge: str, first: str) -> bool:
    """Whether a composer begins below this edge with this line."""
    if composer.scrolled and re.fullmatch(composer.scrolled, edge.rstrip()):
        return True
    return any(sign and re.match(sign, first) for sign in (composer.prompt, composer.command))


def _composed(composer: Composer, used: Sequence[str], place: tuple[int, int]) -> str:
    """The composer's text, without prompt and ghost text."""
    first, *rest = used[slice(*place)]
    text = "\n".join([re.sub(composer.prompt, "", first, count=1), *rest]).strip()
    return "" if composer.placeholder and re.fullmatch(composer.placeholder, text) else text
