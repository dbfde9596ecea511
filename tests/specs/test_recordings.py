"""The recorded streams: our screen shows what xterm.js shows, and each state stands there in both sizes."""

from __future__ import annotations

import re

import pytest
from headless_xterm import xterm_lines
from recording.__main__ import sizes
from recording.cases import CASES
from screen_cases import SCREENS, ScreenCase, screen_cases, unpadded

STREAMS = [case for spec in sorted(SCREENS.iterdir()) for case in screen_cases(spec.name) if case.stream.exists()]
LIMIT = 3 * 1024 * 1024  # bytes of all that is in tests/screens
HOSTS = re.compile(rb"/(?:root|home|work|Users|opt)\b|/tmp/(?!ada\b|cc-socks/\d)")  # paths of a machine that recorded

each_stream = pytest.mark.parametrize("case", STREAMS, ids=lambda case: case.name)


@each_stream
def test_the_recorded_screen_is_what_our_own_shows_after_the_stream(case: ScreenCase) -> None:
    assert case.replayed() == (case.lines, case.expected["title"])


@pytest.mark.slow
def test_our_screen_shows_what_xterm_shows_after_each_stream() -> None:
    theirs = dict(zip((case.name for case in STREAMS), map(unpadded, xterm_lines(STREAMS)), strict=True))
    assert {case.name: case.replayed()[0] for case in STREAMS} == theirs


def test_every_case_of_the_recorder_stands_there_in_its_sizes() -> None:
    wanted = {f"{case.name}-{cols}x{rows}": (rows, cols) for case in CASES for rows, cols in sizes(case)}
    there = {case.name: case.size for case in STREAMS if case.folder.parent.name == "claude"}
    assert len(wanted) >= 60
    assert {name: there.get(name) for name in wanted} == wanted


def test_the_recordings_are_small_and_name_no_machine() -> None:
    files = [path for path in SCREENS.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < LIMIT
    assert [path.parent.name for path in files if HOSTS.search(path.read_bytes())] == []
