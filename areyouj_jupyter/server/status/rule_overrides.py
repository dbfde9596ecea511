"""Overrides: a user's own rules for reading a CLI's screen, from `rules/<spec>.toml` in the data folder.

A rule or dialog with the name of a built-in one changes what it names of it; any other is new, and tried first. So a
new version of a CLI, or a person's own theme, needs no new version of us.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import UNSET, Meta, UnsetType

from areyouj_jupyter.errors import SettingsInvalid
from areyouj_jupyter.models import PromptKind, Request, State
from areyouj_jupyter.specs import AgentSpec, Dialog, Region, ScreenRule

FOLDER = "rules"
CHOICE_GROUPS = {"key", "label"}

Named = TypeVar("Named", ScreenRule, Dialog)
Hold = Annotated[float, Meta(ge=0)]


class OwnRule(Request, frozen=True):
    """Fields of `specs.ScreenRule`; `contains` is a literal text instead of a pattern."""

    name: str
    state: State | UnsetType = UNSET
    region: Region | UnsetType = UNSET
    pattern: str | UnsetType = UNSET
    contains: str | UnsetType = UNSET


class OwnDialog(Request, frozen=True):
    """Fields of `specs.Dialog`."""

    name: str
    kind: PromptKind | UnsetType = UNSET
    pattern: str | UnsetType = UNSET
    choice: str | UnsetType = UNSET
    answer: str | UnsetType = UNSET
    text_answer: str | UnsetType = UNSET
    text_choice: str | UnsetType = UNSET


class OwnRules(Request, frozen=True):
    """The whole file; the holds are those of `specs.AgentSpec`."""

    rules: tuple[OwnRule, ...] = ()
    dialogs: tuple[OwnDialog, ...] = ()
    idle_hold: Hold | UnsetType = UNSET
    turn_hold: Hold | UnsetType = UNSET


def overridden(spec: AgentSpec, data_dir: Path) -> AgentSpec:
    """The spec with the user's own rules, if there are some. Blocking.

    Raises SettingsInvalid, naming the file and what is wrong in it.
    """
    path = data_dir / FOLDER / f"{spec.name}.toml"
    try:
        own = msgspec.toml.decode(path.read_bytes(), type=OwnRules)
        return dataclasses.replace(
            spec,
            rules=_merged("rule", ScreenRule, spec.rules, own.rules),
            dialogs=_merged("dialog", Dialog, spec.dialogs, own.dialogs),
            rules_path=str(path),
            **{name: hold for name, hold in _named(own).items() if name.endswith("_hold")},
        )
    except FileNotFoundError:
        return spec
    except (OSError, ValueError, msgspec.MsgspecError) as error:  # the last is a ValueError from msgspec 0.21 on
        raise SettingsInvalid(f"The rules in {path} were ignored: {error}.") from None


def _merged(
    word: str, kind: type[Named], built_in: Iterable[Named], own: Iterable[OwnRule | OwnDialog]
) -> tuple[Named, ...]:
    """Raises ValueError for a new one that lacks a field, and for what is no regular expression."""
    merged: dict[str, Named] = {each.name: each for each in built_in}
    new: list[Named] = []
    for each in own:
        fields = _named(each)
        if "contains" in fields:
            fields["pattern"] = re.escape(fields.pop("contains"))
        try:
            made = dataclasses.replace(merged[each.name], **fields) if each.name in merged else kind(**fields)
            _require_usable(made)
        except (TypeError, re.error, ValueError) as error:
            raise ValueError(f"{word} {each.name!r}: {error}") from None
        if each.name in merged:
            merged[each.name] = made
        else:
            new.append(made)
    return tuple(new) + tuple(merged.values())


def _require_usable(made: ScreenRule | Dialog) -> None:
    """Raises re.error, ValueError."""
    re.compile(made.pattern, re.MULTILINE)
    if isinstance(made, Dialog) and not CHOICE_GROUPS.issubset(re.compile(made.choice, re.MULTILINE).groupindex):
        raise ValueError("its `choice` pattern needs the groups `key` and `label`")


def _named(own: Request) -> dict[str, Any]:
    """The fields that it names."""
    return {name: getattr(own, name) for name in own.__struct_fields__ if getattr(own, name) is not UNSET}
