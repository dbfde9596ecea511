"""Evidence: what hooks, marks, the foreground and the screen tell, weighed into one verdict. Times are numbers."""

from __future__ import annotations

import pytest
from evidence_cases import ASKING, BUSY, DIALOG, HOOKED, HOOKLESS, LIMIT, NOTHING, READY, SHELL, in_turn, ready

from areyouj_jupyter.models import State
from areyouj_jupyter.server.status.evidence import CLOSED, READY_WAIT, Evidence, TurnEnd, Verdict
from areyouj_jupyter.server.status.reset import Reset
from areyouj_jupyter.specs import Fact

# The start


def test_a_new_incarnation_is_starting() -> None:
    assert Evidence(HOOKED).verdict(0) == Verdict("starting", "process")


def test_a_start_is_over_when_the_hook_and_the_screen_say_so() -> None:
    evidence = Evidence(HOOKED)
    evidence.on_hook("Start", {}, 1)
    assert evidence.verdict(1) == Verdict("starting", "hook:Start")
    evidence.on_reading(READY, 2)
    assert evidence.verdict(2) == Verdict("idle", "screen:ready")


def test_the_ready_prompt_alone_starts_no_cli_that_has_a_hook_for_it() -> None:
    evidence = Evidence(HOOKED)
    evidence.on_reading(READY, 5)
    assert evidence.verdict(6) == Verdict("starting", "ready", again=5 + READY_WAIT)
    evidence.on_hook("Start", {}, 7)
    assert evidence.verdict(7).state == "idle"


def test_a_ready_prompt_that_stands_long_makes_up_for_the_missing_hook() -> None:
    evidence = Evidence(HOOKED)
    evidence.on_reading(READY, 5)
    assert evidence.verdict(4.9 + READY_WAIT).state == "starting"
    assert evidence.verdict(5 + READY_WAIT) == Verdict("idle", "screen:ready")


def test_a_ready_prompt_that_goes_away_begins_to_count_anew() -> None:
    evidence = Evidence(HOOKED)
    evidence.on_reading(READY, 5)
    evidence.on_reading(NOTHING, 10)
    evidence.on_reading(READY, 12)
    assert evidence.verdict(6 + READY_WAIT) == Verdict("starting", "ready", again=12 + READY_WAIT)


def test_a_cli_without_hooks_is_ready_as_soon_as_its_prompt_shows() -> None:
    evidence = Evidence(HOOKLESS)
    evidence.on_reading(NOTHING, 1)
    assert evidence.verdict(1).state == "starting"
    evidence.on_reading(READY, 2)
    assert evidence.verdict(2) == Verdict("idle", "screen:ready")


def test_a_dialog_at_the_start_is_shown_and_behind_it_the_start_goes_on() -> None:
    evidence = Evidence(HOOKED)
    evidence.on_reading(DIALOG, 1)
    assert evidence.verdict(1) == ASKING
    evidence.on_reading(READY, 2)
    assert evidence.verdict(2).state == "starting"
    evidence.on_reading(NOTHING, 3)
    assert evidence.verdict(3).state == "starting"
    evidence.on_hook("Start", {}, 4)
    evidence.on_reading(READY, 4)
    assert evidence.verdict(4).state == "idle"


# A turn


def test_hooks_open_and_close_a_turn() -> None:
    evidence = in_turn()
    assert (evidence.turn, evidence.turns, evidence.prompt) == (True, 1, "do it")
    evidence.on_hook("Stop", {"agent": "main", "reply": "done"}, 105)
    assert (evidence.turn, evidence.turns, evidence.ended) == (False, 1, TurnEnd(Fact.FINISHED, "done"))
    assert evidence.verdict(105) == Verdict("busy", "screen:spinner")
    evidence.on_reading(READY, 105.1)
    assert evidence.verdict(105.1) == Verdict("idle", "hook:Stop")


def test_a_failed_turn_tells_why() -> None:
    evidence = in_turn()
    evidence.on_hook("Fail", {"error": "overloaded"}, 105)
    assert evidence.ended == TurnEnd(Fact.FAILED, "overloaded")


