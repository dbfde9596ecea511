"""The magics: the command line, what it shows, its errors in one line, and the Tab key."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fake_server import TOKEN, fake_server
from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell
from jupyter_process import JupyterProcess
from traitlets.config import Config
from waiting import until_now

from areyouj_jupyter import Crew, connect
from areyouj_jupyter.kernel.context.interpolation import NameUnknown, interpolated
from areyouj_jupyter.kernel.magics import completion
from areyouj_jupyter.kernel.magics.command_line import CommandInvalid, HelpAsked
from areyouj_jupyter.kernel.magics.commands import COMMANDS
from areyouj_jupyter.kernel.replies.reply import Reply


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[InteractiveShell]:
    """A shell without history, in which `%load_ext areyouj_jupyter` was run."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path))
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    shell.run_line_magic("load_ext", "areyouj_jupyter")
    yield shell
    InteractiveShell.clear_instance()


@pytest.fixture
def crew(jupyter: JupyterProcess) -> Iterator[Crew]:
    with connect(jupyter.url, jupyter.token) as connected:
        yield connected


def offered(shell: InteractiveShell, line: str) -> list[str]:
    """What a notebook shows for the Tab key at the end of the line."""
    with provisionalcompleter():
        return [offer.text for offer in shell.Completer.completions(line, len(line))]


def complaint(capsys: pytest.CaptureFixture[str], line: str, shell: InteractiveShell) -> str:
    """The one line that a command complains with."""
    assert shell.run_line_magic("areyouj", line) is None
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    return captured.err


# The command line


def test_every_command_says_how_it_is_written() -> None:
    for command in COMMANDS.values():
        with pytest.raises(HelpAsked) as asked:
            command.parsed("--help")
        assert asked.value.message.startswith(command.usage)
    assert COMMANDS["ask"].usage == (
        "%areyouj ask [--command] [--files] [--check] [--raw] [--var VAR]… [--cell CELL] [--traceback] [--dry-run]"
        " [--timeout SECONDS] NAME TEXT"
    )
    assert COMMANDS["fix"].usage == "%areyouj fix [--raw] [--var VAR]… [--dry-run] [NAME] [TEXT]"


@pytest.mark.parametrize(
    ("line", "cell", "text"),
    [
        ("writer fix  the 'tests'", None, "fix  the 'tests'"),
        ('writer "fix the tests"', None, "fix the tests"),
        ('writer "a" and "b"', None, '"a" and "b"'),
        ("writer don't stop", None, "don't stop"),
        ("writer --no-color is the flag", None, "--no-color is the flag"),
        ("writer", "\nfix\n  the tests\n", "fix\n  the tests"),
        ("writer look:", "x = 1\n", "look:\n\nx = 1"),
    ],
)
def test_the_text_of_a_message_stays_as_it_is(line: str, cell: str | None, text: str) -> None:
    arguments = COMMANDS["send"].parsed(line, cell)
    assert (arguments["NAME"], arguments.text) == ("writer", text)


def test_options_stand_before_the_text() -> None:
    arguments = COMMANDS["ask"].parsed("--timeout 2.5 writer --raw hello --raw")
    assert (arguments["timeout"], arguments["raw"], arguments["command"]) == (2.5, True, False)
    assert arguments.text == "hello --raw"


def test_options_take_their_value_with_or_without_an_equals_sign() -> None:
    for line in ("writer --spec echo --path 'my folder'", 'writer --spec=echo --path "my folder"'):
        arguments = COMMANDS["start"].parsed(line)
        assert (arguments["spec"], arguments["path"], arguments["mode"]) == ("echo", "my folder", None)


