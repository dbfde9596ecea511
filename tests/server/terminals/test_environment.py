"""What an agent's environment is made of: no secret of Jupyter's, no trace of an outer session, ours on top."""

from __future__ import annotations

import pytest

from areyouj_jupyter.server.terminals.environment import agent_environment

TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


@pytest.mark.parametrize(
    "name",
    [
        "JUPYTER_TOKEN",
        "JUPYTERHUB_API_TOKEN",
        "JUPYTERHUB_USER",
        "JUPYTER_SERVER_TOKEN_FILE",
        "JPY_API_TOKEN",
        "JPY_PARENT_PID",
        "CONFIGPROXY_AUTH_TOKEN",
        "PYXTERM_DIMENSIONS",
        "COLUMNS",
        "LINES",
        "AREYOUJ_SESSION",
        "AREYOUJ_HOOK_SECRET",
        "jupyter_token",
    ],
)
def test_jupyters_secrets_and_our_own_marks_are_left_out(name: str) -> None:
    assert agent_environment({name: "x"}, (), ()) == TERMINAL


def test_everything_else_passes_unchanged() -> None:
    outer = {"PATH": "/bin", "HOME": "/home/a", "ANTHROPIC_API_KEY": "k", "LANG": "C.UTF-8", "JUPYTER_PATH": "/j"}
    assert agent_environment(outer, (), ()) == outer | TERMINAL


def test_the_terminal_is_named_whatever_the_server_ran_in() -> None:
    assert agent_environment({"TERM": "dumb", "COLORTERM": ""}, (), ()) == TERMINAL


def test_more_patterns_deny_more_and_exceptions_pass() -> None:
    outer = {"CLAUDECODE": "1", "CLAUDE_CODE_ENTRYPOINT": "cli", "CLAUDE_CODE_USE_BEDROCK": "1", "SECRET": "s"}
    found = agent_environment(outer, ("CLAUDECODE", "CLAUDE_CODE_*", "secret"), ("CLAUDE_CODE_USE_*",))
    assert found == {"CLAUDE_CODE_USE_BEDROCK": "1"} | TERMINAL


def test_the_later_addition_is_the_stronger() -> None:
    found = agent_environment(
        {"A": "outer"}, (), (), {"A": "spec", "B": "spec"}, {"A": "user", "TERM": "vt100"}, {"B": "ours"}
    )
    assert found == {"A": "user", "B": "ours", "TERM": "vt100", "COLORTERM": "truecolor"}


def test_an_addition_may_bring_what_the_outer_one_may_not() -> None:
    assert agent_environment({}, (), (), {"AREYOUJ_SESSION": "s"})["AREYOUJ_SESSION"] == "s"


def test_the_outer_environment_is_left_alone() -> None:
    outer = {"JUPYTER_TOKEN": "t"}
    agent_environment(outer, (), (), {"A": "1"})
    assert outer == {"JUPYTER_TOKEN": "t"}
