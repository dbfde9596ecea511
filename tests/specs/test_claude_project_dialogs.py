"""What Claude Code asks about a project's folder: its choices are read and counted, or it is only a panel."""

from __future__ import annotations

import pytest

from areyouj_jupyter.server.status.reading import Shown, read
from areyouj_jupyter.specs.claude import SPEC

RULE = "─" * 120
CONFIRM = " Enter to confirm · Esc to cancel"
MCP = [
    RULE,
    "  New MCP server found in this project: one",
    "",
    "  MCP servers may execute code or access system resources. Learn more in the MCP",
    "  documentation.",
    "",
    "    Use this MCP server",
    "    Use this and all future MCP servers in this project",
    "  ❯ Continue without using this MCP server",
    "",
    " " + CONFIRM,
]
NARROW = [line.replace(RULE, RULE[:36]).replace("MCP servers in this", "\n    MCP servers in this") for line in MCP]
SERVERS = [
    RULE,
    "  2 new MCP servers found in this project",
    "  Select any you wish to enable.",
    "  MCP servers may execute code or access system resources. Learn more in the MCP",
    "  documentation.",
    "  ❯ [✔] one",
    "    [ ] two",
    "       Enable selected",
    " Space to select · Esc to reject all",
]
IMPORTS = [
    RULE,
    "  Allow external CLAUDE.md file imports?",
    "  External imports:",
    "    /work/No, disable external imports",
    "    Yes, allow external imports",
    "  Important: Only use Claude Code with files you trust. Accessing untrusted files may pose security risks",
    "  https://code.claude.com/docs/en/security",
    "  ❯ No, disable external imports",
    "    Yes, allow external imports",
    " " + CONFIRM,
]
TRUST = [
    RULE,
    " Accessing workspace:",
    " /work/project",
    " ⚠ This folder pre-approves 2 tool permissions in .claude/settings.json:",
    "   WebFetch and Bash(ls:*)",
    " These will apply without asking. Only proceed if you trust this configuration.",
    " Security guide",
    " ❯ No, exit",
    "   Yes, I trust this folder",
    CONFIRM,
]
ONE = ["Use this MCP server", "Use this and all future MCP servers in this project"]


def shown(screen: list[str]) -> Shown:
    """The dialog on it."""
    found = read(SPEC, "\n".join(screen).split("\n"), "").shown
    assert found is not None
    return found


def typed(dialog: Shown, key: str) -> str:
    """All keys that make a choice."""
    return "".join(step.keys for step in dialog.dialog.choice_steps(dialog.text, key) or ())


@pytest.mark.parametrize(
    ("screen", "name", "labels", "keys"),
    [
        (MCP, "mcp", [*ONE, "Continue without using this MCP server"], "<Up><Up><Enter>"),
        (NARROW, "mcp", [*ONE, "Continue without using this MCP server"], "<Up><Up><Enter>"),
        (SERVERS, "mcp-servers", ["[✔] one", "[ ] two", "Enable selected", "Reject all"], "<Enter>"),
        (IMPORTS, "imports", ["No, disable external imports", "Yes, allow external imports"], "<Enter>"),
        (TRUST, "trust", ["No, exit", "Yes, I trust this folder"], "<Enter>"),
    ],
)
def test_its_choices_are_counted_and_the_first_one_is_reached(
    screen: list[str], name: str, labels: list[str], keys: str
) -> None:
    dialog = shown(screen)
    assert (dialog.dialog.name, dialog.dialog.kind) == (name, "trust")
    assert [choice.label for choice in dialog.choices] == labels
    assert typed(dialog, "1") == keys


def test_a_button_that_is_indented_is_seen_to_be_selected() -> None:
    screen = [line.replace("❯ [✔]", "  [✔]").replace("       Enable", "  ❯    Enable") for line in SERVERS]
    dialog = shown(screen)
    assert typed(dialog, "2") == "<Up><Enter>"


@pytest.mark.parametrize("place", range(3))
def test_where_a_label_is_new_all_are_listed_by_their_layout(place: int) -> None:
    screen = MCP.copy()
    screen.insert(6 + place, "    Ask me later")
    dialog = shown(screen)
    labels = [*ONE, "Continue without using this MCP server"]
    labels.insert(place, "Ask me later")
    assert (dialog.dialog.name, [choice.label for choice in dialog.choices]) == ("confirm", labels)


def test_a_suspended_cli_is_known_by_its_own_words_alone() -> None:
    words = "Claude Code is suspended. Run `fg` to bring it back."
    assert read(SPEC, [words, "To undo typing, press ctrl+_."], "").suspended
    assert not read(SPEC, [f"● {words}", f"  {words}", RULE, "❯\xa0", RULE], "").suspended
    assert not read(SPEC, [words, RULE, "❯\xa0", RULE, "  ? for shortcuts"], "").suspended


@pytest.mark.parametrize("screen", [MCP, SERVERS, IMPORTS, TRUST])
def test_what_the_model_says_is_no_dialog(screen: list[str]) -> None:
    said = [f"  {line}" for line in screen]
    found = read(SPEC, ["● Look:", *said, RULE, "❯\xa0", RULE, "  ? for shortcuts"], "")
    assert (found.state, found.shown) == ("idle", None)
