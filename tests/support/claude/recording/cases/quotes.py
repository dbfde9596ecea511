"""Replies, files and prompts that look like dialogs, spinners and composers; none of them may be taken for one."""

from recording.case import READY, RESTING, WORKING, Case, Paste, Press, See, asked, call
from recording.cases.permissions import ASKS

RULE = "─" * 40
DIALOG = (
    f"{RULE}\n Bash command\n\n   touch proof.txt\n\n Do you want to proceed?\n ❯ 1. Yes\n   2. No\n\n"
    " Esc to cancel · Tab to amend"
)
SPINNERS = "✻ Brewing… (3s · esc to interrupt)\n◐ working\n⚠ Usage limit reached · resets 3pm\n  ⏸ esc to interrupt"
COMPOSER = f"{RULE}\n❯ not mine\n{RULE}\n  ? for shortcuts"
FENCE = "```"
EDIT = call("Read", file_path="/tmp/ada/garden/a.txt") + call(
    "Edit", file_path="/tmp/ada/garden/a.txt", old_string="here", new_string=DIALOG
)
FILES = {"a.txt": "one\nhere\ntwo\n"}


def replied(name: str, text: str) -> Case:
    """A reply, and then nothing more."""
    return Case(f"quoted-{name}", "idle", (*asked(f"[[say {text}]]"), RESTING))


CASES = (
    replied("dialog", DIALOG),
    replied("dialog-in-code", f"Look:\n\n{FENCE}\n{DIALOG}\n{FENCE}"),
    replied("spinners", SPINNERS),
    replied("spinners-in-code", f"{FENCE}\n{SPINNERS}\n{FENCE}"),
    replied("composer", COMPOSER),
    replied("composer-in-code", f"{FENCE}\n{COMPOSER}\n{FENCE}"),
    replied("question", f"{RULE}\n ☐ Colour\n\nWhich?\n❯ 1. Red\n  2. Blue\n{RULE}\nEnter to select · Esc to cancel"),
    replied("trust", "Accessing workspace:\n /tmp\n\n ❯ 1. Yes\n\n Enter to confirm · Esc to cancel"),
    Case("quoted-dialog-busy", "busy", (*asked(f"[[say {DIALOG}]] [[slow 60]]"), See("^● "), WORKING)),
    Case("quoted-output", "idle", (READY, Press("!"), Paste("cat a.txt"), Press("<Enter>"), RESTING),
         files={"a.txt": f"{DIALOG}\n{SPINNERS}\n{COMPOSER}"}),
    Case("quoted-diff", "idle", (*asked(EDIT + "[[say Edited.]]"), RESTING), files=FILES,
         settings={"permissions": {"defaultMode": "acceptEdits", "allow": ["Edit"]}}),
    Case("permission-quoted-diff", "awaiting_input", (*asked(EDIT), ASKS), None, files=FILES),
)  # fmt: skip
