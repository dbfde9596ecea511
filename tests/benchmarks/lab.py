"""JupyterLab's page with the probe in it: what a person does there, and what the probe says of it."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from browser import LOAD_DEADLINE, PANEL
from playwright.sync_api import Page

from benchmarks.table import Row

PROBE = Path(__file__).parent / "probe.js"
CELL = ".jp-Notebook .jp-CodeCell .cm-content"
NOTEBOOK = "dashboard.ipynb"


def reload_notebook(page: Page) -> None:
    """The page anew, with its notebook."""
    page.reload(wait_until="domcontentloaded", timeout=LOAD_DEADLINE)
    page.locator(CELL).wait_for(timeout=LOAD_DEADLINE)


def press_panel(page: Page) -> None:
    """Open the panel, or close it with all that is left of the notebook."""
    page.locator(PANEL).click()


def typed(page: Page, keys: int) -> list[float]:
    """Milliseconds from each of so many keys in the notebook's cell to the frame behind it."""
    page.locator(CELL).click()
    page.keyboard.press("Control+a")
    rest(0.5)
    page.evaluate("probe.keys.length = 0")
    for number in range(keys):
        page.keyboard.press("abcdefghij"[number % 10])
        rest(0.05)
    page.wait_for_function("keys => probe.keys.length >= keys", arg=keys)
    times: list[float] = page.evaluate("probe.keys")
    return times


def p95(times: list[float]) -> float:
    """Nineteen of twenty are below."""
    return statistics.quantiles(times, n=20)[-1]


def dearer(what: str, times: list[float], base: list[float]) -> Row:
    """How much dearer keys are, p95 against p95; base: what they cost without it."""
    return Row(f"key to paint in a cell, {what}, p95", p95(times), 1.3, "ms", p95(base), is_ratio=True)


def kept(page: Page) -> dict[str, float]:
    """What the page keeps after two collections: bytes of heap, nodes of its document, listeners."""
    tools = page.context.new_cdp_session(page)
    for domain in ("HeapProfiler", "Performance"):
        tools.send(f"{domain}.enable")
    for _ in range(2):
        tools.send("HeapProfiler.collectGarbage")
    told = {each["name"]: each["value"] for each in tools.send("Performance.getMetrics")["metrics"]}
    heap = tools.send("Runtime.getHeapUsage")["usedSize"]
    tools.detach()
    return {"heap": heap, "nodes": told["Nodes"], "listeners": told["JSEventListeners"]}


def rest(seconds: float) -> None:
    """Let time pass: what is measured is what happens in it."""
    time.sleep(seconds)
