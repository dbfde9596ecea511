"""What a directive does to the machine: crash, leave a child behind, ignore signals."""

from __future__ import annotations

import os
import signal
import subprocess

SLEEP = "600"  # seconds that a grandchild runs


def crash(code: int) -> None:
    """Exit at once, without cleaning up and with the terminal left as it is."""
    os._exit(code & 0xFF)


def leave_child(setsid: bool) -> int:
    """Start a program that outlives us; its process id.

    setsid: in a session of its own, away from the terminal. Otherwise it holds the terminal and ignores the hang-up.
    """
    if setsid:
        quiet = subprocess.DEVNULL
        return subprocess.Popen(
            ["/bin/sleep", SLEEP], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        ).pid
    return subprocess.Popen(["/bin/sh", "-c", f"trap '' HUP; exec sleep {SLEEP}"]).pid


def be_stubborn() -> None:
    """Ignore every signal that can be ignored and asks for an end."""
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
