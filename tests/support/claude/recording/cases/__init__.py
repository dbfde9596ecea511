"""The cases of Claude Code, by what they are about; `CASES` is all of them."""

from recording.case import Case
from recording.cases import composer, menus, named, permissions, questions, quotes, starts, turns

CASES: tuple[Case, ...] = (
    *starts.CASES,
    *turns.CASES,
    *permissions.CASES,
    *questions.CASES,
    *named.CASES,
    *composer.CASES,
    *menus.CASES,
    *quotes.CASES,
)
