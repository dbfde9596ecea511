"""Installed specs: the specs of this server, each with whether its program is installed, and which version."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

from areyouj_jupyter.models import SpecModel
from areyouj_jupyter.server.process.launch import Launcher, with_folder
from areyouj_jupyter.server.terminals import agent_environment, version
from areyouj_jupyter.specs import AgentSpec


class InstalledSpecs:
    """Asks each program for its version once for each state of its file. One per server."""

    def __init__(self, specs: Mapping[str, AgentSpec], launcher: Launcher) -> None:
        self._specs, self._launcher = specs, launcher
        self._versions: dict[tuple[str, float], str | None] = {}

    async def models(self) -> list[SpecModel]:
        """All specs, by name; the programs are asked side by side."""
        return list(await asyncio.gather(*(self._model(self._specs[name]) for name in sorted(self._specs))))

    async def _model(self, spec: AgentSpec) -> SpecModel:
        command = await asyncio.to_thread(self._launcher.command, spec)
        return SpecModel(
            name=spec.name,
            display_name=spec.display_name,
            installed=command is not None,
            command=command,
            version=await self._version(spec, command) if command else None,
            install=spec.install,
            permission_modes=[*spec.permission_modes, *sorted(spec.bypass_modes)],
            takes_model=bool(spec.model_argv),
            executes=spec.executes,
        )

    async def _version(self, spec: AgentSpec, command: str) -> str | None:
        key = (spec.name, (await asyncio.to_thread(Path(command).stat)).st_mtime)
        if key not in self._versions:
            argv = (command, *map(self._launcher.filler(), spec.version_argv))
            hidden = [pattern for each in self._specs.values() for pattern in each.hidden]
            environment = with_folder(agent_environment(self._launcher.environment, hidden, ()), command)
            self._versions[key] = await version(argv, environment)
        return self._versions[key]
