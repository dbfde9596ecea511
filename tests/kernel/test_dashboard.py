"""The dashboard's Python side: what the page is given, what stays in the notebook, what the kernel passes on."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from jupyter_process import JupyterProcess
from traitlets.config import Config
from waiting import until_now

from areyouj_jupyter import Crew, Dashboard, connect
from areyouj_jupyter.kernel.dashboard.relay import Relay

pytestmark = pytest.mark.slow

WIDGET = "application/vnd.jupyter.widget-view+json"


@pytest.fixture
def crew(jupyter: JupyterProcess) -> Iterator[Crew]:
    with connect(jupyter.url, jupyter.token) as connected:
        yield connected


@pytest.fixture
def said() -> list[dict[str, Any]]:
    """What the page was told."""
    return []


@pytest.fixture
def relay(crew: Crew, said: list[dict[str, Any]]) -> Iterator[Relay]:
    relay = Relay(crew.client, said.append)
    yield relay
    relay.close()


def asked(relay: Relay, said: list[dict[str, Any]], method: str, *path: str, body: Any = None) -> dict[str, Any]:
    """The answer to one request of a page."""
    relay.on_said({"ask": "a1", "method": method, "path": list(path), "query": {}, "body": body})
    answer = said.pop()
    assert answer.pop("answer") == "a1"
    return answer


def test_the_page_is_given_no_key(crew: Crew, jupyter: JupyterProcess) -> None:
    dashboard = Dashboard(crew, height=300)
    state = dashboard.get_state()
    assert jupyter.token not in json.dumps(state)
    assert (state["height"], state["home"].endswith(f":{jupyter.data}")) == (300, True)
    assert "as Terminal" in state["_xterm"]
    dashboard.close()


def test_a_dashboard_shows_a_table_for_readers_without_a_kernel_and_the_widget(crew: Crew) -> None:
    name = f"still-{uuid.uuid4().hex[:8]}"
    crew.agents.create(name, "echo", description="<script>")
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    shell.display_pub = CapturingDisplayPublisher()
    dashboard = Dashboard(crew)
    dashboard._ipython_display_()
    still, widget = (output["data"] for output in shell.display_pub.outputs)
    InteractiveShell.clear_instance()
    assert name in still["text/plain"]
    assert f'<div id="{dashboard.still}">' in still["text/html"]
    assert "<script>" not in still["text/html"]
    assert set(still) == {"text/plain", "text/html"}
    assert widget["text/plain"] == f"<Dashboard of {crew.url}>"
    assert widget[WIDGET]["model_id"] == dashboard.model_id
    crew.agents.delete(name)
    dashboard.close()


def test_a_request_is_passed_on_with_its_answer_or_its_failure(relay: Relay, said: list[dict[str, Any]]) -> None:
    name = f"relayed-{uuid.uuid4().hex[:8]}"
    made = asked(relay, said, "POST", "agents", body={"name": name, "spec": "echo"})["data"]
    assert made["name"] == name
    assert asked(relay, said, "GET", "agents", name) == {"data": made}
    assert asked(relay, said, "DELETE", "agents", name) == {"data": None}
    failure = asked(relay, said, "GET", "agents", name)["failure"]
    assert failure == {"message": f"There is no agent '{name}'.", "reason": "AgentNotFound"}


@pytest.mark.parametrize("path", [("..", "..", "api", "contents"), ("agents", "."), ("", "etc")])
def test_a_path_that_leads_out_of_the_interface_is_refused(
    relay: Relay, said: list[dict[str, Any]], path: tuple[str, ...]
) -> None:
    assert asked(relay, said, "GET", *path)["failure"]["reason"] == "Malformed"


def test_a_slash_in_a_name_stays_in_its_part_of_the_path(relay: Relay, said: list[dict[str, Any]]) -> None:
    assert asked(relay, said, "GET", "agents", "../../../api/status")["failure"]["reason"] != "Malformed"


def test_events_begin_with_a_snapshot_for_each_page_that_wants_them(
    crew: Crew, relay: Relay, said: list[dict[str, Any]]
) -> None:
    def types() -> list[str]:
        return [content["event"]["type"] for content in said if "event" in content]

    relay.on_said({"follow": True})
    until_now(lambda: types() == ["snapshot"], "the first page's snapshot")
    relay.on_said({"follow": True})
    until_now(lambda: types() == ["snapshot", "snapshot"], "the second page's snapshot")
    name = f"told-{uuid.uuid4().hex[:8]}"
    crew.agents.create(name, "echo")
    until_now(lambda: types()[2:] == ["agent-changed"], "the new agent, once")
    relay.close()
    crew.agents.delete(name)
    assert {"lost": True} not in said
