"""What JupyterLab, the browser and a sound tell a person of agents, and what they leave out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest
from browser import PANEL, lab_page, reload, shoot
from installed import echoes, post, say, state
from jupyter_process import JupyterProcess
from playwright.sync_api import Page, expect
from waiting import until_now

EARS = """
window.told = [];
window.sounds = 0;
window.Notification = class {
  static permission = 'default';
  static async requestPermission() {
    told.push('asked');
    Notification.permission = 'granted';
  }
  constructor(title, { body }) {
    told.push(body);
  }
};
const Audio = window.AudioContext;
window.AudioContext = class extends Audio {
  constructor() {
    super();
    sounds += 1;
  }
};
"""  # what a person would see and hear outside of the page

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def server(installed: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterProcess]:
    """JupyterLab with an idle echo agent."""
    with echoes(tmp_path_factory.mktemp("server"), installed, {"echo-1": "novel"}) as server:
        yield server


def switch(server: JupyterProcess, page: Page, setting: str, value: bool) -> None:
    """Switch one of our settings in JupyterLab's own editor of settings, and wait until that has kept it."""

    def known() -> str:
        return str(server.get("lab/api/settings/areyouj-jupyter:plugin").json()["raw"])

    before = known()
    editor = page.get_by_role("tabpanel", name="Settings")
    if not editor.is_visible():
        page.keyboard.press("Control+,")
        editor.locator('jp-search[placeholder="Search settings…"] input').fill("AreYouJ")
    editor.get_by_label(setting).set_checked(value)
    until_now(lambda: known() != before, f"{setting} to be kept")


def test_settings_hold_at_once_and_whoever_looks_elsewhere_is_told_by_the_browser_and_a_sound_and_seldom(
    server: JupyterProcess,
) -> None:
    with lab_page(server) as page:
        page.add_init_script(EARS)
        reload(page)
        tile = page.locator(".jp-LauncherCard", has_text="Echo")
        expect(tile).to_be_visible()
        switch(server, page, "Tiles in the launcher", False)
        expect(tile).to_have_count(0)
        switch(server, page, "Sound", True)
        switch(server, page, "Browser notifications", True)
        expect(page.get_by_text("your browser still has to allow them")).to_be_visible()
        shoot(page, "settings")
        page.get_by_role("button", name="Allow").click()
        page.locator(PANEL).focus()
        say(server, "echo-1", "here")
        expect(page.get_by_text("echo-1 is done.", exact=True)).to_be_visible()
        assert page.evaluate("[told, sounds]") == [["asked"], 1], "JupyterLab has the focus"
        page.evaluate("document.hasFocus = () => false")
        for word in ("one", "two", "three"):
            say(server, "echo-1", f"[[permission {word}]]")
            card = page.get_by_role("article", name="echo-1 asks: permission")
            card.get_by_role("button", name="1 Yes").click()
            expect(card).to_have_count(0)
            until_now(lambda: state(server, "echo-1") == "idle", "the end of the turn")
        page.wait_for_function("told.length === 3")
        told, sounds = page.evaluate("[told, sounds]")
        assert told == ["asked", "echo-1 needs you: permission.", "echo-1 is done."]
        assert 1 < sounds <= 3, "the first at once, of those that come too soon only the last"
        switch(server, page, "Browser notifications", False)
        page.evaluate("Notification.permission = 'denied'")
        switch(server, page, "Browser notifications", True)
        expect(page.get_by_text("Your browser blocks notifications from this page")).to_be_visible()


def test_a_question_before_their_eyes_is_not_told_and_a_told_one_goes_with_its_answer(server: JupyterProcess) -> None:
    with lab_page(server) as page:
        card = page.get_by_role("article", name="echo-1 asks: permission")
        notice = page.locator(".Toastify__toast", has_text="echo-1 needs you: permission.")
        say(server, "echo-1", "[[permission one]]")
        expect(card).to_contain_text(re.compile(r"permission · [2-9] s"))
        assert notice.count() == 0, "it is before their eyes"
        card.get_by_role("button", name="1 Yes").click()
        until_now(lambda: state(server, "echo-1") == "idle", "the end of the turn")
        page.locator(PANEL).click()
        expect(page.locator("#areyouj-panel")).to_be_hidden()
        say(server, "echo-1", "[[permission two]]")
        expect(notice).to_be_visible()
        shoot(page, "notice")
        prompt = server.get("areyouj/api/sessions/echo-1/status").json()["prompt"]["id"]
        post(server, "sessions/echo-1/answer", {"prompt_id": prompt, "choice": "1"})
        expect(notice).to_have_count(0)
