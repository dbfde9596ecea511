"""The studio: a throw-away home and project folder, and Claude Code in them, on a stage."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claude_cli import claude_environment
from fake_anthropic import FakeAnthropic

from areyouj_jupyter.models import AgentSettings
from areyouj_jupyter.server.process.keys import key_bytes
from areyouj_jupyter.specs.claude import SPEC
from recording.case import PLAN_FILE, Case, Paste, Press, See
from recording.stage import Stage

HOME = Path("/tmp/ada")  # names on a screen must not tell whose machine it was, nor change its width
PROJECT = HOME / "garden"
SESSION = "5f0c1f5e-8d5b-4c0e-9f0a-0d6a4a3c2b10"


@contextmanager
def opened(case: Case, program: str, url: str, rows: int, cols: int) -> Iterator[Stage]:
    """Claude Code as it starts for this case. Raises FileExistsError if its home is somebody's."""
    HOME.mkdir(mode=0o700)
    try:
        environment = _furnished(case, url)
        with Stage(_argv(case, program), PROJECT, environment, rows, cols) as stage:
            yield stage
    finally:
        shutil.rmtree(HOME)


def play(case: Case, stage: Stage, model: FakeAnthropic) -> None:
    """Go to the case's screen. Raises TimeoutError, with the screen where it went wrong."""
    for step in case.steps:
        match step:
            case See(pattern):
                stage.see(pattern)
            case Press(keys):
                stage.write(key_bytes(keys))
                stage.rest()
            case Paste(text):
                filled = text.replace(PLAN_FILE, _plan_file(model)) if PLAN_FILE in text else text
                stage.write(b"\x1b[200~" + filled.encode() + b"\x1b[201~")
                stage.rest()


def _plan_file(model: FakeAnthropic) -> str:
    """Where Claude Code told its model to write the plan."""
    found = re.findall(rf"{HOME}/\.claude/plans/[\w-]+\.md", json.dumps([each.body for each in model.requests]))
    return found[-1]


def _furnished(case: Case, url: str) -> dict[str, str]:
    """The home and all that lies in it; the environment that goes with it."""
    PROJECT.mkdir()
    for name, text in case.files.items():
        (PROJECT / name).parent.mkdir(parents=True, exist_ok=True)
        (PROJECT / name).write_text(text, "utf-8")
    environment = claude_environment(HOME, url, PROJECT if case.trusted else None)
    if not case.approved:
        state = json.loads((HOME / ".claude.json").read_text("utf-8"))
        (HOME / ".claude.json").write_text(json.dumps({**state, "customApiKeyResponses": {}}), "utf-8")
    ours = SPEC.files["settings.json"](environment, AgentSettings())
    settings = json.dumps({**ours, **case.settings}).replace("{hook}", "true")
    (HOME / "settings.json").write_text(settings, "utf-8")
    changed = {
        **environment,
        "PATH": os.environ["PATH"],
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        **case.environment,
    }
    return {name: value for name, value in changed.items() if value is not None}


def _argv(case: Case, program: str) -> tuple[str, ...]:
    filled = {
        "{conversation_id}": SESSION,
        "{permission_mode}": "manual",
        "{run_dir}/settings.json": f"{HOME}/settings.json",
    }
    return (program, *(filled.get(each, each) for each in SPEC.argv), *case.arguments)
