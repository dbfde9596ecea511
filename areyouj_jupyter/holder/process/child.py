"""Starting the agent: on a PTY of its own that is its controlling terminal, in a session of its own."""

from __future__ import annotations

import os
import signal
from collections.abc import Mapping, Sequence
from typing import NamedTuple, NoReturn

from areyouj_jupyter.holder.process.shortage import shortage
from areyouj_jupyter.holder.process.system import die_with_parent

RESTORED = ("SIGPIPE", "SIGXFSZ", "SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM", "SIGTTIN", "SIGTTOU", "SIGTSTP", "SIGCHLD")
FOLDER, PROGRAM, SYSTEM, SHORTAGE = "folder", "program", "system", "shortage"


class StartError(Exception):
    """The agent cannot be started: its folder, its program, the system, or a shortage of what it needs."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class Program(NamedTuple):
    """What is to be run, and where. cwd_fd: `cwd`, held open; None: it is opened by its name."""

    argv: Sequence[str]
    environment: Mapping[str, str]
    cwd: str
    cwd_fd: int | None = None


def spawn(program: Program, slave: int) -> int:
    """Start it; its pid. Raises StartError as soon as the folder or the program turns out to be missing."""
    holder = os.getpid()
    heard, told = os.pipe()
    try:
        pid = os.fork()
    except OSError as error:
        os.close(heard)
        os.close(told)
        raise start_error(error) from error
    if pid == 0:
        _become(program, slave, told, holder)
    os.close(told)
    with os.fdopen(heard, "rb") as pipe:
        trouble = pipe.read().decode()  # ends when the program runs, since the pipe closes then
    if trouble:
        os.waitpid(pid, 0)
        kind, _, message = trouble.partition(" ")
        raise StartError(kind, message)
    return pid


def start_error(error: OSError) -> StartError:
    """The system's error as a sentence."""
    if words := shortage(error):
        return StartError(SHORTAGE, words)
    return StartError(SYSTEM, f"The holder could not be started: {error}.")


def _become(program: Program, slave: int, told: int, holder: int) -> NoReturn:
    """In the child: become the program, or report why not."""
    kind, what = SYSTEM, "the terminal"
    try:
        os.login_tty(slave)  # in a session of its own, as its standard input, output and error
        for name in RESTORED:
            signal.signal(getattr(signal, name), signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        die_with_parent(signal.SIGKILL, holder)
        kind, what = FOLDER, program.cwd
        os.chdir(program.cwd if program.cwd_fd is None else program.cwd_fd)
        environment = {**program.environment, "PWD": os.getcwd()}  # noqa: PTH109 it fails if it was removed
        kind, what = PROGRAM, program.argv[0]
        os.execvpe(program.argv[0], list(program.argv), environment)  # noqa: S606 a shell is what we avoid
    except BaseException as error:
        words = shortage(error) if isinstance(error, OSError) else None
        why = error.strerror if isinstance(error, OSError) else str(error)
        os.write(told, (f"{SHORTAGE} {words}" if words else f"{kind} {what}: {why}").encode(errors="replace"))
    finally:
        os._exit(127)
