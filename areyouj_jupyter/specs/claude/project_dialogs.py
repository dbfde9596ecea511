"""What Claude Code asks at its start about a project's folder, before it obeys what it finds there (2.1.328, 2026-11).

Its choices have no numbers, so they are counted. A line that is no label that we know, nor the rest of one in a narrow
window, would spoil the count: then it is only a panel, which can be closed.
"""

from __future__ import annotations

from areyouj_jupyter.specs.claude.screen import NO_RULE
from areyouj_jupyter.specs.format.dialog import Dialog

_LABEL = r"(?:(?:Yes|No|Use|Continue|Enable)\b|\[[ ✔]\] ).*(?:\n {3,}(?:[a-z]|MCP\b).*)*"
_OPTION = rf" {{1,2}}[ ❯] +{_LABEL}\n"
_END = r" +(?:Enter to confirm|Space to select) · Esc to (?:cancel|reject all)\Z"
_CHOICE = rf"^ {{1,2}}[ ❯] +(?P<key>)(?P<label>{_LABEL})$(?=\n(?:{_OPTION})*{_END})"
_MENU = rf"(?:{NO_RULE}.*\n)*?{NO_RULE} {{1,2}}[^\s❯].*\n(?:{_OPTION})+{_END}"
_FIRST = r"(?:\A|(?<=─\n))"

PROJECT_DIALOGS = (
    # Digits do nothing in any of them.
    Dialog("trust", "trust", rf"{_FIRST} Accessing workspace:\n{_MENU}", choice=_CHOICE, answer="{move}<Enter>"),
    Dialog(
        "imports",  # CLAUDE.md names files outside of the folder
        "trust",
        rf"{_FIRST} +Allow external CLAUDE\.md file imports\?\n{_MENU}",
        choice=_CHOICE,
        answer="{move}<Enter>",
    ),
    Dialog(
        "mcp",
        "trust",
        rf"{_FIRST} +New MCP server found in this project\b.*\n{_MENU}",
        choice=_CHOICE,
        answer="{move}<Enter>",
    ),
    Dialog(
        "mcp-servers",  # each can be switched on and off
        "trust",
        rf"{_FIRST} +\d+ new MCP servers found in this project\n{_MENU}",
        choice=_CHOICE,
        answer="{move}<Enter>",
        fixed_choices=(("<Esc>", "Reject all"),),
    ),
)
