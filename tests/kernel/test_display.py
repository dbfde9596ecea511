"""Tables in a notebook: long ones are cut in the middle, and say so."""

from __future__ import annotations

import pytest

from areyouj_jupyter.kernel.tables.display import LONGEST, html_table, text_table


def table(rows: int) -> list[list[str]]:
    return [[f"row {number}", "x"] for number in range(rows)]


@pytest.mark.parametrize("rows", [0, 1, LONGEST])
def test_a_table_is_shown_whole(rows: int) -> None:
    assert "more" not in text_table(["name", "kind"], table(rows))
    assert html_table(["name", "kind"], table(rows)).count("row ") == rows


def test_of_a_long_table_the_first_and_the_last_rows_are_shown() -> None:
    lines = text_table(["name", "kind"], table(6003)).split("\n")
    assert len(lines) == 1 + LONGEST + 1
    assert (lines[50].split(), lines[51], lines[52].split()) == (
        ["row", "49", "x"],
        "… 5,903 more …",
        ["row", "5953", "x"],
    )
    shown = html_table(["name", "kind"], table(6003))
    assert (shown.count("row "), shown.count("… 5,903 more …")) == (LONGEST, 1)
    assert len(shown) < 30_000
