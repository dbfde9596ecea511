"""The command line."""

from __future__ import annotations

import argparse
import re
import uuid
from dataclasses import dataclass

from areyouj_jupyter._version import __version__

PACE = 60.0  # words per second: quick, but a person sees that it streams


@dataclass(frozen=True)
class Options:
    """What echo was started with."""

    session_id: str
    resume: bool
    trust: bool
    start_delay: float  # seconds
    pace: float  # words per second


def parse_options(arguments: list[str]) -> Options:
    """Read the command line. Raises SystemExit, with a sentence on standard error, if it makes no sense."""
    parser = argparse.ArgumentParser("echo", description="An agent that works offline, for trying out and for tests.")
    parser.add_argument("--version", action="version", version=f"{__version__} (echo)")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--session-id", type=_session_id, metavar="UUID", help="begin a conversation with this id")
    which.add_argument("--resume", type=_session_id, metavar="UUID", help="go on with the conversation of this id")
    parser.add_argument("--trust", action="store_true", help="ask first whether the folder is trusted")
    parser.add_argument("--start-delay", type=float, default=0.0, metavar="S", help="wait before the prompt appears")
    parser.add_argument("--pace", type=float, default=PACE, metavar="N", help="words per second of a reply")
    given = parser.parse_args(arguments)
    return Options(
        session_id=given.resume or given.session_id or str(uuid.uuid4()),
        resume=given.resume is not None,
        trust=given.trust,
        start_delay=max(0.0, given.start_delay),
        pace=max(1.0, given.pace),
    )


def _session_id(text: str) -> str:
    """An id that can be a file's name."""
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a session id")
    return text
