"""Message context: the text of a message with what is sent along: values, cells and the last error of the notebook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from areyouj_jupyter.errors import KernelError
from areyouj_jupyter.kernel.context.interpolation import value_at
from areyouj_jupyter.kernel.context.last_error import last_error
from areyouj_jupyter.kernel.context.packing import CAP, boxed, packed

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

TOTAL = 200_000  # characters of all that is sent along


class NoCell(KernelError):
    """There is no such cell."""


def with_context(text: str, options: Mapping[str, Any], shell: InteractiveShell) -> str:
    """The text, then what the options `var`, `cell` and `traceback` name, each in a block of its own.

    What is sent along takes at most TOTAL characters; each piece is cut to its share. Raises NameUnknown, NoCell,
    NoError.
    """
    names = options.get("var") or []
    cell, failed = options.get("cell"), options.get("traceback")
    cap = min(CAP, TOTAL // max(1, len(names) + (cell is not None) + bool(failed)))
    pieces = [packed(name, value_at(name, shell.user_ns), cap) for name in names]
    if cell is not None:
        pieces.append(boxed("A cell of the notebook:", "python", _source(cell, shell), cap))
    if failed:
        pieces.append(last_error(shell.user_ns).packed(cap))
    return "\n\n".join((text, *pieces))


def _source(number: int, shell: InteractiveShell) -> str:
    """A cell as it was run; negative numbers count back from the one that runs. Raises NoCell."""
    ran = shell.history_manager.input_hist_raw if shell.history_manager else [""]
    index = number if number > 0 else len(ran) - 1 + number
    if number == 0 or not 0 < index < len(ran):
        raise NoCell(f"There is no cell {number}. Give the number in its brackets, or -1 for the previous cell.")
    return ran[index]
