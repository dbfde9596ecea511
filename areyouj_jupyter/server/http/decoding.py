"""Decoding: from the bytes of a request to its struct, or to one sentence that says what is wrong with it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

import msgspec

from areyouj_jupyter.errors import AreYouJError, Invalid, Malformed, NotJson, TooLarge
from areyouj_jupyter.models import Query, Request

Body = TypeVar("Body", bound=Request)
Parameters = TypeVar("Parameters", bound=Query)

FOREIGN = re.compile(r"token|_xsrf|no_track_activity|_|\d+")
"""Query parameters of Jupyter's own; digits alone are what its front end adds against caching."""
PLACE = re.compile(r"(?P<what>.*) - at `(?P<keys>key in )?\$\.?(?P<place>.*)`", re.DOTALL)


class Nothing(Request, frozen=True):
    """The body of a request that takes none."""


class NoQuery(Query, frozen=True):
    """The query of a request that takes none."""


def decode_body(raw: bytes, media: str, shape: type[Body], limit: int) -> Body:
    """The body as `shape`; an empty one counts as `{}`. media: the Content-Type header; limit: bytes.

    Raises TooLarge, NotJson, Malformed, Invalid.
    """
    if len(raw) > limit:
        raise TooLarge(f"The request's body has {len(raw)} bytes; the limit is {limit}.")
    if raw and not _is_json(media):
        raise NotJson
    try:
        body = msgspec.json.decode(raw or b"{}", type=shape)
    except msgspec.ValidationError as error:
        raise Invalid(_sentence(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _unreadable(raw) from error
    if b"\\u0000" in raw and _has_nul(msgspec.to_builtins(body)):
        raise Invalid("The request contains a NUL character, which is not allowed.")
    return body


def decode_query(arguments: Mapping[str, Sequence[bytes]], shape: type[Parameters]) -> Parameters:
    """The query as `shape`; unknown and repeated parameters are refused. Raises Malformed, Invalid."""
    values: dict[str, str] = {}
    for name, given in arguments.items():
        if FOREIGN.fullmatch(name):
            continue
        if len(given) > 1:
            raise Invalid(f"The parameter `{name}` is given {len(given)} times; give it once.")
        values[name] = _text(given[0])
    try:
        return msgspec.convert(values, shape, strict=False)
    except msgspec.ValidationError as error:
        raise Invalid(_sentence(error)) from error


def _text(value: bytes) -> str:
    try:
        text = value.decode()
    except UnicodeDecodeError as error:
        raise Malformed("The address contains bytes that are not UTF-8.") from error
    if "\0" in text:
        raise Invalid("The address contains a NUL character, which is not allowed.")
    return text


def _is_json(media: str) -> bool:
    """Whether a Content-Type says JSON; its encoding can only be UTF-8."""
    kind, *parameters = (part.strip().lower() for part in media.split(";"))
    charsets = [value for name, _, value in (part.partition("=") for part in parameters) if name == "charset"]
    return kind == "application/json" and all(value.strip('"') in {"utf-8", "utf8"} for value in charsets)


def _sentence(error: msgspec.ValidationError) -> str:
    """Msgspec's message as a sentence that names the field."""
    text = str(error)
    found = PLACE.fullmatch(text)
    what = found["what"] if found else text
    what = what[0].lower() + what[1:]
    if not found or not found["place"]:
        return f"The request is not valid: {what}."
    part = "a key of " if found["keys"] else ""
    return f"The request is not valid: {part}`{found['place']}`: {what}."


def _unreadable(raw: bytes) -> AreYouJError:
    """Why a body is no JSON: a lone surrogate is legal JSON, only not legal text."""
    try:
        json.loads(raw, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return Malformed("The request's body is not valid JSON.")
    return Invalid("The request contains half a surrogate pair, which is not a character.")


def _refuse(constant: str) -> None:
    raise ValueError(constant)  # NaN and Infinity, which Python's reader takes


def _has_nul(value: object) -> bool:
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, dict):
        return any(_has_nul(part) for pair in value.items() for part in pair)
    return isinstance(value, list) and any(map(_has_nul, value))
