"""The rooms: what may be touched only in some modules, and the exceptions, each with its reason."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from structure.source import Source, is_below

HERE = "areyouj_jupyter"


@dataclass(frozen=True)
class Room:
    """Something that only some modules may touch."""

    what: str
    allowed: Mapping[str, str]
    """Module or package below areyouj_jupyter → why it may."""
    names: frozenset[str] = frozenset()
    """Dotted names; one stands for all below it."""
    text: re.Pattern[str] | None = None
    """Matches a string of the code that gives it away."""

    def touches(self, source: Source) -> list[str]:
        """The names and texts in a source that belong to this room."""
        names = [name for name in sorted(source.names) if any(is_below(name, own) for own in self.names)]
        return names + [repr(text[:60]) for text in source.texts if self.text and self.text.search(text)]

    def admits(self, source: Source) -> bool:
        """Whether the source may touch it."""
        return any(is_below(source.module, f"{HERE}.{place}") for place in self.allowed)

    def problems(self, source: Source) -> list[str]:
        """One sentence for each touch that belongs elsewhere."""
        found = [] if self.admits(source) else self.touches(source)
        return [f"{source.module} touches {self.what}: {name}." for name in found]


PROCESSES = Room(
    what="processes, signals and file descriptors",
    names=frozenset(
        {
            *("fcntl", "multiprocessing", "psutil", "pty", "ptyprocess", "pexpect", "select", "selectors", "signal"),
            *("subprocess", "terminado", "termios", "tty"),
            *("asyncio.create_subprocess_exec", "asyncio.create_subprocess_shell"),
            *(f"os.{name}" for name in ("close", "dup", "dup2", "open", "pipe", "read", "set_blocking", "write")),
            *(f"os.{name}" for name in ("_exit", "abort", "fork", "forkpty", "kill", "killpg", "nice", "openpty")),
            *(f"os.{name}" for name in ("popen", "posix_spawn", "posix_spawnp", "setpgid", "setsid", "system")),
            *(f"os.{name}" for name in ("tcgetpgrp", "tcsetpgrp", "wait", "wait4", "waitid", "waitpid", "waitstatus")),
            *(f"os.{name}" for name in ("execl", "execle", "execlp", "execv", "execve", "execvp", "execvpe")),
        }
    ),
    allowed={
        "server.terminals": "the room for it",
        "holder": "the room for it beside the server",
        "server.storage.owner": "the lock of a data folder is a file lock that has to outlive the call",
        "server.storage.private_file": "a file that is private from its first moment is made by os.open alone",
        "server.interrupt": "the server's own SIGINT, which nobody else passes on to an extension",
        "server.storage.mounts": "psutil lists the mounted file systems; no process is touched",
        "kernel.client.discovery": "psutil tells whether the server that left a file lives; nothing is sent to it",
        "kernel.replies.changed_files": "asks Git, for a moment, which files of a project changed",
        "agentside": "the programs at the other end of the terminal",
        "demo": "runs beside any server: starts a Jupyter of its own as a child and ends that child",
    },
)

SQLITE = Room(
    what="the SQLite driver",
    names=frozenset({"sqlite3", "aiosqlite", "_sqlite3"}),
    allowed={"server.storage.database": "the room for it"},
)

# The stores' own statements stand in server/storage/sql/*.sql.
SQL = Room(
    what="SQL text",
    text=re.compile(
        r"\bSELECT\s.+\sFROM\s|\bSELECT\s+\w+\(|\bINSERT\s+(OR\s+\w+\s+)?INTO\b|\bUPDATE\s+\w+\s+SET\b|\bDELETE\s+FROM\b"
        r"|\bCREATE\s+(UNIQUE\s+|TEMP\s+)?(TABLE|INDEX|TRIGGER|VIEW)\b|\bALTER\s+TABLE\b|\bDROP\s+(TABLE|INDEX|TRIGGER)\b"
        r"|\bPRAGMA\s+\w|\bBEGIN\s+(IMMEDIATE|EXCLUSIVE|DEFERRED)\b|^\s*(COMMIT|ROLLBACK|VACUUM)\b|\bSAVEPOINT\s",
        re.DOTALL,
    ),
    allowed={
        "server.storage.database": "pragmas and transactions are part of a connection",
        "server.storage.database_file": "pragmas and transactions are part of a connection",
    },
)

JUPYTER = Room(
    what="tornado and jupyter_server",
    names=frozenset({"tornado", "jupyter_server", "jupyter_events", "traitlets"}),
    allowed={
        "server.app": "the extension itself",
        "server.http.rest": "the room for it",
        "server.http.sockets": "the room for it",
        "server.http.key": "the user that the key opens for is a value of Jupyter's",
        "kernel.dashboard": "what a widget shares with its page is declared by traitlets",
    },
)

HTTP = Room(
    what="HTTP and sockets from a kernel",
    names=frozenset({"httpx", "requests", "urllib.request", "http.client", "websocket", "websockets", "aiohttp"}),
    allowed={
        "kernel.client.http_client": "the room for it",
        "kernel.client.event_stream": "the events socket; it speaks WebSocket, which the client's library does not",
    },
)

ENVIRONMENT = Room(
    what="the environment",
    names=frozenset({"os.environ", "os.environb", "os.getenv", "os.putenv"}),
    allowed={
        "server.app": "the room for it",
        "agentside": "the server speaks to these programs by variables",
        "kernel.connecting": "`connect` finds the kernel's own server by the variables that Jupyter gave the kernel",
        "cli": "a program of its own",
        "demo": "a program of its own",
    },
)

AGENTS = Room(
    what="the name of an agent CLI",
    text=re.compile(r"(?i)claude|codex|gemini|opencode|aider|goose"),
    names=frozenset(f"{HERE}.specs.{name}" for name in ("claude", "echo", "shell")),
    allowed={
        "specs": "the room for it",
        "server.app": "the default of the trait `default_spec`, which a person may change",
    },
)

ROOMS = (PROCESSES, SQLITE, SQL, JUPYTER, HTTP, ENVIRONMENT, AGENTS)

ALONE = ("agentside", "holder")
"""Run under `python -I -S`: what they import is the standard library, themselves, and the version."""


SCRIPTS: Mapping[str, tuple[re.Pattern[str], frozenset[str]]] = {
    "requests": (re.compile(r"\bfetch\(|\bmakeRequest\("), frozenset({"labserver.ts", "pageserver.ts"})),
    "sockets": (re.compile(r"\bnew WebSocket\("), frozenset({"labserver.ts", "pageserver.ts"})),
    "unescaped HTML": (re.compile(r"\binnerHTML\b|\bdangerouslySetInnerHTML\b|\binsertAdjacentHTML\b"), frozenset()),
    "the name of an agent CLI": (re.compile(r"(?i)\b(claude|codex|gemini|opencode|aider|goose)\b"), frozenset()),
}
"""What only some files of the front end may touch: what it is → pattern, and the files that may."""


def room_problems(sources: Iterable[Source]) -> list[str]:
    """One sentence for each touch outside its room."""
    listed = list(sources)
    touched = [problem for source in listed for room in ROOMS for problem in room.problems(source)]
    return touched + [problem for source in listed for problem in _alone_problems(source)]


def script_room_problems(path: Path) -> list[str]:
    """The same for a file of the front end; comments count too."""
    text = path.read_text("utf-8")
    return [
        f"{path.name} touches {what}: {found[0]}."
        for what, (pattern, allowed) in SCRIPTS.items()
        if path.name not in allowed and (found := pattern.search(text))
    ]


def _alone_problems(source: Source) -> list[str]:
    room = next((room for room in ALONE if is_below(source.module, f"{HERE}.{room}")), None)
    if room is None:
        return []
    own = (f"{HERE}.{room}", f"{HERE}._version")
    foreign = [
        name
        for name in sorted(source.imports.values())
        if name.partition(".")[0] not in sys.stdlib_module_names and not any(is_below(name, part) for part in own)
    ]
    return [f"{source.module} imports {name}, which is not of the standard library." for name in foreign]
