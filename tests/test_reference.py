"""The reference notebook shows every magic and every public method; test_notebooks runs it."""

from __future__ import annotations

import inspect
import re

import pytest
from notebook_runs import notebook

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

# What the rooms of the client do for each other, without an underscore since it crosses a file.
BETWEEN_US = {
    Reply: {"claim", "update", "add_step", "watch", "place", "fail", "refuse", "listen", "unlisten", "refresh"}
    | {"show_question", "steps_so_far", "changes", "held", "movable", "pictures", "stranded", "unsend", "waits"},
    Crew: {"client"},
    Handle: {"deliver"},
    History: {"pairs"},
}


def public(owner: type) -> set[str]:
    """The names of a class's methods, properties and attributes, those of its bases of ours too."""
    own: set[str] = set()
    for each in owner.__mro__:
        if each.__module__.startswith(areyouj_jupyter.__name__):
            own |= {name for name in vars(each) if not name.startswith("_")}
            own |= set(re.findall(r"^        self\.([a-z]\w*)(?:: .*)? = ", inspect.getsource(each), re.MULTILINE))
    return own - BETWEEN_US.get(owner, set())


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
