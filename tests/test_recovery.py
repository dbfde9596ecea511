"""Recovery: which holder is an instance's own, where a server left more than one."""

from __future__ import annotations

from pathlib import Path

from areyouj_jupyter.server.recovery import newest
from areyouj_jupyter.server.terminals import FoundHolder, HolderMeta


def found(session: str, incarnation: int) -> FoundHolder:
    meta = HolderMeta(1, session, incarnation, 10, 11, "/run/control", 0.0)
    return FoundHolder(Path("/run", f"{session}-{incarnation}"), meta, True)


def test_the_recorded_incarnation_is_taken_and_an_older_one_is_not() -> None:
    older, recorded = found("a", 1), found("a", 2)
    assert newest([recorded, older], {"a": 2}) == {"a": recorded}
    assert newest([older], {"a": 2}) == {}


def test_one_that_was_started_before_it_could_be_recorded_is_taken() -> None:
    recorded, started = found("a", 1), found("a", 2)
    assert newest([started, recorded], {"a": 1}) == {"a": started}


def test_a_holder_that_no_instance_knows_is_nobodys() -> None:
    assert newest([found("b", 1)], {"a": 1}) == {}
