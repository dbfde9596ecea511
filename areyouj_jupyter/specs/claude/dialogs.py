"""Claude Code's dialogs, and the keys that answer them. All measured with 2.1.328 on Linux, 2026-11."""

from __future__ import annotations

from areyouj_jupyter.specs.claude.screen import NO_RULE
from areyouj_jupyter.specs.format.dialog import Dialog

_LAST_BLOCK = rf"(?:\A|(?<=[─▔]\n)){NO_RULE}"  # \A: a dialog taller than the screen
_MORE = rf"(?:{NO_RULE}.*\n)*?"
_END = rf"(?:\n(?!❯){NO_RULE}.*){{0,3}}\Z"  # a line or two more than we know of do no harm
_QUESTION = rf" Do you want to .*(?:\n{NO_RULE} .*){{0,3}}?\?\n"  # the name of a file in it may be long
# What stands before the dialog's own question is the agent's text (a command, a diff), which could number lines, too.
_BEHIND_QUESTION = r"(?![\s\S]*^ *(?:Do you want to |Claude wants to exit |Claude has written up a plan))"
_LABEL = r"(?P<label>\S.*(?:\n(?: {6}| {9})(?!\d\. )\S.*)*)"
_NUMBERED = rf"^ {{1,4}}[ ❯↓↑] (?P<key>\d)\. {_LABEL}{_BEHIND_QUESTION}"
# Two blanks behind it comes what it is for, or the frame of a preview.
_DESCRIBED = r"^[ ❯↓↑] (?P<key>\d)\. (?P<label>\S.*?)(?: {2,}.*)?$"
_MENU = r"^ {0,4}[ ❯↓↑] (?P<key>\d)\. (?P<label>\S.*?)(?: {2,}.*)?$"
_CONFIRM = rf"(?:.*\n)*? +Enter to confirm · Esc to cancel{_END}"
_SELECT = rf"Enter to select · (?:.*\n){{0,2}}?.*\bEsc\s+to\s+cancel{_END}"
_ESCAPE = r"\bEsc\s+to\s+(?P<label>cancel|close|exit|go\s+back|reject(?:\s+all)?)\b"

_NONE = r"(?!)(?P<key>)(?P<label>)"

_DECLINE = (("<Esc>", "Decline to answer"),)
_THEMES = (
    "Auto (match terminal)",
    "Dark mode",
    "Light mode",
    "Dark mode (colorblind-friendly)",
    "Light mode (colorblind-friendly)",
    "Dark mode (ANSI colors only)",
    "Light mode (ANSI colors only)",
)

