"""What Claude Code shows before anything was said: first questions, and its composer."""

import json

from recording.case import READY, Case, Press, See

TRUST = See(r"Accessing workspace:.*Enter to confirm")
BYPASS = ("--permission-mode", "bypassPermissions")
NO_SANDBOX_NEEDED = {"IS_SANDBOX": "1"}  # root may not bypass permissions without it

SERVERS = {name: {"command": "true"} for name in ("one", "two")}
RULED = {"permissions": {"allow": ["Bash(ls:*)"]}}
CONFIRM = See("Enter to confirm")

CASES = (
    Case("fresh", "idle", (READY,)),
    Case("fresh-classic", "idle", (READY,), settings={"tui": "default"}),
    Case("fresh-plan-mode", "idle", (READY,), arguments=("--permission-mode", "plan")),
    Case("fresh-accept-edits", "idle", (READY,), arguments=("--permission-mode", "acceptEdits")),
    Case("fresh-without-title", "idle", (READY,), environment={"CLAUDE_CODE_DISABLE_TERMINAL_TITLE": "1"}),
    Case("trust", "awaiting_input", (TRUST,), None, trusted=False),
    Case("trust-moved", "awaiting_input", (TRUST, Press("<Down>")), None, trusted=False),
    Case("trust-allowing", "awaiting_input", (CONFIRM,), None, trusted=False,
         files={".claude/settings.json": json.dumps(RULED)}),
    Case("trust-tiny", "awaiting_input", (CONFIRM,), None, trusted=False, sizes=((12, 50),)),
    Case("server-found", "awaiting_input", (CONFIRM,), None,
         files={".mcp.json": json.dumps({"mcpServers": {"one": SERVERS["one"]}})}),
    Case("servers-found", "awaiting_input", (See("to reject all"),), None,
         files={".mcp.json": json.dumps({"mcpServers": SERVERS})}),
    Case("imports", "awaiting_input", (CONFIRM,), None, files={"CLAUDE.md": "@../x.md\n", "../x.md": "Hello."}),
    Case("api-key", "awaiting_input", (See("Do you want to use this API key"),), None, approved=False),
    Case("bypass", "awaiting_input", (See("WARNING.*Enter to confirm"),), None, arguments=BYPASS,
         environment=NO_SANDBOX_NEEDED),
    Case("bypass-accepted", "idle", (See("WARNING.*Enter to confirm"), Press("<Down>"), Press("<Enter>"), READY),
         arguments=BYPASS, environment=NO_SANDBOX_NEEDED),
    Case("settings-warning", "awaiting_input", (See("Enter to confirm|Esc to"),), None,
         settings={"hooks": {"NoSuchEvent": [{"hooks": 3}]}}),
)  # fmt: skip
