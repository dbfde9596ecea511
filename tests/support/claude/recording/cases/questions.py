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


def questions(*each: object) -> tuple[Step, ...]:
    """The model asks."""
    return (*asked(call("AskUserQuestion", questions=list(each))), See(r"^(?:←| ☐).*Esc\s+to\s+cancel"))


def waiting(name: str, *steps: Step, **settings: object) -> Case:
    """A dialog instead of a composer."""
    return Case(name, "awaiting_input", steps, None, settings=settings)


SECOND = (*questions(COLOUR, SIZE), Press("1"), See("^Which size"))
MANY = {**COLOUR, "multiSelect": True}

CASES = (
    waiting("question", *questions(COLOUR)),
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
