"""Launching: the argv, environment and files of one incarnation, and what is refused before it starts."""

from __future__ import annotations

import json
import os
import shlex
import stat
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from areyouj_jupyter.errors import BypassForbidden, NotInstalled, SettingsInvalid
from areyouj_jupyter.models import AgentSettings
from areyouj_jupyter.server.process.launch import AGENTSIDE, Launcher, transcript
from areyouj_jupyter.specs import AgentSpec, Fact, Hook, Turn

SESSION = "3f0c2c5e-1111-4222-8333-444455556666"
SPEC = AgentSpec(
    name="tool",
    display_name="Tool",
    command="tool",
    install="Run `get tool`.",
    argv=("--id", "{session_id}", "--mode={permission_mode}", "{run_dir}/settings.json", "{unknown}", "{}"),
    resume_argv=("--resume", "{conversation_id}"),
    folders=("~/tools",),
    environment={"TOOL_HOOK": "{hook}", "SHARED": "spec"},
    hidden=("TOOL_*",),
    passed=("TOOL_KEY",),
    files={"settings.json": {"hooks": [{"run": "{hook} Stop"}, 1, None], "{python}": True}, "rc": "id={session_id}\n"},
    permission_modes=("manual", "plan"),
    bypass_modes=frozenset({"yolo"}),
    bypass_arguments=("--yolo", "--mode"),
    transcript=("$TOOL_HOME/{conversation_id}.jsonl", "~/.tool/*/{conversation_id}.jsonl"),
    read_turn=lambda path: Turn("", None),
)


