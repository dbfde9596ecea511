"""A user's own rules for a CLI's screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from areyouj_jupyter.errors import SettingsInvalid
from areyouj_jupyter.server.status.reading import read
from areyouj_jupyter.server.status.rule_overrides import FOLDER, overridden
from areyouj_jupyter.specs import AgentSpec, Dialog, Region, ScreenRule

SPEC = AgentSpec(
    name="tool",
    display_name="Tool",
    command="tool",
    install="",
    argv=(),
    rules=(
        ScreenRule("busy", "busy", Region.LAST, r"^Working"),
        ScreenRule("ready", "idle", Region.LAST, r"^> "),
    ),
    dialogs=(Dialog("ask", "permission", r"^May I\?"),),
)


def own(folder: Path, text: str) -> AgentSpec:
    path = folder / FOLDER / "tool.toml"
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    return overridden(SPEC, folder)


def test_without_a_file_nothing_changes(tmp_path: Path) -> None:
    assert overridden(SPEC, tmp_path) is SPEC


def test_a_rule_of_the_same_name_changes_only_what_it_names(tmp_path: Path) -> None:
    spec = own(tmp_path, '[[rules]]\nname = "busy"\ncontains = "At work (1.0)"\n')
    assert [rule.name for rule in spec.rules] == ["busy", "ready"]
    assert read(spec, ["* At work (1.0)"], "").state == "busy"
    assert read(spec, ["* At work (110)"], "").state is None
    assert read(spec, ["> "], "").state == "idle"
    assert spec.rules_path == str(tmp_path / FOLDER / "tool.toml")


def test_a_new_rule_and_a_new_dialog_are_tried_first(tmp_path: Path) -> None:
    spec = own(
        tmp_path,
        """
        idle_hold = 2.0
        [[rules]]
        name = "resting"
        state = "rate_limited"
        region = "last"
        pattern = '^> zzz'
        [[dialogs]]
        name = "pick"
        kind = "question"
        pattern = '^Pick one'
        """,
    )
    assert read(spec, ["> zzz"], "").rule == "resting"
    shown = read(spec, ["Pick one", " 1. Red"], "").shown
    assert shown is not None and shown.dialog.kind == "question"
    assert [choice.label for choice in shown.choices] == ["Red"]
    assert (spec.idle_hold, spec.turn_hold) == (2.0, SPEC.turn_hold)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[rules", "tool.toml"),
        ('[[rules]]\nname = "busy"\ncolour = "red"\n', "colour"),
        ('[[rules]]\nname = "busy"\nstate = "dancing"\n', "dancing"),
        ('[[rules]]\nname = "busy"\npattern = "("\n', "rule 'busy'"),
        ('[[rules]]\nname = "new"\npattern = "x"\n', "rule 'new'"),
        ('[[dialogs]]\nname = "ask"\nchoice = "("\n', "dialog 'ask'"),
        ('[[dialogs]]\nname = "ask"\nchoice = "x"\n', "dialog 'ask'"),
        ("idle_hold = -1", "idle_hold"),
    ],
)
def test_a_wrong_file_is_named_with_what_is_wrong_in_it(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(SettingsInvalid, match=r"tool\.toml were ignored") as caught:
        own(tmp_path, text)
    assert why in caught.value.message
    assert caught.value.message.count("\n") == 0
