"""Evidence of a CLI's own reports: below its hooks, above its file and the screen, and never against a dialog."""

from __future__ import annotations

import pytest
from evidence_cases import ASKING, BUSY, DIALOG, HOOKED, HOOKLESS, NOTHING, READY, in_turn, ready

from areyouj_jupyter.server.status.evidence import HOOK_GRACE, REPORT_TRUST, Evidence, TurnEnd, Verdict
from areyouj_jupyter.server.status.program_status import Report
from areyouj_jupyter.server.status.reading import Reset
from areyouj_jupyter.specs import Fact, Told

WORKING, IDLE, DONE, ERROR, CLEAR = (Report(state) for state in ("working", "idle", "done", "error", "clear"))  # type: ignore[arg-type] # states
MAY, WHICH, LOGIN = (Report("blocked", kind, "May I?") for kind in ("permission", "question", "auth"))
BLOCKED = Verdict("awaiting_input", "report:blocked", asked="permission")


def working(now: float = 100.0) -> Evidence:
    """In a turn of which hook, report and screen tell."""
    evidence = in_turn(now)
    evidence.on_report(WORKING, now)
    return evidence


def hookless(now: float = 100.0) -> Evidence:
    """In a turn of a CLI whose hooks are disabled."""
    evidence = ready(HOOKLESS)
    evidence.on_report(WORKING, now)
    evidence.on_accepted(now + 0.2)
    evidence.on_reading(BUSY, now + 0.3)
    return evidence


# Ends


def test_an_interrupt_is_told_at_once_and_the_screen_follows() -> None:
    evidence = working()
    evidence.on_report(IDLE, 103)
    assert evidence.verdict(103) == Verdict("busy", "screen:spinner")
    assert (evidence.turn, evidence.ended) == (False, TurnEnd(Fact.INTERRUPTED, "", reported=True))
    evidence.on_reading(READY, 103.1)
    assert evidence.verdict(103.1) == Verdict("idle", "report:idle")


def test_a_refusal_ends_the_turn_too() -> None:
    evidence = working()
    evidence.on_hook("Ask", {}, 102)
    evidence.on_report(MAY, 102)
    evidence.on_reading(DIALOG, 102.1)
    assert evidence.verdict(102.1) == ASKING
    evidence.on_report(IDLE, 104)
    assert evidence.verdict(104) == ASKING  # until the screen is read again
    evidence.on_reading(READY, 104.05)
    assert evidence.verdict(104.05) == Verdict("idle", "report:idle")
    assert evidence.ended == TurnEnd(Fact.INTERRUPTED, "", reported=True)


@pytest.mark.parametrize(("report", "fact"), [(DONE, Fact.FINISHED), (ERROR, Fact.FAILED)])
def test_the_hook_of_the_same_end_comes_first_and_a_lost_one_is_made_up_for(report: Report, fact: Fact) -> None:
    evidence = working()
    evidence.on_reading(READY, 103)
    evidence.on_report(report, 103)
    assert evidence.verdict(103) == Verdict("busy", "hook:Submit", again=103 + HOOK_GRACE)
    assert evidence.verdict(103 + HOOK_GRACE) == Verdict("idle", f"report:{report.state}")
    assert evidence.ended == TurnEnd(fact, "", reported=True)


def test_a_hook_that_closes_the_turn_says_more_than_the_report() -> None:
    evidence = working()
    evidence.on_report(DONE, 103)
    evidence.on_hook("Stop", {"agent": "main", "reply": "done"}, 103.1)
    evidence.on_reading(READY, 103.1)
    assert evidence.verdict(104) == Verdict("idle", "hook:Stop")
    assert evidence.ended == TurnEnd(Fact.FINISHED, "done")


def test_without_hooks_a_report_ends_the_turn_at_once() -> None:
    evidence = hookless()
    evidence.on_report(Report("error", "", "API Error: 400"), 103)
    evidence.on_reading(READY, 103)
    assert evidence.verdict(103) == Verdict("idle", "report:error")
    assert evidence.ended == TurnEnd(Fact.FAILED, "API Error: 400", reported=True)


def test_the_end_of_an_earlier_turn_that_is_repeated_ends_nothing() -> None:
    evidence = working()
    evidence.on_report(ERROR, 103)
    evidence.on_hook("Fail", {"error": "overloaded"}, 103)
    evidence.on_hook("Submit", {"prompt": "again"}, 110)
    evidence.on_reading(BUSY, 110)
    evidence.on_report(ERROR, 110.1)
    assert evidence.verdict(110.1 + HOOK_GRACE) == Verdict("busy", "hook:Submit")
    evidence.on_report(WORKING, 110.2)
    assert evidence.turn


def test_a_limit_is_read_from_the_report_where_no_hook_told() -> None:
    evidence = working()
    evidence.on_report(Report("error", "", "You hit your limit, resets 8pm"), 103)
    evidence.on_reading(READY, 103)
    assert evidence.verdict(103 + HOOK_GRACE).state == "rate_limited"
    assert evidence.limit == Reset(None, "8pm")