@pytest.mark.parametrize(
    ("name", "line", "message"),
    [
        ("send", "", r"NAME is missing: %areyouj send"),
        ("stop", "a b", r"'b' was not expected: %areyouj stop NAME"),
        ("start", "a --spce echo", r"`start` has no option --spce; did you mean --spec"),
        ("start", "a --spec", r"--spec needs a SPEC"),
        ("ask", "--timeout soon a", r"--timeout takes a SECONDS, not 'soon'"),
        ("tasks", "--status open", r"--status takes a STATUS, not 'open'"),
    ],
)
def test_a_bad_line_is_refused_with_its_reason(name: str, line: str, message: str) -> None:
    with pytest.raises(CommandInvalid, match=f"^{message}"):
        COMMANDS[name].parsed(line)


def test_an_option_may_be_given_several_times() -> None:
    arguments = COMMANDS["send"].parsed("--var one --var two writer hello")
    assert (arguments["var"], arguments["cell"], arguments["traceback"]) == (["one", "two"], None, False)


def test_what_a_command_says_by_itself_gives_way_to_what_is_said() -> None:
    for line, name, text in (("", "active", "A cell of my"), ("writer", "writer", "A cell of my"), ("a b", "a", "b")):
        arguments = COMMANDS["fix"].parsed(line)
        assert (arguments["NAME"], arguments["traceback"]) == (name, True)
        assert arguments.text.startswith(text)


def test_a_cell_is_for_texts_alone() -> None:
    with pytest.raises(CommandInvalid, match="`stop` does not take a cell"):
        COMMANDS["stop"].parsed("writer", "text")


# Interpolation


class Row:
    name = "attribute"


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("fix {name}", "fix value"),
        ("{row.name} {rows[0]} {rows[-1]} {table['key']} {table[\"key\"]}", "attribute 1 2 of a key of a key"),
        ("{{name}} and {{row.name}}", "{name} and {row.name}"),
        ('{"json": {"a": 1}} {1} {} { name } {a+b} {name()} {rows[0:1]} {not a name}', None),
        ("{x:.2f} {x!r} {name!s:>10} {name!r:>{width}} {x:.{width}f}", "3.14 3.14159      value 'value' 3.1415900"),
        ("{day:%d.%m.%Y} {row.name:_^13} {rows[0]:03}", "02.01.2026 __attribute__ 001"),
        ("{{x:.2f}} {{name!r}} {{name: 1}}", "{x:.2f} {name!r} {name: 1}"),
        (
            "{color:red} {key: 1} {y=1} {word!important} {key: {x}}",
            "{color:red} {key: 1} {y=1} {word!important} {key: 3.14159}",
        ),
        ("$name ${HOME", None),
        ("f'{name}'", "f'value'"),
        ("übung {größe}", "übung 3"),
    ],
)
def test_variables_stand_in_braces(text: str, sent: str | None) -> None:
    variables = {"name": "value", "row": Row(), "rows": [1, 2], "table": {"key": "of a key"}, "größe": 3}
    variables |= {"x": 3.14159, "width": 7, "day": date(2026, 1, 2)}
    assert interpolated(text, variables) == (text if sent is None else sent)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{nobody.x}", r"There is no variable 'nobody'\. To send the braces as they are, write \{\{nobody\.x\}\}\."),
        ("{rows[7]}", r"\{rows\[7\]\} cannot be read \(IndexError: list index out of range\)\."),
        ("{rows.nothing}", r"\{rows\.nothing\} cannot be read \(AttributeError"),
        (
            "{nobody:.2f}",
            r"There is no variable 'nobody'\. To send the braces as they are, write \{\{nobody:\.2f\}\}\.",
        ),
        ("{nobody!r}", r"There is no variable 'nobody'\."),
        ("{rows:.2f}", r"\{rows:\.2f\} cannot be formatted \(TypeError: .*\)\. To send the braces as they are, write"),
        ("{rows!x}", r"\{rows!x\} has !x, which is none of !r, !s and !a\."),
        ("{rows=}", r"\{rows=\} has =, which is none of !r, !s and !a\."),
        ("{rows: 1}", r"\{rows: 1\} may be a format or code\."),
        ("{rows!s:>{nobody}}", r"There is no variable 'nobody'\."),
    ],
)
def test_an_unknown_variable_is_named(text: str, message: str) -> None:
    with pytest.raises(NameUnknown, match=f"^{message}"):
        interpolated(text, {"rows": []})


