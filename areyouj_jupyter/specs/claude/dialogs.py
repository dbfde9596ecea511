"""Claude Code's dialogs, and the keys that answer them. All measured with 2.1.328 on Linux, 2026-11."""

from __future__ import annotations

from areyouj_jupyter.specs.claude.screen import NO_RULE
from areyouj_jupyter.specs.format.dialog import Dialog

_LAST_BLOCK = rf"(?:\A|(?<=[─▔]\n)){NO_RULE}"  # \A: a dialog taller than the screen
_MORE = rf"(?:{NO_RULE}.*\n)*?"
_QUESTION = rf" Do you want to .*(?:\n{NO_RULE} .*){{0,3}}?\?\n"  # the name of a file in it may be long
# What stands before the dialog's own question is the agent's text (a command, a diff), which could number lines, too.
_BEHIND_QUESTION = r"(?![\s\S]*^ *(?:Do you want to |Claude wants to exit |Claude has written up a plan))"
_NUMBERED = r"^[ ❯]*(?P<key>\d)\. (?P<label>\S.*(?:\n(?: {6}| {9})(?!\d\. )\S.*)*)" + _BEHIND_QUESTION
# Two blanks behind it comes what it is for, or the frame of a preview.
_DESCRIBED = r"^[ ❯]*(?P<key>\d)\. (?P<label>\S.*?)(?: {2,}.*)?$"
_CONFIRM = r"(?:.*\n)*? +Enter to confirm · Esc to cancel\Z"
_SELECT = r"Enter to select · (?:.*\n){0,2}?.*\bEsc\s+to\s+cancel\Z"
_UNNUMBERED = r"(?!)(?P<key>)(?P<label>)"

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
        choice=_UNNUMBERED,
        answer="{move}<Enter>",
        fixed_choices=tuple((str(number), theme) for number, theme in enumerate(_THEMES, 1)),
    ),
    Dialog(
        "welcome",
        "login",
        r"\AWelcome to Claude Code v.*\n(?:.*\n)* Press Enter to continue.*\Z",
        choice=_UNNUMBERED,
        fixed_choices=(("<Enter>", "Continue"),),
    ),
    Dialog(
        "bypass",
        "trust",
        rf"^ +WARNING: Claude Code running in\s+Bypass\s+Permissions\b.*\n{_CONFIRM}",
        choice=_UNNUMBERED,
        answer="{move}<Enter>",
        fixed_choices=(("1", "No, exit"), ("2", "Yes, I accept")),
    ),
    Dialog(
        "api-key",
        "login",
        rf"^ +Detected a custom API key\b.*\n{_CONFIRM}",
        choice=_UNNUMBERED,
        answer="{move}<Enter>",
        fixed_choices=(("1", "Yes"), ("2", "No (recommended)")),
    ),
    Dialog("login", "login", rf"{_LAST_BLOCK} +Login\n{_MORE} +Select login method:\n{_MORE} +Esc to cancel\Z"),
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
        rf"{_LAST_BLOCK}.*\n{_MORE}{_QUESTION}{_MORE}[ ❯]+\d\. No, .*\(esc\)(?:\n {{5,}}.*)*\Z",
        choice=_NUMBERED,
    ),
    Dialog(
        "permission",
        "permission",
        # More follows: `Tab to amend` or, for a sub-agent, how to stop it.
        rf"{_LAST_BLOCK}.*\n{_MORE}{_QUESTION}{_MORE} Esc to cancel(?: · .*(?:\n{NO_RULE} .*)?)?\Z",
        choice=_NUMBERED,
        # A diff comes 0.05 to 0.1 s later: until then its frame has an ellipsis, or, for a notebook, is missing.
        unfinished=r"^╌+\n…\n╌+$|\A .*\n Do you want to ",
        text_choice="No",  # refuses, and says why; the turn continues
        text_answer="{move}<Tab>{text}<Enter>",
    ),
    Dialog(
        "preview",  # with a preview of each choice beside them
        "question",
        rf"(?<=─\n)(?:←| [☐☒]) .*\n(?:.*\n)*(?=.*\n?.*\bn\s+to\s+add\s+notes\b){_SELECT}",
        choice=_DESCRIBED,
        answer="{key}<Enter>",  # here the digit only moves the selection
        fixed_choices=(("<Esc>", "Decline to answer"),),
    ),
    Dialog(
        "questions",
        "question",
        rf"(?<=─\n)← .*\n(?:.*\n)*{_SELECT}",
        choice=_DESCRIBED,
        text_choice=r"(?:\[.\] )?Type something",
        text_answer="{key}{text}<Enter>",
        fixed_choices=(("<Tab>", "Next question"), ("<Esc>", "Decline to answer")),
    ),
    Dialog("review", "question", r"(?<=─\n)← .*\nReview your answers\n(?:.*\n)*[ ❯]+2\. Cancel\Z"),
    Dialog(
        "question",
        "question",
        rf"(?<=─\n) [☐☒] .*\n(?:.*\n)*{_SELECT}",
        choice=_DESCRIBED,
        text_choice=r"(?:\[.\] )?Type something",
        text_answer="{key}{text}<Enter>",  # apart: "3green\r" in one write picked the first choice
        fixed_choices=(("<Esc>", "Decline to answer"),),
    ),
    # Menus and panels not listed here (/model, first-start questions): better a prompt than a text typed into them.
    Dialog("menu", "question", rf"{_LAST_BLOCK}{_MORE}[ ]*❯ \d\. .*(?:\n{NO_RULE}.*)*\Z", choice=_DESCRIBED),
    Dialog(
        "panel",
        "question",
        # Some do not show the key that closes them; then the rule above identifies them, which no composer has.
        rf"{_LAST_BLOCK}{_MORE}.*\bEsc\s+to\s+(?:cancel|close|exit|go back)\b.*\Z"
        rf"|(?<=▔\n){_MORE}{NO_RULE}.*\Z",
        fixed_choices=(("<Esc>", "Close"),),
    ),
)
