"""The surrounding notebook, if any. Never imports IPython: without it there is no notebook."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from typing import Any


def shell() -> Any:
    """The running IPython shell, or None."""
    module = sys.modules.get("IPython")
    return module.get_ipython() if module else None


def cell() -> int | None:
    """The number of the cell that runs."""
    running = shell()
    return running.execution_count if running else None


def live() -> bool:
    """True where an output can be changed after it was shown."""
    return getattr(shell(), "kernel", None) is not None


def later(seconds: float, act: Callable[[], None]) -> None:
    """Do this after some time, as soon as no cell keeps the kernel busy; never, where nothing runs in a loop."""
    try:
        asyncio.get_running_loop().call_later(seconds, act)
    except RuntimeError:
        return


def next_cell(code: str, replace: bool = False) -> None:
    """Put code into a new cell below the one that runs; replace: into that one. Without a notebook nothing happens."""
    if running := shell():
        running.set_next_input(code, replace=replace)