def program(folder: Path, name: str = "tool", mode: int = 0o755) -> Path:
    """An executable file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text("#!/bin/sh\n")
    path.chmod(mode)
    return path


def launcher(folder: Path, environment: Mapping[str, str] | None = None, **more: Any) -> Launcher:
    """One whose home is `folder`/home and whose PATH is `folder`/bin."""
    own = {"HOME": str(folder / "home"), "PATH": str(folder / "bin")} | dict(environment or {})
    (folder / "sock").mkdir(parents=True, exist_ok=True)
    return Launcher(own, folder / "run", folder / "sock", {"tool": SPEC}, **more)


def test_the_program_is_found_on_the_path_then_where_installers_put_it(tmp_path: Path) -> None:
    found = launcher(tmp_path)
    assert found.command(SPEC) is None
    last = program(tmp_path / "home" / ".local" / "bin")
    assert found.command(SPEC) == str(last)
    own = program(tmp_path / "home" / "tools")
    assert found.command(SPEC) == str(own)
    program(tmp_path / "bin", mode=0o644)
    assert found.command(SPEC) == str(own)
    first = program(tmp_path / "bin")
    assert found.command(SPEC) == str(first)


def test_the_configuration_may_name_another_program(tmp_path: Path) -> None:
    other = program(tmp_path / "home" / "elsewhere", "tool-2")
    for name in (str(other), "~/elsewhere/tool-2"):
        assert launcher(tmp_path, commands={"tool": name}).command(SPEC) == str(other)
    assert launcher(tmp_path, commands={"tool": "no-such-tool"}).command(SPEC) is None


def test_the_program_has_an_absolute_path_though_the_search_path_is_relative(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "bin")
    monkeypatch.chdir(tmp_path)
    assert launcher(tmp_path, {"PATH": "bin"}).command(SPEC) == str(tmp_path / "bin" / "tool")


def test_one_of_ours_runs_on_this_python(tmp_path: Path) -> None:
    assert launcher(tmp_path).command(AgentSpec("own", "Own", "{python}", "", ())) == sys.executable


def test_a_missing_program_is_refused_with_how_to_install_it(tmp_path: Path) -> None:
    with pytest.raises(NotInstalled, match=r"^Tool is not installed on this server: Run `get tool`\.$"):
        launcher(tmp_path).require(SPEC)
    plan = launcher(tmp_path).plan(SPEC, SESSION, 1, str(tmp_path), AgentSettings())
    assert plan.argv[0] == "tool"  # one that runs may have been removed, and can be adopted all the same


def test_a_plan_holds_all_that_a_start_takes(tmp_path: Path) -> None:
    tool = program(tmp_path / "bin")
    config = AgentSettings(permission_mode="plan", arguments=["--more", "{session_id}"])
    plan = launcher(tmp_path).plan(SPEC, SESSION, 3, "/work-folder", config)
    run_dir = tmp_path / "run" / f"{SESSION}-3"
    own = ("--id", SESSION, "--mode=plan", f"{run_dir}/settings.json", "{unknown}", "{}")
    assert plan.argv == (str(tool), *own, "--more", "{session_id}")
    assert (plan.session_id, plan.cwd, plan.run_dir, plan.resumes) == (SESSION, "/work-folder", run_dir, False)
    assert plan.sockets == tmp_path / "sock" / f"{SESSION.replace('-', '')[:16]}-3"


def test_a_model_is_named_where_the_program_can_be_told(tmp_path: Path) -> None:
    program(tmp_path / "bin")
    made = launcher(tmp_path)
    spec = replace(SPEC, model_argv=("--model", "{model}"))
    config = made.config(spec, AgentSettings(model="small-1", arguments=["--more"]))
    assert made.plan(spec, SESSION, 1, "/", config).argv[-3:] == ("--model", "small-1", "--more")
    assert "--model" not in made.plan(spec, SESSION, 1, "/", AgentSettings()).argv
    with pytest.raises(SettingsInvalid, match="has no setting for the model"):
        made.config(SPEC, config)


def test_a_file_may_depend_on_the_agents_environment(tmp_path: Path) -> None:
    program(tmp_path / "bin")
    spec = replace(SPEC, files={"rc": lambda environment, _: f"{environment['HOME']} {{gauge}}"})
    plan = launcher(tmp_path / "my data").plan(spec, SESSION, 1, "/", AgentSettings())
    assert plan.files["rc"] == f"{tmp_path / 'my data' / 'home'} '{plan.gauge}'"


def test_a_holder_is_told_where_its_hooks_come_in_by_a_fresh_secret(tmp_path: Path) -> None:
    program(tmp_path / "bin")
    plan = launcher(tmp_path).plan(SPEC, SESSION, 3, "/work-folder", AgentSettings())
    hooked, hookless = replace(SPEC, hooks={"Stop": Hook(Fact.FINISHED)}), replace(SPEC, program_status=True)
    first, second, bare = (plan.orders(spec, 24, 80, 1 << 20) for spec in (hooked, hooked, hookless))
    assert (first.program_status, bare.program_status) == (False, True)
    assert (first.session_id, first.incarnation, first.cwd, first.argv) == (SESSION, 3, "/work-folder", plan.argv)
    assert (len(first.secret), first.secret == second.secret, bare.hook_socket) == (64, False, None)
    told = {"AREYOUJ_HOOK_SOCKET": f"{plan.sockets}.hook", "AREYOUJ_HOOK_SECRET": first.secret}
    assert first.environment == {**plan.environment, **told}
    assert bare.environment == plan.environment


def test_files_are_written_privately_with_their_fields_filled(tmp_path: Path) -> None:
    program(tmp_path / "bin")
    plan = launcher(tmp_path).plan(SPEC, SESSION, 1, "/", AgentSettings())
    plan.write_files()
    plan.write_files()  # a restart may find an old one
    hook = shlex.join([sys.executable, "-I", "-S", str(AGENTSIDE / "hook.py")])
    settings = json.loads((plan.run_dir / "settings.json").read_text())
    assert settings == {"hooks": [{"run": f"{hook} Stop"}, 1, None], "{python}": True}
    assert (plan.run_dir / "rc").read_text() == f"id={SESSION}\n"
    assert stat.S_IMODE(plan.run_dir.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in plan.run_dir.iterdir()} == {0o600}
    assert (AGENTSIDE / "hook.py").exists()


def test_the_environment_hides_outer_sessions_and_cannot_lose_its_mark(tmp_path: Path) -> None:
    program(tmp_path / "bin")
    outer = {"TOOL_ID": "outer", "TOOL_KEY": "k", "JUPYTER_TOKEN": "t", "SITE_SECRET": "s", "SHARED": "outer"}
    config = AgentSettings(environment={"SHARED": "user", "AREYOUJ_SESSION": "forged", "MINE": "1"})
    plan = launcher(tmp_path, outer, denied=("SITE_*",)).plan(SPEC, SESSION, 1, "/", config)
    hook = shlex.join([sys.executable, "-I", "-S", str(AGENTSIDE / "hook.py")])
    assert plan.environment == {
        "HOME": str(tmp_path / "home"),
        "PATH": str(tmp_path / "bin"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "TOOL_KEY": "k",
        "TOOL_HOOK": hook,
        "SHARED": "user",
        "MINE": "1",
        "AREYOUJ_SESSION": SESSION,
    }


@pytest.mark.parametrize("name", ["JUPYTER_TOKEN", "jupyterhub_user", "LINES", "AREYOUJ_HOOK_SECRET", "SITE_SECRET"])
def test_an_agents_own_settings_cannot_bring_what_is_denied(tmp_path: Path, name: str) -> None:
    program(tmp_path / "bin")
    settings = AgentSettings(environment={name: "x", "MINE": "1"})
    own = launcher(tmp_path, denied=("SITE_*",))
    with pytest.raises(SettingsInvalid, match=f"variable '{name}'"):
        own.config(SPEC, settings)
    found = own.plan(SPEC, SESSION, 1, "/", settings).environment  # settings from before it was denied
    assert (name in found, found["MINE"]) == (False, "1")


@pytest.mark.parametrize("home", ["$TOOL_HOME", "~"])
def test_a_conversation_with_a_transcript_is_resumed(tmp_path: Path, home: str) -> None:
    program(tmp_path / "bin")
    where = launcher(tmp_path, {"TOOL_HOME": str(tmp_path / "th")}, denied=())
    place = tmp_path / "th" if home == "$TOOL_HOME" else tmp_path / "home" / ".tool" / "project"
    place.mkdir(parents=True)
    (place / f"{SESSION}.jsonl").write_text("{}\n")
    settings = AgentSettings(environment={"TOOL_HOME": str(tmp_path / "th")})  # TOOL_* of the server is hidden
    plan = where.plan(SPEC, SESSION, 2, "/", settings)
    assert plan.resumes
    assert plan.argv[1:] == ("--resume", SESSION)


def test_the_newest_transcript_counts_and_a_variable_that_is_not_set_finds_none(tmp_path: Path) -> None:
    old, new = (tmp_path / "home" / ".tool" / name / f"{SESSION}.jsonl" for name in ("new-project", "a-project"))
    for age, path in ((100, old), (10, new)):
        path.parent.mkdir(parents=True)
        path.touch()
        os.utime(path, (path.stat().st_mtime - age,) * 2)
    assert transcript(SPEC, SESSION, {"HOME": str(tmp_path / "home")}) == new
    assert transcript(SPEC, "*", {"HOME": str(tmp_path / "home")}) is None
    assert transcript(SPEC, SESSION, {"HOME": "/nowhere"}) is None


def test_without_a_mode_the_specs_first_one_holds(tmp_path: Path) -> None:
    made = launcher(tmp_path).config(SPEC, AgentSettings(arguments=["-v"]))
    assert made == AgentSettings(permission_mode="manual", arguments=["-v"])
    assert launcher(tmp_path).config(AgentSpec("own", "Own", "own", "", ()), AgentSettings()).permission_mode is None


def test_an_unknown_mode_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(SettingsInvalid, match=r"^Tool has no permission mode 'x'\. Choose from: manual, plan, yolo\.$"):
        launcher(tmp_path).config(SPEC, AgentSettings(permission_mode="x"))


@pytest.mark.parametrize(
    "settings",
    [
        AgentSettings(permission_mode="yolo"),
        AgentSettings(arguments=["--yolo"]),
        AgentSettings(arguments=["a", "--yolo=true"]),
        AgentSettings(arguments=["--mode", "yolo"]),
    ],
)
def test_bypass_is_refused_unless_the_server_allows_it(tmp_path: Path, settings: AgentSettings) -> None:
    with pytest.raises(BypassForbidden, match=r"c\.AreYouJApp\.allow_bypass = True"):
        launcher(tmp_path).config(SPEC, settings)
    assert launcher(tmp_path, allow_bypass=True).config(SPEC, settings)


@pytest.mark.parametrize(
    "settings",
    [
        AgentSettings(arguments=["a\0b"]),
        AgentSettings(environment={"A": "\0"}),
        AgentSettings(environment={"A=B": "c"}),
        AgentSettings(environment={"": "c"}),
        AgentSettings(environment={"\0": "c"}),
        AgentSettings(environment={"1A": "c"}),
        AgentSettings(environment={"A-B": "c"}),
        AgentSettings(environment={"Ä": "c"}),
    ],
)
def test_what_no_program_can_be_started_with_is_refused(tmp_path: Path, settings: AgentSettings) -> None:
    with pytest.raises(SettingsInvalid):
        launcher(tmp_path).config(SPEC, settings)
