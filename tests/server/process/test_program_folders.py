"""Where version managers put programs: found with a bare PATH, in throw-away homes laid out as they do it, and run."""

from __future__ import annotations

from pathlib import Path

import pytest
from programs import BARE, SPEC, program

from areyouj_jupyter.models import AgentSettings
from areyouj_jupyter.server.process.installed_specs import InstalledSpecs
from areyouj_jupyter.server.process.launch import Launcher


def launcher(home: Path, **variables: str) -> Launcher:
    return Launcher({"HOME": str(home), "PATH": BARE, **variables}, home / "run", home, {"tool": SPEC})


@pytest.mark.parametrize(
    "folder",
    [
        *(".local/bin", ".npm-global/bin", ".bun/bin", ".local/share/pnpm", ".volta/bin", ".asdf/shims", ".cargo/bin"),
        *(".local/share/mise/shims", ".pyenv/shims", "go/bin", ".deno/bin", "miniconda3/bin", "miniforge3/envs/ai/bin"),
        *(".nvm/versions/node/v22.11.0/bin", ".local/share/fnm/node-versions/v22.11.0/installation/bin"),
        *(".local/share/fnm/aliases/default/bin", ".linuxbrew/bin"),
    ],
)
def test_a_program_is_found_where_its_installer_puts_it(folder: str, tmp_path: Path) -> None:
    found = program(tmp_path / folder)
    assert launcher(tmp_path).command(SPEC) == found


@pytest.mark.parametrize(
    ("variable", "below"),
    [
        *(("NVM_DIR", "versions/node/v20.1.0/bin"), ("FNM_DIR", "aliases/default/bin"), ("VOLTA_HOME", "bin")),
        *(("ASDF_DATA_DIR", "shims"), ("MISE_DATA_DIR", "shims"), ("PYENV_ROOT", "shims"), ("PNPM_HOME", "")),
        *(("BUN_INSTALL", "bin"), ("CARGO_HOME", "bin"), ("NPM_CONFIG_PREFIX", "bin"), ("CONDA_PREFIX", "bin")),
    ],
)
def test_the_variable_of_a_manager_decides(variable: str, below: str, tmp_path: Path) -> None:
    found = program(tmp_path / "else where" / below)
    assert launcher(tmp_path, **{variable: str(tmp_path / "else where")}).command(SPEC) == found


@pytest.mark.parametrize(
    ("default", "chosen"),
    [("", "v22.9.0"), ("20", "v20.11.1"), ("v9.1.0", "v9.1.0"), ("2", "v22.9.0"), ("lts/*", "v22.9.0")],
)
def test_of_several_versions_nvms_default_is_taken_or_else_the_newest(
    default: str, chosen: str, tmp_path: Path
) -> None:
    for number in ("v9.1.0", "v20.11.1", "v20.2.0", "v22.9.0"):
        program(tmp_path / ".nvm" / "versions" / "node" / number / "bin")
    if default:
        (tmp_path / ".nvm" / "alias").mkdir()
        (tmp_path / ".nvm" / "alias" / "default").write_text(f"{default}\n")
    assert launcher(tmp_path).command(SPEC) == str(tmp_path / f".nvm/versions/node/{chosen}/bin/tool")


def test_what_is_on_the_path_comes_first(tmp_path: Path) -> None:
    program(tmp_path / ".volta" / "bin")
    first = program(tmp_path / "first")
    assert launcher(tmp_path, PATH=f"{tmp_path / 'first'}:{BARE}").command(SPEC) == first


async def test_what_is_found_beside_its_interpreter_runs_by_it(tmp_path: Path) -> None:
    folder = tmp_path / ".nvm" / "versions" / "node" / "v22.9.0" / "bin"
    program(folder, "noode", "#!/bin/sh\necho run by $0\n")
    program(folder, "tool", "#!/usr/bin/env noode\n")
    own = launcher(tmp_path)
    plan = own.plan(SPEC, "3f0c2c5e-1111-4222-8333-444455556666", 1, "/", AgentSettings())
    assert plan.environment["PATH"] == f"{folder}:{BARE}"
    (model,) = await InstalledSpecs({"tool": SPEC}, own).models()
    assert (model.command, model.version) == (str(folder / "tool"), f"run by {folder / 'noode'}")
