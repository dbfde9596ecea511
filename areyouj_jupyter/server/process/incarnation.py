"""Incarnation: one start of an agent's process, with its terminal, its screen and the evidence they give."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Literal

from areyouj_jupyter.holder.status_query import QUERY
from areyouj_jupyter.server.process.conditions import Conditions, Value
from areyouj_jupyter.server.process.interruption import Interruption
from areyouj_jupyter.server.process.keys import key_bytes, paste_bytes
from areyouj_jupyter.server.process.launch import Plan, transcript
from areyouj_jupyter.server.process.state_file import StateFile
from areyouj_jupyter.server.process.usage import UsageReader
from areyouj_jupyter.server.status.command_output import CommandOutput, Printed
from areyouj_jupyter.server.status.evidence import Evidence, Verdict
from areyouj_jupyter.server.status.lazy_screen import LazyScreen
from areyouj_jupyter.server.status.program_status import Report, ReportScanner
from areyouj_jupyter.server.status.reading import NOTHING, Reading, read
from areyouj_jupyter.server.status.screen import COLS, ROWS, asks, open_screen
from areyouj_jupyter.server.status.screen_schedule import LATER, SELDOM, SOON, screen_schedule
from areyouj_jupyter.server.status.shell_marks import Mark, MarkScanner
from areyouj_jupyter.server.terminals import Answer, Exit, HolderMeta, Hook, Terminal, require_descriptors
from areyouj_jupyter.specs import AgentSpec, Told

UNREAD = b" "  # in the place of a text that the holder has: an order that it knows is only answered
ORDER_DEADLINE = 10.0  # seconds for an agent to read what is written
ORDER_PER_BYTE = 5.0 / 100_000  # more seconds for a long text
CATCH_UP = 5.0  # seconds for a holder to hand over what it kept
EXIT_DEADLINE = 5.0  # seconds for the end to be reported after the last process is gone
FOREGROUND_WAIT = 0.4  # seconds after a command was typed by which it has the terminal; nothing reports that
QUIT_GRACE = 1.5  # seconds for a CLI to end by itself


class Incarnation:
    """Complete once `start` or `adopt` has returned. Owned by its session, which hears of changes and of the end."""

    terminal: Terminal

    def __init__(self, spec: AgentSpec, number: int, plan: Plan, changed: Callable[[], None]) -> None:
        """Use `start` or `adopt`."""
        self.spec, self.number, self.plan = spec, number, plan
        self.conversation_id = plan.conversation_id
        """The CLI's own id of the conversation that it is in, as its hooks tell."""
        self.evidence = Evidence(spec)
        self.usage_reader = UsageReader(spec.read_gauge, plan.gauge)
        self._file = StateFile(spec, plan.environment, self._on_file)
        self.exit: Exit | None = None
        self.cut = ""
        """Why a living agent is out of reach: `replaced` by a newer server, or `gone`; empty while it is not."""
        self.hook = 0
        """Number of the last hook that came."""
        self.output: list[Callable[[bytes, int], None]] = []
        """Takers of raw output and the offset behind it."""
        self._changed = changed
        self._loop = asyncio.get_running_loop()
        self._conditions = Conditions()
        self._schedule = screen_schedule()
        self._again: asyncio.TimerHandle | None = None
        self._interruption = Interruption(lambda: self.press(spec.interrupt), self._busy_with)
        self._marks = MarkScanner()
        self._command = CommandOutput()
        self._reports = ReportScanner()
        self._live = False
        self._watched = False
        """Whether a browser had the output that was fed to the screen last: then its terminal answers what it asks."""
        self._output_at = self._looked_at = 0.0
        self._calm = False
        """Whether nothing happened since a look that showed nothing new: a spinner is not read ten times a second."""
        self.screen = LazyScreen(open_screen(self._on_reply))

    @classmethod
    async def start(
        cls,
        spec: AgentSpec,
        number: int,
        plan: Plan,
        ring_bytes: int,
        epoch: int,
        changed: Callable[[], None],
        cwd_fd: int | None = None,
    ) -> Incarnation:
        """Start the process by its plan, in a holder of its own. Raises OSError if the folder is gone or the like.

        cwd_fd: the descriptor of the plan's folder, which was checked; None: it is opened by its name.
        """
        require_descriptors()
        await asyncio.to_thread(plan.write_files)
        run = cls(spec, number, plan, changed)
        try:
            orders = plan.orders(spec, ROWS, COLS, ring_bytes, cwd_fd)
            run.terminal = await Terminal.start(orders, epoch, run)
        except BaseException:
            run._let_go()
            await asyncio.to_thread(shutil.rmtree, plan.run_dir, True)
            raise
        run._live = True
        return run

    @classmethod
    async def adopt(
        cls, spec: AgentSpec, plan: Plan, meta: HolderMeta, epoch: int, changed: Callable[[], None], deadline: float
    ) -> Incarnation:
        """Take over a process that an earlier server started, with all that its holder kept.

        Raises HolderRefused; OSError if no holder is there, or it does not answer within `deadline` seconds.
        """
        run = cls(spec, meta.incarnation, plan, changed)
        run.evidence.ready = True  # it was, or its screen will show a dialog
        try:
            run.terminal = await Terminal.adopt(meta, epoch, run, deadline)
            await run._catch_up()
        except BaseException:
            run._let_go()
            if hasattr(run, "terminal"):
                run.terminal.close()
            raise
        run._live = True
        run.look()
        return run

    async def _catch_up(self) -> None:
        """Take in what the holder kept: hooks, and all that was printed, before the screen may answer."""
        welcome = self.terminal.ptyproc.holder.welcome
        self.screen.resize(welcome.rows, welcome.cols)
        self.hook = max(self.hook, welcome.hook - welcome.hooks)  # an earlier server had those before
        await self._within(lambda: self.hook >= welcome.hook, CATCH_UP)
        self.screen.show()

    # Facts come up

    def on_output(self, data: bytes, end: int) -> None:
        """Output of the agent. end: the offset behind it."""
        self._feed(data)
        if self.spec.prompt_marks:
            marks = self._marks.feed(data, end)
            self._command.on_output(data, end, marks)
            for mark in marks:
                self._on_mark(mark)
        if self.spec.program_status and (reports := self._reports.feed(data, end)):
            self._on_reports(reports)
        for take in tuple(self.output):
            take(data, end)
        self._output_at = now = self._loop.time()
        told = self.evidence.turn and (self.evidence.hooked or self.spec.prompt_marks)  # and its end will be, too
        later = SELDOM if told else LATER
        waited_for = self._conditions.urgent or now >= self._looked_at + later
        answered_by_us = not self._watched and asks(data)
        self._schedule.ask(self.look, later if self._calm and not (waited_for or answered_by_us) else SOON)

    def _feed(self, data: bytes) -> None:
        watched = self._live and self.terminal.watched
        if watched != self._watched:
            self.screen.show()  # what came before is answered, or not, as it was then
            self._watched = watched
        self.screen.feed(data)

    def on_hook(self, hook: Hook) -> None:
        """The agent made a call-back. What it shows by now is read first, or an older look would be judged with it."""
        if self.exit is None:
            self._read()
        self._calm = False
        self._schedule.ask(self.look)
        self.hook = max(self.hook, hook.number)
        known = self.evidence.on_hook(hook.name, hook.payload, self._loop.time(), hook.number)
        self.conversation_id = (known and known.conversation_of(hook.payload)) or self.conversation_id
        self._tell()

    def on_closed(self, closed: bool) -> None:
        """The agent closed its terminal but is still running, or opened it again."""
        self.evidence.closed = closed
        self._tell()

    def on_input(self) -> None:
        """Something was typed into the terminal."""
        self._calm = False

    def on_resize(self, rows: int, cols: int) -> None:
        """The terminal has another size."""
        self.screen.resize(rows, cols)

    def on_exit(self, end: Exit) -> None:
        """The agent has ended."""
        self.exit = end
        self._tell()

    def on_answering(self) -> None:
        """The holder does not answer any more, or does again."""
        self._tell()

    def on_cut(self, why: str) -> None:
        """The agent is alive, but its holder no longer talks to us."""
        self.cut = why
        self._tell()

    def _on_reply(self, data: bytes) -> None:
        """The screen answers a query of the program; a browser's terminal does it where there is one."""
        if data.startswith(QUERY):
            return  # was answered by who read it
        if self._live and not self._watched:  # not what an adopted terminal asked long ago
            self.terminal.write(data)

    def _on_file(self, told: Told | None, since: float) -> None:
        """Take what the CLI's own file says; even if it leaves a doubt, evaluate everything again."""
        self.evidence.on_file(told, since, self._loop.time())
        self._tell()
        if self.evidence.doubtful and self.exit is None:
            self._schedule.ask(self.look, LATER)

    def _on_reports(self, reports: list[Report]) -> None:
        """What it reports is told at once; what it shows with it is seen soon."""
        self._calm = False
        for report in reports:
            self.evidence.on_report(report, self._loop.time())
        if self._live:
            self._schedule.ask(self.look)
            self._tell()

    def _on_mark(self, mark: Mark) -> None:
        self._calm = False
        self.evidence.on_mark(mark.kind, self._loop.time(), mark.end)

    def look(self) -> None:
        """Read the screen now, and judge."""
        self._schedule.forget(self.look)
        if self.exit is None:
            self._read()
            self._tell()

    def _read(self) -> None:
        self._looked_at = self._loop.time()
        reading = self._reading()
        same = reading == self.evidence.reading and reading.shown is None  # the end of a dialog is to be seen soon
        self.evidence.on_reading(reading, self._looked_at)
        if reading.suspended and self._live:
            self.terminal.resume()
        awaited = self.evidence.settling(self._looked_at) or self.evidence.announced
        self._calm = same and not awaited
        if self.evidence.doubtful and self._live:
            self._file.ask(self.terminal.ptyproc.pid)

    def _reading(self) -> Reading:
        if self.spec.rules or self.spec.dialogs or self.spec.composer:
            return read(self.spec, self.screen.lines(), self.screen.title())
        if not self._watched:
            self.screen.show()  # so that a query has its answer
        return NOTHING

    def _tell(self) -> None:
        self._conditions.wake()
        self._changed()

    def verdict(self) -> Verdict:
        """What the session does now. It arranges to be asked again where time alone may change it."""
        now = self._loop.time()
        verdict = self.evidence.verdict(now, self.foreground())
        if self.spec.foreground and self._live and not self.evidence.turn and now < self._output_at + FOREGROUND_WAIT:
            self._schedule.ask(self.look, LATER)
        if self._again:
            self._again.cancel()
        again = verdict.again if self.exit is None else None
        self._again = None if again is None else self._loop.call_at(again, self.look)
        return verdict

    def foreground(self) -> bool:
        """Whether another process group than the program's own has the terminal, where the spec asks for it."""
        return self.spec.foreground and self._live and self.terminal.ptyproc.foreground()

    async def until(self, fact: Callable[[], Value], deadline: float | None = None) -> Value | None:
        """The first true value of `fact`, asked after every change; None after `deadline` seconds or at the end.

        A silent holder does not count as quiet, since its output is still to come.
        """
        if deadline is None:
            return await self._awaited(fact)
        while True:
            silences = self.terminal.silences
            if found := await self._within(fact, deadline):
                return found
            if self.exit or (self.answering and self.terminal.silences == silences):
                return None

    async def _within(self, fact: Callable[[], Value], deadline: float) -> Value | None:
        with self._conditions.urgently(), suppress(TimeoutError):
            async with asyncio.timeout(deadline):
                return await self._awaited(fact)
        return None

    def _awaited(self, fact: Callable[[], Value]) -> Awaitable[Value | None]:
        return self._conditions.until(fact, lambda: self.exit is not None)

    @property
    def answering(self) -> bool:
        """Whether its holder answers, as far as known."""
        return self.terminal.answering

    # Commands go down

    def press(self, keys: str) -> bool:
        """Type keys. Raises KeysInvalid. False: the program does not read and too much waits already."""
        return self.terminal.write(key_bytes(keys))

    def interrupt(self) -> bool:
        """Interrupt the turn with the CLI's own key, repeatedly while the turn continues. False: as `press`."""
        return self._interruption.begin(self.evidence.turns + (not self.evidence.turn))  # its hook may be on its way

    def _busy_with(self) -> int | None:
        goes_on = self.evidence.turn and self.exit is None and self.verdict().state == "busy"
        return self.evidence.turns if goes_on else None

    async def paste(self, text: str, delivery_id: str) -> Answer | None:
        """Order a text into the composer, as one paste if the program takes pastes. None: unknown."""
        self._command.type()
        bracketed = self.spec.bracketed_paste and self.screen.takes_paste()
        if self.spec.composer and not bracketed and "\n" in text:  # a line break would submit half of it
            return Answer(id=delivery_id, step="paste", attempt=1, state="refused", why="no paste")
        data = paste_bytes(text, None if bracketed else self.spec.newline)
        deadline = ORDER_DEADLINE + ORDER_PER_BYTE * len(data)
        return await self._order(delivery_id, "paste", data, 1, deadline)

    async def pasted(self, delivery_id: str) -> Answer | None:
        """The state of a paste that was ordered before and is being written. None: not known yet."""
        return await self._order(delivery_id, "paste", UNREAD, 1, ORDER_DEADLINE)

    async def submit(self, delivery_id: str, attempt: int) -> Answer | None:
        """Order the keys that submit the composer. None: unknown."""
        keys = key_bytes(self.spec.submit)
        return await self._order(delivery_id, "submit", keys, attempt, ORDER_DEADLINE)

    async def _order(
        self, id: str, step: Literal["paste", "submit"], data: bytes, attempt: int, deadline: float
    ) -> Answer | None:
        """What the agent prints at it is looked at soon, also when it comes before the answer."""
        with self._conditions.urgently():
            return await self.terminal.order(id, step, data, self.hook, attempt, deadline)

    def acknowledge(self) -> None:
        """Everything that hooks have reported is recorded, except a limit: the next server must hear of it again."""
        if self.exit is None and self.evidence.limit is None:
            self.terminal.acknowledge(self.hook)

    def lift_limit(self) -> None:
        """Forget the usage limit that a hook reported: it is over, or not waited for."""
        self.evidence.limit = None

    def transcript(self) -> Path | None:
        """The transcript of the conversation that it is in. Blocking."""
        return transcript(self.spec, self.conversation_id, self.plan.environment)

    def resume_command(self, began: int) -> None:
        """Follow a command whose mark, at this offset, was forgotten while no server ran."""
        self._command.resume(began)
        if self._command.running and not self.evidence.turn:
            self.evidence.on_mark("C", self._loop.time(), began)
            self._tell()

    def command_output(self) -> Printed:
        """What the last command printed, and its exit code, where the program's marks bound it."""
        return self._command.read()

    async def stop(self) -> list[int]:
        """End the process and all its descendants: politely, then step by step, then by force.

        Returns the pids that live on.
        """
        self.terminal.ending = self.exit is None
        if self.exit is None and self.answering and self.spec.quit and not self.evidence.reading.shown:
            self.press(self.spec.quit)
            await self._within(lambda: self.exit, QUIT_GRACE)
        survivors = await self.terminal.stop()
        await self._within(lambda: self.exit, EXIT_DEADLINE)
        self.exit = self.exit or Exit(None, None)
        return survivors

    def kill(self) -> None:
        """Cut a `stop` short."""
        self.terminal.kill()

    def detach(self) -> None:
        """Let go; holder and agent live on for the next server."""
        self._let_go()
        self.terminal.close()

    async def close(self) -> None:
        """Release everything, after the end of the process."""
        self.detach()
        await asyncio.to_thread(self.plan.remove_files)

    def _let_go(self) -> None:
        self._live = False
        self._schedule.forget(self.look)
        self._file.close()
        self._interruption.close()
        if self._again:
            self._again.cancel()
        self.screen.close()