@pytest.mark.parametrize("payload", [{}, {"agent": "helper", "reply": "x"}])
def test_a_hook_that_is_not_meant_changes_nothing(payload: dict[str, str]) -> None:
    evidence = in_turn()
    assert evidence.on_hook("Stop", payload, 105) is None
    assert evidence.on_hook("Unheard", {"agent": "main"}, 105) is None
    assert evidence.verdict(105) == Verdict("busy", "hook:Submit")


def test_a_hook_counts_before_the_screen_follows() -> None:
    evidence = ready()
    evidence.on_hook("Submit", {"prompt": "x"}, 100)
    assert evidence.verdict(100) == Verdict("busy", "hook:Submit", again=100 + HOOKED.turn_hold)
    evidence.on_hook("Stop", {"agent": "main"}, 100.2)
    assert evidence.verdict(100.2) == Verdict("idle", "hook:Stop")


def test_a_second_prompt_within_a_turn_is_the_same_turn() -> None:
    evidence = in_turn()
    evidence.on_hook("Submit", {"prompt": "and this"}, 101)
    assert (evidence.turns, evidence.prompt) == (1, "and this")


def test_work_opens_a_turn_that_no_prompt_opened() -> None:
    evidence = ready()
    evidence.on_hook("Tool", {}, 100)
    evidence.on_hook("Tool", {}, 101)
    assert (evidence.turn, evidence.turns) == (True, 1)
    assert evidence.verdict(101).state == "busy"


def test_a_turn_whose_closing_hook_never_comes_is_over_when_the_ready_prompt_has_stood_a_while() -> None:
    evidence = in_turn()
    evidence.on_reading(READY, 110)
    assert evidence.verdict(110) == Verdict("busy", "hook:Submit", again=110 + HOOKED.turn_hold)
    assert evidence.turn
    assert evidence.verdict(110 + HOOKED.turn_hold) == Verdict("idle", "screen:ready")
    assert (evidence.turn, evidence.ended) == (False, TurnEnd(None, ""))


def test_a_hook_while_the_ready_prompt_stands_keeps_the_turn_open() -> None:
    evidence = in_turn()
    evidence.on_reading(READY, 110)
    evidence.on_hook("Tool", {}, 111)
    assert evidence.verdict(110 + HOOKED.turn_hold) == Verdict("busy", "hook:Tool", again=111 + HOOKED.turn_hold)


def test_a_busy_screen_keeps_the_turn_open_however_long() -> None:
    assert in_turn().verdict(10_000) == Verdict("busy", "hook:Submit")


def test_a_new_turn_forgets_how_the_last_one_ended() -> None:
    evidence = in_turn()
    evidence.on_hook("Stop", {"agent": "main", "reply": "one"}, 105)
    evidence.on_hook("Submit", {"prompt": "two"}, 106)
    assert (evidence.turns, evidence.ended) == (2, None)


def test_a_closing_hook_without_a_turn_closes_nothing() -> None:
    evidence = ready()
    evidence.on_hook("Stop", {"agent": "main", "reply": "late"}, 100)
    assert (evidence.turns, evidence.ended) == (0, None)
    assert evidence.verdict(100).state == "idle"


def test_the_screen_alone_tells_of_a_cli_without_hooks() -> None:
    evidence = ready(HOOKLESS)
    evidence.on_accepted(100)
    assert (evidence.turn, evidence.turns) == (True, 1)
    evidence.on_reading(BUSY, 100.1)
    assert evidence.verdict(100.1) == Verdict("busy", "screen:submitted")
    evidence.on_reading(READY, 120)
    assert evidence.verdict(120).state == "busy"
    assert evidence.verdict(120 + HOOKED.turn_hold) == Verdict("idle", "screen:ready")
    assert evidence.ended == TurnEnd(None, "")


def test_a_busy_screen_without_a_turn_is_busy() -> None:
    evidence = ready()
    evidence.on_reading(BUSY, 50)
    assert evidence.verdict(50) == Verdict("busy", "screen:spinner")
    assert not evidence.turn


# The rest


def test_a_screen_that_tells_nothing_leaves_things_as_they_were() -> None:
    evidence = ready()
    evidence.on_reading(NOTHING, 50)
    assert evidence.verdict(50).state == "idle"


