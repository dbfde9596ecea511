"""The showroom: which agent CLIs are here, and what can be chosen for them."""

from __future__ import annotations

from pathlib import Path

from open_services import open_services


async def test_each_spec_tells_whether_it_is_here_and_what_can_be_chosen(tmp_path: Path) -> None:
    here = tmp_path / "claude"
    here.write_text("#!/bin/sh\necho 9.9.9\n")
    here.chmod(0o755)
    async with open_services(tmp_path, commands={"claude": str(here), "shell": str(tmp_path / "nowhere")}) as services:
        found = {each.name: each for each in await services.installed_specs.models()}
    assert (found["claude"].installed, found["claude"].version, found["claude"].takes_model) == (True, "9.9.9", True)
    assert "manual" in found["claude"].permission_modes
    assert (found["echo"].installed, found["echo"].takes_model) == (True, False)
    assert (found["shell"].installed, found["shell"].command) == (False, None)
    assert found["shell"].install
