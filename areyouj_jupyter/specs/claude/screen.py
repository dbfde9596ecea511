"""Claude Code's screen: what tells that it works or waits, and its composer; 2.1.328 on Linux, 2026-11."""

from __future__ import annotations

from areyouj_jupyter.specs.format.screen_rule import Composer, Region, ScreenRule

# A rule across the whole screen is at column 0 and only the program draws one: what the model or a person wrote is
# indented or behind a bullet. So "from the last rule to the end of the screen" cannot be quoted text.
NO_RULE = r"(?![─▔]{10})"

_SCROLLED = r"─+ [↑↓] \d+ more ─+"  # the composer's edge where it is taller than a quarter of the screen or so

# A named session's name stands in the composer's upper edge, and below a dialog, which takes the composer's place.
FOOTER = rf"\n─{{10,}} [^\n]* ─+(?:\n(?!❯){NO_RULE}[^\n]*){{0,3}}\Z"

RULES = (
    ScreenRule(
        "limit",
        "rate_limited",
        Region.BOTTOM,
        rf"^  ⚠ .*limit reached(?:.*\bresets (?P<clock>[^·\n]+))?(?:\n{NO_RULE}.*)*\Z",
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
    ScreenRule("ready", "idle", Region.BOTTOM, rf"^❯(?:\xa0.*)?$(?:\n{NO_RULE}.*)*\n─{{10,}}(?:\n{NO_RULE}.*)*\Z"),
)

COMPOSER = Composer(
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
)
