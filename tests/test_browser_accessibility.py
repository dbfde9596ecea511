"""The side panel for everyone: what axe-core finds in it, and every act by the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

import pytest
from browser import Theme, lab_page, row, shoot
from front_end import INSTALL_DEADLINE, FrontEnd
from installed import post, say, state
from jupyter_process import JupyterProcess, jupyter_process
from playwright.sync_api import Locator, Page, expect
from waiting import until_now

pytestmark = [pytest.mark.slow, pytest.mark.timeout(INSTALL_DEADLINE)]

AGENTS = ("echo-1", "echo-2", "echo-3")
TALL = {"width": 1280, "height": 2400}  # pixels; what has to be scrolled for is not judged by its colours
RUN = """parts => axe.run({ include: parts.map(part => [part]) }, { resultTypes: ['violations'] }).then(found =>
  found.violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .flatMap(({ id, nodes }) => nodes.map(({ target, any }) => `${id}: ${target}; ${any[0]?.message ?? ''}`))
)"""
TAB_LIMIT = 80


@pytest.fixture(scope="module")
def server(installed: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterProcess]:
    """JupyterLab with three echo agents, of which one asks for a permission and has a queue, and a few tasks."""
    with jupyter_process(tmp_path_factory.mktemp("server"), program=("lab",), environment=installed) as server:
        (server.root / "project").mkdir()
        for _ in AGENTS:
            post(server, "sessions", {"spec": "echo", "project_path": "project"})
        until_now(lambda: all(state(server, agent) == "idle" for agent in AGENTS), "three idle agents")
        for text in ("[[permission make all]]", "one", "two"):
            say(server, "echo-2", text)
        post(server, "agents", {"name": "sleeper", "spec": "echo"})
        post(server, "tasks", {"title": "Write the paper", "status": "in-progress", "details": "with *figures*"})
        post(server, "tasks", {"title": "Draft", "priority": "high", "parent_id": "1"})
        post(server, "tasks", {"title": "Read", "status": "done"})
        yield server


def violations(page: Page, front_end: FrontEnd, *parts: str) -> list[str]:
    """What axe-core finds serious or critical in some parts of a page: rule and element. Each part must be there."""
    for part in parts:
        expect(page.locator(part)).to_be_visible()
    page.add_style_tag(content="body { height: 100vh }")  # JupyterLab's has none, so that axe would see nothing in it
    page.add_script_tag(path=front_end.source / "node_modules" / "axe-core" / "axe.min.js")
    found: list[str] = page.evaluate(RUN, list(parts))
    return found


def reach(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press a key until the focus is on an element, which it shows."""
    expect(target).to_be_visible()
    for _ in range(TAB_LIMIT):
        page.keyboard.press(key)
        if target.evaluate("element => element === document.activeElement"):
            style = target.evaluate(
                "element => (({ outlineStyle, boxShadow }) => [outlineStyle, boxShadow])(getComputedStyle(element))"
            )
            assert style != ["none", "none"]
            return
    raise AssertionError(f"{target} is not reached with {key}")


@pytest.mark.parametrize("theme", get_args(Theme))
def test_axe_finds_nothing_serious_in_the_panel(server: JupyterProcess, front_end: FrontEnd, theme: Theme) -> None:
    with lab_page(server, theme) as page:
        page.set_viewport_size(TALL)
        say(server, "echo-1", "Hello")
        expect(page.get_by_role("article", name="echo-2 asks: permission")).to_be_visible()
        expect(row(page, "echo-1", "done")).to_be_visible()
        for agent in ("echo-2", "echo-3"):
            row(page, agent).locator(".jp-AreYouJ-head").click()
        page.get_by_text("Not running").click()
        page.get_by_role("list", name="Tasks").get_by_role("button").first.click()
        expect(page.locator(".jp-AreYouJ-task em")).to_have_text("figures")
        expect(page.get_by_role("heading", name="Queue (2)")).to_be_visible()
        shoot(page, f"accessible-panel-{theme}")
        assert violations(page, front_end, "#areyouj-panel", ".jp-AreYouJ-status") == []


@pytest.mark.parametrize("theme", get_args(Theme))
def test_axe_finds_nothing_serious_in_dialogs_and_tabs(
    server: JupyterProcess, front_end: FrontEnd, theme: Theme
) -> None:
    with lab_page(server, theme) as page:
        page.get_by_role("button", name="New agent").click()
        form = page.get_by_role("dialog")
        form.get_by_label("Name").fill("echo-1")
        expect(form.get_by_text("There is an agent named 'echo-1' already.")).to_be_visible()
        shoot(page, f"accessible-dialog-{theme}")
        assert violations(page, front_end, ".jp-Dialog") == []
        form.get_by_role("button", name="Cancel").click()
        page.get_by_role("button", name="New Task").click()
        assert violations(page, front_end, ".jp-Dialog") == []
        form.get_by_role("button", name="Cancel").click()
        say(server, "echo-1", "A **bold** word, `code`, a [link](https://jupyter.org)\n\n> and a quotation")
        row(page, "echo-1").get_by_role("button", name="More about echo-1").click()
        page.get_by_role("menuitem", name="Messages").click()
        reply = page.get_by_role("tabpanel", name="echo-1: messages").get_by_role("article", name="echo-1").last
        expect(reply.locator("strong").last).to_be_visible()
        shoot(page, f"accessible-messages-{theme}")
        assert violations(page, front_end, ".jp-AreYouJ-messages") == []


def test_axe_finds_a_button_without_a_name_and_text_without_contrast(
    server: JupyterProcess, front_end: FrontEnd
) -> None:
    with lab_page(server) as page:
        expect(page.get_by_role("button", name="New agent")).to_be_visible()
        page.add_style_tag(content=".jp-AreYouJ-facts { color: var(--jp-layout-color3) }")
        page.locator(".jp-AreYouJ-more").first.evaluate("button => button.removeAttribute('aria-label')")
        rules = {found.partition(":")[0] for found in violations(page, front_end, "#areyouj-panel")}
        assert rules == {"button-name", "color-contrast"}


def test_an_agent_is_made_given_work_and_answered_by_the_keyboard_alone(server: JupyterProcess) -> None:
    with lab_page(server) as page:
        page.keyboard.press("Alt+Shift+A")
        expect(page.get_by_role("region", name="AreYouJ")).to_be_focused()
        reach(page, page.get_by_role("button", name="New agent"))
        page.keyboard.press("Enter")
        form = page.get_by_role("dialog")
        expect(form.get_by_label("Agent")).to_be_focused()
        page.keyboard.type("Echo")
        reach(page, form.get_by_label("Name"))
        page.keyboard.type("keys")
        page.keyboard.press("Enter")
        expect(row(page, "keys", "idle")).to_be_visible()
        reach(page, page.locator(".jp-AreYouJ-head[tabindex='0']"))
        reach(page, row(page, "keys").locator(".jp-AreYouJ-head"), "ArrowDown")
        page.keyboard.press("Space")
        reach(page, page.get_by_label("Message for keys"))
        page.keyboard.type("[[permission make all]]")
        page.keyboard.press("Enter")
        card = page.get_by_role("article", name="keys asks: permission")
        reach(page, card.get_by_role("button", name="1 Yes"), "Shift+Tab")
        shoot(page, "keyboard")
        page.keyboard.press("Enter")
        expect(card).to_have_count(0)
        expect(row(page, "keys", "done")).to_be_visible()
        page.keyboard.press("Tab")
        expect(page.locator("#areyouj-panel :focus")).to_have_count(1)
