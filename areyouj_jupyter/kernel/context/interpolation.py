"""Interpolation: replaces `{name}` in the text of a message with a variable of the notebook."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from areyouj_jupyter.errors import KernelError

_NAME = r"[^\W\d]\w*"
_STEP = rf"\.(?P<attribute>{_NAME})|\[(?P<index>-?\d+)\]|\[(?P<quote>['\"])(?P<key>[^'\"\n]*)(?P=quote)\]"
_PATH = re.sub(r"\?P<\w+>", "?:", _STEP.replace("(?P=quote)", "['\"]"))
_FIELD = re.compile(rf"\{{\{{(?P<literal>{_NAME}(?:{_PATH})*)\}}\}}|\{{(?P<path>{_NAME}(?:{_PATH})*)\}}")
_WHOLE = re.compile(f"{_NAME}(?:{_PATH})*")
_STEPS = re.compile(_STEP)


class NameUnknown(KernelError):
    """The text names a variable that does not exist."""


def interpolated(text: str, variables: Mapping[str, Any]) -> str:
    """The text with `{name}`, `{name.attribute}`, `{name[0]}` and `{name["key"]}` replaced by their values.

    `{{name}}` becomes `{name}`. All other braces stay as they are, so JSON and code pass. Nothing is evaluated but the
    steps named here. Raises NameUnknown.
    """
    return _FIELD.sub(lambda match: f"{{{match['literal']}}}" if match["literal"] else _value(match, variables), text)


def filled(text: str, name: str, value: object) -> str:
    """The text with `{name}`, and the same steps from it, replaced; other braces stay as they are.

    Raises NameUnknown, also where the text does not name it at all.
    """
    own = [match for match in _FIELD.finditer(text) if _first(match["path"] or match["literal"]) == name]
    if not any(match["path"] for match in own):
        raise NameUnknown(f"The text has no {{{name}}}, so every message would be the same.")
    pieces: list[str] = []
    end = 0
    for match in own:
        stands_for = _value(match, {name: value}) if match["path"] else f"{{{match['literal']}}}"
        pieces += text[end : match.start()], stands_for
        end = match.end()
    return "".join((*pieces, text[end:]))


def _first(path: str) -> str:
    """The variable that a path begins with."""
    name = re.match(_NAME, path)
    assert name is not None  # noqa: S101  # the field's pattern begins with a name
    return name[0]


def _value(match: re.Match[str], variables: Mapping[str, Any]) -> str:
    """The value of one field, as text."""
    path = match["path"]
    if (name := _first(path)) not in variables:
        raise NameUnknown(f"There is no variable '{name}'. To send the braces as they are, write {{{{{path}}}}}.")
    return str(value_at(path, variables))


def value_at(path: str, variables: Mapping[str, Any]) -> Any:
    """The value of `name`, `name.attribute`, `name[0]` or `name["key"]`. Raises NameUnknown."""
    if not _WHOLE.fullmatch(path):
        raise NameUnknown(f"'{path}' is not a variable. Write a name, name.attribute, name[0] or name[\"key\"].")
    name = _first(path)
    if name not in variables:
        raise NameUnknown(f"There is no variable '{name}'.")
    value = variables[name]
    for step in _STEPS.finditer(path, len(name)):
        try:
            value = _stepped(value, step)
        except (AttributeError, LookupError, TypeError) as error:
            raise NameUnknown(f"{{{path}}} cannot be read ({type(error).__name__}: {error}).") from error
    return value


def _stepped(value: Any, step: re.Match[str]) -> Any:
    """One attribute, index or key further."""
    if step["attribute"]:
        return getattr(value, step["attribute"])
    return value[int(step["index"])] if step["index"] else value[step["key"]]
