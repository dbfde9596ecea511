"""The extension in a server: what its start leaves behind."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import pytest
from jupyter_server.serverapp import ServerApp


@pytest.fixture
def jp_server_config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The whole extension."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return {
        "ServerApp": {"jpserver_extensions": {"areyouj_jupyter": True}},
        "AreYouJApp": {"data_dir": str(tmp_path / "areyouj")},
    }


async def test_no_collection_walks_what_lives_since_the_start(jp_serverapp: ServerApp) -> None:
    def walked() -> bool:
        return any(each is jp_serverapp.web_app.settings for each in gc.get_objects())

    assert walked()
    try:
        for extension in jp_serverapp.extension_manager.extension_apps["areyouj_jupyter"]:
            await extension._start_jupyter_server_extension(jp_serverapp)
        assert not walked()
    finally:
        gc.unfreeze()