# In a shell


def test_errors_are_one_line_and_never_a_traceback(shell: InteractiveShell, capsys: pytest.CaptureFixture[str]) -> None:
    assert complaint(capsys, "sned writer x", shell) == (
        "areyouj: There is no `%areyouj sned`; did you mean send; `%areyouj help` lists all commands.\n"
    )
    assert complaint(capsys, "send writer", shell).startswith("areyouj: TEXT is missing: %areyouj send")
    assert complaint(capsys, "send writer {nobody}", shell).startswith("areyouj: There is no variable 'nobody'")
    assert complaint(capsys, "", shell).startswith("areyouj: No Jupyter server with AreYouJ was found.")


def test_in_strict_mode_an_error_is_one_of_the_cell(
    shell: InteractiveShell, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shell.run_cell("%areyouj send writer {nobody}").success
    shell.run_line_magic("areyouj", "strict on")
    failed = shell.run_cell("%areyouj send writer {nobody}\nnever = 1")
    assert isinstance(failed.error_in_exec, NameUnknown)
    assert "never" not in shell.user_ns
    for line in ("sned writer x", "strict maybe"):
        assert isinstance(shell.run_cell(f"%areyouj {line}").error_in_exec, CommandInvalid)
    shell.run_line_magic("areyouj", "strict off")
    shell.run_line_magic("areyouj", "strict")
    assert shell.run_cell("%areyouj send writer {nobody}").success
    told = capsys.readouterr().out
    assert "Strict mode is on: an error of a magic is an error of its cell." in told
    assert told.count("Strict mode is off.") == 2


def test_help_lists_every_command_and_explains_each(
    shell: InteractiveShell, capsys: pytest.CaptureFixture[str]
) -> None:
    shell.run_line_magic("areyouj", "help")
    listed = capsys.readouterr().out
    assert all(f"{command.usage}\n    {command.summary}\n" in listed for command in COMMANDS.values())
    for line in ("ask --help", "help ask"):
        shell.run_line_magic("areyouj", line)
        assert "--timeout    stop waiting after this; the message stays queued" in capsys.readouterr().out


@pytest.mark.slow
def test_the_tour_in_a_shell(shell: InteractiveShell, crew: Crew, capsys: pytest.CaptureFixture[str]) -> None:
    def run(line: str) -> str:
        shell.run_line_magic("areyouj", line)
        captured = capsys.readouterr()
        assert captured.err == ""
        return captured.out

    assert re.search(r"magic-one +(○ idle|◌ starting)", run("start magic-one --spec echo"))
    shell.user_ns["what"] = "the tests"
    reply = shell.run_line_magic("areyouj", "ask --timeout 20 magic-one fix {what}")
    assert isinstance(reply, Reply)
    assert reply.result() == "**echo** heard: fix the tests"
    assert capsys.readouterr().out == "**echo** heard: fix the tests\n"
    reply = shell.run_line_magic("areyouj", "send magic-one $what is {{what}}")
    assert reply.result(20) == "**echo** heard: $what is {what}"
    shell.run_cell("%areyouj ask magic-one again")
    assert capsys.readouterr().out.count("**echo** heard: again") == 1
    reply = shell.run_cell_magic("areyouj", "send --raw magic-one", "a\n{nobody}\n")
    assert reply.result(20) == "**echo** heard: a\n{nobody}"
    assert "echo heard: again" in run("screen magic-one")
    assert "hook Stop" in run("why magic-one")
    assert re.search(r"you +completed +\d+ s +fix the tests", run("log magic-one"))
    shell.run_line_magic("areyouj", "send magic-one [[permission touch hello.txt]]")
    until_now(lambda: crew["magic-one"].prompt)
    assert "(permission: Permission needed to run touch hello.txt Do you want to proceed? 1=Yes 2=Yes, and" in run("")
    run("answer magic-one Yes")
    until_now(lambda: crew["magic-one"].status.state == "idle")
    assert re.search(r"1 +pending +medium +write a poem", run('tasks --add "write a poem"'))
    shell.user_ns["task"] = crew.tasks["1"]
    assert "magic-one" in run("assign {task.id} magic-one")
    until_now(lambda: "in-progress" in run("tasks"))
    assert "done" in run("tasks --done 1")
    assert run("next") == "No task is ready.\n"
    assert "magic-one *" in run("active magic-one")
    assert "magic-one *" in run("active")
    until_now(lambda: "(none)" in run("queue --pause"))
    assert "echo" in run("specs")
    assert "magic-one" in run("restart magic-one")
    assert run("stop magic-one") == "magic-one is stopped.\n"
    assert re.search(r"magic-one +stopped", run("status"))
    crew.tasks.delete("1")
    crew.agents.delete("magic-one")


@pytest.mark.slow
def test_a_message_that_fails_is_shown_not_raised(
    shell: InteractiveShell, crew: Crew, capsys: pytest.CaptureFixture[str]
) -> None:
    crew.start("magic-fails", "echo")
    reply = shell.run_line_magic("areyouj", "ask --timeout 20 magic-fails [[fail no network]]")
    assert reply.status == "error"
    assert "The message to magic-fails failed" in capsys.readouterr().out
    shell.run_line_magic("areyouj", "ask --timeout 0.01 magic-fails [[slow 5]]")
    assert "areyouj: No reply within 0.01 s: magic-fails: " in capsys.readouterr().err
    crew.agents.delete("magic-fails")


# The Tab key


def test_the_extension_may_be_loaded_again(shell: InteractiveShell) -> None:
    before = len(shell.Completer.custom_matchers)
    shell.run_line_magic("reload_ext", "areyouj_jupyter")
    assert len(shell.Completer.custom_matchers) == before


def test_the_tab_key_offers_commands_and_options(shell: InteractiveShell) -> None:
    assert set(offered(shell, "%areyouj ")) == {*COMMANDS, "help", "strict"}
    assert offered(shell, "%areyouj st") == ["start", "status", "stop", "strict"]
    assert offered(shell, "%areyouj start writer --s") == ["--spec"]
    assert offered(shell, "%areyouj help as") == ["ask", "assign"]
    shell.user_ns["my_table"] = 1
    assert offered(shell, "%areyouj send --var my_t") == ["my_table"]
    assert "get_ipython" not in offered(shell, "%areyouj send --var ")
    assert "awaiting_input" in offered(shell, "%areyouj record --state ")
    assert offered(shell, "%%areyouj se") == ["send"]


@pytest.mark.slow
def test_the_tab_key_offers_what_the_server_knows(shell: InteractiveShell, crew: Crew) -> None:
    crew.agents.create("magic-tab", "echo")
    task = crew.tasks.create("offer this")
    assert "magic-tab" in offered(shell, "%areyouj send magic")
    assert offered(shell, "%areyouj start x --spec ec") == ["echo"]
    assert offered(shell, "%areyouj start x --spec=ec") == ["echo"]
    assert offered(shell, f"%areyouj assign {task.id}") == [task.id]
    assert "magic-tab" in offered(shell, f"%areyouj assign {task.id} ")
    crew.tasks.delete(task.id)
    crew.agents.delete("magic-tab")


@pytest.mark.slow
def test_the_tab_key_does_not_wait_for_a_silent_server(shell: InteractiveShell) -> None:
    with fake_server() as services, connect(services.url, TOKEN), services.stalled():
        before = time.monotonic()
        assert "writer" not in offered(shell, "%areyouj send ")
        assert time.monotonic() - before < completion.PATIENCE + 10  # a busy machine's; the server is silent for ever


def test_the_tab_key_offers_nothing_without_a_server(shell: InteractiveShell) -> None:
    assert "writer" not in offered(shell, "%areyouj send wri")
