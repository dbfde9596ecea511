"""The Messages API's shapes: a recorded request, the events of a streamed answer, the answer in one piece, errors."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fake_anthropic.script import Action, Call, Say, Wait, human_text

CHUNK = 24  # characters of one delta
INPUT_TOKENS, CACHE_READ_TOKENS, CACHE_WRITE_TOKENS = 100, 20, 3  # of every request, so that sums can be compared
ERRORS = {
    400: "invalid_request_error",
    401: "authentication_error",
    403: "permission_error",
    404: "not_found_error",
    413: "request_too_large",
    429: "rate_limit_error",
    529: "overloaded_error",
}


@dataclass(frozen=True)
class Request:
    """One request as it came."""

    method: str
    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    at: float
    """When it came: seconds since the epoch."""

    @property
    def prompt(self) -> str:
        """The last human message; empty if there is none."""
        return next(filter(None, map(human_text, reversed(self.body.get("messages", [])))), "")

    @property
    def is_turn(self) -> bool:
        """True for a request of the conversation itself, not for a title or a probe: those bring no tools."""
        return self.path.startswith("/v1/messages") and "count_tokens" not in self.path and bool(self.body.get("tools"))

    @property
    def step(self) -> tuple[str, int, object]:
        """What is asked, at which step, by which client: the same when a client tries again.

        Not the whole body: the CLI adds news of its own to a second try.
        """
        answers = [message for message in self.body.get("messages", []) if message.get("role") == "assistant"]
        return self.prompt, len(answers), self.body.get("metadata")


def events(model: str, actions: list[Action]) -> Iterator[dict[str, Any] | Wait]:
    """The events of a streamed answer in order; a Wait stands where nothing is sent."""
    yield {"type": "message_start", "message": _message(model, [], None, 1)}
    yield {"type": "ping"}
    index = 0
    for action in actions:
        if isinstance(action, Wait):
            yield action
        elif isinstance(action, Say | Call):
            yield from _block_events(index, action)
            index += 1
    delta = {"stop_reason": _stop_reason(actions), "stop_sequence": None}
    yield {"type": "message_delta", "delta": delta, "usage": {"output_tokens": _output_tokens(actions)}}
    yield {"type": "message_stop"}


def whole(model: str, actions: list[Action]) -> dict[str, Any]:
    """The same answer in one piece."""
    blocks = [_block(action) for action in actions if isinstance(action, Say | Call)]
    return _message(model, blocks, _stop_reason(actions), _output_tokens(actions))


def failure(code: int) -> dict[str, Any]:
    """The body of an error."""
    error = {"type": ERRORS.get(code, "api_error"), "message": f"The script asked for error {code}."}
    return {"type": "error", "error": error, "request_id": f"req_{uuid.uuid4().hex}"}


def limit_headers(until: float) -> dict[str, str]:
    """What a subscription's answer says when its five-hour limit is used up; until: seconds since the epoch."""
    prefix = "anthropic-ratelimit-unified-"
    return {
        prefix + "status": "rejected",
        prefix + "representative-claim": "five_hour",
        prefix + "reset": str(int(until)),
        prefix + "overage-status": "rejected",
        "retry-after": str(int(until - time.time())),
    }


def _block_events(index: int, action: Say | Call) -> Iterator[dict[str, Any]]:
    block = _block(action)
    if isinstance(action, Say):
        empty, kind, field, text = {"text": ""}, "text_delta", "text", action.text
    else:
        empty, kind, field, text = {"input": {}}, "input_json_delta", "partial_json", json.dumps(action.arguments)
    yield {"type": "content_block_start", "index": index, "content_block": block | empty}
    for start in range(0, len(text), CHUNK):
        delta = {"type": kind, field: text[start : start + CHUNK]}
        yield {"type": "content_block_delta", "index": index, "delta": delta}
    yield {"type": "content_block_stop", "index": index}


def _block(action: Say | Call) -> dict[str, Any]:
    if isinstance(action, Say):
        return {"type": "text", "text": action.text}
    return {"type": "tool_use", "id": f"toolu_{uuid.uuid4().hex}", "name": action.name, "input": action.arguments}


def _message(model: str, content: list[dict[str, Any]], stop_reason: str | None, output_tokens: int) -> dict[str, Any]:
    usage = {
        "input_tokens": INPUT_TOKENS,
        "cache_read_input_tokens": CACHE_READ_TOKENS,
        "cache_creation_input_tokens": CACHE_WRITE_TOKENS,
        "output_tokens": output_tokens,
    }
    return {
        "id": f"msg_{uuid.uuid4().hex}",
        "type": "message",
        "role": "assistant",
        "model": model,
        "content": content,
        "stop_reason": stop_reason,
        "stop_sequence": None,
        "usage": usage,
    }


def _stop_reason(actions: list[Action]) -> str:
    return "tool_use" if any(isinstance(action, Call) for action in actions) else "end_turn"


def _output_tokens(actions: list[Action]) -> int:
    """One for each word said, and ten for a call."""
    return sum(
        len(action.text.split()) if isinstance(action, Say) else 10
        for action in actions
        if isinstance(action, Say | Call)
    )
