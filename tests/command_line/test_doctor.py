"""The doctor: each finding by itself, on folders made for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from areyouj_jupyter import doctor
from areyouj_jupyter.findings import Finding, Grade
from areyouj_jupyter.models import SpecModel


def config(folder: Path, file: str, enabled: object) -> Path:
    """A Jupyter configuration folder in which a file enables (or disables) the extension."""
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"ServerApp": {"jpserver_extensions": {"areyouj_jupyter": enabled}}}))
    return folder


def test_missing_parts_are_named_one_by_one() -> None:
    found = list(doctor.parts(["msgspec", "no-such-part", "nor-this"]))
    assert found[0].grade is Grade.OK
    assert found[0].text.startswith("msgspec ")
    assert found[1:] == [
        Finding(Grade.WRONG, "no-such-part is missing; run: pip install no-such-part"),
        Finding(Grade.WRONG, "nor-this is missing; run: pip install nor-this"),
    ]


def test_an_extension_that_a_file_enables_is_found(tmp_path: Path) -> None:
    file = "jupyter_server_config.d/areyouj_jupyter.json"
    system = config(tmp_path / "system", file, enabled=True)
    found = doctor.server_extension([tmp_path / "user", system])
    assert found == Finding(Grade.OK, f"The server extension is enabled by {system / file}.")


def test_an_extension_that_the_user_switched_off_is_wrong(tmp_path: Path) -> None:
    system = config(tmp_path / "system", "jupyter_server_config.d/areyouj_jupyter.json", enabled=True)
    user = config(tmp_path / "user", "jupyter_server_config.d/areyouj_jupyter.json", enabled=True)
    config(user, "jupyter_server_config.json", enabled=False)
    found = doctor.server_extension([user, system])
    assert found.grade is Grade.WRONG
    assert str(user / "jupyter_server_config.json") in found.text


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"ServerApp": null}', '{"ServerApp": {"jpserver_extensions": []}}']
)
def test_an_extension_that_nothing_enables_is_wrong(tmp_path: Path, content: str) -> None:
    (tmp_path / "jupyter_server_config.json").write_text(content)
    assert doctor.server_extension([tmp_path]) == Finding(
        Grade.WRONG,
        "The server extension is not enabled; run: jupyter server extension enable areyouj_jupyter --sys-prefix",
    )


def test_the_sidebar_is_where_jupyterlab_looks_or_it_is_noted(tmp_path: Path) -> None:
    assert doctor.sidebar([tmp_path]).grade is Grade.NOTE
    (tmp_path / "areyouj-jupyter").mkdir()
    (tmp_path / "areyouj-jupyter" / "package.json").touch()
    assert doctor.sidebar([tmp_path]) == Finding(
        Grade.OK, f"The sidebar is installed in {tmp_path / 'areyouj-jupyter'}."
    )


def spec(**more: object) -> SpecModel:
    """A spec as the server tells it."""
    plain: Mapping[str, object] = {
        "name": "parrot",
        "display_name": "Parrot",
        "installed": True,
        "command": "/bin/parrot",
        "version": "1.0",
        "install": "Buy one.",
        "permission_modes": [],
    }
    return SpecModel(**{**plain, **more})  # type: ignore[arg-type]


def test_an_agent_cli_is_told_with_its_version_or_how_to_install_it() -> None:
    assert doctor.spec_finding(spec()) == Finding(Grade.OK, "parrot: 1.0, /bin/parrot")
    assert doctor.spec_finding(spec(version=None)) == Finding(Grade.OK, "parrot: version unknown, /bin/parrot")
    assert doctor.spec_finding(spec(installed=False)) == Finding(Grade.NOTE, "parrot: not installed. Buy one.")


def test_a_data_folder_that_is_not_there_yet_is_good(tmp_path: Path) -> None:
    folder = tmp_path / "jupyter" / "areyouj"
    assert doctor.data_folder(folder, None) == Finding(
        Grade.OK, f"Data folder: {folder} (created at the first start), on a local file system."
    )
    assert not folder.exists()


def test_a_data_folder_on_a_network_is_wrong_and_names_the_trait(tmp_path: Path) -> None:
    assert doctor.data_folder(tmp_path, "nfs4") == Finding(
        Grade.WRONG,
        f"The data folder {tmp_path} is on a network file system (nfs4); "
        "set c.AreYouJApp.data_dir to a folder on a local disk.",
    )


def test_a_socket_folder_that_is_open_to_others_is_not_the_one(tmp_path: Path) -> None:
    folder = tmp_path / "areyouj"
    folder.mkdir()
    folder.chmod(0o777)
    found = doctor.socket_folder({"XDG_RUNTIME_DIR": str(tmp_path)}, tmp_path)
    assert found.grade is Grade.OK
    assert found.text.startswith("Socket folder: /") and str(folder) not in found.text


def test_an_old_sqlite_is_noted() -> None:
    assert doctor.sqlite((3, 51, 3)) == Finding(Grade.OK, "SQLite 3.51.3")
    assert doctor.sqlite((3, 51, 2)).grade is Grade.NOTE


async def test_everything_is_looked_at(tmp_path: Path) -> None:
    found = await doctor.examine({"PATH": "", "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}, tmp_path)
    told = "\n".join(finding.text for finding in found)
    parts = (
        "Python 3.",
        "jupyter_server ",
        "jupyterlab ",
        "server extension",
        "sidebar",
        "echo: ",
        "Data folder",
        "Socket",
    )
    assert [part for part in (*parts, "SQLite ", "Screens are read by") if part not in told] == []
