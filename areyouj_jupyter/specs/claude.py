"""claude: Claude Code, Anthropic's terminal agent. All numbers and glyphs measured with 2.1.328 on Linux, 2026-11."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from areyouj_jupyter.models import AgentSettings
from areyouj_jupyter.specs.claude_session_file import read_state
from areyouj_jupyter.specs.claude_status_line import read_gauge, status_line
from areyouj_jupyter.specs.claude_transcript import find_turn, read_prompts, read_steps, read_turn
from areyouj_jupyter.specs.dialog import Dialog
from areyouj_jupyter.specs.hook import Fact, Hook
from areyouj_jupyter.specs.screen_rule import Composer, Region, ScreenRule
from areyouj_jupyter.specs.spec import AgentSpec, Neutral

# A rule across the whole screen is at column 0 and only the program draws one: what the model or a person wrote is
# indented or behind a bullet. So "from the last rule to the end of the screen" cannot be quoted text.
_NO_RULE = r"(?![─▔]{10})"
_LAST_BLOCK = rf"(?:\A|(?<=[─▔]\n)){_NO_RULE}"  # \A: a dialog taller than the screen
_MORE = rf"(?:{_NO_RULE}.*\n)*?"
_QUESTION = rf" Do you want to .*(?:\n{_NO_RULE} .*){{0,3}}?\?\n"  # the name of a file in it may be long
# What stands before the dialog's own question is the agent's text (a command, a diff), which could number lines, too.
_BEHIND_QUESTION = r"(?![\s\S]*^ *(?:Do you want to |Claude wants to exit |Claude has written up a plan))"
_NUMBERED = r"^[ ❯]*(?P<key>\d)\. (?P<label>\S.*(?:\n(?: {6}| {9})(?!\d\. )\S.*)*)" + _BEHIND_QUESTION
# Two blanks behind it comes what it is for, or the frame of a preview.
_DESCRIBED = r"^[ ❯]*(?P<key>\d)\. (?P<label>\S.*?)(?: {2,}.*)?$"
_CONFIRM = r"(?:.*\n)*? +Enter to confirm · Esc to cancel\Z"
_SELECT = r"Enter to select · (?:.*\n){0,2}?.*\bEsc\s+to\s+cancel\Z"
_UNNUMBERED = r"(?!)(?P<key>)(?P<label>)"

_SCROLLED = r"─+ [↑↓] \d+ more ─+"  # the composer's edge where it is taller than a quarter of the screen or so

# Characters that Claude Code drops or trims before it looks for a command.
_BLANK = r"[\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*"

_EVENTS = ("SessionStart", "UserPromptSubmit", "PermissionRequest", "Stop", "StopFailure", "SessionEnd")
"""No more than we use: an event that a version does not know opens a settings dialog at its start. Not PostToolUse, nor
SubagentStop: they come from background agents too, when no turn is open. Not Notification: it comes 3 to 9 s late."""

_THEMES = (
    "Auto (match terminal)",
    "Dark mode",
    "Light mode",
    "Dark mode (colorblind-friendly)",
    "Light mode (colorblind-friendly)",
    "Dark mode (ANSI colors only)",
    "Light mode (ANSI colors only)",
)

_DIALOGS = (
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
        "trust",
        "trust",
        rf"^ Accessing workspace:\n{_CONFIRM}",
        choice=_UNNUMBERED,
        answer="{move}<Enter>",  # digits do nothing here; "No, exit" is selected at first
        fixed_choices=(("1", "No, exit"), ("2", "Yes, I trust this folder")),
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
        rf"(?<=[─▔]\n) +(?:Ready to code\?|Exit plan mode\?)\n{_MORE}[ ❯]+\d\. .*(?:\n{_NO_RULE}.*)*\Z",
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
        rf"{_LAST_BLOCK}.*\n{_MORE}{_QUESTION}{_MORE} Esc to cancel(?: · .*(?:\n{_NO_RULE} .*)?)?\Z",
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
    Dialog("menu", "question", rf"{_LAST_BLOCK}{_MORE}[ ]*❯ \d\. .*(?:\n{_NO_RULE}.*)*\Z", choice=_DESCRIBED),
    Dialog(
        "panel",
        "question",
        # Some do not show the key that closes them; then the rule above identifies them, which no composer has.
        rf"{_LAST_BLOCK}{_MORE}.*\bEsc\s+to\s+(?:cancel|close|exit|go back)\b.*\Z"
        rf"|(?<=▔\n){_MORE}{_NO_RULE}.*\Z",
        fixed_choices=(("<Esc>", "Close"),),
    ),
)

_RULES = (
    ScreenRule(
        "limit",
        "rate_limited",
        Region.BOTTOM,
        rf"^  ⚠ .*limit reached(?:.*\bresets (?P<clock>[^·\n]+))?(?:\n{_NO_RULE}.*)*\Z",
    ),
    # An end within the minute is waited for; what comes later fails the turn, or shows the panel above.
    ScreenRule(
        "limit-retry",
        "rate_limited",
        Region.ABOVE_COMPOSER,
        r"^[·✢✳✶✻✽*] [^\n]*\blimit reached · retrying in (?P<seconds>\d+)s\b[^\n]*(?:\n .*){0,15}(?:\n─.*)?\Z",
    ),
    ScreenRule("busy-title", "busy", Region.TITLE, r"^[◐◑] "),  # ✳ while idle, and while a dialog is open
    ScreenRule("busy-footer", "busy", Region.LAST, r"^  \S.*\besc to interrupt\b"),
    # For users who turned the title off; the footer's hint is hidden while there is text in the composer.
    ScreenRule(
        "busy-spinner",
        "busy",
        Region.ABOVE_COMPOSER,
        r"^[·✢✳✶✻✽*] (?:[A-Z][^\n]{0,60}…(?: \(.*)?|API error · retrying .*|Waiting for \d+ background .*)"
        r"(?:\n .*){0,15}(?:\n─.*)?\Z",
    ),
    # The composer itself, with a no-break space behind its sign; a selected choice has a plain one. `!` is shell mode.
    ScreenRule("ready", "idle", Region.BOTTOM, rf"^❯(?:\xa0.*)?$(?:\n{_NO_RULE}.*)*\n─{{10,}}(?:\n{_NO_RULE}.*)*\Z"),
)


def _settings(environment: Mapping[str, str], settings: AgentSettings) -> dict[str, Any]:
    return {
        "autoContinueAtUsageLimit": settings.auto_resume,  # off, it asks what to do
        "hooks": {event: [{"hooks": [{"type": "command", "command": f"{{hook}} {event}"}]}] for event in _EVENTS},
        "promptSuggestionEnabled": False,  # a guess at the next prompt, shown as if it were in the composer
        "statusLine": status_line(environment),
    }


SPEC = AgentSpec(
    name="claude",
    display_name="Claude Code",
    command="claude",
    install="Run `npm install -g @anthropic-ai/claude-code`, then start `claude` once in a terminal to log in.",
    argv=(
        "--session-id",
        "{session_id}",
        "--settings",
        "{run_dir}/settings.json",
        "--permission-mode",
        "{permission_mode}",
    ),
    resume_argv=(
        "--resume",
        "{session_id}",
        "--settings",
        "{run_dir}/settings.json",
        "--permission-mode",
        "{permission_mode}",
    ),
    folders=("~/.claude/local", "~/.local/bin"),
    # What a Claude Code session puts into its children's environment; CLAUDE_CODE_CHILD_SESSION means no transcript.
    hidden=("CLAUDECODE", "CLAUDE_CODE_*", "CLAUDE_EFFORT", "CLAUDE_PID", "AI_AGENT"),
    passed=(
        "CLAUDE_CODE_USE_*",
        "CLAUDE_CODE_SKIP_*",
        "CLAUDE_CODE_OAUTH_TOKEN",
        "CLAUDE_CODE_MAX_*",
        "CLAUDE_CODE_DISABLE_*",
    ),
    files={"settings.json": _settings},
    model_argv=("--model", "{model}"),
    permission_modes=("manual", "acceptEdits", "plan", "auto", "dontAsk"),  # without one it starts in auto
    bypass_modes=frozenset({"bypassPermissions"}),
    bypass_arguments=(
        "--dangerously-skip-permissions",
        "--allow-dangerously-skip-permissions",
        "--permission-mode",  # the setting's place is `permission_mode`
        "--settings",
    ),
    hooks={
        "SessionStart": Hook(Fact.READY),
        "UserPromptSubmit": Hook(Fact.SUBMITTED, text="prompt", own="<task-notification>"),
        "PermissionRequest": Hook(Fact.PERMISSION, question={"tool_name": "AskUserQuestion"}),
        "Stop": Hook(Fact.FINISHED, text="last_assistant_message"),  # its last text block only
        "StopFailure": Hook(
            Fact.FAILED,
            text="last_assistant_message",
            limit=r"\A.*\blimit\b.*\bresets (?P<clock>\d[^(\n]*)",  # You've hit your limit · resets 8:46pm (UTC)
        ),
        "SessionEnd": Hook(Fact.ENDED),
    },
    rules=_RULES,
    dialogs=_DIALOGS,
    bottom_lines=200,  # the whole screen: the patterns hold on to rules and to the end
    composer=Composer(
        prompt=r"^❯(?:\xa0|$)",
        scrolled=_SCROLLED,
        command=r"^!(?:\s|$)",
        edge=rf"{_SCROLLED}|─{{10,}}(?: .* ─+)?|─── History .* ─{{10,}}",  # a session's name stands in the upper one
        placeholder=(
            r'Try ".*"|Press (?:up|Enter) to .*|Once fixed, resend your message'
            r"|Resend your message to try again|Run /rewind to go back"
        ),
        # From 4 lines or some 800 characters on.
        pasted=r"\[Pasted text #\d+(?: \+\d+ lines)?\]|\[\.\.\.Truncated text #\d+ \+\d+ lines\.\.\.\]",
    ),
    neutral=(
        Neutral(rf"\A{_BLANK}!", prefix=" "),  # would run in a shell, unasked
        Neutral(rf"\A{_BLANK}/[^\s/]*(?:\s|\Z)", prefix="> "),  # a path with a second slash is text anyway
        Neutral(rf"\A{_BLANK}(?:exit|quit|:q!?|:wq!?){_BLANK}\Z", prefix="> "),
        Neutral(r"\\\Z", suffix=" "),  # would turn Enter into a newline
    ),
    clear_composer="<C-u>" * 12,  # each takes a line or a line's end; more than 3 lines fold into one
    clear_filled="<C-c>",  # also where the vim mode is NORMAL, in which C-u scrolls; on an empty one it is half an exit
    transcript=("$CLAUDE_CONFIG_DIR/projects/*/{session_id}.jsonl", "~/.claude/projects/*/{session_id}.jsonl"),
    state_file=("$CLAUDE_CONFIG_DIR/sessions/{pid}.json", "~/.claude/sessions/{pid}.json"),
    read_state=read_state,
    read_gauge=read_gauge,
    read_turn=read_turn,
    read_prompts=read_prompts,
    find_turn=find_turn,
    read_steps=read_steps,
)
