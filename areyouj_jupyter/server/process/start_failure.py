"""A failed start: why the agent could not be started, for a person."""

from __future__ import annotations

from areyouj_jupyter.errors import AreYouJError, FolderOutside, OutOfResources, StartFailed
from areyouj_jupyter.server.process.shortage import shortage


def start_failure(error: Exception, program: str, folder: str) -> AreYouJError:
    """What to raise instead of `error`. program: its name. folder: in which it was to start."""
    if isinstance(error, (FolderOutside, OutOfResources)):
        return error
    what = f"{program} could not be started"
    if lacking := shortage(error, what):
        return lacking
    why = (error.strerror if isinstance(error, OSError) else None) or error
    return StartFailed(f"{what} in {folder}: {why}")
