"""Agents of a data folder: which of them is meant, and how they are listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from areyouj_jupyter.errors import AreYouJError, NameAmbiguous, SessionNotFound
from areyouj_jupyter.holders import UNKNOWN, HeldAgent, picked, table
from areyouj_jupyter.server.terminals import FoundHolder, HolderMeta


def held_agent(id: str, name: str, spec: str = "shell", seconds: float = 0.0, size: int | None = 0) -> HeldAgent:
    meta = HolderMeta(
        version=1, session_id=id, incarnation=1, holder_pid=1, pid=42, control_socket="/nowhere", at=seconds
    )
    return HeldAgent(FoundHolder(Path(), meta, True), name, spec, seconds, size)


AGENTS = [
    held_agent("aa11", "writer"),
    held_agent("aa22", "Writer"),
    held_agent("bb33", "critic"),
    held_agent("cc", UNKNOWN),
]


@pytest.mark.parametrize(
    ("refs", "ids"),
    [
        (["bb33"], ["bb33"]),
        (["b"], ["bb33"]),
        (["WRITER"], ["aa11", "aa22"]),
        (["critic", "bb33", "aa1"], ["bb33", "aa11"]),
        ([], []),
    ],
)
def test_an_agent_is_named_by_its_id_the_beginning_of_it_or_its_name(refs: list[str], ids: list[str]) -> None:
    assert [agent.id for agent in picked(AGENTS, refs)] == ids


@pytest.mark.parametrize(
    ("ref", "error"),
    [("aa", NameAmbiguous), ("zz", SessionNotFound), ("", SessionNotFound), (UNKNOWN, SessionNotFound)],
)
def test_what_names_none_or_several_is_refused(ref: str, error: type[AreYouJError]) -> None:
    with pytest.raises(error, match=r"starts with 'aa'" if error is NameAmbiguous else r"`areyouj holders` lists them"):
        picked(AGENTS, [ref])


def test_the_table_says_how_long_and_how_much() -> None:
    rows = [
        held_agent("aa", "writer", "claude", 7.9, 120_400_000),
        held_agent("bb", "c", "shell", 12 * 60 + 5, 9_900_000),
        held_agent("cc", "d", "shell", 3 * 3600 + 5 * 60, None),
        held_agent("dd", "e", "shell", 49 * 3600, 1),
    ]
    assert table(rows) == [
        "AGENT   SPEC    SESSION  PID  RUNS FOR   MEMORY",
        "writer  claude  aa       42   7 s        120 MB",
        "c       shell   bb       42   12 min     10 MB",
        "d       shell   cc       42   3 h 5 min  ?",
        "e       shell   dd       42   2 d 1 h    0 MB",
    ]
    assert table([]) == []
