"""A shortage: what the system has run out of, as the end of a sentence that says what helps."""

from __future__ import annotations

import errno

DESCRIPTORS = "no file descriptors are left; close something, or raise the limit (`ulimit -n`)"
PROCESSES = "no more processes or threads can be started; stop some, or raise the limit (`ulimit -u`)"
MEMORY = "no memory is left; stop something"
TERMINALS = "no terminals (PTYs) are left; close some, or raise the limit (on Linux `sysctl kernel.pty.max`)"

WORDS = {
    errno.EMFILE: DESCRIPTORS,
    errno.ENFILE: DESCRIPTORS,
    errno.EAGAIN: PROCESSES,
    errno.ENOMEM: MEMORY,
}


def shortage(error: OSError) -> str | None:
    """None: the error is something else. EAGAIN is read as `fork` means it."""
    return WORDS.get(error.errno or 0)
