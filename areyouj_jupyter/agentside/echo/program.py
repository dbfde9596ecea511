"""The program: one loop that waits for keys, signals and the clock, and draws what changed."""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

from areyouj_jupyter.agentside.echo.agent import Agent
from areyouj_jupyter.agentside.echo.keys import Input, Key, KeyReader
from areyouj_jupyter.agentside.echo.options import Options, parse_options
from areyouj_jupyter.agentside.echo.screen import Screen
from areyouj_jupyter.agentside.echo.terminal import STDERR, STDIN, STDOUT, Terminal
from areyouj_jupyter.agentside.echo.transcript import Transcript, TruthLog, sessions_folder
from areyouj_jupyter.agentside.echo.view import frame

FAILED = 1
BUSY_TICK = 0.25  # seconds; the spinner's rate
BUSY_PAUSE = 0.1  # seconds between two drawings while busy
ESCAPE_PAUSE = 0.1  # seconds after which a lone Esc is the key


def run(arguments: list[str]) -> int:
    """Run echo; its exit code."""
    options = parse_options(arguments)
    transcript = Transcript(sessions_folder() / f"{options.session_id}.jsonl")
    if objection := _objection(options, transcript):
        sys.stderr.write(objection + "\n")
        return FAILED
    time.sleep(options.start_delay)
    with Terminal() as terminal:
        truth = TruthLog(os.environ.get("ECHO_TRUTH"))
        agent = Agent(options, Path.cwd(), transcript, truth, time.monotonic())
        return Program(terminal, agent).run()


def _objection(options: Options, transcript: Transcript) -> str | None:
    """Why echo cannot start."""
    if not (os.isatty(STDIN) and os.isatty(STDOUT)):
        return "echo needs a terminal."
    if options.resume and not transcript.path.exists():
        return f"No conversation found with session ID: {options.session_id}"
    if not options.resume and transcript.path.exists():
        return f"Session ID {options.session_id} is already in use; --resume goes on with it."
    return None


class Program:
    """The loop. It sleeps while nothing happens."""

    def __init__(self, terminal: Terminal, agent: Agent) -> None:
        """terminal: raw already."""
        self._terminal, self._agent = terminal, agent
        self._screen = Screen(STDOUT)
        self._keys = KeyReader()
        self._drawn = self._typed = 0.0
        self._resized = False

    def run(self) -> int:
        """Until the agent leaves; its exit code."""
        try:
            self._loop()
            self._draw(time.monotonic())
            self._screen.leave()
        except OSError as error:  # the terminal is gone, or the disk is full
            self._agent.leave("error", FAILED)
            with suppress(OSError):
                os.write(STDERR, f"\r\necho cannot continue: {error}\r\n".encode())
        return FAILED if self._agent.exit_code is None else self._agent.exit_code

    def _loop(self) -> None:
        while self._agent.exit_code is None:
            now = time.monotonic()
            self._agent.advance(now)
            self._draw(now)
            if self._agent.exit_code is None:
                self._listen(*self._terminal.wait(self._timeout(now), self._agent.stage.deaf_until > now))

    def _timeout(self, now: float) -> float | None:
        """Seconds until something is to be done without being asked."""
        due = self._agent.due(now)
        times = [] if due is None else [due - now]
        if self._agent.busy:
            times.append(BUSY_TICK)
        if self._keys.undecided:
            times.append(self._typed + ESCAPE_PAUSE - now)
        return max(0.0, min(times)) if times else None

    def _listen(self, typed: bytes | None, signals: list[int]) -> None:
        now = time.monotonic()
        for given in self._inputs(typed, now):
            self._agent.take(given, now)
        if typed == b"":
            self._agent.leave("terminal gone", 128 + signal.SIGHUP)
        for number in signals:
            if number == signal.SIGWINCH:
                self._resized = True
            elif number == signal.SIGINT:
                self._agent.take(Key("C-c"), now)
            else:
                self._agent.leave("other", 128 + number)

    def _inputs(self, typed: bytes | None, now: float) -> list[Input]:
        if typed:
            self._typed = now
            return self._keys.feed(typed)
        return self._keys.flush() if now - self._typed >= ESCAPE_PAUSE else []

    def _draw(self, now: float) -> None:
        """Show the agent, not too often while it is busy and not at all while it is quiet."""
        agent = self._agent
        if self._resized:
            self._screen.measure()
        elif agent.stage.quiet_until > now or (agent.busy and now - self._drawn < BUSY_PAUSE):
            return
        show = self._screen.redraw if self._resized else self._screen.draw
        show(agent.conversation, frame(agent, self._screen.columns, self._screen.rows, now))
        self._drawn, self._resized = now, False
