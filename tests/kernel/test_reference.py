"""The reference notebook shows every magic and every public method; test_notebooks runs it."""

from __future__ import annotations

import re

import pytest
from notebook_runs import notebook
from public_names import BETWEEN_US, public

import areyouj_jupyter
from areyouj_jupyter.kernel.agents import Agents
from areyouj_jupyter.kernel.crew import Crew
from areyouj_jupyter.kernel.handle import Handle
from areyouj_jupyter.kernel.history import History
from areyouj_jupyter.kernel.magics.commands import COMMANDS
from areyouj_jupyter.kernel.queue import Queue
from areyouj_jupyter.kernel.recording import Recording
from areyouj_jupyter.kernel.replies.reply import Reply
from areyouj_jupyter.kernel.replies.reply_list import Replies
from areyouj_jupyter.kernel.tasks import Tasks

SHOWN = "\n".join(cell.source for cell in notebook("reference").cells if cell.cell_type == "code")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_magic_has_an_example_that_is_run(name: str) -> None:
    assert re.search(rf"%areyouj {name}\b", SHOWN)


@pytest.mark.parametrize(
    "owner", [Crew, Handle, Reply, Replies, Queue, Tasks, Agents, History, Recording], ids=lambda owner: owner.__name__
)
def test_every_public_method_has_an_example_that_is_run(owner: type) -> None:
    names = public(owner)
    assert len(names) >= 2
    assert sorted(name for name in names if not re.search(rf"\.{name}\b", SHOWN)) == []


def test_every_function_of_the_package_has_an_example_that_is_run() -> None:
    functions = [name for name in areyouj_jupyter.__all__ if name[0].islower()]
    assert [name for name in functions if f"areyouj.{name}(" not in SHOWN] == []


def test_what_is_between_us_is_there() -> None:
    gone = [
        (owner.__name__, name)
        for owner, names in BETWEEN_US.items()
        for name in names
        if not hasattr(owner, name) and name != "changes"
    ]
    assert gone == []
