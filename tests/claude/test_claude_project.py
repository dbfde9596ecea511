"""What real Claude Code asks at its start about a project's folder: told at once, with its choices, and answered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from claude_desk import desk
from waiting import until

pytestmark = pytest.mark.slow

ONE, TWO = (json.dumps({"mcpServers": {name: {"command": "true"} for name in names}}) for names in ("a", "ab"))
ALLOW = json.dumps({"permissions": {"allow": ["Bash(ls:*)", "WebFetch"]}})


@pytest.mark.parametrize(
    ("files", "says", "labels", "choice"),
    [
        ({".mcp.json": ONE}, "New MCP server", ["Use this MCP", "Use this and all future", "Continue without"], "Cont"),
        ({".mcp.json": ONE}, "New MCP server", ["Use this MCP", "Use this and all future", "Continue without"], "Use"),
        ({"CLAUDE.md": "@/etc/hostname"}, "/etc/hostname", ["No, disable", "Yes, allow external"], "Yes"),
    ],
)
async def test_it_asks_before_it_obeys_what_it_finds_in_a_trusted_folder(
    tmp_path: Path, files: dict[str, str], says: str, labels: list[str], choice: str
) -> None:
    async with desk(tmp_path, files=files) as ada:
        prompt = await ada.prompt("trust")
        await ada.state("trust")
        assert ada.diary.news() == ["starting", "trust"]
        assert says in prompt.text
        shown = [each.label for each in prompt.choices]
        assert len(shown) == len(labels) and all(map(str.startswith, shown, labels)), shown
        await ada.answer(prompt, choice)
        await ada.state("idle")
        assert (await ada.finished("hello")).status == "completed"


async def test_each_of_many_servers_is_switched_and_then_those_are_enabled(tmp_path: Path) -> None:
    async with desk(tmp_path, files={".mcp.json": TWO}) as ada:
        prompt = await ada.prompt("trust")
        assert [each.label for each in prompt.choices] == ["[✔] a", "[✔] b", "Enable selected", "Reject all"]
        await ada.answer(prompt, "[✔] b")
        await until(lambda: ada.session.status.prompt and "[ ] b" in ada.session.status.prompt.text, "its switch")
        await ada.answer(await ada.prompt("trust"), "Enable")
        await ada.state("idle")


async def test_the_question_of_trust_shows_what_the_folder_allows_itself(tmp_path: Path) -> None:
    async with desk(tmp_path, trusted=False, files={".claude/settings.json": ALLOW}) as ada:
        prompt = await ada.prompt("trust")
        assert "Bash(ls:*)" in prompt.text
        assert [each.label for each in prompt.choices] == ["No, exit", "Yes, I trust this folder"]
        await ada.answer(prompt, "Yes")
        await ada.state("idle")
