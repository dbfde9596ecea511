"""The doctor: checks a Python and a machine, and reports the findings in sentences.

It changes nothing, except that it creates the private socket folder that the server would create.
"""

from __future__ import annotations

import asyncio
import json
import os
import platform
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from jupyter_core.paths import jupyter_config_path, jupyter_data_dir, jupyter_path

from areyouj_jupyter.errors import Unavailable
from areyouj_jupyter.findings import Finding, Grade
from areyouj_jupyter.models import SpecModel
from areyouj_jupyter.server.process.installed_specs import InstalledSpecs
from areyouj_jupyter.server.process.launch import Launcher
from areyouj_jupyter.server.process.limitations import screen_limitation, sqlite_limitation
from areyouj_jupyter.server.storage.database import SQLITE_VERSION
from areyouj_jupyter.server.storage.mounts import mounts, network_type
from areyouj_jupyter.server.storage.runtime_folder import runtime_folder
from areyouj_jupyter.server.terminals import login_path
from areyouj_jupyter.specs import AgentSpec
from areyouj_jupyter.specs.catalog import load_specs
from areyouj_jupyter.store_findings import store_findings

PARTS = ("jupyter_server", "ipykernel", "ipywidgets", "tornado", "terminado")
SIDEBAR = "areyouj-jupyter"


async def examine(environment: Mapping[str, str], data_dir: Path | None = None) -> list[Finding]:
    """All findings, in the order in which a person would fix them. data_dir: None for the default."""
    folder = (data_dir or Path(jupyter_data_dir(), "areyouj")).expanduser().absolute()
    return [
        Finding(Grade.OK, f"Python {platform.python_version()}, {sys.executable}"),
        *parts(PARTS),
        lab(),
        server_extension(map(Path, jupyter_config_path())),
        sidebar(map(Path, jupyter_path("labextensions"))),
        *await spec_findings(environment, load_specs()),
        data_folder(folder, network_type(folder, mounts())),
        *(await store_findings(folder)),
        socket_folder(environment, folder),
        sqlite(SQLITE_VERSION),
        screen(),
    ]


def parts(names: Iterable[str]) -> Iterator[Finding]:
    """The installed parts in one line, and a line for each that is missing."""
    found = {name: _version(name) for name in names}
    if here := [f"{name} {number}" for name, number in found.items() if number]:
        yield Finding(Grade.OK, ", ".join(here))
    for name, number in found.items():
        if number is None:
            yield Finding(Grade.WRONG, f"{name} is missing; run: pip install {name}")


def lab() -> Finding:
    """Whether JupyterLab is in this Python."""
    if number := _version("jupyterlab"):
        return Finding(Grade.OK, f"jupyterlab {number}")
    return Finding(Grade.NOTE, "JupyterLab is not installed, so there is no sidebar; run: pip install jupyterlab")


def server_extension(folders: Iterable[Path]) -> Finding:
    """Whether Jupyter Server loads the extension. folders: its configuration folders, highest priority first."""
    for folder in folders:
        # Within a folder the plain file is read last, so it wins.
        files = [
            *sorted(Path(folder, "jupyter_server_config.d").glob("*.json")),
            Path(folder, "jupyter_server_config.json"),
        ]
        for file in reversed(files):
            enabled = _extensions(file).get("areyouj_jupyter")
            if enabled:
                return Finding(Grade.OK, f"The server extension is enabled by {file}.")
            if enabled is not None:
                how = "run: jupyter server extension enable areyouj_jupyter"
                return Finding(Grade.WRONG, f"The server extension is disabled by {file}; {how}")
    how = "run: jupyter server extension enable areyouj_jupyter --sys-prefix"
    return Finding(Grade.WRONG, f"The server extension is not enabled; {how}")


def sidebar(folders: Iterable[Path]) -> Finding:
    """Whether JupyterLab finds the front end. folders: where it looks for extensions."""
    for folder in folders:
        if Path(folder, SIDEBAR, "package.json").is_file():
            return Finding(Grade.OK, f"The sidebar is installed in {Path(folder, SIDEBAR)}.")
    return Finding(Grade.NOTE, "The sidebar is not installed where JupyterLab looks. Reinstall AreYouJ with pip.")


async def spec_findings(environment: Mapping[str, str], specs: Mapping[str, AgentSpec]) -> list[Finding]:
    """All agent CLIs, including those that only the user's own shell finds."""
    nowhere = Path(os.devnull)  # asking for versions writes no files
    models, path = await asyncio.gather(
        InstalledSpecs(specs, Launcher(environment, nowhere, nowhere, specs)).models(), login_path(environment)
    )
    return [
        spec_finding(model, None if model.installed or not path else shutil.which(specs[model.name].command, path=path))
        for model in models
    ]


def spec_finding(model: SpecModel, elsewhere: str | None = None) -> Finding:
    """Whether an agent CLI is here. elsewhere: where the user's own shell finds it, if the server does not."""
    if elsewhere:
        how = f"set c.AreYouJApp.commands = {{{model.name!r}: {elsewhere!r}}}"
        return Finding(Grade.NOTE, f"{model.name}: your shell finds {elsewhere}, but the server does not; {how}")
    if not model.installed:
        return Finding(Grade.NOTE, f"{model.name}: not installed. {model.install}")
    return Finding(Grade.OK, f"{model.name}: {model.version or 'version unknown'}, {model.command}")


def data_folder(folder: Path, network: str | None) -> Finding:
    """Whether the data folder can be used. network: the type of its file system if that is one of a network."""
    if network:
        how = "set c.AreYouJApp.data_dir to a folder on a local disk"
        return Finding(Grade.WRONG, f"The data folder {folder} is on a network file system ({network}); {how}.")
    existing = next(place for place in (folder, *folder.parents) if place.exists())
    if not existing.is_dir() or not os.access(existing, os.W_OK | os.X_OK):
        return Finding(Grade.WRONG, f"The data folder {folder} is not writable; set c.AreYouJApp.data_dir to another.")
    new = "" if existing == folder else " (created at the first start)"
    return Finding(Grade.OK, f"Data folder: {folder}{new}, on a local file system.")


def socket_folder(environment: Mapping[str, str], data_dir: Path) -> Finding:
    """Whether the agents' hooks have a private folder for their sockets."""
    try:
        return Finding(Grade.OK, f"Socket folder: {runtime_folder(environment, data_dir)}")
    except OSError as error:
        return Finding(Grade.WRONG, f"No folder for sockets: {error}")


def sqlite(number: tuple[int, ...]) -> Finding:
    """Whether this Python's SQLite is free of a known fault."""
    caution = sqlite_limitation(number)
    return Finding(Grade.NOTE, caution) if caution else Finding(Grade.OK, "SQLite " + ".".join(map(str, number)))


def screen() -> Finding:
    """Which library reads the agents' screens."""
    try:
        caution = screen_limitation()
    except Unavailable as error:
        return Finding(Grade.WRONG, error.message)
    return Finding(Grade.NOTE, caution) if caution else Finding(Grade.OK, "Screens are read by pyghostty.")


def _extensions(file: Path) -> Mapping[str, object]:
    """The server extensions that a configuration file names; empty if it does not or cannot be read."""
    try:
        content = json.loads(file.read_text("utf-8"))
        named = content["ServerApp"]["jpserver_extensions"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return named if isinstance(named, dict) else {}


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
