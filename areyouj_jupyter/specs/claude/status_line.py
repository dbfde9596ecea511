"""The status line of Claude Code: a command that gets cost and context as JSON and prints a line (2.1.328, 2026-11).

It is called after each answer, at most every 0.3 s. Ours saves its input to a file; the user's own command, if any,
still prints its line.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from areyouj_jupyter.specs.format.told import Gauge


def status_line(environment: Mapping[str, str]) -> dict[str, Any]:
    """The setting `statusLine`. environment: the agent's. Blocking.

    A project's own status line is left out: run by us, it would run before anybody trusted the project.
    """
    own = _own(environment)
    command = own.get("command")
    if own.get("type") != "command" or not isinstance(command, str):
        return {"type": "command", "command": "cat > {gauge}"}
    return {**own, "command": f"tee {{gauge}} | ( {command}\n)"}  # on a line of its own: it may end in a comment


def _own(environment: Mapping[str, str]) -> dict[str, Any]:
    """The user's own status line, {} for none."""
    home = Path(environment.get("HOME", "/"))
    folder = Path(environment.get("CLAUDE_CONFIG_DIR") or home / ".claude")
    try:
        settings = json.loads((folder / "settings.json").read_bytes())
        return dict(settings["statusLine"])
    except (OSError, ValueError, LookupError, TypeError):
        return {}


def read_gauge(path: Path) -> Gauge | None:
    """The last report. Raises FileNotFoundError if there is none yet."""
    try:
        told = json.loads(path.read_bytes())
        cost, context = told["cost"], told["context_window"]
        return Gauge(
            model=str(told["model"]["display_name"]),
            cost_usd=float(cost["total_cost_usd"]),
            context_tokens=int(context["total_input_tokens"]),
            context_window=int(context["context_window_size"]),
        )
    except (ValueError, LookupError, TypeError):
        return None
