"""Permission dialogs, one for each tool that asks, and plans."""

from recording.case import PLAN_FILE, RESTING, Case, Press, See, Step, asked, call

ASKS = See(r"^ *Do you want .*(?:Esc to cancel|\(esc\))")
PLAN = (
    *asked("[[say Hello.]]"),
    RESTING,
    *asked(call("Write", file_path=PLAN_FILE, content="# A plan\n\n1. Dig\n2. Sow\n3. Water\n") + call("ExitPlanMode")),
    See(r"Ready to code\?.*❯ 1\."),
)
ROWS = "".join(f"  echo $tree {row} >> trees.txt\n" for row in range(40))
LONG = f"for tree in oak elm ash; do\n{ROWS}done"
LONG_NAME = f"/tmp/ada/garden/{'very-' * 24}long.txt"
NUMBERED = 'echo "\n 1. No, stop\n 2. No\n"; touch x'
NOTEBOOK = (
    '{"cells": [{"cell_type": "code", "id": "a1", "metadata": {}, "outputs": [], "source": "1"}],'
    ' "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
)


def tool(name: str, **arguments: object) -> tuple[Step, ...]:
    """The model calls a tool, and the CLI asks."""
    return (*asked(call(name, **arguments)), ASKS)


def waiting(name: str, steps: tuple[Step, ...], **more: object) -> Case:
    """A dialog instead of a composer."""
    return Case(name, "awaiting_input", steps, None, **more)  # type: ignore[arg-type]


BASH = tool("Bash", command="touch proof.txt", description="Make a file")
TINY_BASH = (*asked(call("Bash", command="touch proof.txt", description="Make a file")), See("to cancel"))
PLANNED = {"arguments": ("--permission-mode", "plan")}

CASES = (
    waiting("permission-bash", BASH),
    waiting("permission-bash-classic", BASH, settings={"tui": "default"}),
    waiting("permission-bash-moved", (*BASH, Press("<Down>"))),
    waiting("permission-bash-moved-classic", (*BASH, Press("<Down>")), settings={"tui": "default"}),
    waiting("permission-bash-numbered", tool("Bash", command=NUMBERED, description="1. No, stop")),
    waiting("permission-bash-tiny", TINY_BASH, sizes=((12, 50), (8, 40))),
    waiting("permission-bash-last", (*BASH, Press("<Up>"))),
    waiting("permission-bash-amended", (*BASH, Press("<Up>"), Press("<Tab>"), Press("rather not"))),
    waiting("permission-bash-rm", tool("Bash", command="rm -rf ../roses", description="Remove a folder")),
    waiting("permission-bash-long", tool("Bash", command=LONG, description="Write many lines")),
    waiting("permission-bash-second", (*asked("[[bash touch a.txt]] [[bash touch b.txt]]"), ASKS, Press("1"),
                                       See(r"^ touch b.txt.*Esc to cancel"))),
    waiting("permission-write", tool("Write", file_path="/tmp/ada/garden/new.txt", content="one\ntwo\n")),
    waiting("permission-write-moved", (*tool("Write", file_path="/tmp/ada/garden/new.txt", content="one\ntwo\n"),
                                       Press("<Down>"))),
    waiting("permission-write-long-name", tool("Write", file_path=LONG_NAME, content="1\n")),
    waiting("permission-write-over", tool("Write", file_path="/tmp/ada/garden/a.txt", content="one\n"),
            files={"a.txt": "old\n"}),
    waiting("permission-write-outside", tool("Write", file_path="/tmp/ada/new.txt", content="one\n")),
    waiting("permission-edit", (*asked(call("Read", file_path="/tmp/ada/garden/a.txt") + call(
        "Edit", file_path="/tmp/ada/garden/a.txt", old_string="two", new_string="TWO")), ASKS),
        files={"a.txt": "one\ntwo\nthree\n"}),
    waiting("permission-edit-long", (*asked(call("Read", file_path="/tmp/ada/garden/a.txt") + call(
        "Edit", file_path="/tmp/ada/garden/a.txt", old_string="two", new_string="\n".join("three" * 60))), ASKS),
        files={"a.txt": "one\ntwo\nthree\n"}),
    waiting("permission-read-outside", tool("Read", file_path="/tmp/ada/secret.txt"), files={"../secret.txt": "x\n"}),
    waiting("permission-web-fetch", tool("WebFetch", url="https://example.org/garden", prompt="What grows here?")),
    waiting("permission-web-search", tool("WebSearch", query="roses")),
    waiting("permission-notebook", (*asked(call("Read", file_path="/tmp/ada/garden/n.ipynb") + call(
        "NotebookEdit", notebook_path="/tmp/ada/garden/n.ipynb", cell_id="a1", new_source="2")), ASKS),
        files={"n.ipynb": NOTEBOOK}),
    waiting("permission-sub-agent", (*asked(call("Agent", description="Look around", subagent_type="general-purpose",
                                                 prompt="\\u005b\\u005bbash touch y\\u005d\\u005d")), ASKS)),
    waiting("plan", PLAN, **PLANNED),
    waiting("plan-moved", (*PLAN, Press("<Down>")), **PLANNED),
    waiting("plan-amended", (*PLAN, Press("<Up>"), Press("no water")), **PLANNED),
    waiting("plan-empty", (*asked(call("ExitPlanMode")), See("Exit plan mode\\?.*❯ 1\\.")), **PLANNED),
)  # fmt: skip
