"""What the fake model says: directives in the last human message, read as steps of actions.

    [[say TEXT]]        a text block              [[blocks A|B]]   several text blocks
    [[bash COMMAND]]    a call of the Bash tool   [[tool NAME {"json": …}]]
    [[slow SECONDS]]    nothing comes for a while [[error CODE]]   an HTTP error instead of an answer
    [[error CODE TIMES]]  that often, and then the answer: what a client that tries again gets over
    [[limit SECONDS]]   a subscription's usage limit that ends in so many seconds: error 429 with its headers; it, too,
                        can be followed by how often

    {plan_file}         where the CLI told the model to write its plan, in plan mode

A tool call ends a step, for the CLI answers it with the tool's result; what follows is the next step. So the n-th
request after a human message plays the n-th step, whatever the session: a server knows nothing but its requests. A
script that does not end in text gets the default reply, `ECHO: ` and the message without its directives.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

DIRECTIVE = re.compile(r"\[\[(say|blocks|bash|tool|slow|error|limit)\s+(.*?)\]\]", re.DOTALL)
ADDED = re.compile(r"<(system-reminder|local-command-\w+|command-\w+)>.*?</\1>", re.DOTALL)  # put in by the CLI
PASTED = re.compile(r"</?pasted_content[^>]*>")  # Claude Code 2.1.328 wraps long pastes
PLAN_FILE = re.compile(r"/[^\s`\"]+/\.claude/plans/[\w-]+\.md")
INTERRUPTED = re.compile(r"^\[Request interrupted by user[^\]]*\]$", re.MULTILINE)


@dataclass(frozen=True)
class Say:
    """A text block."""

    text: str


@dataclass(frozen=True)
class Call:
    """A tool_use block."""

    name: str
    arguments: dict[str, Any]


@dataclass(frozen=True)
class Wait:
    """Seconds in which nothing is sent."""

    seconds: float


@dataclass(frozen=True)
class Fail:
    """An HTTP error; nothing else of the step is played."""

    code: int
    limit: float | None = None
    """Seconds until a usage limit ends."""
    times: int | None = None
    """How often; None: always."""


Action = Say | Call | Wait | Fail


def human_text(message: dict[str, Any]) -> str:
    """What a person wrote in this message; empty for an assistant's, for tool results and for the CLI's own additions.

    Only the last block counts: Claude Code 2.1.328 puts prompts that failed before it into the same message.
    """
    if message.get("role") != "user":
        return ""
    content = message["content"]
    blocks = [{"type": "text", "text": content}] if isinstance(content, str) else content
    texts = (INTERRUPTED.sub("", ADDED.sub("", block["text"])).strip() for block in blocks if block["type"] == "text")
    return next((text for text in reversed(list(texts)) if text), "")


def next_step(messages: list[dict[str, Any]]) -> list[Action]:
    """What the model does next in this conversation."""
    asked = max((place for place, message in enumerate(messages) if human_text(message)), default=None)
    if asked is None:
        return [Say("OK")]
    plan_file = PLAN_FILE.search(json.dumps(messages))
    steps = read_steps(human_text(messages[asked]).replace("{plan_file}", plan_file[0] if plan_file else ""))
    done = sum(message.get("role") == "assistant" for message in messages[asked + 1 :])
    return steps[min(done, len(steps) - 1)]


def read_steps(text: str) -> list[list[Action]]:
    """The steps of a human message."""
    steps: list[list[Action]] = [[]]
    for name, argument in DIRECTIVE.findall(text):
        steps[-1] += _actions(name, argument)
        if name in ("bash", "tool"):
            steps.append([])
    if not any(isinstance(action, Say) or (isinstance(action, Fail) and not action.times) for action in steps[-1]):
        steps[-1].append(Say("ECHO: " + PASTED.sub("", DIRECTIVE.sub("", text)).strip()))
    return steps


def _actions(name: str, argument: str) -> list[Action]:
    match name:
        case "say":
            return [Say(argument)]
        case "blocks":
            return [Say(text) for text in argument.split("|")]
        case "bash":
            return [Call("Bash", {"command": argument, "description": "Run the command of the script"})]
        case "tool":
            tool, _, arguments = argument.partition(" ")
            return [Call(tool, json.loads(arguments))]
        case "slow":
            return [Wait(float(argument))]
        case _:
            number, _, times = argument.partition(" ")
            code, limit = (429, float(number)) if name == "limit" else (int(number), None)
            return [Fail(code, limit, int(times) if times else None)]
