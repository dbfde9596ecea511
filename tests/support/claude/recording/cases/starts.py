"""What Claude Code shows before anything was said: first questions, and its composer."""

from recording.case import READY, Case, Press, See

TRUST = See(r"Accessing workspace:.*Enter to confirm")
BYPASS = ("--permission-mode", "bypassPermissions")
NO_SANDBOX_NEEDED = {"IS_SANDBOX": "1"}  # root may not bypass permissions without it

CASES = (
    Case("fresh", "idle", (READY,)),
    Case("fresh-classic", "idle", (READY,), settings={"tui": "default"}),
    Case("fresh-plan-mode", "idle", (READY,), arguments=("--permission-mode", "plan")),
    Case("fresh-accept-edits", "idle", (READY,), arguments=("--permission-mode", "acceptEdits")),
    Case("fresh-without-title", "idle", (READY,), environment={"CLAUDE_CODE_DISABLE_TERMINAL_TITLE": "1"}),
    Case("trust", "awaiting_input", (TRUST,), None, trusted=False),
    Case("trust-moved", "awaiting_input", (TRUST, Press("<Down>")), None, trusted=False),
    Case("api-key", "awaiting_input", (See("Do you want to use this API key"),), None, approved=False),
    Case("bypass", "awaiting_input", (See("WARNING.*Enter to confirm"),), None, arguments=BYPASS,
         environment=NO_SANDBOX_NEEDED),
    Case("bypass-accepted", "idle", (See("WARNING.*Enter to confirm"), Press("<Down>"), Press("<Enter>"), READY),
         arguments=BYPASS, environment=NO_SANDBOX_NEEDED),
    Case("settings-warning", "awaiting_input", (See("Enter to confirm|Esc to"),), None,
         settings={"hooks": {"NoSuchEvent": [{"hooks": 3}]}}),
)  # fmt: skip
