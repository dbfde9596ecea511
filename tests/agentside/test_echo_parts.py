"""The parts of echo that need no terminal: keys, directives, text in cells, the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from areyouj_jupyter.agentside.echo.agent import Agent
from areyouj_jupyter.agentside.echo.keys import Input, Key, KeyReader, Pasted, Typed
from areyouj_jupyter.agentside.echo.options import parse_options
from areyouj_jupyter.agentside.echo.script import Step, parse
from areyouj_jupyter.agentside.echo.text import cells, plain, styled, wrap
from areyouj_jupyter.agentside.echo.transcript import Transcript, TruthLog

STREAM = "a한\x1b[A\x1b[200~줄 1\r\n\x1b[31m🙂\x1b[201~\r\x1bOB\x15\x1b]11;rgb:0/0/0\x1b\\\x1b\r\x7fz".encode()
INPUTS = [
    Typed("a한"),
    Key("Up"),
    Pasted("줄 1\n[31m🙂"),
    Key("Enter"),
    Key("Down"),
    Key("C-u"),
    Key("Newline"),
    Key("Backspace"),
    Typed("z"),
]


def joined(inputs: Sequence[Input]) -> list[Input]:
    """Texts that were typed one after the other as one."""
    whole: list[Input] = []
    for given in inputs:
        if isinstance(given, Typed) and whole and isinstance(whole[-1], Typed):
            given = Typed(whole.pop().text + given.text)
        whole.append(given)
    return whole


@pytest.mark.parametrize("cut", range(len(STREAM) + 1))
def test_keys_are_the_same_wherever_the_stream_is_cut(cut: int) -> None:
    reader = KeyReader()
    assert joined(reader.feed(STREAM[:cut]) + reader.feed(STREAM[cut:])) == INPUTS


def test_keys_are_the_same_byte_by_byte() -> None:
    reader = KeyReader()
    assert joined([given for byte in STREAM for given in reader.feed(bytes([byte]))]) == INPUTS


def test_a_lone_escape_is_the_key_once_nothing_follows() -> None:
    reader = KeyReader()
    assert (reader.feed(b"\x1b"), reader.undecided, reader.flush()) == ([], True, [Key("Esc")])
    assert (reader.feed(b"\x1b[1;"), reader.flush(), reader.undecided) == ([], [], False)
    assert reader.feed(b"\x1b\x15\x1bx") == [Key("Esc"), Key("C-u"), Key("Esc"), Typed("x")]


def test_a_paste_is_never_given_up() -> None:
    reader = KeyReader()
    assert reader.feed(b"\x1b[200~a\x1b[20") == []
    assert (reader.undecided, reader.flush()) == (False, [])
    assert reader.feed(b"1~") == [Pasted("a")]


@pytest.mark.parametrize(
    ("message", "steps"),
    [
        ("[[say a ]b] c]]", [Step("say", text="a ]b] c")]),
        ("x [[slow 2]] y [[crash]]", [Step("slow", number=2), Step("crash", number=1)]),
        ("[[ticks]] [[ticks 3]]", [Step("ticks", number=10, pause=0.1), Step("ticks", number=3, pause=0.1)]),
        ("[[ticks 3 20]]", [Step("ticks", number=3, pause=0.02)]),
        ("[[question Q?| a |b||]]", [Step("question", text="Q?", choices=("a", "b"))]),
        ("[[question]] [[question |a]] [[say]] [[permission ]]", []),
        ("[[slow nan]] [[slow inf]] [[slow -1]] [[slow 1e9]] [[slow x]] [[stream 1.0.0]]", []),
        ("[[unknown 1]] [[SAY x]] [[]] [[ ]] [[say x", []),
        ("[[say [[say inner]]", [Step("say", text="inner")]),
        ("[[grandchild setsid]] [[grandchild rm]]", [Step("grandchild", text="setsid")]),
        ("[[say two\nlines]]", [Step("say", text="two\nlines")]),
    ],
)
def test_directives_are_read_and_nonsense_is_text(message: str, steps: list[Step]) -> None:
    assert parse(message) == steps


def test_many_brackets_are_read_quickly() -> None:
    assert parse("[[say " * 20_000) == []
    assert parse("[[" * 20_000 + "]]" * 20_000) == []


def test_text_is_measured_in_cells() -> None:
    assert [cells(text) for text in ("abc", "한글", "🙂", "é", "a\u200b")] == [3, 4, 2, 1, 1]
    assert wrap("한글한글", 5, words=False) == ["한글", "한글"]
    assert wrap("  one two three", 9, 2) == ["  one two", "  three"]
    assert wrap("", 5) == [""]
    assert wrap("x" * 10, 4, 2) == ["xxxx", "  xx", "  xx", "  xx"]
    assert all(cells(row) <= 7 for row in wrap("가나다 mixed 🙂🙂🙂 텍스트 " * 9, 7, 2))


def test_nothing_that_a_terminal_obeys_is_shown() -> None:
    assert plain("a\x1b[31m\x00\x9b\x07\tb\r\nc\rd\ud800") == "a[31m    b\nc\nd"
    assert styled("**bold** and `code`") == "\x1b[1mbold\x1b[22m and \x1b[36mcode\x1b[39m"


def test_an_idle_agent_waits_for_nothing_but_input(tmp_path: Path) -> None:
    options = parse_options(["--session-id", "x"])
    agent = Agent(options, tmp_path, Transcript(tmp_path / "x.jsonl"), TruthLog(None), 0.0)
    agent.advance(1.0)
    assert (agent.due(1.0), agent.busy) == (None, False)


@pytest.mark.parametrize(
    "arguments", [["--session-id", "../x"], ["--resume", ""], ["--session-id", "a", "--resume", "b"]]
)
def test_a_session_id_that_makes_no_sense_is_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit):
        parse_options(arguments)
