"""Menus and panels that a person opens; nothing may be typed into them."""

from recording.case import READY, RESTING, Case, Paste, Press, See, asked


def opened(command: str) -> Case:
    """What a slash command opens."""
    steps = (READY, Paste(f"/{command}"), Press("<Enter>"), See(r"^▔{10}"))
    return Case(f"menu-{command}", "awaiting_input", steps, None)


CASES = (
    opened("model"),
    opened("help"),
    opened("config"),
    opened("permissions"),
    opened("memory"),
    opened("hooks"),
    opened("theme"),
    opened("status"),
    opened("resume"),
    opened("login"),
    opened("export"),
    opened("tasks"),
    Case("menu-rewind", "awaiting_input", (*asked("[[say Done.]]"), RESTING, Press("<Esc>"), Press("<Esc>"),
                                           See("Rewind")), None),
    Case("menu-history", "awaiting_input", (*asked("[[say Done.]]"), RESTING, Press("<C-r>")), None),
    Case("transcript", None, (*asked("[[say Done.]]"), RESTING, Press("<C-o>")), None),
    Case("shortcuts", "idle", (READY, Press("?"))),
)  # fmt: skip
