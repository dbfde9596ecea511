"""Arguments that make no sense: refused with one sentence, as a ValueError or a TypeError, before anything is sent."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

import pytest
from fake_server import FakeServer

from areyouj_jupyter import Crew, as_completed, connect, gather
from areyouj_jupyter.errors import AreYouJError
from areyouj_jupyter.models import AgentSettings

Call = Callable[[Crew], Any]
VALUES: dict[str, Call] = {
    "map limit": lambda crew: crew.map("x", ["writer"], limit=0),
    "map word": lambda crew: crew.map("x", ["writer"], on_needs_input="ask"),  # type: ignore[arg-type]
    "map empty name": lambda crew: crew.map("x", [""]),
    "broadcast limit": lambda crew: crew.broadcast("x", limit=-1),
    "compare limit": lambda crew: crew.compare("x", ["writer"], limit=0),
    "compare timeout": lambda crew: crew.compare("x", ["writer"], timeout=-1),
    "replies limit": lambda crew: crew.replies(limit=0),
    "replies since": lambda crew: crew.replies(since=math.nan),
    "messages limit": lambda crew: crew.messages.list(limit=0),
    "messages since": lambda crew: crew.messages.list(since=math.inf),
    "log limit": lambda crew: crew["writer"].log(limit=0),
    "wait state": lambda crew: crew["writer"].wait("ready"),  # type: ignore[arg-type]
    "wait timeout": lambda crew: crew["writer"].wait("idle", timeout=-1),
    "prompt timeout": lambda crew: crew["writer"].wait_for_prompt(timeout=math.nan),
    "ask timeout": lambda crew: crew["writer"].ask("x", timeout=-1),
    "ask word": lambda crew: crew["writer"].ask("x", on_needs_input="maybe"),  # type: ignore[arg-type]
    "result timeout": lambda crew: crew["writer"].send("x").result(-1),
    "result word": lambda crew: crew["writer"].send("x").result(0, "stop"),  # type: ignore[arg-type]
    "as_completed timeout": lambda crew: list(as_completed([], -1)),
    "gather word": lambda crew: gather([], on_needs_input="x"),  # type: ignore[arg-type]
    "no name": lambda crew: crew[""],
    "no agent": lambda crew: crew.agents.delete(""),
    "no task": lambda crew: crew.tasks.delete(""),
    "tasks status": lambda crew: crew.tasks.list(status="open"),  # type: ignore[arg-type]
    "task priority": lambda crew: crew.tasks.create("x", priority="urgent"),  # type: ignore[arg-type]
    "task status": lambda crew: crew.tasks.update("1", status="open"),  # type: ignore[arg-type]
    "queue position": lambda crew: crew["writer"].queue.edit("1" * 36, position=-1),
    "queue id": lambda crew: crew["writer"].queue.cancel(""),
}
TYPES: dict[str, Call] = {
    "send bytes": lambda crew: crew["writer"].send(b"x"),  # type: ignore[arg-type]
    "send None": lambda crew: crew["writer"].send(None),  # type: ignore[arg-type]
    "ask bytes": lambda crew: crew["writer"].ask(b"x"),  # type: ignore[arg-type]
    "ask timeout": lambda crew: crew["writer"].ask("x", timeout="1"),  # type: ignore[arg-type]
    "keys bytes": lambda crew: crew["writer"].keys(b"x"),  # type: ignore[arg-type]
    "assign number": lambda crew: crew["writer"].assign(7),  # type: ignore[arg-type]
    "retry None": lambda crew: crew["writer"].retry(None),  # type: ignore[arg-type]
    "log limit": lambda crew: crew["writer"].log(limit="many"),  # type: ignore[arg-type]
    "wait bytes": lambda crew: crew["writer"].wait(b"idle"),  # type: ignore[arg-type]
    "name bytes": lambda crew: crew[b"writer"],  # type: ignore[index]
    "in number": lambda crew: 7 in crew,  # type: ignore[operator]
    "map one name": lambda crew: crew.map("x", "writer"),
    "map bytes": lambda crew: crew.map(b"x", ["writer"]),  # type: ignore[arg-type]
    "map limit": lambda crew: crew.map("x", ["writer"], limit=1.5),  # type: ignore[arg-type]
    "map a flag": lambda crew: crew.map("x", ["writer"], limit=True),
    "map names": lambda crew: crew.map("x", [1, 2]),
    "broadcast bytes": lambda crew: crew.broadcast(b"x"),  # type: ignore[arg-type]
    "replies agent": lambda crew: crew.replies(agent=b"writer"),  # type: ignore[arg-type]
    "replies since": lambda crew: crew.replies(since="today"),  # type: ignore[arg-type]
    "start name": lambda crew: crew.start(b"writer"),  # type: ignore[arg-type]
    "start spec": lambda crew: crew.start("writer", spec=b"echo"),  # type: ignore[arg-type]
    "create name": lambda crew: crew.agents.create(b"x", "echo"),  # type: ignore[arg-type]
    "create settings": lambda crew: crew.agents.create("x", "echo", settings=AgentSettings(arguments="a b")),  # type: ignore[arg-type]
    "update bytes": lambda crew: crew.agents.update("x", description=b"x"),  # type: ignore[arg-type]
    "task title": lambda crew: crew.tasks.create(b"x"),  # type: ignore[arg-type]
    "task dependencies": lambda crew: crew.tasks.create("x", dependencies="12"),
    "task assign": lambda crew: crew.tasks.assign("1", b"writer"),  # type: ignore[arg-type]
    "queue edit": lambda crew: crew["writer"].queue.edit("1" * 36, b"x"),  # type: ignore[arg-type]
    "queue position": lambda crew: crew["writer"].queue.edit("1" * 36, position="first"),  # type: ignore[arg-type]
    "result timeout": lambda crew: crew["writer"].send("x").result("1"),  # type: ignore[arg-type]
    "as_completed one": lambda crew: list(as_completed(crew["writer"].send("x"))),  # type: ignore[arg-type]
    "as_completed text": lambda crew: list(as_completed(["x"])),  # type: ignore[list-item]
    "gather text": lambda crew: gather("xy"),  # type: ignore[arg-type]
    "connect bytes": lambda crew: connect(b"http://x"),  # type: ignore[arg-type]
    "connect verify": lambda crew: connect("http://x", verify=None),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("call", VALUES.values(), ids=VALUES)
def test_a_value_that_makes_no_sense_is_a_value_error(crew: Crew, call: Call) -> None:
    refused(ValueError, lambda: call(crew))


@pytest.mark.parametrize("call", TYPES.values(), ids=TYPES)
def test_a_type_that_makes_no_sense_is_a_type_error(crew: Crew, call: Call) -> None:
    refused(TypeError, lambda: call(crew))


def test_an_answer_of_another_type_is_a_type_error(server: FakeServer, crew: Crew) -> None:
    reply, prompt = crew["writer"].send("x"), server.ask("Which?", "A")
    for answer in (b"1", None, True, 1.5):
        refused(TypeError, lambda answer=answer: reply.answer(answer, prompt))
    assert server.answers == []


def refused(kind: type[Exception], act: Callable[[], Any]) -> None:
    """With one sentence, an error of ours."""
    with pytest.raises(kind) as error:
        act()
    assert isinstance(error.value, AreYouJError)
    assert re.fullmatch(r"[^\n]+\.", str(error.value))


def test_an_unknown_option_is_a_type_error(crew: Crew) -> None:
    with pytest.raises(TypeError, match="tiemout"):
        crew["writer"].ask("x", tiemout=1)  # type: ignore[call-arg]
