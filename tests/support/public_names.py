"""The names that a person finds in the Python API."""

from __future__ import annotations

import inspect
import re

import areyouj_jupyter
from areyouj_jupyter.kernel.crew import Crew
from areyouj_jupyter.kernel.handle import Handle
from areyouj_jupyter.kernel.history import History
from areyouj_jupyter.kernel.replies.reply import Reply

# What the rooms of the client do for each other, without an underscore since it crosses a file.
BETWEEN_US = {
    Reply: {"claim", "update", "add_step", "watch", "place", "fail", "refuse", "listen", "unlisten", "refresh"}
    | {"show_question", "steps_so_far", "changes", "held", "movable", "pictures", "stranded", "unsend", "waits"}
    | {"failure", "require_process", "on_fork", "remove_done_callback"}
    | {"set_result", "set_exception", "set_running_or_notify_cancel"},
    Crew: {"client"},
    Handle: {"deliver", "refuse_words"},
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
