"""Asking a program for its version."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping, Sequence

DEADLINE = 10.0  # seconds; a CLI on a cold disk may take some
OUTPUT_BYTES = 4096  # read; a version is in the first line
OUTPUT_LIMIT = 200  # characters of it


async def version(argv: Sequence[str], environment: Mapping[str, str]) -> str | None:
    """The first line that the program prints; None if it fails or does not answer in time."""
    try:
        child = await asyncio.create_subprocess_exec(
            *argv,
            env=dict(environment),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
    except OSError:
        return None
    try:
        async with asyncio.timeout(DEADLINE):
            output = await child.stdout.read(OUTPUT_BYTES) if child.stdout else b""
            await child.wait()
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        await child.wait()
        return None
    lines = output.decode(errors="replace").strip().splitlines()
    return lines[0][:OUTPUT_LIMIT] if child.returncode == 0 and lines else None
