"""Interpolation: `{name}` in the text of a message stands for a variable of the notebook."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from areyouj_jupyter.errors import KernelError

_NAME = r"[^\W\d]\w*"
_STEP = rf"\.(?P<attribute>{_NAME})|\[(?P<index>-?\d+)\]|\[(?P<quote>['\"])(?P<key>[^'\"\n]*)(?P=quote)\]"
_PATH = re.sub(r"\?P<\w+>", "?:", _STEP.replace("(?P=quote)", "['\"]"))
_FIELD = re.compile(rf"\{{\{{(?P<literal>{_NAME}(?:{_PATH})*)\}}\}}|\{{(?P<path>{_NAME}(?:{_PATH})*)\}}")
_STEPS = re.compile(_STEP)


class NameUnknown(KernelError):
    """The text names a variable that does not exist."""


def interpolated(text: str, variables: Mapping[str, Any]) -> str:
    """The text with `{name}`, `{name.attribute}`, `{name[0]}` and `{name["key"]}` replaced by what they stand for.

    `{{name}}` gives `{name}`. All other braces stay as they are, so JSON and code pass. Nothing is evaluated but the
    steps named here. Raises NameUnknown.
    """
    return _FIELD.sub(lambda match: f"{{{match['literal']}}}" if match["literal"] else _value(match, variables), text)


def _value(match: re.Match[str], variables: Mapping[str, Any]) -> str:
    """What one field stands for, as text."""
    path = match["path"]
    name = re.match(_NAME, path)
    assert name is not None  # noqa: S101  # the field's pattern begins with a name
    if name[0] not in variables:
        raise NameUnknown(f"There is no variable '{name[0]}'; {{{{{path}}}}} sends the braces as they are.")
    value = variables[name[0]]
    for step in _STEPS.finditer(path, name.end()):
        try:
            value = _stepped(value, step)
        except (AttributeError, LookupError, TypeError) as error:
            raise NameUnknown(f"{{{path}}} cannot be read ({type(error).__name__}: {error}).") from error
    return str(value)


def _stepped(value: Any, step: re.Match[str]) -> Any:
    """One attribute, index or key further."""
    if step["attribute"]:
        return getattr(value, step["attribute"])
    return value[int(step["index"])] if step["index"] else value[step["key"]]
