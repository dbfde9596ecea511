"""claude: Claude Code, Anthropic's terminal agent. All numbers and glyphs measured with 2.1.328 on Linux, 2026-11."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from areyouj_jupyter.models import AgentSettings
from areyouj_jupyter.specs.claude.dialogs import DIALOGS
from areyouj_jupyter.specs.claude.project_dialogs import PROJECT_DIALOGS
from areyouj_jupyter.specs.claude.screen import COMPOSER, FOOTER, RULES
from areyouj_jupyter.specs.claude.session_file import read_state
from areyouj_jupyter.specs.claude.status_line import read_gauge, status_line
from areyouj_jupyter.specs.claude.transcript import find_turn, read_prompts, read_steps, read_turn
from areyouj_jupyter.specs.format.hook import Fact, Hook
from areyouj_jupyter.specs.format.spec import AgentSpec, Neutral

# Characters that Claude Code drops or trims before it looks for a command.
_BLANK = r"[\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*"

_EVENTS = ("SessionStart", "UserPromptSubmit", "PermissionRequest", "Stop", "StopFailure", "SessionEnd")
"""No more than we use: an event that a version does not know opens a settings dialog at its start. Not PostToolUse, nor
SubagentStop: they come from background agents too, when no turn is open. Not Notification: it comes 3 to 9 s late."""


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
        "{conversation_id}",
        "--settings",
        "{run_dir}/settings.json",
        "--permission-mode",
        "{permission_mode}",
    ),
    resume_argv=(
        "--resume",
        "{conversation_id}",
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
        "SessionStart": Hook(Fact.READY, conversation="session_id"),
        "UserPromptSubmit": Hook(Fact.SUBMITTED, text="prompt", own="<task-notification>", conversation="session_id"),
        "PermissionRequest": Hook(Fact.PERMISSION, question={"tool_name": "AskUserQuestion"}),
        "Stop": Hook(Fact.FINISHED, text="last_assistant_message"),  # its last text block only
        "StopFailure": Hook(
            Fact.FAILED,
            text="last_assistant_message",
            # You've hit your limit · resets 8:46pm (UTC); … your weekly limit · resets Dec 3, 7:38am (UTC)
            limit=r"\A.*(?:\b(?:hit|reached) your\b.*\blimit\b|\b(?:usage|session|weekly|monthly|hour) limit\b)"
            r"(?:.*\bresets (?P<clock>[^\n]*))?",
        ),
        "SessionEnd": Hook(Fact.ENDED),
    },
    rules=RULES,
    dialogs=(*PROJECT_DIALOGS, *DIALOGS),
    bottom_lines=200,  # the whole screen: the patterns hold on to rules and to the end
    footer=FOOTER,
    composer=COMPOSER,
    program_status=True,
    neutral=(
        Neutral(rf"\A{_BLANK}!", prefix=" "),  # would run in a shell, unasked
        Neutral(rf"\A{_BLANK}/[^\s/]*(?:\s|\Z)", prefix="> "),  # a path with a second slash is text anyway
        Neutral(rf"\A{_BLANK}(?:exit|quit|:q!?|:wq!?){_BLANK}\Z", prefix="> "),
        Neutral(r"\\\Z", suffix=" "),  # would turn Enter into a newline
    ),
    suspended=r"^Claude Code is suspended\. Run `fg` to bring it back\.$",
    clear_composer="<C-u>" * 12,  # each takes a line or a line's end; more than 3 lines fold into one
    clear_filled="<C-c>",  # also where the vim mode is NORMAL, in which C-u scrolls; on an empty one it is half an exit
    transcript=(
        "$CLAUDE_CONFIG_DIR/projects/*/{conversation_id}.jsonl",
        "~/.claude/projects/*/{conversation_id}.jsonl",
    ),
    state_file=("$CLAUDE_CONFIG_DIR/sessions/{pid}.json", "~/.claude/sessions/{pid}.json"),
    read_state=read_state,
    read_gauge=read_gauge,
    read_turn=read_turn,
    read_prompts=read_prompts,
    find_turn=find_turn,
    read_steps=read_steps,
)
