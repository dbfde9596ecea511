"""LastError: the last error of the notebook, with the cells that it came through."""

from __future__ import annotations

import linecache
import sys
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from areyouj_jupyter.errors import KernelError
from areyouj_jupyter.kernel.context.packing import CAP, boxed
from areyouj_jupyter.kernel.context.time_limit import guarded

CELLS = 3  # cells whose source is sent; the one that ran first


class NoError(KernelError):
    """No cell has failed in this kernel yet."""


@dataclass(frozen=True)
class LastError:
    """An error that a cell ended with."""

    cells: tuple[str, ...]
    """The sources of the notebook's cells in its traceback; the one that ran first."""
    traceback: str

    def packed(self, cap: int = CAP) -> str:
        """The error and the code that raised it, in at most `cap` characters."""
        told = boxed("The error:", "text", self.traceback, cap // 2)
        room = (cap - len(told)) // max(1, len(self.cells))
        heads = ("The cell that failed:", *["A cell that it called:"] * len(self.cells))
        cells = [boxed(head, "python", cell, room - 2) for head, cell in zip(heads, self.cells, strict=False)]
        return "\n\n".join((*cells, told))[:cap]


def last_error(variables: Mapping[str, Any]) -> LastError:
    """The last error. variables: the notebook's. Raises NoError."""
    error: BaseException | None = getattr(sys, "last_value", None)
    if error is None:
        raise NoError
    trace = _own(error.__traceback__)
    files = [name for name in _files(error, trace, variables) if linecache.getlines(name)]
    cells = ["".join(linecache.getlines(name)).rstrip() for name in dict.fromkeys(files)]
    return LastError(tuple(cells[:CELLS]), guarded(lambda: _told(error, trace)))


def _own(trace: TracebackType | None) -> TracebackType | None:
    """The traceback without the part in IPython, which runs the cells."""
    while trace and str(trace.tb_frame.f_globals.get("__name__")).startswith("IPython."):
        trace = trace.tb_next
    return trace


def _files(error: BaseException, trace: TracebackType | None, variables: Mapping[str, Any]) -> Iterator[str]:
    """The lines of the notebook's own code in the traceback; each cell is a file to Python."""
    for frame, _ in traceback.walk_tb(trace):
        if frame.f_globals is variables:
            yield frame.f_code.co_filename
    if isinstance(error, SyntaxError) and error.filename:
        yield error.filename


def _told(error: BaseException, trace: TracebackType | None) -> str:
    """The traceback as Python prints it; of a long one the end is kept, which says most."""
    text = "".join(traceback.format_exception(type(error), error, trace)).rstrip()
    return text if len(text) <= CAP // 2 else f"[…]\n{text[-CAP // 2 + 200 :]}"
