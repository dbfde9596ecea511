"""echo: our own offline agent, for the tour and the tests. It behaves like the real ones and costs nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from areyouj_jupyter.models import Usage
from areyouj_jupyter.specs.format.dialog import Dialog
from areyouj_jupyter.specs.format.hook import Fact, Hook
from areyouj_jupyter.specs.format.screen_rule import Composer, Region, ScreenRule
from areyouj_jupyter.specs.format.spec import AgentSpec, Neutral
from areyouj_jupyter.specs.format.told import Step, Turn

_CHOICE = r"^ [ ❯] (?P<key>\d)\. (?P<label>\S.*)$"  # three cells before the number; what is asked about has five
_PROGRAM = ("-I", "-S", "{agentside}/echo")


def read_turn(path: Path) -> Turn | None:
    """The last turn of an echo transcript; None while none has ended. Torn and foreign lines are skipped."""
    for line in reversed(path.read_text("utf-8", errors="replace").splitlines()):
        entry = _entry(line)
        if entry.get("type") == "assistant":
            calls = entry.get("calls")
            steps = [Step("tool", str(call)) for call in calls] if isinstance(calls, list) else []
            return Turn(str(entry.get("text", "")), _usage(entry.get("usage")), tuple(steps))
        if entry.get("type") in ("user", "interrupted"):
            return None
    return None


def read_prompts(path: Path, after: int) -> list[str]:
    """The prompts behind this offset."""
    lines = path.read_bytes()[after:].decode("utf-8", "replace").splitlines()
    return [str(entry.get("text", "")) for entry in map(_entry, lines) if entry.get("type") == "user"]


def _entry(line: str) -> dict[str, Any]:
    """One line of a transcript; {} if it is not whole."""
    try:
        entry = json.loads(line)
    except ValueError:
        return {}
    return entry if isinstance(entry, dict) else {}


def _usage(counts: object) -> Usage | None:
    """echo counts words where others count tokens."""
    if not isinstance(counts, dict):
        return None
    known = {name: counts[name] for name in Usage.__struct_fields__ if isinstance(counts.get(name), int)}
    return Usage(**known)


SPEC = AgentSpec(
    name="echo",
    display_name="Echo (offline demo)",
    command="{python}",
    install="It comes with AreYouJ. There is nothing to install.",
    argv=(*_PROGRAM, "--session-id", "{conversation_id}"),
    resume_argv=(*_PROGRAM, "--resume", "{conversation_id}"),
    version_argv=(*_PROGRAM, "--version"),
    permission_modes=("manual",),
    hooks={
        "SessionStart": Hook(Fact.READY),
        "UserPromptSubmit": Hook(Fact.SUBMITTED, text="prompt"),
        "PermissionRequest": Hook(Fact.PERMISSION),
        "Question": Hook(Fact.QUESTION),
        "Progress": Hook(Fact.WORKING),
        "Stop": Hook(Fact.FINISHED, text="last_assistant_message"),
        "StopFailure": Hook(Fact.FAILED, text="error"),
        "SessionEnd": Hook(Fact.ENDED),
    },
    rules=(
        ScreenRule("busy-title", "busy", Region.TITLE, r"^[\u2801-\u28ff] echo$"),
        ScreenRule("busy-footer", "busy", Region.LAST, r"^ *esc to interrupt *$"),
        ScreenRule(
            "limit", "rate_limited", Region.ABOVE_COMPOSER, r"^⧗ Usage limit reached, resets in (?P<seconds>\d+) s$"
        ),
        ScreenRule("ready", "idle", Region.LAST, r"^ *\? for shortcuts *$"),
    ),
    dialogs=(
        Dialog(
            "trust",
            "trust",
            r"^ Do you trust the files in this folder\?\n(?:.*\n)*? Esc to cancel\s*\Z",
            choice=_CHOICE,
        ),
        Dialog(
            "permission",
            "permission",
            r"^ Permission needed to run\n(?:     .*\n)+ Do you want to proceed\?\n(?:.*\n)*? Esc to cancel\s*\Z",
            choice=_CHOICE,
        ),
        Dialog(
            "question",
            "question",
            r"^ Question\n(?:.*\n)*? [ ❯] t\.(?:.*\n)+? Esc to cancel\s*\Z",
            choice=_CHOICE,
            text_answer="t{text}<Enter>",
        ),
    ),
    composer=Composer(prompt=r"^❯(?: |$)", edge=r"^─{10,}$", pasted=r"\[Pasted text #\d+ \+\d+ lines\]"),
    neutral=(
        Neutral(r"\A!", prefix=" "),
        Neutral(r"\A\s*/[\w-]+(?:\s|\Z)", prefix="> "),
        Neutral(r"\A\s*(?:exit|quit)\s*\Z", prefix="> "),
        Neutral(r"\\\Z", suffix=" "),
    ),
    transcript=("$ECHO_HOME/sessions/{conversation_id}.jsonl", "~/.areyouj-echo/sessions/{conversation_id}.jsonl"),
    read_turn=read_turn,
    read_prompts=read_prompts,
)
