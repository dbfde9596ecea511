"""The real Claude Code for tests: where it is, and a throw-away home in which it knows no server but ours."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from repository import ROOT

CI_INSTALLED = ROOT / ".ci" / "claude" / "node_modules" / ".bin" / "claude"
TOKEN = "sk-ant-oat01-fake-0123456789abcdefghijklmnopqrstuvwxyz"
KEY = "sk-ant-fake-0123456789abcdefghijklmnopqrstuvwxyz"


def find_claude() -> str:
    """The program: $AREYOUJ_TEST_CLAUDE, `claude` on PATH, or the one that CI installed. Without one the test fails."""
    places = (os.environ.get("AREYOUJ_TEST_CLAUDE"), shutil.which("claude"), str(CI_INSTALLED))
    for place in places:
        if place and os.access(place, os.X_OK):
            return place
    pytest.fail(
        "Claude Code is not installed. Run `npm install --prefix .ci/claude @anthropic-ai/claude-code`, or name the"
        " program in $AREYOUJ_TEST_CLAUDE, or leave these tests out by `-m 'not slow'`."
    )


def claude_environment(home: Path, url: str, trusted: Path | None, subscribed: bool = False) -> dict[str, str]:
    """Make `home` a home past all first-start questions; the environment that goes with it.

    url: the fake model server's. trusted: the folder whose trust question is answered already; None: none is.
    subscribed: with a token of a subscription, which has usage limits, instead of a key.
    With these variables 2.1.328 looks up no host name (measured 2026-11 in a network of its own).
    """
    home.mkdir(parents=True, exist_ok=True)
    state = {
        "hasCompletedOnboarding": True,
        "theme": "dark",
        "customApiKeyResponses": {"approved": [KEY[-20:]], "rejected": []},
        "projects": {str(trusted): {"hasTrustDialogAccepted": True}} if trusted else {},
    }
    (home / ".claude.json").write_text(json.dumps(state), encoding="utf-8")
    return {
        "HOME": str(home),
        "SHELL": "/bin/bash",
        "ANTHROPIC_BASE_URL": url,
        **({"CLAUDE_CODE_OAUTH_TOKEN": TOKEN} if subscribed else {"ANTHROPIC_API_KEY": KEY}),
        "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1",
        "CLAUDE_CODE_DISABLE_OFFICIAL_MARKETPLACE_AUTOINSTALL": "1",
        "DISABLE_AUTOUPDATER": "1",
        "DISABLE_TELEMETRY": "1",
        "DISABLE_ERROR_REPORTING": "1",
    }
