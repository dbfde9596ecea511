"""What ours is compared with: `python stock_terminals.py SCENARIO` plays it with terminado's own manager.

It prints the longest time in seconds that the event loop was held up, and ends by itself within a few seconds, however
stuck the loop is.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Awaitable, Callable

from terminado import NamedTermManager
from terminado.management import PtyWithClients
from ticker import Ticker, ticking

WATCHED = 2.0  # seconds for which the loop is watched
SLEEPS = "import time; time.sleep(600)"
DEAF = f"import tty; tty.setraw(0); print('ready', flush=True); {SLEEPS}"
CLOSING = f"""
import os, signal
signal.signal(signal.SIGHUP, signal.SIG_IGN)
print('ready', flush=True)
input()
os.closerange(0, 3)
{SLEEPS}
"""
WAITING = "print('ready', flush=True); input()"
PASTE = "x" * 200_000


class Reader:
    """A browser that looks at a terminal."""

    size = (24, 80)

    def __init__(self) -> None:
        self.shown = asyncio.Event()

    def on_pty_read(self, text: str) -> None:
        if "ready" in text:
            self.shown.set()

    def on_pty_died(self) -> None:
        """Nothing."""


async def opened(manager: NamedTermManager, count: int = 1) -> list[PtyWithClients]:
    """Terminals whose programs are ready."""
    readers = [Reader() for _ in range(count)]
    terminals = [manager.get_terminal(f"terminal {number}") for number in range(count)]
    for terminal, reader in zip(terminals, readers, strict=True):
        terminal.clients.append(reader)
    for reader in readers:
        await reader.shown.wait()
    return terminals


async def play_deaf(manager: NamedTermManager) -> None:
    """200 kB typed into a program that does not read and is then killed."""
    (terminal,) = await opened(manager)
    # As terminado's own socket types: in its one writer thread.
    manager.blocking_io_executor.submit(terminal.ptyproc.write, PASTE)
    await asyncio.sleep(0.3)  # the kernel takes what it takes, then the thread waits
    terminal.kill(signal.SIGKILL)


async def play_closed(manager: NamedTermManager) -> None:
    """A program that closes its terminal and lives on."""
    (terminal,) = await opened(manager)
    terminal.ptyproc.write("\n")


async def play_exits(manager: NamedTermManager) -> None:
    """Ten programs that exit at once."""
    for terminal in await opened(manager, 10):
        os.kill(terminal.ptyproc.pid, signal.SIGKILL)


SCENARIOS: dict[str, tuple[str, Callable[[NamedTermManager], Awaitable[None]]]] = {
    "deaf": (DEAF, play_deaf),
    "closed": (CLOSING, play_closed),
    "exits": (WAITING, play_exits),
}


def report(ticker: Ticker, manager: NamedTermManager, pids: list[int]) -> None:
    """After a while: tell the worst, kill what was started, and end whatever the loop does. In a thread."""
    time.sleep(WATCHED)
    print(f"{ticker.worst:.3f}", flush=True)
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    os._exit(0)


async def main(name: str) -> None:
    code, play = SCENARIOS[name]
    manager = NamedTermManager(shell_command=[sys.executable, "-S", "-c", code], max_terminals=20)
    async with ticking() as ticker:
        pids: list[int] = []
        new = manager.new_terminal

        def noted(**kwargs: object) -> PtyWithClients:
            terminal = new(**kwargs)
            pids.append(terminal.ptyproc.pid)
            return terminal

        manager.new_terminal = noted  # type: ignore[method-assign] # ours to watch
        await play(manager)
        threading.Thread(target=report, args=(ticker, manager, pids)).start()
        await asyncio.sleep(600)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
