"""The side panel for everyone: what axe-core finds in it, and every act by the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, get_args

import pytest
from browser import LOAD_DEADLINE, Theme, lab_page, row, shoot
from front_end import INSTALL_DEADLINE, FrontEnd
from installed import post, say, state
from jupyter_process import JupyterProcess, jupyter_process
from playwright.sync_api import Locator, Page, Route, expect
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

Motion = Literal["no-preference", "reduce"]


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
        (server.root / "prose.txt").write_text("one", encoding="utf-8")
        yield server


def violations(page: Page, front_end: FrontEnd, *parts: str) -> list[str]:
    """What axe-core finds serious or critical in some parts of a page: rule and element. Each part must be there."""
    for part in parts:
        expect(page.locator(part)).to_be_visible()
    page.add_style_tag(content="body { height: 100vh }")  # JupyterLab's has none, so that axe would see nothing in it
    page.add_script_tag(path=front_end.source / "node_modules" / "axe-core" / "axe.min.js")
    found: list[str] = page.evaluate(RUN, list(parts))
    return found


def choose(page: Page, about: str, entry: str) -> None:
    """Choose an entry of the menu of an agent or a task."""
    page.get_by_role("button", name=f"More about {about}", exact=True).click()
    page.get_by_role("menuitem", name=entry).click()


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
def test_axe_finds_nothing_serious_in_dialogs(server: JupyterProcess, front_end: FrontEnd, theme: Theme) -> None:
    with lab_page(server, theme) as page:
        form = page.get_by_role("dialog")

        def judge(name: str) -> None:
            """Judge the dialog that is open, with what it says is wrong, and close it."""
            shoot(page, f"accessible-{name}-{theme}")
            assert violations(page, front_end, ".jp-Dialog") == []
            form.get_by_role("button", name="Cancel").click()
            expect(form).to_have_count(0)

        def write(field: str, text: str, after: str) -> None:
            """Fill in a field once the dialog has put the focus where it begins."""
            expect(form.get_by_label(after)).to_be_focused()
            form.get_by_label(field).fill(text)

        page.get_by_role("button", name="New agent").click()
        write("Name", "echo-1", after="Agent")
        expect(form.get_by_text("There is already an agent named 'echo-1'.")).to_be_visible()
        judge("dialog")
        choose(page, "echo-3", "Settings…")
        write("Name", "echo-1", after="Name")
        form.get_by_label("Environment").fill("MOOD")
        expect(form.get_by_text("There is already an agent named 'echo-1'.")).to_be_visible()
        expect(form.get_by_text("'MOOD' is not of the form NAME=value.")).to_be_visible()
        judge("settings")
        choose(page, "task 1", "Edit…")
        write("Title", "", after="Title")
        form.get_by_role("button", name="Save").click()
        expect(form.get_by_text("Give the task a title.")).to_be_visible()
        judge("task")
        choose(page, "task 1", "Delete…")
        judge("delete-task")
        page.locator('li[data-id="filebrowser"]').click()
        page.locator(".jp-DirListing-item", has_text="prose.txt").dblclick()
        page.locator(".jp-FileEditor .cm-line").click(button="right", timeout=LOAD_DEADLINE)
        page.get_by_role("menuitem", name="Send to Agent…").click()
        write("Message", "", after="Agent")
        expect(form.get_by_text("Type a message.")).to_be_visible()
        judge("send-to-agent")


@pytest.mark.parametrize("theme", get_args(Theme))
def test_axe_finds_nothing_serious_in_tabs_and_tiles(server: JupyterProcess, front_end: FrontEnd, theme: Theme) -> None:
    with lab_page(server, theme) as page:
        expect(page.locator(".jp-LauncherCard", has_text="Echo")).to_be_visible()
        assert violations(page, front_end, ".jp-Launcher") == []
        say(server, "echo-1", f"A **bold** word, `code`, a [link](https://jupyter.org)\n\n> quoted in {theme}")
        choose(page, "echo-1", "Messages")
        replies = page.get_by_role("tabpanel", name="echo-1: messages").get_by_role("article", name="echo-1")
        quotation = replies.locator("blockquote").get_by_text(f"quoted in {theme}", exact=True)
        expect(quotation).to_be_visible()
        shoot(page, f"accessible-messages-{theme}")
        assert violations(page, front_end, ".jp-AreYouJ-messages") == []
        page.get_by_role("tab", name="echo-1: messages").get_by_title("Close").click()
        choose(page, "echo-2", "Log")
        log = page.get_by_role("tabpanel", name="echo-2: log")
        expect(log.get_by_role("row", name="status awaiting_input").last).to_be_visible()
        shoot(page, f"accessible-log-{theme}")
        assert violations(page, front_end, ".jp-AreYouJ-messages") == []


def test_with_the_colours_of_the_operating_system_all_is_told_by_shape_and_the_focus_is_seen(
    server: JupyterProcess, front_end: FrontEnd
) -> None:
    with lab_page(server) as page:
        page.set_viewport_size(TALL)
        page.emulate_media(forced_colors="active")
        say(server, "echo-1", "Hello")
        looks = ("needs-you", "done", "idle")
        for agent, look in zip(("echo-2", "echo-1", "echo-3"), looks, strict=True):
            expect(row(page, agent, look)).to_be_visible()
        glyphs = [page.locator(f".jp-AreYouJ-row[data-look={look}] .jp-AreYouJ-glyph").inner_text() for look in looks]
        assert len({*glyphs}) == len(looks)
        edges = [
            page.locator(f".jp-AreYouJ-row[data-look={look}]").evaluate("row => getComputedStyle(row).borderLeftColor")
            for look in looks
        ]
        assert edges[0] == edges[1] != edges[2], "an edge only where something is new"
        needing, working = (page.locator(f".jp-AreYouJ-total[data-look={look}]") for look in ("needs-you", "working"))
        needing.click()
        grounds = [total.evaluate("total => getComputedStyle(total).backgroundColor") for total in (needing, working)]
        assert grounds[0] != grounds[1], "a pressed button is seen"
        needing.click()
        page.get_by_role("region", name="AreYouJ").focus()
        for target in (page.get_by_label("Filter agents"), page.locator(".jp-AreYouJ-head[tabindex='0']")):
            reach(page, target)
        shoot(page, "forced-colours")
        assert violations(page, front_end, "#areyouj-panel", ".jp-AreYouJ-status") == []
        page.get_by_role("button", name="New agent").click()
        reach(page, page.get_by_role("dialog").get_by_label("Name"))
        assert violations(page, front_end, ".jp-Dialog") == []


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_nothing_moves_for_whoever_wants_no_motion(server: JupyterProcess, motion: Motion) -> None:
    held: list[Route] = []
    with lab_page(server) as page:
        page.emulate_media(reduced_motion=motion)
        say(server, "echo-3", "[[ticks 20 100]]")
        expect(row(page, "echo-3", "working")).to_be_visible()
        page.route("**/static/lab/**", lambda route: held.append(route))  # what a terminal waits for
        choose(page, "echo-3", "Terminal")
        spinner = page.locator("[id^='areyouj-terminal'] .jp-SpinnerContent")
        expect(spinner).to_be_visible()
        assert (spinner.evaluate("spinner => spinner.getAnimations().length") == 0) == (motion == "reduce")
        moving = "panel => panel.getAnimations({ subtree: true }).length"
        assert page.locator("#areyouj-panel").evaluate(moving) == 0, "nothing of ours moves, ever"
        for route in held:
            route.continue_()


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
