"""Real Claude Code at work in a whole server, before a fake model server: `async with desk(tmp_path) as ada:`."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claude_cli import claude_environment, find_claude
from fake_anthropic import FakeAnthropic
from open_services import ended, open_services, sent
from waiting import until

from areyouj_jupyter.models import (
    AgentSettings,
    AnswerPrompt,
    CreateAgent,
    CreateSession,
    MessageModel,
    Prompt,
    SessionModel,
    StatusModel,
)
from areyouj_jupyter.server.events import Subscription
from areyouj_jupyter.server.services import Services
from areyouj_jupyter.server.sessions.session import Session

NO_FILES: Mapping[str, str] = {}
START = 30.0  # seconds for the CLI to start on a busy machine
ASKED = 'date +%s.%N >> "$HOME/asked-$(basename "$PWD")"'  # the CLI's own word of when it opened a dialog


@dataclass
class Diary:
    """What a session published, each change once, with the time at which it came out."""

    entries: list[tuple[float, StatusModel]] = field(default_factory=list)
    _read: int = 0

    def on_status(self, status: StatusModel) -> None:
        """Write it down if it is another state, or asks for something else."""
        last = self.entries[-1][1] if self.entries else None
        if last is None or (last.state, last.reason) != (status.state, status.reason):
            self.entries.append((time.time(), status))

    @property
    def states(self) -> list[str]:
        """The states in order; of a dialog its kind."""
        return [status.reason or "" if status.state == "awaiting_input" else status.state for _, status in self.entries]

    def news(self) -> list[str]:
        """Those that were not read before."""
        states, self._read = self.states[self._read :], len(self.entries)
        return states


@dataclass(frozen=True)
class Desk:
    """A session of Claude Code, the model behind it, the folder it works in, and its home."""

    services: Services
    session: Session
    model: FakeAnthropic
    project: Path
    home: Path
    diary: Diary

    async def finished(self, text: str) -> MessageModel:
        """Send a text and wait until its message is finished."""
        return await ended(self.services, await sent(self.session, text), START)

    async def state(self, state: str, deadline: float = START) -> None:
        """Wait until this state was published, or for a dialog its kind."""
        await until(lambda: (self.diary.states or [""])[-1] == state, f"{self.project.name} is {state}", deadline)

    async def prompt(self, kind: str) -> Prompt:
        """The open prompt, once there is one of this kind."""
        await until(lambda: self.session.status.prompt, f"a prompt of kind {kind}", START)
        found = self.session.status.prompt
        assert found is not None and found.kind == kind
        assert self.session.status.state == "awaiting_input"
        return found

    async def answer(self, prompt: Prompt, label: str | None = None, text: str | None = None) -> None:
        """Answer by the choice whose label begins like this, or by a text."""
        keys = [choice.key for choice in prompt.choices if label and choice.label.startswith(label)]
        await self.session.answer(AnswerPrompt(prompt_id=prompt.id, choice=keys[0] if keys else None, text=text))

    def gate(self, name: str) -> str:
        """The script of a command that goes on in the background until `open_gate`."""
        os.mkfifo(self.project / name)
        return f'[[tool Bash {{"command": "cat {name}", "description": "Wait", "run_in_background": true}}]]'

    async def open_gate(self, name: str) -> None:
        """Let it end."""
        await asyncio.to_thread((self.project / name).write_text, "")

    @property
    def asked(self) -> list[float]:
        """When the CLI itself opened its dialogs: seconds since the epoch, as its hook told the clock."""
        path = self.home / f"asked-{self.project.name}"
        return [float(line) for line in path.read_text().split()] if path.exists() else []


@asynccontextmanager
async def desks(
    folder: Path,
    *names: str,
    trusted: bool = True,
    subscribed: bool = False,
    forgets: tuple[str, ...] = (),
    vim: bool = False,
    hooks: bool = True,
    files: Mapping[str, str] = NO_FILES,
    **settings: Any,
) -> AsyncIterator[list[Desk]]:
    """Agents of these names, each in a folder of its own, all of one home, just started.

    They are ready, too, but where the folders are not trusted, the CLI's state forgets some of its first answers, or
    there are files about which it may ask: name in the project's folder → content. hooks: whether the CLI calls any.
    """
    root, home = (folder / "root").resolve(), folder / "home"
    with FakeAnthropic() as model:
        async with open_services(folder, commands={"claude": find_claude()}) as services:
            environment = claude_environment(home, model.url, root if trusted else None, subscribed)
            _furnish(root, names, home, forgets, {"editorMode": "vim"} if vim else {}, hooks)
            for name, path in itertools.product(names, files):
                (root / name / path).parent.mkdir(exist_ok=True)
                (root / name / path).write_text(files[path])
            diaries: dict[str, Diary] = {}
            with services.events.subscribe(limit=100_000) as events:
                reading = asyncio.create_task(_keep(events, diaries))
                made = [
                    await _desk(services, model, root / name, home, diaries, environment, settings) for name in names
                ]
                if trusted and not forgets and not files:
                    await asyncio.gather(*(each.state("idle") for each in made))
                yield made
            await reading


@asynccontextmanager
async def desk(folder: Path, **more: Any) -> AsyncIterator[Desk]:
    """One of them."""
    async with desks(folder, "garden", **more) as made:
        yield made[0]


def _furnish(
    root: Path, names: tuple[str, ...], home: Path, forgets: tuple[str, ...], chosen: dict[str, str], hooks: bool
) -> None:
    """The folders, a hook of the user's own, which notes when a dialog opens, and what the CLI is to ask again.

    chosen: more of its own settings.
    """
    for name in names:
        (root / name).mkdir(parents=True)
    (home / ".claude").mkdir()
    asked = {"PermissionRequest": [{"hooks": [{"type": "command", "command": ASKED}]}]}
    settings = {"hooks": asked, "disableAllHooks": not hooks}
    (home / ".claude" / "settings.json").write_text(json.dumps(settings))
    state = home / ".claude.json"
    known = json.loads(state.read_text())
    state.write_text(json.dumps({**{name: value for name, value in known.items() if name not in forgets}, **chosen}))


async def _desk(
    services: Services,
    model: FakeAnthropic,
    project: Path,
    home: Path,
    diaries: dict[str, Diary],
    environment: dict[str, str],
    settings: dict[str, Any],
) -> Desk:
    given = AgentSettings(environment=environment, **settings)
    name = project.name
    await services.registry.create_agent(CreateAgent(name=name, spec="claude", project_path=name, settings=given))
    session = await services.registry.create_session(CreateSession(agent=name))
    return Desk(services, session, model, project, home, diaries.setdefault(session.id, Diary()))


async def _keep(events: Subscription, diaries: dict[str, Diary]) -> None:
    async for event in events:
        if event.type.endswith(":status-changed") and isinstance(event.data, SessionModel):
            diaries.setdefault(event.data.id, Diary()).on_status(event.data.status)
