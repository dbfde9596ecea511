"""The notebook for many agents, with three sessions of real Claude Code before a fake model server."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from claude_cli import claude_environment, find_claude
from fake_anthropic import FakeAnthropic
from jupyter_process import jupyter_process
from notebook_runs import executed, notebook, shown, with_parameters

from areyouj_jupyter import connect
from areyouj_jupyter.models import AgentSettings

# nbclient's own kernel client leaves its zmq context to the garbage collector.
pytestmark = [pytest.mark.slow, pytest.mark.timeout(300), pytest.mark.filterwarnings("ignore::ResourceWarning")]


def test_many_agents_runs_with_three_sessions_of_claude_code(tmp_path: Path) -> None:
    names = ["oak", "elm", "fir"]
    program = f"--AreYouJApp.commands={{'claude': {find_claude()!r}}}"
    with FakeAnthropic() as model, jupyter_process(tmp_path, program) as server:
        environment = claude_environment(tmp_path / "claude", model.url, server.root.resolve())
        with connect(server.url, server.token) as crew:
            for name in names:
                crew.agents.create(name, "claude", settings=AgentSettings(environment=environment))
        risky = "[[bash touch hello.txt]][[say It is there.]]"
        given = with_parameters(notebook("many_agents"), spec="claude", names=names, risky=risky)
        told = shown(executed(given, server, timeout=180))
        assert (server.root / "hello.txt").exists()
    assert len(re.findall(r"^(?:oak|elm|fir) +completed .*ECHO: Suggest a name", told, re.MULTILINE)) == 3
    assert "'cache': 'ECHO: Review the module cache in one sentence.'" in told
    assert "text: ECHO: Say hello." in told
    assert "3 agents compared, 5 modules reviewed, the permission given." in told
