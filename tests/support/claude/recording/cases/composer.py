"""The composer and what is typed into it."""

from recording.case import READY, RESTING, Case, Paste, Press, See, Step, asked

DIALOG = "Do you want to proceed?\n❯ 1. Yes\n  2. No"
LINES = "\n".join(f"line {number}" for number in range(12))


def typed(name: str, *steps: Step, composer: str, **settings: object) -> Case:
    """Nothing was said yet."""
    return Case(name, "idle", (READY, *steps), composer, settings=settings)


CASES = (
    typed("composer-text", Paste("plant a tree"), composer="plant a tree"),
    typed("composer-two-lines", Paste("plant a tree\nand water it"), composer="plant a tree\n  and water it"),
    typed("composer-two-lines-classic", Paste("plant a tree\nand water it"), composer="plant a tree\n  and water it",
          tui="default"),
    typed("composer-wrapped", Paste("tree " * 40 + "end"), composer="tree " * 40 + "end"),
    typed("composer-pasted", Paste(LINES), composer="[Pasted text #1 +11 lines]"),
    typed("composer-pasted-classic", Paste(LINES), composer="[Pasted text #1 +11 lines]", tui="default"),
    typed("composer-wide", Paste("나무를 심자 🌳 植树"), composer="나무를 심자 🌳 植树"),
    Case("composer-shell", None, (READY, Press("!")), None),
    Case("composer-shell-text", None, (READY, Press("!"), Paste("ls")), None),
    typed("composer-slash", Press("/"), composer="/"),
    typed("composer-slash-word", Press("/mod"), composer="/mod"),
    typed("composer-at", Press("@"), composer="@"),
    typed("composer-escaped-once", Paste("plant a tree"), Press("<Esc>"), composer="plant a tree"),
    typed("composer-interrupted-once", Press("<C-c>"), composer=""),
    typed("composer-dialog", Paste(DIALOG), composer=DIALOG),
    Case("composer-text-after-turn", "idle", (*asked("[[say Done.]]"), RESTING, Paste("next")), "next"),
    Case("composer-recalled", "idle", (*asked("[[say Done.]]"), RESTING, Press("<Up>"), See("\\A✳")), "[[say Done.]]"),
)  # fmt: skip
