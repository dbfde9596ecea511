"""The extension in a server: what its start leaves behind."""

from __future__ import annotations

import gc
import json
from pathlib import Path
from typing import Any

import pytest
from jupyter_server.extension.application import ExtensionApp
from jupyter_server.serverapp import ServerApp
from started import start_extension
from waiting import until

from areyouj_jupyter.server import app


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
        await start_extension(jp_serverapp)
        await until(lambda: not walked())
    finally:
        gc.unfreeze()


@pytest.fixture
def no_hook(monkeypatch: pytest.MonkeyPatch) -> None:
    """As before jupyter_server 2.16."""
    monkeypatch.delattr(ExtensionApp, "_start_jupyter_server_extension", raising=False)


async def test_it_starts_where_jupyter_has_no_hook_for_that(
    no_hook: None, jp_serverapp: ServerApp, jp_fetch: Any
) -> None:
    async def answered() -> bool:
        return (await jp_fetch("areyouj", "api", "health", raise_error=False)).code == 200

    await until(answered, "an answer")


@pytest.fixture
def fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Something that nobody foresaw: nothing can be built."""
    monkeypatch.setattr(app, "built", None)


async def test_a_fault_at_the_start_is_told_to_whoever_asks(
    fault: None, jp_serverapp: ServerApp, jp_fetch: Any
) -> None:
    await start_extension(jp_serverapp)
    response = await jp_fetch("areyouj", "api", "health", raise_error=False)
    assert (response.code, json.loads(response.body)["message"]) == (
        503,
        "AreYouJ could not start: TypeError(\"'NoneType' object is not callable\")",
    )
