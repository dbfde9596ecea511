"""The demo, as `make demo` and `make demo ONCE=1` run it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from waiting import until_now

from areyouj_jupyter import connect

NOTEBOOK = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def command(*arguments: str) -> list[str]:
    """The demo's command line."""
    return [sys.executable, "-m", "areyouj_jupyter.demo", *arguments]


@pytest.mark.slow
def test_the_tour_prints_three_replies_and_leaves_nothing(tmp_path: Path) -> None:
    with TemporaryDirectory(prefix="areyouj-") as short:  # a Unix socket's path has at most 104 bytes
        environment = {**os.environ, "TMPDIR": short, "JUPYTER_TOKEN": "of-an-outer-server"}
        environment["NODE_DISABLE_COMPILE_CACHE"] = "1"  # JupyterLab may call npm, which leaves one
        ended = subprocess.run(command("--once"), cwd=tmp_path, env=environment, capture_output=True, text=True)
        left = os.listdir(short)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert left == []
    for name in ("writer", "critic", "runner"):
        assert f"\n{name} (idle):\n    " in ended.stdout
    assert "runner asks:\n    Permission needed to run" in ended.stdout
    assert ended.stdout.endswith("\nThe server and its agents have stopped.\n")


@pytest.mark.slow
def test_the_demo_opens_the_notebook_and_ends_with_its_jupyter(tmp_path: Path) -> None:
    notebook, folder, opened = tmp_path / "quickstart.ipynb", tmp_path / "demo", tmp_path / "opened"
    notebook.write_text(json.dumps(NOTEBOOK))
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}\n')
    browser.chmod(0o700)
    process = subprocess.Popen(
        command("--folder", str(folder), "--notebook", str(notebook)),
        cwd=tmp_path,
        env={**os.environ, "BROWSER": str(browser)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    url = next(line.strip() for line in process.stdout if "token=" in line)
    assert "/lab/tree/quickstart.ipynb?token=" in url
    until_now(opened.exists, "the browser to be opened")
    with connect(url) as crew:
        assert crew.health.data_dir == str(folder / "areyouj")
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 128 + signal.SIGTERM
    process.stdout.close()
    assert list((folder / "runtime").glob("jpserver-*.json")) == []
    assert json.loads((folder / "root" / "quickstart.ipynb").read_text()) == NOTEBOOK


@pytest.mark.slow
def test_a_jupyter_that_does_not_start_is_told_with_the_end_of_its_log(tmp_path: Path) -> None:
    broken = tmp_path / "site" / "jupyter_server"
    broken.mkdir(parents=True)
    (broken / "__init__.py").touch()
    (broken / "__main__.py").write_text("raise SystemExit('out of order')")
    environment = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(broken.parent)}
    ended = subprocess.run(command("--once"), cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert (ended.returncode, ended.stderr) == (1, "The demo failed: Jupyter ended; its log:\nout of order\n\n")
