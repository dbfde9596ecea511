"""The side panel in JupyterLab with thirty agents: how soon it is painted, what it costs who types, what it keeps."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from browser import notebook_page
from playwright.sync_api import Page

from benchmarks.crowd import Crowd, Size, crowd
from benchmarks.lab import NOTEBOOK, PROBE, dearer, kept, press_panel, reload_notebook, rest, typed
from benchmarks.rivals import Rival
from benchmarks.table import Row
from benchmarks.tabs import conversations, terminals

TURN = 30.0  # seconds of a worker's usual turn: those of real agents take longer, and make no more events
HURRY = 1.0  # seconds of one that makes many
MORE = 10  # times the usual events
GROWTH = (("heap", 5, "MB", 1e6), ("nodes", 500, "", 1), ("listeners", 100, "", 1))


@dataclass(frozen=True)
class Pains:
    """How much is measured."""

    size: Size = field(default_factory=Size)
    paints: int = 5
    rounds: int = 10
    """Of keys with the panel open and closed in turn."""
    keys: int = 40
    """In each round."""
    switches: int = 20
    warmth: float = 30.0
    """Seconds before the heap is looked at for the first time."""
    seconds: float = 120.0
    """Between that and the last time."""


def measure(rivals: dict[str, Rival]) -> Iterator[Row]:
    """rivals: not needed, since the panel needs a server with many agents, and nobody else has one."""
    yield from measured(Pains())


def measured(pains: Pains) -> Iterator[Row]:
    """All of it, in one server, on one page."""
    size = pains.size
    with (
        tempfile.TemporaryDirectory(prefix="areyouj-") as folder,
        crowd(Path(folder), size) as agents,
        notebook_page(agents.server, "") as page,
    ):
        page.add_init_script(path=PROBE)
        with agents.working(TURN):
            yield from _paint(page, pains)
            yield from _keys(page, pains)
            yield from terminals(page, agents, pains.switches)
            yield from conversations(page, agents, size.messages // size.at_work, pains.rounds * pains.keys)
        yield from _growth(page, agents, pains)


def _paint(page: Page, pains: Pains) -> Iterator[Row]:
    """Seconds until all agents and tasks are painted; the panel is open in the end."""
    wanted = [pains.size.agents, pains.size.tasks]
    title = f"panel of {wanted[0]} agents, {wanted[1]} tasks"
    clicked, restored = [], []
    for _ in range(pains.paints):
        reload_notebook(page)
        page.wait_for_function("probe.known()")
        rest(1)
        page.evaluate("wanted => void (window.shown = probe.panel(...wanted))", wanted)
        press_panel(page)
        clicked.append(page.evaluate("shown.then(at => at - probe.pressed)") / 1000)
        press_panel(page)
        rest(1)
    press_panel(page)
    rest(3)  # JupyterLab keeps its layout some time after a change
    for _ in range(pains.paints):
        reload_notebook(page)
        restored.append(page.evaluate("wanted => probe.panel(...wanted).then(at => at - probe.data())", wanted) / 1000)
    yield Row(f"{title}: click to paint", statistics.median(clicked), 1, "s")
    yield Row(f"{title}: its data to paint", statistics.median(restored), 1, "s")


def _keys(page: Page, pains: Pains) -> Iterator[Row]:
    """The panel open and closed in turn."""
    opened: list[float] = []
    closed: list[float] = []
    for _ in range(pains.rounds):
        opened += typed(page, pains.keys)
        press_panel(page)
        closed += typed(page, pains.keys)
        press_panel(page)
    yield dearer("panel open", opened, closed)


def _growth(page: Page, agents: Crowd, pains: Pains) -> Iterator[Row]:
    """What is kept after two minutes of many events."""
    page.get_by_role("tab", name=NOTEBOOK).click()
    with agents.working(TURN):
        rest(pains.warmth)
        usual = _events(page, pains.warmth)
    with agents.working(HURRY):
        rest(pains.warmth)
        before = kept(page)
        many = _events(page, pains.seconds)
        after = kept(page)
    title = f"after {pains.seconds:g} s"
    yield Row(f"{title}: events, against the usual", many, MORE, "/s", usual, False, True)
    for name, goal, unit, scale in GROWTH:
        yield Row(f"{title}: more {name}", (after[name] - before[name]) / scale, goal, unit)


def _events(page: Page, seconds: float) -> float:
    """How many come in a second."""
    before = page.evaluate("probe.events")
    rest(seconds)
    count: float = page.evaluate("probe.events") - before
    return count / seconds
