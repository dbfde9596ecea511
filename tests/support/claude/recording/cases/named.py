"""Dialogs of a session that has a name, which stands in a line below them."""

import dataclasses

from recording.case import RESTING, Case, Paste, Press, asked
from recording.cases import menus, permissions, questions

NAME = ("--name", "my session")
KINDS = (
    *("permission-bash", "permission-edit", "permission-notebook", "permission-web-fetch", "plan", "plan-empty"),
    *("question", "question-previewed", "question-many", "questions", "questions-review", "menu-theme", "menu-model"),
)
OTHERS = {case.name: case for case in (*permissions.CASES, *questions.CASES, *menus.CASES)}
HELPER = {"../.claude/agents/helper.md": "---\nname: helper\ndescription: Helps\n---\nYou help.\n"}
RENAMED = (*asked("[[say Done.]]"), RESTING, Paste("/rename garden"), Press("<Enter>"))

CASES = (
    *(
        dataclasses.replace(OTHERS[kind], name=f"named-{kind}", arguments=(*NAME, *OTHERS[kind].arguments))
        for kind in KINDS
    ),
    Case("named-renamed", "awaiting_input", (*RENAMED, *permissions.BASH), None),
    Case("named-agent", "awaiting_input", permissions.BASH, None, arguments=("--agent", "helper"), files=HELPER),
)
