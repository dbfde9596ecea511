"""Times as the databases keep them, and as others write them into a task list."""

from __future__ import annotations

import pytest

from areyouj_jupyter.server.storage import timestamps

NOON = 1_760_443_200.0  # 2025-10-14 12:00 UTC


@pytest.mark.parametrize(
    ("stored", "seconds"),
    [
        ("2025-10-14 12:00:00.000000", NOON),
        ("2025-10-14 12:00:00.250000", NOON + 0.25),
        ("2025-10-14T12:00:00", NOON),
        ("2025-10-14T12:00:00Z", NOON),
        ("2025-10-14 14:00:00+02:00", NOON),
        (" 2025-10-14 12:00:00\n", NOON),
        ("2025-10-14", NOON - 12 * 3600),
        (NOON, NOON),
        (int(NOON * 1000), NOON),
        ("some day", None),
        ("", None),
        (None, None),
    ],
)
def test_a_time_is_read_in_whatever_form_it_was_stored(stored: str | float | None, seconds: float | None) -> None:
    assert timestamps.seconds(stored) == seconds


def test_a_time_is_read_as_it_was_written() -> None:
    assert timestamps.seconds(timestamps.text(NOON + 0.123456)) == NOON + 0.123456
