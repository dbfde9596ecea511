"""Standing: since when, seen or not, and the open prompt. The clock is a plain number."""

from __future__ import annotations

import pytest

from areyouj_jupyter.models import Choice, Prompt, State
from areyouj_jupyter.server.sessions.session_status import STORED, SessionStatus
from areyouj_jupyter.server.status.evidence import Verdict
from areyouj_jupyter.server.status.reading import Shown
from areyouj_jupyter.server.status.reset import Reset
from areyouj_jupyter.specs import Dialog

IDLE_HOLD = 0.3
DIALOG = Dialog("permission", "permission", "x")
IDLE, BUSY = Verdict("idle", "hook:Stop"), Verdict("busy", "hook:Submit")
SCREEN_IDLE = Verdict("idle", "screen:ready")


class Clock:
    """Shows what it is told."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def asking(text: str, dialog: Dialog = DIALOG) -> Verdict:
    """A dialog on the screen."""
    choices = (Choice(key="1", label="Yes"), Choice(key="2", label="No"))
    return Verdict("awaiting_input", f"screen:{dialog.name}", Shown(dialog, text, choices), dialog.kind)


def standing(*verdicts: Verdict) -> tuple[SessionStatus, Clock]:
    """After these verdicts, a second apart from each other."""
    clock = Clock()
    made = SessionStatus(clock, IDLE_HOLD)
    for verdict in verdicts:
        clock.now += 1
        made.on_verdict(verdict)
    return made, clock


def prompt_of(made: SessionStatus) -> Prompt:
    """The open prompt."""
    assert made.status.prompt is not None
    return made.status.prompt


def test_it_begins_as_starting_and_seen() -> None:
    status = standing()[0].status
    assert (status.state, status.since, status.seen, status.evidence) == ("starting", 1000.0, True, "process")


def test_since_is_when_the_state_began_and_not_when_it_was_last_judged() -> None:
    made, _ = standing(IDLE, BUSY, BUSY, Verdict("busy", "hook:Tool"))
    assert (made.status.since, made.status.evidence) == (1002.0, "hook:Tool")


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        ([IDLE], True),
        ([IDLE, BUSY], True),
        ([IDLE, BUSY, IDLE], False),
        ([IDLE, BUSY, IDLE, IDLE], False),
        ([IDLE, BUSY, IDLE, BUSY], True),
        ([IDLE, BUSY, asking("May I?")], False),
        ([IDLE, BUSY, asking("May I?"), BUSY], True),
        ([IDLE, BUSY, asking("May I?"), IDLE], False),
        ([asking("Trust?", Dialog("trust", "trust", "x")), IDLE], True),
        ([IDLE, BUSY, Verdict("rate_limited", "screen:limit"), IDLE], True),
    ],
)
def test_news_are_unseen_until_somebody_looks(path: list[Verdict], seen: bool) -> None:
    made, _ = standing(*path)
    assert made.status.seen is seen
    made.on_seen()
    assert made.status.seen
    made.on_verdict(path[-1])
    assert made.status.seen


def test_another_question_right_after_the_first_is_news_again() -> None:
    made, _ = standing(BUSY, asking("May I?"))
    made.on_seen()
    made.on_verdict(asking("And this?"))
    assert not made.status.seen


def test_a_prompt_keeps_its_id_while_the_selection_moves() -> None:
    made, _ = standing(BUSY, asking("│ May I?\n│ ❯ 1. Yes\n│   2. No"))
    first = prompt_of(made)
    made.on_verdict(asking("│ May I?\n│   1. Yes\n│ ❯ 2. No"))
    assert prompt_of(made) == first
    assert (first.kind, first.since, [choice.key for choice in first.choices]) == ("permission", 1002.0, ["1", "2"])


def test_a_dialog_that_is_still_drawn_is_told_at_once_and_can_be_answered_when_it_is_whole() -> None:
    half = Verdict("awaiting_input", "screen:permission", None, "permission")
    made, _ = standing(BUSY, half)
    assert (made.status.state, made.status.reason, made.status.prompt) == ("awaiting_input", "permission", None)
    made.on_verdict(asking("May I?"))
    assert prompt_of(made).since == 1002.0


@pytest.mark.parametrize(
    "other",
    [asking("May I, again?"), asking("May I?", Dialog("trust", "trust", "x"))],
)
def test_another_question_has_another_id(other: Verdict) -> None:
    made, clock = standing(BUSY, asking("May I?"))
    first = prompt_of(made)
    clock.now += 5
    made.on_verdict(other)
    assert prompt_of(made).id != first.id
    assert prompt_of(made).since == 1007.0
    assert made.status.since == 1002.0


def test_the_same_question_asked_again_has_another_id() -> None:
    made, _ = standing(BUSY, asking("May I?"))
    first = prompt_of(made)
    made.on_verdict(BUSY)
    assert made.status.prompt is None
    made.on_verdict(asking("May I?"))
    assert prompt_of(made).id != first.id


def test_a_dialog_that_only_a_hook_announced_has_a_kind_and_no_prompt_yet() -> None:
    made, _ = standing(BUSY, Verdict("awaiting_input", "hook:Ask", None, "permission"))
    assert (made.status.state, made.status.reason, made.status.prompt) == ("awaiting_input", "permission", None)
    made.on_seen()
    made.on_verdict(asking("May I?"))
    assert not made.status.seen


def test_an_idle_that_only_the_screen_tells_is_held_briefly() -> None:
    made, clock = standing(IDLE, BUSY)
    assert made.on_verdict(SCREEN_IDLE) == IDLE_HOLD
    assert made.status.state == "busy"
    clock.now += IDLE_HOLD - 0.1
    assert made.on_verdict(SCREEN_IDLE) == pytest.approx(0.1)
    clock.now += 0.11
    assert made.on_verdict(SCREEN_IDLE) is None
    assert (made.status.state, made.status.seen) == ("idle", False)


def test_a_flapping_screen_is_busy_all_the_time() -> None:
    made, clock = standing(IDLE, BUSY)
    for _ in range(5):
        assert made.on_verdict(SCREEN_IDLE) == IDLE_HOLD
        clock.now += IDLE_HOLD / 2
        assert made.on_verdict(BUSY) is None
        clock.now += IDLE_HOLD
    assert (made.status.state, made.status.since) == ("busy", 1002.0)


@pytest.mark.parametrize("start", [0.0, 1000.0])
def test_a_clock_that_is_set_back_holds_an_idle_no_longer(start: float) -> None:
    made, clock = standing(IDLE, BUSY)
    clock.now = start
    made.on_verdict(SCREEN_IDLE)
    clock.now = start - 3600
    assert made.on_verdict(SCREEN_IDLE) == IDLE_HOLD
    clock.now += IDLE_HOLD
    assert made.on_verdict(SCREEN_IDLE) is None


def test_a_hooks_idle_and_a_block_are_told_at_once() -> None:
    made, _ = standing(IDLE, BUSY)
    assert made.on_verdict(IDLE) is None
    assert made.status.state == "idle"
    made, _ = standing(IDLE, BUSY)
    made.on_verdict(SCREEN_IDLE)
    assert made.on_verdict(asking("May I?")) is None
    assert made.status.state == "awaiting_input"


def test_the_end_is_news_unless_somebody_asked_for_it() -> None:
    crashed, _ = standing(BUSY)
    crashed.on_exit("The agent exited with code 3.")
    assert (crashed.status.state, crashed.status.reason, crashed.status.seen) == (
        "exited",
        "The agent exited with code 3.",
        False,
    )
    stopped, _ = standing(BUSY)
    stopped.on_stopping()
    assert stopped.status.state == "stopping"
    stopped.on_exit("stopped by a user")
    assert (stopped.status.state, stopped.status.seen) == ("exited", True)


def test_an_end_leaves_no_prompt_and_a_new_start_no_reason() -> None:
    made, clock = standing(BUSY, asking("May I?"))
    made.on_exit("gone")
    assert made.status.prompt is None
    clock.now += 1
    made.on_start(reduced=True)
    assert (made.status.state, made.status.reason, made.status.reduced, made.status.since) == (
        "starting",
        None,
        True,
        1003,
    )


def test_the_queues_side_is_kept_through_verdicts() -> None:
    made, _ = standing(IDLE)
    made.on_queue(paused=False, blocked="busy")
    made.on_verdict(BUSY)
    assert (made.status.paused, made.status.blocked) == (False, "busy")
    made.on_queue(paused=True, blocked="busy")
    assert (made.status.paused, made.status.blocked) == (True, "paused")
    made.on_queue(paused=False, blocked=None)
    assert (made.status.paused, made.status.blocked) == (False, None)


def test_every_state_of_a_living_session_has_a_stored_one() -> None:
    living: set[State] = {"starting", "idle", "busy", "awaiting_input", "rate_limited", "stopping"}
    assert set(STORED) == living


def test_a_limit_has_the_end_that_was_told_first_and_a_later_one_its_own() -> None:
    made, clock = standing()

    def told(reset: Reset) -> float | None:
        return made.on_verdict(Verdict("rate_limited", "screen:limit", resets=reset))

    assert told(Reset(30, None)) == 30
    clock.now += 10
    assert told(Reset(19, None)) == 20  # the screen counts down, a little late
    assert (made.status.until, made.limit_over) == (1030.0, False)
    clock.now += 21
    assert made.limit_over
    assert told(Reset(25, None)) == 25
    assert made.status.until == 1031.0 + 25


def test_a_limit_that_stands_there_after_its_end_is_not_told_as_tomorrows() -> None:
    made, clock = standing()
    verdict = Verdict("rate_limited", "screen:limit", resets=Reset(None, "8:46pm"))
    made.on_verdict(verdict)
    end = made.status.until
    assert end is not None
    clock.now = end + 5
    assert made.on_verdict(verdict) == 55  # it is told by the minute, and may last to its end
    assert (made.status.until, made.limit_over) == (end, False)
    clock.now = end + 61
    assert made.on_verdict(verdict) is None
    assert (made.status.until, made.limit_over) == (end, True)
    made.on_verdict(IDLE)
    assert made.status.until is None


def test_a_prompt_tells_whether_it_takes_a_text() -> None:
    made, _ = standing(asking("May I?"))
    assert not prompt_of(made).takes_text
    made, _ = standing(asking("What?", Dialog("question", "question", "x", text_answer="t{text}<Enter>")))
    assert prompt_of(made).takes_text