def test_a_rate_limit_on_the_screen_holds_though_the_turn_is_over() -> None:
    evidence = in_turn()
    evidence.on_hook("Fail", {"error": "limit"}, 105)
    evidence.on_reading(LIMIT, 105)
    assert evidence.verdict(105) == Verdict("rate_limited", "screen:limit")
    evidence.on_reading(READY, 200)
    assert evidence.verdict(200).state == "idle"


def test_a_program_in_the_foreground_is_busy() -> None:
    evidence = ready(HOOKLESS)
    assert evidence.verdict(50, foreground=True) == Verdict("busy", "foreground")
    assert evidence.verdict(51).state == "idle"


def test_marks_tell_a_shells_prompt_its_command_and_its_end() -> None:
    evidence = Evidence(SHELL)
    evidence.on_reading(NOTHING, 1)
    assert evidence.verdict(1).state == "starting"
    states: list[State] = []
    for mark in "ABCDABC":
        evidence.on_mark(mark, 2)
        states.append(evidence.verdict(2).state)
    assert states == ["starting", "idle", "busy", "busy", "busy", "idle", "busy"]
    assert (evidence.turns, evidence.ended) == (2, None)
    evidence.on_mark("D", 3)
    evidence.on_mark("B", 3)
    assert evidence.ended == TurnEnd(Fact.FINISHED, "")
    assert evidence.verdict(3) == Verdict("idle", "mark:B")


def test_a_prompt_drawn_again_ends_no_command() -> None:
    evidence = Evidence(SHELL)
    for mark in "ABC":
        evidence.on_mark(mark, 1)
    evidence.on_mark("B", 2)
    assert evidence.turn


def test_a_prompt_drawn_again_takes_no_command_and_a_new_one_does() -> None:
    evidence = Evidence(SHELL)
    for offset, mark in enumerate("ABB", 1):
        evidence.on_mark(mark, 1, offset)
    assert evidence.prompted_at == 2
    for offset, mark in enumerate("AB", 4):
        evidence.on_mark(mark, 1, offset)
    assert evidence.prompted_at == 5


def test_two_commands_of_one_text_are_one_turn() -> None:
    evidence = Evidence(SHELL)
    for mark in "ABCDCDAB":
        evidence.on_mark(mark, 1)
    assert (evidence.turns, evidence.turn) == (1, False)


def test_an_agent_that_closed_its_terminal_needs_somebody_until_it_opens_it_again() -> None:
    evidence = Evidence(SHELL)
    evidence.on_mark("B", 1)
    evidence.closed = True
    assert evidence.verdict(2) == Verdict("awaiting_input", "terminal", asked=CLOSED)
    evidence.closed = False
    assert evidence.verdict(3).state == "idle"


def test_a_limit_whose_end_is_not_told_holds_until_it_is_lifted() -> None:
    evidence = Evidence(HOOKED)
    evidence.on_reading(READY, 100)
    evidence.on_hook("Submit", {"prompt": "x"}, 101)
    evidence.on_hook("Fail", {"error": "You hit your limit"}, 102)
    verdict = evidence.verdict(102)
    assert (verdict.state, verdict.resets) == ("rate_limited", Reset(None, None))
    assert verdict.resets is not None and verdict.resets.until(102) is None


def test_a_turn_that_a_limit_ended_leaves_the_limit_until_the_next_turn() -> None:
    evidence = Evidence(HOOKED)
    evidence.on_reading(READY, 100)
    for name, payload in (("Submit", {"prompt": "x"}), ("Fail", {"error": "You hit your limit, resets 8:46pm"})):
        evidence.on_hook(name, payload, 101)
    assert evidence.verdict(102) == Verdict("rate_limited", "hook:Fail", resets=Reset(None, "8:46pm"))
    evidence.on_reading(DIALOG, 103)
    assert evidence.verdict(103).state == "awaiting_input"  # it may ask what to do
    evidence.on_reading(READY, 104)
    assert evidence.verdict(104).state == "rate_limited"
    evidence.on_hook("Submit", {"prompt": "y"}, 105)
    evidence.on_hook("Fail", {"error": "another reason"}, 106)
    assert evidence.verdict(107).state == "idle"
