"""A dashboard in a page: the agents that it shows, and where things stand in it."""

from __future__ import annotations

from browser import LOAD_DEADLINE, run_cell
from installed import post, state
from jupyter_process import JupyterProcess
from playwright.sync_api import Locator, Page, expect
from waiting import until_now

AGENTS = ("critic", "runner", "writer")
SHOW = "import areyouj_jupyter as areyouj\nareyouj.Dashboard()"


def crew(server: JupyterProcess) -> None:
    """Start the agents, and wait until all are idle."""
    for agent in AGENTS:
        post(server, "agents", {"name": agent, "spec": "echo"})
        post(server, "sessions", {"agent": agent})
    until_now(lambda: all(state(server, agent) == "idle" for agent in AGENTS), "three idle agents")


def tab(page: Page, agent: str) -> Locator:
    """The tab with that name."""
    return page.get_by_role("tab", name=agent)


def opened(page: Page, agent: str) -> Locator:
    """An agent's panel, brought to the front by its tab."""
    tab(page, agent).click()
    return page.get_by_role("tabpanel", name=agent)


def show(page: Page) -> None:
    """Run the first cell, which shows a dashboard; a first kernel takes its time."""
    run_cell(page, 0)
    expect(tab(page, "All agents")).to_be_visible(timeout=LOAD_DEADLINE)


def rows(panel: Locator) -> Locator:
    """The lines that a terminal draws."""
    return panel.locator(".xterm-rows")
