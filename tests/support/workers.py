"""Workers: how a run of all tests is shared out, `pytest -n 3 --dist loadfile --no-loadscope-reorder`.

A file stays with one worker, since its tests share servers and pages, and so do files that share something dear.
"""

from __future__ import annotations

import pytest
from repository import ROOT
from xdist.scheduler import LoadFileScheduling

TOGETHER = {
    "tests/browser/test_browser_accessibility.py": "npm packages",
    "tests/project/test_dashboard_front.py": "npm packages",
    "tests/project/test_front_end.py": "npm packages",
    "tests/project/test_labextension.py": "npm packages",
    "tests/browser/test_browser_hub.py": "a Python for all users",
    "tests/server/test_hub.py": "a Python for all users",
}
"""File → what it shares with the others that have the same: installing it twice takes longer than waiting."""

FIRST = (
    "tests/project/test_front_end.py",
    "tests/server/delivery/test_delivery_machine.py",
    "tests/server/test_hub.py",
    "tests/project/test_dependencies.py",
    "tests/browser/test_browser_older.py",
    "tests/server/test_chaos.py",
)
"""The longest: begun last, one of them would keep a worker busy when the others have nothing left to do."""


class Sharing(LoadFileScheduling):
    """Gives whole files to workers, and those that belong together to the same one."""

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        return TOGETHER.get(file, file)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """For workers: the longest files first, then those with slow tests, then the rest, which fills the gaps."""
    if not hasattr(config, "workerinput"):
        return
    slow = {_file(item) for item in items if "slow" in item.keywords}
    items.sort(key=lambda item: (_rank(_file(item)), _file(item) not in slow))


def _file(item: pytest.Item) -> str:
    return item.path.relative_to(ROOT).as_posix()


def _rank(file: str) -> int:
    """Its place among the first, or that of the one that it goes with."""
    ranks = [rank for rank, first in enumerate(FIRST) if TOGETHER.get(file, file) == TOGETHER.get(first, first)]
    return min(ranks, default=len(FIRST))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Sharing:
    """For `-n`."""
    return Sharing(config, log)
