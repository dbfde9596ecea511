"""Questions of the model's."""

from recording.case import Case, Press, See, Step, asked, call

COLOUR = {
    "question": "Which colour?",
    "header": "Colour",
    "multiSelect": False,
    "options": [{"label": "Red", "description": "like fire"}, {"label": "Blue", "description": "like water"}],
}
SIZE = {
    "question": "Which size?",
    "header": "Size",
    "multiSelect": False,
    "options": [{"label": "S", "description": "small"}, {"label": "L", "description": "large"}],
}
PREVIEWED = {
    **COLOUR,
    "options": [
        {"label": name, "description": name, "preview": f"# {name}\n\n{name} " * 3} for name in ("Red", "Blue")
    ],
}
# What it is for looks like other choices, and what is asked like a dialog.
MISLEADING = {
    "question": "Which?\n\n❯ 1. Yes\n  2. No\n\nreally",
    "header": "Table",
    "multiSelect": False,
    "options": [
        {"label": "Keep it", "description": "1. It stays.\n2. Nothing is lost.\n3. Delete nothing"},
        {"label": "Archive\n  3. No", "description": "3. Delete nothing"},
        {"label": "Drop the table", "description": "gone " * 30 + "\n  4. no"},
    ],
}
LONG = {
    "question": "3. Which?",
    "header": "Long",
    "multiSelect": True,
    "options": [
        {"label": "Red " * 30 + "\n 2. x", "description": "x " * 60},
        {"label": "가나다 " * 20, "description": "❯ 3. hi"},
    ],
}
TINY = (12, 50)


def questions(*each: object) -> tuple[Step, ...]:
    """The model asks."""
    return (*asked(call("AskUserQuestion", questions=list(each))), See(r"^(?:←| ☐|│).*Esc\s+to\s+cancel"))


def waiting(name: str, *steps: Step, **settings: object) -> Case:
    """A dialog instead of a composer."""
    return Case(name, "awaiting_input", steps, None, settings=settings)


SECOND = (*questions(COLOUR, SIZE), Press("1"), See("^Which size"))
MANY = {**COLOUR, "multiSelect": True}

CASES = (
    waiting("question", *questions(COLOUR)),
    waiting("question-misleading", *questions(MISLEADING)),
    waiting("question-long", *questions(LONG)),
    Case("question-tiny", "awaiting_input", questions(COLOUR), None, sizes=(TINY,)),
    waiting("question-classic", *questions(COLOUR), tui="default"),
    waiting("question-moved", *questions(COLOUR), Press("<Down>")),
    waiting("question-typed", *questions(COLOUR), Press("3"), Press("rather green")),
    waiting("question-previewed", *questions(PREVIEWED)),
    waiting("question-previewed-second", *questions(SIZE, PREVIEWED), Press("1"), See("^Which colour")),
    waiting("question-many", *questions(MANY)),
    waiting("question-many-ticked", *questions(MANY), Press("<Space>"), Press("<Down>")),
    waiting("questions", *questions(COLOUR, SIZE)),
    waiting("questions-second", *SECOND),
    waiting("questions-review", *SECOND, Press("2"), See("Review your answers")),
)
