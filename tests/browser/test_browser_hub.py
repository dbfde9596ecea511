"""The panel behind a JupyterHub: a second server leads to the first, then has its agents, without a reload."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import LOAD_DEADLINE, PANEL, row, shoot
from chromium import WAIT_DEADLINE, fresh_page
from hub_process import hub_process
from playwright.sync_api import expect
from shared_python import SharedPython
from unix_users import unix_users

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


def test_the_panel_of_the_second_server_leads_to_the_first_until_that_ends(
    hub_folder: Path, hub_python: SharedPython
) -> None:
    with (
        unix_users(hub_folder, "eve") as (eve,),
        hub_process(hub_folder / "browsed", hub_python, [eve.pw_name]) as hub,
        fresh_page(hub.url) as page,
    ):
        first, second = hub.server(eve.pw_name), hub.server(eve.pw_name, "second")
        for server in (first, second):
            server.start()
        first.post("agents", {"name": "painter", "spec": "echo", "project_path": ""})
        first.post("sessions", {"agent": "painter"})
        page.goto(f"{hub.url}hub/login", timeout=LOAD_DEADLINE)
        page.get_by_label("Username").fill(eve.pw_name)
        page.get_by_label("Password").fill("none")
        page.get_by_role("button", name="Sign in").click()
        page.goto(f"{hub.url}{second.path}lab?reset", wait_until="domcontentloaded", timeout=LOAD_DEADLINE)
        page.locator(".jp-Launcher").wait_for(timeout=LOAD_DEADLINE)
        page.locator(PANEL).click()
        banner = page.locator(".jp-AreYouJ-banner")
        expect(banner).to_contain_text("Your agents run in another Jupyter server", timeout=WAIT_DEADLINE)
        expect(banner.get_by_role("link")).to_have_attribute("href", hub.url + first.path)
        shoot(page, "second-server")
        first.stop()
        expect(banner).to_have_count(0, timeout=5000)
        expect(row(page, "painter", "idle")).to_be_visible(timeout=WAIT_DEADLINE)
        shoot(page, "second-server-after")
