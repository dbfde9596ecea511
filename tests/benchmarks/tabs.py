"""The tabs of agents in JupyterLab: their terminals against JupyterLab's own, and conversations."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from itertools import cycle, islice

import httpx
from jupyter_process import JupyterProcess
from local_http import LOCAL
from playwright.sync_api import Locator, Page

from benchmarks.crowd import CLOCK, Crowd
from benchmarks.lab import NOTEBOOK, dearer, kept, p95, press_panel, rest, typed
from benchmarks.table import Row

LATE = 1000  # milliseconds that the picture of a terminal may be behind its program at the click
PAGE = 50  # messages that a conversation shows at first, and with each press more


def terminals(page: Page, agents: Crowd, switches: int) -> Iterator[Row]:
    """From the click on a tab to the frame with what its terminal got meanwhile; ours and JupyterLab's in turn."""
    tabs = [_opened(page, name, "Terminal") for name in agents.clocks]
    ours: list[float] = []
    stock: list[float] = []
    rivals = [
        (tab, times)
        for pair in zip(tabs, _stock(page), strict=True)
        for tab, times in zip(pair, (ours, stock), strict=True)
    ]
    for tab, times in islice(cycle(rivals), 2 * switches):
        rest(1.5)  # what was shown is older than what may be
        times.append(_switched(page, tab, "shows", LATE))
    _end_stock(agents.server)
    title = "switch to another agent's terminal"
    yield Row(f"{title}, median", statistics.median(ours), 200, "ms", statistics.median(stock))
    yield Row(f"{title}, p95", p95(ours), 200, "ms", p95(stock))


def conversations(page: Page, agents: Crowd, count: int, keys: int) -> Iterator[Row]:
    """All messages of those who work, each conversation in a tab; the notebook is in front in the end."""
    names = agents.clocks + agents.workers
    base, empty = _typed(page, keys), kept(page)
    tabs = [_opened(page, name, "Messages") for name in names]
    for tab in tabs:
        tab.click()
        panel = page.locator(f"#{tab.get_attribute('data-id')}")
        for number in range(1, -(-count // PAGE)):
            panel.get_by_role("button", name="Earlier messages").click()
            panel.get_by_role("article").nth(number * PAGE).wait_for(state="attached")
    times = [_switched(page, tab, "conversation", count) for tab in tabs * 2]
    title = f"{len(names)} conversations of {count} messages"
    yield Row(f"{title}: switch, p95", p95(times), 200, "ms")
    yield dearer(f"{len(names)} conversations open", _typed(page, keys), base)
    yield Row(f"{title}: heap", (kept(page)["heap"] - empty["heap"]) / 1e6, 50, "MB")
    for tab in tabs:
        tab.locator(".lm-TabBar-tabCloseIcon").click()


def _typed(page: Page, keys: int) -> list[float]:
    """With the panel closed."""
    page.get_by_role("tab", name=NOTEBOOK).click()
    press_panel(page)
    times = typed(page, keys)
    press_panel(page)
    return times


def _switched(page: Page, tab: Locator, to: str, *what: int) -> float:
    """Milliseconds from the click on a tab to what the probe waits for."""
    page.evaluate(
        "([to, ...args]) => void (window.shown = probe[to](...args))", [to, tab.get_attribute("data-id"), *what]
    )
    tab.click()
    took: float = page.evaluate("shown")
    rest(0.2)
    return took


def _opened(page: Page, agent: str, what: str) -> Locator:
    """The tab with the terminal or the messages of an agent."""
    page.locator(f'[data-agent="{agent}"]').get_by_role("button", name=f"More about {agent}").click()
    page.get_by_role("menuitem", name=what).click()
    return page.get_by_role("tab", name=agent if what == "Terminal" else f"{agent}: messages", exact=True)


def _stock(page: Page) -> list[Locator]:
    """The tabs of two terminals of JupyterLab's own in which the same runs."""
    tabs = []
    for number in (1, 2):
        page.keyboard.press("Control+Shift+C")
        page.keyboard.type("New Terminal")
        page.keyboard.press("Enter")
        tabs.append(page.get_by_role("tab", name=f"Terminal {number}"))
        page.locator(f"#{tabs[-1].get_attribute('data-id')} textarea").focus()
        rest(2)  # until its shell reads
        page.keyboard.type(f"{CLOCK}\n")
    return tabs


def _end_stock(server: JupyterProcess) -> None:
    """So that nothing runs in them any more."""
    for terminal in server.get("api/terminals").json():
        httpx.delete(f"{server.url}api/terminals/{terminal['name']}", headers=server.headers, **LOCAL)
