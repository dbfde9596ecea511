"""Interpolation: replaces `{name}` in the text of a message with a variable of the notebook."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from areyouj_jupyter.errors import KernelError

_NAME = r"[^\W\d]\w*"
_STEP = rf"\.(?P<attribute>{_NAME})|\[(?P<index>-?\d+)\]|\[(?P<quote>['\"])(?P<key>[^'\"\n]*)(?P=quote)\]"
_PATH = _NAME + "(?:" + re.sub(r"\?P<\w+>", "?:", _STEP.replace("(?P=quote)", "['\"]")) + ")*"
_INNER = rf"(?:[^{{}}\n]|\{{{_PATH}\}})"
_FORM = rf"(?:=|![^{{}}\n:]*)?(?::{_INNER}*)?"
_FIELD = re.compile(rf"\{{\{{(?P<literal>{_PATH}{_FORM})\}}\}}|\{{(?P<path>{_PATH})(?P<form>{_FORM})\}}")
_NESTED = re.compile(rf"\{{({_PATH})\}}")
_WHOLE = re.compile(_PATH)
_STEPS = re.compile(_STEP)
_CONVERSIONS: Mapping[str, Callable[[Any], str]] = {"!r": repr, "!s": str, "!a": ascii}
# Python's own formats, of numbers and texts, and of dates. Not `{key: 1}`: what begins with a space is JSON or code.
_PLAIN = re.compile(r"(?:[^ ]?[<>=^])?[+-]?z?#?0?\d*[_,]?(?:\.\d+)?[bcdeEfFgGnosxX%]?|.*%[a-zA-Z].*")


class NameUnknown(KernelError):
    """The text names a variable that does not exist."""


class FormInvalid(NameUnknown):
    """The text has a variable in a form that cannot be made."""


def interpolated(text: str, variables: Mapping[str, Any]) -> str:
    """The text with `{name}`, `{name.attribute}`, `{name[0]}` and `{name["key"]}` replaced by their values.

    A conversion and a format may follow as in an f-string: `{name!r}`, `{name:.2f}`, `{name!s:>10}`. `{{name}}` becomes
    `{name}`. All other braces stay as they are, so JSON and code pass. Nothing is evaluated but the steps named here.
    Raises NameUnknown, FormInvalid.
    """
    return _FIELD.sub(lambda match: _replaced(match, variables), text)


def filled(text: str, name: str, value: object) -> str:
    """The text with `{name}`, and the same steps and forms of it, replaced; other braces stay as they are.

    Raises NameUnknown, also where the text does not name it at all; FormInvalid.
    """
    own = [match for match in _FIELD.finditer(text) if _first(match["path"] or match["literal"]) == name]
    if not any(match["path"] for match in own):
        raise NameUnknown(f"The text has no {{{name}}}, so every message would be the same.")
    pieces: list[str] = []
    end = 0
    for match in own:
        pieces += text[end : match.start()], _replaced(match, {name: value})
        end = match.end()
    return "".join((*pieces, text[end:]))


def _first(path: str) -> str:
    """The variable that a path begins with."""
    name = re.match(_NAME, path)
    assert name is not None  # noqa: S101  # the field's pattern begins with a name
    return name[0]


def _replaced(match: re.Match[str], variables: Mapping[str, Any]) -> str:
    """What stands for one field."""
    if match["literal"]:
        return f"{{{match['literal']}}}"
    path, form = match["path"], match["form"]
    if (name := _first(path)) not in variables:
        if _is_code(form):
            return f"{{{path}{interpolated(form, variables)}}}"
        raise NameUnknown(f"There is no variable '{name}'. To send the braces as they are, write {{{{{path}{form}}}}}.")
    value = value_at(path, variables)
    return _formed(value, match, variables) if form else str(value)


def _is_code(form: str) -> bool:
    """Whether braces around an unknown name are code: `{color:red}`, `{key: 1}`, `{a=b}`, `{word!important}`."""
    conversion, _, format = form.partition(":")
    if conversion in ("", *_CONVERSIONS):
        return format.startswith(" ") or not (_NESTED.search(format) or _PLAIN.fullmatch(format))
    return True


def _formed(value: Any, match: re.Match[str], variables: Mapping[str, Any]) -> str:
    """The value as its field asks for. Raises FormInvalid."""
    conversion, _, format = match["form"].partition(":")
    raw = f"To send the braces as they are, write {{{match[0]}}}."
    if conversion not in ("", *_CONVERSIONS):
        raise FormInvalid(f"{match[0]} has {conversion}, which is none of !r, !s and !a. {raw}")
    if format.startswith(" "):
        raise FormInvalid(f"{match[0]} may be a format or code. Write a format without the space. {raw}")
    format = _NESTED.sub(lambda inner: str(value_at(inner[1], variables)), format)
    try:
        return _made(_CONVERSIONS[conversion](value) if conversion else value, format)
    except Exception as error:  # whatever the value's own code raises
        raise FormInvalid(f"{match[0]} cannot be formatted ({type(error).__name__}: {error}). {raw}") from error


def _made(value: Any, format: str) -> str:
    return f"{value:{format}}"


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
