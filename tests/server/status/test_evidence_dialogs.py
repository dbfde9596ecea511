"""Evidence of dialogs: what waits for a person, as hooks announce it and the screen shows it."""

from __future__ import annotations

import pytest
from evidence_cases import ASKING, BUSY, DIALOG, HOOKED, NOTHING, READY, SHOWN, in_turn, ready

from areyouj_jupyter.server.status.evidence import ASK_GRACE, DRAWING, UNREAD, UNREAD_WAIT, Evidence, Verdict
from areyouj_jupyter.server.status.program_status import Report
from areyouj_jupyter.server.status.reading import Reading, Shown

HALF = Reading("awaiting_input", "permission", Shown(SHOWN.dialog, "May", (), unfinished=True))


@pytest.mark.parametrize("hook", ["Start", "Submit", "Tool", "Stop", "Fail", "Note", None])
@pytest.mark.parametrize("busy", [True, False])
def test_a_dialog_on_the_screen_beats_everything(hook: str | None, busy: bool) -> None:
    evidence = in_turn() if busy else ready()
    evidence.on_reading(DIALOG, 110)
    if hook:
        evidence.on_hook(hook, {"agent": "main"}, 111)
    assert evidence.verdict(111) == ASKING
    assert evidence.verdict(10_000) == ASKING


@pytest.mark.parametrize(("hook", "kind"), [("Ask", "permission"), ("Query", "question")])
def test_a_dialog_is_known_from_its_hook_before_it_shows(hook: str, kind: str) -> None:
    evidence = in_turn()
    evidence.on_hook(hook, {}, 110)
    assert evidence.verdict(110) == Verdict("awaiting_input", f"hook:{hook}", None, kind, again=110 + ASK_GRACE)
    evidence.on_reading(DIALOG, 110.1)
    assert evidence.verdict(110.1) == ASKING


def test_a_dialog_that_a_hook_announced_and_that_never_shows_is_given_up() -> None:
    evidence = in_turn()
    evidence.on_hook("Ask", {}, 110)
    assert evidence.verdict(109.9 + ASK_GRACE).state == "awaiting_input"
    assert evidence.verdict(110 + ASK_GRACE) == Verdict("busy", "hook:Ask")
    assert evidence.verdict(110).state == "busy"


def test_a_note_does_not_take_an_announced_dialog_back() -> None:
    evidence = in_turn()
    evidence.on_hook("Ask", {}, 110)
    assert evidence.on_hook("Note", {}, 110.1)
    assert evidence.verdict(110.2) == Verdict("awaiting_input", "hook:Ask", None, "permission", again=110 + ASK_GRACE)


def test_when_an_announced_dialog_has_come_and_gone_nothing_is_awaited_any_more() -> None:
    evidence = in_turn()
    evidence.on_hook("Ask", {}, 110)
    evidence.on_reading(DIALOG, 110.1)
    evidence.on_reading(BUSY, 110.5)
    assert evidence.verdict(110.5) == Verdict("busy", "hook:Ask")


def test_a_dialog_that_is_gone_is_gone_though_the_screen_tells_nothing_else() -> None:
    evidence = ready()
    evidence.on_reading(DIALOG, 50)
    assert evidence.verdict(50) == ASKING
    evidence.on_reading(NOTHING, 51)
    assert evidence.verdict(51).state == "busy"
    evidence.on_reading(READY, 52)
    assert evidence.verdict(52).state == "idle"


@pytest.mark.parametrize("before", [BUSY, DIALOG])
def test_a_dialog_that_is_half_drawn_is_told_and_its_question_when_it_is_whole(before: Reading) -> None:
    evidence = in_turn()
    evidence.on_reading(before, 109)
    evidence.on_reading(HALF, 110)
    evidence.on_reading(HALF, 110.1)
    waiting = Verdict("awaiting_input", "screen:permission", None, "permission", again=110 + DRAWING)
    assert evidence.verdict(110.1) == waiting
    evidence.on_reading(DIALOG, 110.2)
    assert evidence.verdict(110.2) == ASKING


