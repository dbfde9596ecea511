"""What the workers of a run are told of the tests' files is true."""

from __future__ import annotations

import re

import pytest
from repository import ROOT
from workers import FIRST, TOGETHER

SHARED = {"front_end": "npm packages", "hub_python": "a Python for all users"}
"""Fixture → what it installs."""


def test_the_files_that_are_begun_first_are_there() -> None:
    assert [name for name in FIRST if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("fixture", SHARED)
def test_files_that_share_an_install_go_to_one_worker(fixture: str) -> None:
    users = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tests").rglob("test_*.py")
        if re.search(rf"[(,]\s*{fixture}: [A-Z]", path.read_text())
    }
    assert users == {name for name, shared in TOGETHER.items() if shared == SHARED[fixture]}