# Work


def test_work_without_a_turn_is_busy_and_opens_none() -> None:
    evidence = ready()
    evidence.on_reading(NOTHING, 50)
    evidence.on_report(WORKING, 50)
    assert evidence.verdict(50) == Verdict("busy", "report:working")
    assert not evidence.turn
    evidence.on_report(DONE, 55)
    evidence.on_reading(READY, 55)
    assert evidence.verdict(55) == Verdict("idle", "report:done")
    assert evidence.ended is None


def test_what_goes_on_in_the_background_after_a_turn_is_not_busy() -> None:
    evidence = working()
    evidence.on_hook("Stop", {"agent": "main"}, 103)
    evidence.on_reading(READY, 103)
    evidence.on_report(Report("working", "", "1 shell still running"), 103.2)
    assert evidence.verdict(103.2) == Verdict("idle", "hook:Stop")


def test_an_interrupt_while_something_goes_on_in_the_background_is_told_by_the_file() -> None:
    evidence = working()
    evidence.on_reading(READY, 103)
    evidence.on_report(Report("working", "", "1 shell still running"), 103)
    evidence.on_file(Told("idle", 0), 103, 103.1)
    assert evidence.verdict(104).state == "idle"


def test_work_is_believed_for_long_though_the_ready_prompt_is_shown() -> None:
    evidence = working()
    evidence.on_reading(READY, 103)
    assert evidence.verdict(102.9 + REPORT_TRUST).state == "busy"
    assert evidence.verdict(103 + REPORT_TRUST).state == "idle"
    evidence = ready(HOOKLESS)
    evidence.on_report(WORKING, 100)
    assert evidence.verdict(100) == Verdict("busy", "report:working", again=100 + REPORT_TRUST)
    assert evidence.verdict(100 + REPORT_TRUST).state == "idle"


def test_work_speaks_against_a_file_that_tells_of_a_dialog() -> None:
    evidence = working()
    evidence.on_reading(NOTHING, 103)
    evidence.on_file(Told("awaiting_input", 0), 103, 110)
    assert evidence.verdict(110).state == "busy"
    evidence.on_report(CLEAR, 111)
    assert evidence.verdict(111).state == "awaiting_input"


# Dialogs


@pytest.mark.parametrize(("report", "asked"), [(MAY, "permission"), (WHICH, "question"), (LOGIN, "login")])
def test_what_it_waits_for_is_told_before_the_screen_shows_it_and_as_long_as_it_waits(
    report: Report, asked: str
) -> None:
    evidence = working()
    evidence.on_report(report, 102)
    assert evidence.verdict(102) == Verdict("awaiting_input", "report:blocked", asked=asked)
    assert evidence.verdict(10_000) == Verdict("awaiting_input", "report:blocked", asked=asked)
    evidence.on_report(WORKING, 10_001)
    assert evidence.verdict(10_001).state == "busy"


def test_before_the_start_it_asks_about_the_folder() -> None:
    evidence = Evidence(HOOKED)
    evidence.on_report(MAY, 1)
    assert evidence.verdict(1) == Verdict("awaiting_input", "report:blocked", asked="trust")
    evidence.on_report(CLEAR, 2)
    evidence.on_reading(NOTHING, 2)
    assert evidence.verdict(2).state == "starting"


def test_a_cli_whose_hooks_are_disabled_is_ready_when_it_reports_to_be_idle() -> None:
    evidence = Evidence(HOOKED)
    evidence.on_reading(READY, 1)
    assert evidence.verdict(1).state == "starting"
    evidence.on_report(IDLE, 2)
    assert evidence.verdict(2) == Verdict("idle", "report:idle")


def test_an_answer_takes_back_what_a_hook_announced() -> None:
    evidence = working()
    evidence.on_hook("Ask", {}, 102)
    evidence.on_report(MAY, 102)
    evidence.on_report(WORKING, 102.5)
    assert evidence.verdict(102.5).state == "busy"


@pytest.mark.parametrize("hook", ["Stop", "Fail", "Submit", "Tool"])
def test_a_later_hook_ends_a_reported_dialog(hook: str) -> None:
    evidence = working()
    evidence.on_report(MAY, 102)
    evidence.on_reading(READY, 102)
    assert evidence.verdict(102).state == "awaiting_input"
    evidence.on_hook(hook, {"agent": "main"}, 103)
    assert evidence.verdict(103).state != "awaiting_input"


def test_a_reported_dialog_is_not_believed_for_ever_against_the_ready_prompt() -> None:
    evidence = ready()
    evidence.on_report(MAY, 50)
    assert evidence.verdict(50) == Verdict(
        "awaiting_input", "report:blocked", asked="permission", again=50 + REPORT_TRUST
    )
    assert evidence.verdict(50 + REPORT_TRUST).state == "idle"