def test_a_dialog_that_stays_as_if_half_drawn_can_be_answered() -> None:
    evidence = in_turn()
    evidence.on_reading(BUSY, 109.9)
    evidence.on_reading(HALF, 110)
    assert evidence.verdict(109.9 + DRAWING).shown is None
    assert evidence.verdict(110 + DRAWING).shown == HALF.shown


@pytest.mark.parametrize("announcement", ["hook", "report"])
def test_an_announced_dialog_is_looked_for_until_it_shows(announcement: str) -> None:
    evidence = in_turn()
    assert not evidence.announced
    if announcement == "hook":
        evidence.on_hook("Ask", {}, 110)
    else:
        evidence.on_report(Report("blocked", "permission"), 110)
    assert evidence.announced
    evidence.on_reading(DIALOG, 110.2)
    assert not evidence.announced


# What no spec knows

STRANGE = Reading(unread="Accept the new terms?")
UNKNOWN = Verdict("awaiting_input", "screen:unread", Shown(UNREAD["question"], "Accept the new terms?", ()), "question")


@pytest.mark.parametrize("evidence", [Evidence(HOOKED), ready(), in_turn()], ids=["starting", "idle", "busy"])
def test_a_screen_that_nobody_knows_and_that_stands_still_waits_for_a_person(evidence: Evidence) -> None:
    evidence.on_reading(STRANGE, 110)
    before = evidence.verdict(110)
    assert (before.state != "awaiting_input", before.again) == (True, 110 + UNREAD_WAIT)
    evidence.on_reading(STRANGE, 112)
    assert evidence.verdict(110 + UNREAD_WAIT) == UNKNOWN
    evidence.on_reading(NOTHING, 120)
    assert evidence.verdict(120).state == ("starting" if before.state == "starting" else "busy")


def test_a_screen_that_changes_is_no_dialog() -> None:
    evidence = ready()
    for now in range(100, 130):
        evidence.on_reading(Reading(unread=f"Downloading {now} %"), now)
        assert evidence.verdict(now).state == "idle"


def test_a_screen_on_which_the_cli_says_that_it_works_is_no_dialog() -> None:
    evidence = in_turn()
    evidence.on_report(Report("working"), 100)
    evidence.on_reading(STRANGE, 110)
    assert evidence.verdict(1000) == Verdict("busy", "hook:Submit")


@pytest.mark.parametrize("hook", ["Ask", "Query"])
def test_a_dialog_that_a_hook_announced_and_nobody_knows_is_told_without_a_break(hook: str) -> None:
    evidence = in_turn()
    evidence.on_hook(hook, {}, 110)
    evidence.on_reading(STRANGE, 110.2)
    assert evidence.verdict(110.2).state == "awaiting_input"
    assert evidence.verdict(110 + ASK_GRACE).state == "awaiting_input"
    assert evidence.verdict(110.1 + UNREAD_WAIT).state == "awaiting_input"
    asked = {"Ask": "permission", "Query": "question"}[hook]
    told = Verdict("awaiting_input", "screen:unread", Shown(UNREAD[asked], "Accept the new terms?", ()), asked)
    assert evidence.verdict(110.2 + UNREAD_WAIT) == told
    assert evidence.verdict(1000) == told


def test_a_reported_dialog_that_nobody_knows_shows_what_the_screen_says() -> None:
    evidence = in_turn()
    evidence.on_report(Report("blocked", "permission", "May I?"), 110)
    evidence.on_reading(STRANGE, 110.2)
    assert evidence.verdict(110.2) == Verdict(
        "awaiting_input", "report:blocked", asked="permission", again=110.2 + UNREAD_WAIT
    )
    shown = Shown(UNREAD["permission"], "Accept the new terms?", ())
    assert evidence.verdict(110.2 + UNREAD_WAIT) == Verdict("awaiting_input", "screen:unread", shown, "permission")
