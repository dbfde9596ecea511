"""The status line of Claude Code: what it tells, and the user's own one behind it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from areyouj_jupyter.specs import Gauge
from areyouj_jupyter.specs.claude.status_line import read_gauge, status_line


def own_line(home: Path, content: str) -> dict[str, Any]:
    """The setting, where the user's own settings are these."""
    (home / ".claude").mkdir(parents=True, exist_ok=True)
    (home / ".claude" / "settings.json").write_text(content, "utf-8")
    return status_line({"HOME": str(home)})


def test_without_a_status_line_of_the_users_own_nothing_is_shown(tmp_path: Path) -> None:
    plain = {"type": "command", "command": "cat > {gauge}"}
    assert status_line({"HOME": str(tmp_path)}) == plain
    for content in ("{}", "[]", "{", '{"statusLine": 7}', '{"statusLine": {"type": "command"}}'):
        assert own_line(tmp_path, content) == plain, content


def test_the_users_own_status_line_gets_what_ours_gets(tmp_path: Path) -> None:
    line = own_line(tmp_path, '{"statusLine": {"type": "command", "command": "wc -c # bytes", "padding": 2}}')
    assert (line["type"], line["padding"]) == ("command", 2)
    script = line["command"].replace("{gauge}", str(tmp_path / "gauge.json"))
    done = subprocess.run(["/bin/sh", "-c", script], input=b"12345", capture_output=True, check=True)
    assert done.stdout.strip() == b"5"
    assert (tmp_path / "gauge.json").read_bytes() == b"12345"


def test_another_folder_of_settings_is_looked_into(tmp_path: Path) -> None:
    own_line(tmp_path, '{"statusLine": {"type": "command", "command": "date"}}')
    assert "date" in status_line({"HOME": "/", "CLAUDE_CONFIG_DIR": str(tmp_path / ".claude")})["command"]


def test_the_gauge_is_read_and_a_torn_one_tells_nothing(tmp_path: Path) -> None:
    told = {
        "model": {"id": "m-1", "display_name": "Em 1"},
        "cost": {"total_cost_usd": 0.25},
        "context_window": {"total_input_tokens": 123, "context_window_size": 200_000},
    }
    path = tmp_path / "gauge.json"
    path.write_text(json.dumps(told), "utf-8")
    assert read_gauge(path) == Gauge("Em 1", 0.25, 123, 200_000)
    for torn in ("", '{"model": {"id"', "{}", "[]", json.dumps({**told, "cost": None})):
        path.write_text(torn, "utf-8")
        assert read_gauge(path) is None, torn
