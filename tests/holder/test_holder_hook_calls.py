"""A hook's line as the holder reads it."""

from __future__ import annotations

import json

import pytest

from areyouj_jupyter.holder.sockets.hook_calls import parsed


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}\n",
        b"[]\n",
        b"x\n",
        b'{"secret":"s","hook":"h","payload":[]}\n',
        b'{"secret":"s","hook":"h"}',
        b"[" * 9999,
    ],
)
def test_a_line_that_is_no_hook_is_none(line: bytes) -> None:
    assert parsed(line) is None


def test_a_hook_keeps_every_character() -> None:
    payload = {"text": "한글 🙂 \ud800"}
    assert parsed(json.dumps({"secret": "s", "hook": "h", "payload": payload}).encode() + b"\n") == (
        "s",
        "h",
        json.dumps(payload, separators=(",", ":")).encode(),
    )
