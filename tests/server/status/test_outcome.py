"""Outcome: how a turn ended is told apart, by the CLI's own word."""

from __future__ import annotations

from evidence_cases import HOOKED, HOOKLESS, READY, ready

from areyouj_jupyter.server.status.evidence import Evidence
from areyouj_jupyter.server.status.outcome import LENGTH, outcome


def ended(name: str, **payload: str) -> Evidence:
    """After a turn that this hook closed."""
    evidence = ready()
    evidence.on_hook("Submit", {"prompt": "x"}, 20)
    evidence.on_hook(name, payload, 21)
    return evidence


def test_before_the_first_turn_nobody_knows() -> None:
    assert outcome(HOOKED, ready()) == (None, None)


def test_a_turn_is_completed_or_failed_as_its_hook_says() -> None:
    assert outcome(HOOKED, ended("Stop", reply="done", agent="main")) == ("completed", None)
    assert outcome(HOOKED, ended("Fail", error="API error\n 500")) == ("failed", "API error 500")
    assert outcome(HOOKED, ended("Fail", error="")) == ("failed", None)
    why = outcome(HOOKED, ended("Fail", error="x" * 10_000))[1]
    assert why is not None and len(why) == LENGTH


def test_a_turn_that_no_hook_closed_was_interrupted_where_hooks_close_turns() -> None:
    evidence = ready()
    evidence.on_hook("Submit", {"prompt": "x"}, 20)
    evidence.on_reading(READY, 21)
    evidence.verdict(1000)
    assert outcome(HOOKED, evidence) == ("interrupted", None)
    assert outcome(HOOKLESS, evidence) == ("completed", None)
