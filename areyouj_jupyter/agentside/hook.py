"""The hook program: hands one hook call of an agent CLI to the server, and never disturbs the CLI.

Run as `python -I -S hook.py NAME` with the call's JSON on standard input. Standard library only. It prints nothing and
exits 0 within a fifth of a second whatever happens; what cannot be sent in that time is lost, and the server's other
evidence (title, screen) makes up for it. `echo` calls `send` in its own process.
"""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import sys
import time

SOCKET = "AREYOUJ_HOOK_SOCKET"
SECRET = "AREYOUJ_HOOK_SECRET"  # noqa: S105 - the variable's name, not a secret
LINE_LIMIT = 1024 * 1024  # bytes
INPUT_LIMIT = 4 * LINE_LIMIT  # parsing more could alone take longer than the deadline
FIELD_LIMITS = (
    256 * 1024,
    32 * 1024,
    4 * 1024,
)  # bytes; the first is the rule, the others for text full of escapes
HEAVY_FIELDS = ("tool_input", "tool_response")
DEADLINE = 0.15  # seconds, of the 0.2 promised; the rest is for the interpreter's start
INPUT_SHARE = 0.6  # of the deadline; the rest is for the socket


def send(name: str, payload: dict[str, object], seconds: float = DEADLINE) -> None:
    """Tell the server of one hook call, within `seconds`; does nothing outside an agent of ours. Raises nothing."""
    path = os.environ.get(SOCKET)
    if not path:
        return
    try:
        line = encode(name, payload, os.environ.get(SECRET, ""))
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(seconds)
            connection.connect(path)
            connection.sendall(line)
    except Exception:
        return  # no way to report it: standard output and the exit code belong to the CLI


def encode(name: str, payload: dict[str, object], secret: str) -> bytes:
    """The line for the socket; of a payload that is too long the heavy fields go first, then the ends of long texts."""

    def line(body: object) -> bytes:
        text = json.dumps({"secret": secret, "hook": name, "payload": body}, ensure_ascii=False)
        return text.encode("utf-8", "replace") + b"\n"

    whole = line(payload)
    if len(whole) <= LINE_LIMIT:
        return whole
    light = {key: value for key, value in payload.items() if key not in HEAVY_FIELDS}
    bodies = (light, *(_cut(light, limit) for limit in FIELD_LIMITS))
    return next((short for short in map(line, bodies) if len(short) <= LINE_LIMIT), line({}))


def _cut(value: object, limit: int) -> object:
    """The same value with every text cut to `limit` bytes."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace")[:limit].decode("utf-8", "ignore")
    if isinstance(value, dict):
        return {key: _cut(item, limit) for key, item in value.items()}
    if isinstance(value, list):
        return [_cut(item, limit) for item in value]
    return value


def read_payload(fd: int, seconds: float) -> dict[str, object]:
    """The JSON object that comes in within `seconds`, though its writer may never close; {} if it is none."""
    end = time.monotonic() + seconds
    data = bytearray()
    while len(data) <= INPUT_LIMIT and select.select([fd], [], [], max(0.0, end - time.monotonic()))[0]:
        piece = os.read(fd, 64 * 1024)
        if not piece:
            break
        data += piece
    payload = json.loads(data.decode("utf-8", "replace")) if len(data) <= INPUT_LIMIT else {}
    return payload if isinstance(payload, dict) else {}


def main() -> None:
    """Read the call, send it, and leave with 0; the timer ends whatever takes too long."""
    signal.signal(signal.SIGALRM, lambda number, frame: os._exit(0))
    signal.setitimer(signal.ITIMER_REAL, DEADLINE)
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM, signal.SIGTTIN, signal.SIGTTOU):
        signal.signal(number, signal.SIG_IGN)  # a Ctrl-C meant for the CLI reaches us too; the call stays news
    try:
        payload = read_payload(0, DEADLINE * INPUT_SHARE)
    except Exception:
        payload = {}  # the hook's name alone is news enough
    send(sys.argv[1] if len(sys.argv) > 1 else "", payload, DEADLINE)
    os._exit(0)


if __name__ == "__main__":
    main()
