"""Reset: the words in which CLIs tell when a usage limit ends."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areyouj_jupyter.server.status.reset import Reset
from areyouj_jupyter.specs.claude import SPEC

LIMIT = SPEC.hooks["StopFailure"].limit or ""
NOW = datetime(2026, 11, 29, 19, 47, 20, tzinfo=UTC)  # a Sunday


@pytest.mark.parametrize(
    ("clock", "later"),
    [("7:47pm", 0), ("7:46pm", 24 * 60 - 1), ("7:48pm", 1), ("8pm", 13), ("19:47", 0), ("1am", 5 * 60 + 13)],
)
def test_a_time_of_day_is_this_minute_or_the_next_such_one(clock: str, later: int) -> None:
    minute = datetime(2026, 11, 21, 19, 47).astimezone().timestamp()
    assert Reset(None, clock).until(minute + 20) == minute + later * 60


@pytest.mark.parametrize(
    ("words", "then"),
    [
        ("Dec 3, 7:38am (UTC)", "2026-12-03T07:38+00:00"),
        ("December 3 at 07:38 UTC", "2026-12-03T07:38+00:00"),
        ("3 Dec 7:38 GMT", "2026-12-03T07:38+00:00"),
        ("on Dec 3 at 7am (Asia/Seoul)", "2026-12-03T07:00+09:00"),
        ("8:46pm (UTC)", "2026-11-29T20:46+00:00"),
        ("8:46 p.m. UTC", "2026-11-29T20:46+00:00"),
        ("7pm UTC", "2026-11-30T19:00+00:00"),
        ("10pm (America/New_York)", "2026-11-29T22:00-05:00"),
        ("Jan 2, 12am (UTC)", "2027-01-02T00:00+00:00"),
        ("Jan 2 (UTC)", "2027-01-02T00:00+00:00"),
        ("2026-12-01T09:30Z", "2026-12-01T09:30+00:00"),
        ("2026-12-01 09:30:15 UTC", "2026-12-01T09:30+00:00"),
        ("tomorrow at 09:00 UTC", "2026-11-30T09:00+00:00"),
        ("Tuesday 12:30pm UTC", "2026-12-01T12:30+00:00"),
        ("Sun 9am UTC", "2026-12-06T09:00+00:00"),
        ("at UTC midnight", "2026-11-30T00:00+00:00"),
        ("at noon (UTC)", "2026-11-30T12:00+00:00"),
        ("at 23 (UTC)", "2026-11-29T23:00+00:00"),
    ],
)
def test_a_moment_is_read_with_its_date_and_its_zone(words: str, then: str) -> None:
    assert Reset(None, words).until(NOW.timestamp()) == datetime.fromisoformat(then).timestamp()


@pytest.mark.parametrize(
    ("words", "seconds"), [("in 45s", 45), ("in 3 hours 20 min", 12000), ("in 2d 1h", 176400), ("in 5 minutes", 300)]
)
def test_a_span_counts_from_now(words: str, seconds: float) -> None:
    assert Reset(None, words).until(1000) == 1000 + seconds


@pytest.mark.parametrize("words", ["next month", "soon", "", "Feb 30, 7am (UTC)", "at 25:99", "on the 40th"])
def test_what_cannot_be_read_is_unknown(words: str) -> None:
    assert Reset(None, words).until(NOW.timestamp()) is None


@given(st.text(max_size=60))
def test_no_words_fail(words: str) -> None:
    until = Reset(None, words).until(NOW.timestamp())
    assert until is None or isinstance(until, float)


@pytest.mark.parametrize(
    ("reason", "clock"),
    [
        ("You've hit your limit · resets 8:46pm (UTC)", "8:46pm (UTC)"),
        ("You've hit your weekly limit · resets Dec 3, 7:38am (UTC)", "Dec 3, 7:38am (UTC)"),
        ("You've hit your monthly spend limit. See Usage in Settings", None),
        ("You've reached your Fable limit for this week.", None),
        ("Claude usage limit reached", None),
    ],
)
def test_a_usage_limit_of_claude_code_is_one_though_its_end_is_not_told(reason: str, clock: str | None) -> None:
    match = re.search(LIMIT, reason)
    assert match is not None and match["clock"] == clock


@pytest.mark.parametrize(
    "reason",
    ["API Error: 429 rate limited", "Prompt is too long: over the limit of 200000 tokens", "Context limit exceeded"],
)
def test_another_failure_is_no_usage_limit(reason: str) -> None:
    assert re.search(LIMIT, reason) is None
