"""Arguments of the Python API that make no sense are refused with a sentence, before anything is sent."""

from __future__ import annotations

from collections.abc import Awaitable, Iterable
from numbers import Real
from typing import Any, get_args

from areyouj_jupyter.errors import ArgumentInvalid, ArgumentTypeInvalid
from areyouj_jupyter.models import State


def text(value: object, name: str, empty: bool = True) -> str:
    """A str. empty: whether it may be. name: the argument's, in the sentence. Raises ArgumentTypeInvalid, …Invalid."""
    if not isinstance(value, str):
        raise ArgumentTypeInvalid(f"{name} is a str, not {_kind(value)}{_instead(value)}.")
    if not (empty or value.strip()):
        raise ArgumentInvalid(f"{name} is empty.")
    return value


def optional_text(value: object, name: str) -> None:
    """A str or None. Raises ArgumentTypeInvalid."""
    if value is not None:
        text(value, name)


def count(value: object, name: str, least: int = 1) -> int:
    """A whole number. Raises ArgumentTypeInvalid, ArgumentInvalid."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise ArgumentTypeInvalid(f"{name} is a whole number, not {_kind(value)}.")
    if value < least:
        raise ArgumentInvalid(f"{name} is at least {least}, not {value}.")
    return value


def seconds(value: object, name: str = "timeout") -> None:
    """A number that is not negative, or None. Raises ArgumentTypeInvalid, ArgumentInvalid."""
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, Real):
        raise ArgumentTypeInvalid(f"{name} is a number of seconds or None, not {_kind(value)}.")
    if not float(value) >= 0:
        raise ArgumentInvalid(f"{name} is a number of seconds that is not negative, not {value}.")


def words(value: object, name: str) -> list[Any]:
    """The members of an iterable of names; one str would be read letter by letter. Raises ArgumentTypeInvalid."""
    if isinstance(value, (str, bytes)) or not isinstance(value, Iterable):
        raise ArgumentTypeInvalid(f"{name} is a list of names, not {_kind(value)}.")
    return [text(each, f"Each of {name}", empty=False) for each in value]


def members(value: object, name: str) -> list[Any]:
    """The members of an iterable of any things but characters. Raises ArgumentTypeInvalid."""
    # A reply is iterable too, but waits for what its agent says.
    if isinstance(value, (str, bytes, Awaitable)) or not isinstance(value, Iterable):
        raise ArgumentTypeInvalid(f"{name} is a list, not {_kind(value)}.")
    return list(value)


def one_of(value: object, known: Iterable[str], name: str) -> None:
    """One of the known words. Raises ArgumentTypeInvalid, ArgumentInvalid."""
    listed = list(known)
    if text(value, name) not in listed:
        raise ArgumentInvalid(f"{name} is one of {', '.join(listed)}, not '{value}'.")


def state(value: object) -> None:
    """The name of a state. Raises ArgumentTypeInvalid, ArgumentInvalid."""
    one_of(value, get_args(State), "A state")


def on_needs_input(value: object) -> None:
    """`wait`, `raise`, a function, or None. Raises ArgumentTypeInvalid, ArgumentInvalid."""
    if value is not None and not callable(value):
        one_of(value, ("wait", "raise"), "on_needs_input, if it is no function,")


def _kind(value: object) -> str:
    return "None" if value is None else type(value).__name__


def _instead(value: object) -> str:
    return "; call its `.decode()`" if isinstance(value, bytes) else ""