DIALOGS = (
    Dialog(
        "theme",
        "login",
        r"\AWelcome to Claude Code v.*\n(?:.*\n)* Choose the text style that looks best with your terminal\n[\s\S]*\Z",
        choice=_NONE,
        answer="{move}<Enter>",
        fixed_choices=tuple((str(number), theme) for number, theme in enumerate(_THEMES, 1)),
    ),
    Dialog(
        "welcome",
        "login",
        r"\AWelcome to Claude Code v.*\n(?:.*\n)* Press Enter to continue.*\Z",
        choice=_NONE,
        fixed_choices=(("<Enter>", "Continue"),),
    ),
    Dialog(
        "bypass",
        "trust",
        rf"^ +WARNING: Claude Code running in\s+Bypass\s+Permissions\b.*\n{_CONFIRM}",
        listed=True,
        answer="{move}<Enter>",
    ),
    Dialog(
        "api-key",
        "login",
        rf"^ +Detected a custom API key\b.*\n{_CONFIRM}",
        listed=True,
        answer="{move}<Enter>",
    ),
    # Of MCP servers, of files that CLAUDE.md imports; the trust dialog, too, where its head does not fit on the screen.
    Dialog(
        "confirm",
        "trust",
        rf"{_LAST_BLOCK}{_MORE} *❯ (?!\d\. ).*\n{_MORE} +Enter to confirm · Esc to \w+{_END}",
        listed=True,
        answer="{move}<Enter>",
    ),
    Dialog("login", "login", rf"{_LAST_BLOCK} +Login\n{_MORE} +Select login method:\n{_MORE} +Esc to cancel{_END}"),
    Dialog(
        "plan",
        "permission",
        rf"(?<=[─▔]\n) +(?:Ready to code\?|Exit plan mode\?)\n{_MORE}[ ❯]+\d\. .*(?:\n{NO_RULE}.*)*\Z",
        choice=_NUMBERED,
        text_choice="Tell Claude what to change",
        text_answer="{key}{text}<Enter>",
    ),
    Dialog(
        "fetch",  # of a page; it takes no text, and has no line below its choices
        "permission",
        rf"{_LAST_BLOCK}.*\n{_MORE}{_QUESTION}{_MORE}[ ❯]+\d\. No, .*\(esc\)(?:\n {{5,}}.*)*{_END}",
        choice=_NUMBERED,
    ),
    Dialog(
        "permission",
        "permission",
        # More follows: `Tab to amend` or, for a sub-agent, how to stop it.
        rf"{_LAST_BLOCK}.*\n{_MORE}{_QUESTION}{_MORE} Esc to cancel(?: · .*)?{_END}",
        choice=_NUMBERED,
        last_choice=r"No\b",
        # A diff comes 0.05 to 0.1 s later: until then its frame has an ellipsis, or, for a notebook, is missing.
        unfinished=r"^╌+\n…\n╌+$|\A .*\n Do you want to ",
        text_choice="No",  # refuses, and says why; the turn continues
        text_answer="{move}<Tab>{text}<Enter>",
    ),
    Dialog(
        "preview",  # with a preview of each choice beside them
        "question",
        rf"(?:\A|(?<=─\n))(?:←| [☐☒]) .*\n(?:.*\n)*(?=.*\n?.*\bn\s+to\s+add\s+notes\b){_SELECT}",
        choice=_DESCRIBED,
        answer="{key}<Enter>",  # here the digit only moves the selection
        fixed_choices=_DECLINE,
    ),
    Dialog(
        "questions",
        "question",
        rf"(?:\A|(?<=─\n))← .*\n(?:.*\n)*{_SELECT}",
        choice=_DESCRIBED,
        last_choice="Chat about this",
        text_choice=r"(?:\[.\] )?Type something",
        text_answer="{key}{text}<Enter>",
        fixed_choices=(("<Tab>", "Next question"), *_DECLINE),
    ),
    Dialog("review", "question", rf"(?<=─\n)← .*\nReview your answers\n(?:.*\n)*[ ❯]+2\. Cancel{_END}", _DESCRIBED),
    Dialog(
        "question",
        "question",
        # Where its head does not fit on the screen, its last part tells.
        rf"(?:(?:\A|(?<=─\n)) [☐☒] .*\n(?:.*\n)*|\A{_MORE}─+\n +\d\. Chat about this\n(?:.*\n)??){_SELECT}",
        choice=_DESCRIBED,
        last_choice="Chat about this",
        text_choice=r"(?:\[.\] )?Type something",
        text_answer="{key}{text}<Enter>",  # apart: "3green\r" in one write picked the first choice
        fixed_choices=_DECLINE,
    ),
    # Menus and panels not listed here (/model, first-start questions): better a prompt than a text typed into them.
    Dialog("menu", "question", rf"{_LAST_BLOCK}{_MORE}[ ]*❯ \d\. .*(?:\n{NO_RULE}.*)*\Z", choice=_MENU, escape=_ESCAPE),
    Dialog("panel", "question", rf"{_LAST_BLOCK}{_MORE}.*{_ESCAPE}.*\Z", choice=_NONE, escape=_ESCAPE),
    # Some do not show the key that closes them; no composer stands below such a rule.
    Dialog("page", "question", rf"(?<=▔\n){_MORE}{NO_RULE}.*\Z", choice=_NONE, fixed_choices=(("<Esc>", "Close"),)),
)
