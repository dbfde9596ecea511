"""A shortage: what the system has run out of, in words that go on a sentence and say what helps."""

from __future__ import annotations

import errno

DESCRIPTORS = "no file descriptor is left; close something, or raise the limit (`ulimit -n`)"
PROCESSES = "no process or thread can be started any more; end some, or raise the limit (`ulimit -u`)"
MEMORY = "no memory is left; end something"
TERMINALS = "no terminal (PTY) is left; close some, or raise the limit (on Linux `sysctl kernel.pty.max`)"

WORDS = {
    errno.EMFILE: DESCRIPTORS,
    errno.ENFILE: DESCRIPTORS,
    errno.EAGAIN: PROCESSES,
    errno.ENOMEM: MEMORY,
}


def shortage(error: OSError) -> str | None:
    """None: it is something else. EAGAIN is taken for what `fork` means by it."""
    return WORDS.get(error.errno or 0)
