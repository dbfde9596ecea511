"""The recorder: what a person saves of a terminal is a case that the tests can read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from jupyter_process import JupyterProcess
from screen_cases import ScreenCase, unpadded
from waiting import until_now

from areyouj_jupyter import Crew, connect
from areyouj_jupyter.kernel.client.discovery import Place
from areyouj_jupyter.kernel.client.http_client import Client
from areyouj_jupyter.kernel.magics.commands import COMMANDS
from areyouj_jupyter.kernel.recording import Recording, RecordingFailed
from areyouj_jupyter.models import ScreenModel, StatusModel
from areyouj_jupyter.server.status.reading import read
from areyouj_jupyter.specs.echo import SPEC

SCREEN = ScreenModel(
    session_id="s", rows=3, cols=20, lines=["✳ one", "two", ""], cursor=(0, 0), title="t", offset=9, reduced=False
)
RECORDING = Recording("echo", SCREEN, StatusModel(state="busy", since=1.0, evidence="title:busy"), b"\x1b[mone\r\ntwo")


@pytest.fixture
def crew(jupyter: JupyterProcess) -> Iterator[Crew]:
    with connect(jupyter.url, jupyter.token) as connected:
        yield connected


def test_a_recording_is_a_folder_of_its_spec_with_what_should_have_been_read(tmp_path: Path) -> None:
    place = RECORDING.save("wrong-idle", "idle", tmp_path)
    assert place == tmp_path / "echo" / "wrong-idle"
    assert sorted(path.name for path in place.iterdir()) == ["expected.json", "output.raw", "screen.txt", "status.json"]
    case = ScreenCase(place)
    assert case.expected == {"title": "t", "rows": 3, "cols": 20, "state": "idle"}
    assert (case.lines, case.stream.read_bytes()) == (["✳ one", "two"], RECORDING.output)
    assert json.loads((place / "status.json").read_text("utf-8"))["evidence"] == "title:busy"
    assert place.stat().st_mode & 0o077 == 0


def test_a_recording_without_a_word_about_the_status_expects_it_as_it_is(tmp_path: Path) -> None:
    assert ScreenCase(RECORDING.save("a", folder=tmp_path)).expected["state"] == "busy"


@pytest.mark.parametrize("label", ["", "..", "a/b", "-a", "a b", "x" * 101])
def test_a_label_that_would_leave_the_folder_is_refused(tmp_path: Path, label: str) -> None:
    with pytest.raises(RecordingFailed, match="is not a valid label"):
        RECORDING.save(label, folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over_and_a_folder_that_cannot_be_is_named(tmp_path: Path) -> None:
    RECORDING.save("one", folder=tmp_path)
    with pytest.raises(RecordingFailed, match="echo/one already exists"):
        RECORDING.save("one", folder=tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(RecordingFailed, match=r"^Cannot write .*: Not a directory"):
        RECORDING.save("two", folder=tmp_path / "file")


def test_it_is_told_when_the_beginning_of_the_output_is_lost() -> None:
    assert RECORDING.told("idle").startswith("Recorded 11 bytes of output, with the status busy (title:busy), which")
    cut = replace(RECORDING, screen=msgspec.structs.replace(SCREEN, offset=4000))
    assert "11 bytes of output, the last of 4000, with" in cut.told()


@pytest.mark.slow
def test_one_command_saves_a_running_agent_as_a_case_that_can_be_replayed(crew: Crew, tmp_path: Path) -> None:
    writer = crew.start("recorded", "echo", ".")
    writer.ask("hello", timeout=20)
    until_now(lambda: writer.status.state == "idle", "recorded is idle")
    shown = COMMANDS["record"]
    said = str(shown.run(crew, shown.parsed(f'recorded done --state idle --path "{tmp_path}"')))
    assert "secrets" in said and str(tmp_path / "echo" / "done") in said
    case = ScreenCase(tmp_path / "echo" / "done")
    lines, title = case.replayed()
    assert (lines, title) == (case.lines, case.expected["title"])
    assert lines == unpadded(writer.screen.split("\n"))
    assert read(SPEC, lines, title).state == "idle"
    writer.stop()


@pytest.mark.slow
def test_an_output_of_many_pieces_is_fetched_whole_and_no_further_than_asked(
    crew: Crew, jupyter: JupyterProcess
) -> None:
    session = crew.start("talker", "echo", ".")
    session.ask("hello", timeout=20)
    until_now(lambda: session.status.state == "idle", "talker is idle")
    recorded = session.record()
    client = Client(Place(jupyter.url, jupyter.token))
    assert len(recorded.output) == recorded.screen.offset > 300
    for end in (recorded.screen.offset - 7, 3, 0):
        assert client.output(session.model.id, end, piece=100) == recorded.output[:end]
    client.close()
    session.stop()
