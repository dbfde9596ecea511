"""Held: why a queue does not move, in plain sentences, and where they are shown."""

from __future__ import annotations

import re

import pytest
from fake_server import FakeServer
from repository import ROOT

from areyouj_jupyter import Crew
from areyouj_jupyter.kernel.replies import reply_status
from areyouj_jupyter.kernel.tables import display
from areyouj_jupyter.kernel.tables.held_queue import WHY, advised, held
from areyouj_jupyter.models import Prompt, StatusModel, StatusReport

FRONT = ROOT / "labextension" / "core" / "held.ts"
TYPED = "There is text in the agent's input line."
CLEAR = "`%areyouj clear writer` clears it and sends the next message."


def status(blocked: str | None, since: float | None = 5.0, **more: object) -> StatusModel:
    return StatusModel(state="idle", since=0.0, blocked=blocked, blocked_since=since, **more)  # type: ignore[arg-type]


def test_a_short_wait_is_not_told_and_a_long_one_is() -> None:
    assert [held(status(reason, None)) for reason in ("busy", "starting", "composer", None)] == [""] * 4
    assert held(status("composer")) == TYPED
    assert held(status("something new")) == "The queue does not move: something new."
    assert held(status("paused", None, paused=True)) == "The queue is paused."


def test_an_open_question_is_told_by_who_shows_it() -> None:
    prompt = Prompt(id="1", kind="permission", text="May I?", choices=[], since=0.0)
    assert held(status("dialog", prompt=prompt)) == ""


def test_the_end_of_a_usage_limit_is_told() -> None:
    assert re.fullmatch(
        r"The agent has reached its usage limit and continues at \w+ \d\d, \d\d:46\.",
        held(status("rate limit", until=1e9)),
    )
    assert held(status("rate limit")) == "The agent has reached its usage limit."


def test_what_to_do_is_said_with_the_agent_s_name() -> None:
    assert advised(status("composer"), "writer") == f"{TYPED} {CLEAR}"
    limit = "The agent has reached its usage limit. `%areyouj interrupt writer` ends the wait."
    assert advised(status("rate limit"), "writer") == limit
    assert advised(status(None), "writer") == ""


def test_the_browser_knows_the_same_reasons() -> None:
    assert set(re.findall(r"^    case '(.*)':$", FRONT.read_text("utf-8"), re.M)) - {
        "clear",
        "resume",
        "restart",
        "interrupt",
    } == set(WHY)


def test_the_tables_and_why_tell_it() -> None:
    assert display.state(status("composer")) == f"○ idle [{TYPED}]"
    report = StatusReport(state="idle", since=0.0, blocked="composer", blocked_since=5.0)
    table = display.evidence(report, "writer")
    assert repr(table).splitlines()[-1] == f"{TYPED} {CLEAR}"
    assert "<p>There is text in the agent&#x27;s input line." in table._repr_html_()


@pytest.mark.parametrize(
    ("told", "hint"),
    [
        (None, ", and the agent is stopped; start it to continue"),
        (
            StatusModel(state="exited", since=0.0, reason="The agent exited with code 3."),
            ", and the agent has ended (The agent exited with code 3); restart it to continue",
        ),
        (
            StatusModel(state="exited", since=0.0, reason="The agent exited with code 3.", until=9.0),
            ", and the agent has ended (The agent exited with code 3); it will be restarted",
        ),
        (status("composer"), f". {TYPED} {CLEAR}"),
        (status("busy", None), ""),
    ],
)
def test_a_reply_tells_what_it_waits_for(told: StatusModel | None, hint: str) -> None:
    assert reply_status.hint(told, "writer") == hint


def test_an_output_of_a_notebook_names_what_holds_its_reply(server: FakeServer, crew: Crew) -> None:
    reply = crew["writer"].send("hello")
    assert reply_status.QUESTION not in reply_status.bundle(reply)
    reply.watch(status("composer"))
    shown = reply_status.bundle(reply)
    named = shown[reply_status.QUESTION]
    assert (named["session"], named["held"]) == (reply.message.session_id, "composer")
    assert "input line" not in named["text"], "the note beside it says so"
    assert "input line" in shown["text/markdown"], "for who has no buttons"
