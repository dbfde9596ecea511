"""The wire between a server and a holder: binary frames of one byte kind, four bytes length, and the payload.

INPUT carries raw bytes; ORDER and HOOK a JSON header, a line feed, then raw bytes; all others one compact JSON object.

    server → holder                                      holder → server
    HELLO {version, hook, owner, reads}                  WELCOME {version, session_id, incarnation, pid, start, end,
    INPUT bytes                                                   rows, cols, hooks, hook, exit}
    RESIZE {rows, cols}                                  TERMINAL {}, with two file descriptors: ring, terminal
    ORDER {id, step, attempt, incarnation, hook, offset} HOOK {number, at, name}, payload as JSON
    STATUS {id}                                          ANSWER {id, step, attempt, state, repeated, why}
    SIGNAL {number}                                      FATE {id, steps: [[step, attempt, state], …]}
    STOP {}                                              STOPPED {survivors: [pid, …]}
    ACK {hook}                                           WAITING {bytes, dropped, inputs}: answers INPUT; when all went
    COLLECTED {}                                         EXIT {code, signal, at, end}
                                                         REFUSED {why, owner, version}: the last frame before the end

HELLO comes first; `hook` says what the server has already, `owner` is its epoch (null: whatever holds now). With
`reads` it wants the output: TERMINAL makes it the one that reads the terminal into the ring, until its connection ends.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import Any

VERSION = 1
FRAME_LIMIT = 4 * 1024 * 1024  # bytes of a payload; a hook of 1 MiB grows threefold when its text is escaped

HELLO, INPUT, RESIZE, ORDER, STATUS, SIGNAL, STOP, ACK, COLLECTED = range(1, 10)
WELCOME, TERMINAL, HOOK, ANSWER, FATE, STOPPED, WAITING, EXIT, REFUSED = range(33, 42)
TO_HOLDER = frozenset(range(HELLO, COLLECTED + 1))
TO_SERVER = frozenset(range(WELCOME, REFUSED + 1))

HEADER = struct.Struct("!BI")

Frame = tuple[int, bytes]
"""Kind and payload."""


class WireError(Exception):
    """The other end does not speak this wire: an unknown kind, a frame too long, or a body that is not what it says."""


def frame(kind: int, body: Mapping[str, Any]) -> bytes:
    """One frame with a JSON object."""
    return raw_frame(kind, _json(body))


def raw_frame(kind: int, payload: bytes) -> bytes:
    """One frame with these bytes. Raises WireError if they are too many."""
    if len(payload) > FRAME_LIMIT:
        raise WireError(f"A frame of {len(payload)} bytes is longer than {FRAME_LIMIT}.")
    return HEADER.pack(kind, len(payload)) + payload


def mixed_frame(kind: int, header: Mapping[str, Any], data: bytes) -> bytes:
    """One frame with a JSON object and bytes."""
    return raw_frame(kind, _json(header) + b"\n" + data)


def body(payload: bytes) -> dict[str, Any]:
    """The JSON object of a frame. Raises WireError."""
    try:
        value = json.loads(payload)
    except (ValueError, RecursionError) as error:
        raise WireError("A frame is not JSON.") from error
    if not isinstance(value, dict):
        raise WireError("A frame is not a JSON object.")
    return value


def mixed(payload: bytes) -> tuple[dict[str, Any], bytes]:
    """The JSON object and the bytes of a mixed frame. Raises WireError."""
    header, found, data = payload.partition(b"\n")
    if not found:
        raise WireError("A frame has no header line.")
    return body(header), data


def number(fields: Mapping[str, Any], name: str, least: int = 0, most: int = 2**63 - 1) -> int:
    """A whole number of a body. Raises WireError."""
    value = fields.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise WireError(f"{name} is not a number from {least} to {most}.")
    return value


def text(fields: Mapping[str, Any], name: str, most: int = 200) -> str:
    """A text of a body, at least one character. Raises WireError."""
    value = fields.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= most:
        raise WireError(f"{name} is not a text of 1 to {most} characters.")
    return value


def _json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()
