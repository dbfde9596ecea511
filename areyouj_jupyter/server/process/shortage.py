"""A shortage of descriptors, processes, memory or terminals, reported as an error that names what is lacking."""

from __future__ import annotations

from areyouj_jupyter.errors import OutOfResources
from areyouj_jupyter.holder.process import shortage as words
from areyouj_jupyter.server.terminals import HolderFailed


def shortage(error: BaseException, what: str = "This cannot be done right now") -> OutOfResources | None:
    """None: it is something else. what: cannot be done, the beginning of the sentence."""
    lacking = _lacking(error)
    return OutOfResources(f"{what}: {lacking}.") if lacking else None


def _lacking(error: BaseException) -> str | None:
    if isinstance(error, HolderFailed):
        return str(error) if error.kind == "shortage" else None
    if isinstance(error, OSError):
        return words.shortage(error)
    if isinstance(error, RuntimeError) and "start new thread" in str(error):  # CPython 3.11 to 3.14, in these words
        return words.PROCESSES
    return words.MEMORY if isinstance(error, MemoryError) else None
