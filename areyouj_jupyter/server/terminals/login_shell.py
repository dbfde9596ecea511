"""Asking a person's own shell for its PATH, as it is in a terminal of theirs."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Mapping

DEADLINE = 5.0  # seconds; a shell with many plug-ins takes one
MARK = "__areyouj_path__"
"""What the files of a shell print comes before it, or behind it."""


async def login_path(environment: Mapping[str, str], deadline: float = DEADLINE) -> str | None:
    """The PATH of an interactive login shell; None if it prints none in time. It gets no terminal and no input."""
    try:
        child = await asyncio.create_subprocess_exec(
            *(environment.get("SHELL") or "/bin/sh", "-ilc", f'printf "{MARK}%s{MARK}" "$PATH"'),
            env=dict(environment),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return None
    try:
        async with asyncio.timeout(deadline):
            output, _ = await child.communicate()
    except TimeoutError:
        return None
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)  # it, or what its files left behind
        await child.wait()
    parts = output.decode(errors="replace").split(MARK)
    return parts[1] if len(parts) == 3 else None
