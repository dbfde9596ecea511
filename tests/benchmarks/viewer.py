"""A browser's end of terminal sockets, in a process of its own and as cheap as can be: it counts, and parses nothing.

Reads one JSON line {url, token, protocol, command, sockets, mode} and says `ready` when all sockets are open and the
first one has the program's BEGIN or, for `count`, is attached; on a line `go` it works and prints one JSON line.
"""

from __future__ import annotations

import base64
import json
import os
import selectors
import socket
import struct
import sys
import time
from typing import Any
from urllib.parse import urlsplit

BEGIN, END = b"<<BEGIN>>", b"<<END>>"
ROWS, COLS = 40, 120


class Viewer:
    """One open socket."""

    def __init__(self, url: str, token: str, protocol: str) -> None:
        parts = urlsplit(url)
        self.socket = socket.create_connection((parts.hostname, parts.port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        key = base64.b64encode(os.urandom(16)).decode()
        lines = [f"GET {parts.path} HTTP/1.1", f"Host: {parts.netloc}", "Upgrade: websocket", "Connection: Upgrade"]
        lines += [f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", f"Authorization: token {token}"]
        lines += [f"Sec-WebSocket-Protocol: {protocol}"] if protocol else []
        self.socket.sendall("\r\n".join([*lines, "", ""]).encode())
        self.tail = b""
        self.buffer = memoryview(bytearray(1 << 20))
        self.read_until(b"\r\n\r\n")
        self.send(["set_size", ROWS, COLS, 800, 1200])

    def send(self, frame: list[Any]) -> None:
        """One text frame; its mask is zero."""
        data = json.dumps(frame).encode()
        size = bytes([0x80 | len(data)]) if len(data) < 126 else struct.pack("!BH", 0x80 | 126, len(data))
        self.socket.sendall(b"\x81" + size + bytes(4) + data)

    def read(self) -> int:
        """Some bytes; `tail` has them, and the end of those before."""
        count = self.socket.recv_into(self.buffer)
        assert count, "the server closed the socket"
        self.tail = self.tail[-256:] + self.buffer[:count]
        return count

    def read_until(self, mark: bytes) -> int:
        """All up to the mark: how many bytes."""
        got = 0
        while mark not in self.tail:
            got += self.read()
        self.tail = self.tail.split(mark, 1)[1]
        return got


def throughput(viewers: list[Viewer], command: str) -> dict[str, float]:
    """All viewers of one terminal: seconds from the first BEGIN to the last END, and wire bytes of the first viewer."""
    viewers[0].send(["stdin", command + "\r"])
    viewers[0].read_until(BEGIN)
    begun, got = time.monotonic(), len(viewers[0].tail)
    waiting = selectors.DefaultSelector()
    for viewer in viewers:
        if END not in viewer.tail:
            waiting.register(viewer.socket, selectors.EVENT_READ, viewer)
    while waiting.get_map():
        for key, _ in waiting.select():
            count = key.data.read()
            got += count if key.data is viewers[0] else 0
            if END in key.data.tail:
                waiting.unregister(key.data.socket)
    return {"seconds": time.monotonic() - begun, "bytes": got}


def echo(viewers: list[Viewer], command: str) -> dict[str, list[float]]:
    """Milliseconds from each of 100 keys to its echo."""
    (viewer,) = viewers
    viewer.send(["stdin", command + "\r"])
    viewer.read_until(BEGIN)
    times = []
    for number in range(100):
        key = f"k{number:04d}."
        before = time.monotonic()
        viewer.send(["stdin", key])
        viewer.read_until(key.encode())
        times.append((time.monotonic() - before) * 1000)
        time.sleep(0.005)
    return {"times": times}


def count(viewers: list[Viewer], command: str) -> dict[str, float]:
    """Start the program in every terminal and read them all until the parent closes our input: bytes in all."""
    for viewer in viewers:
        viewer.send(["stdin", command + "\r"])
    waiting, got = selectors.DefaultSelector(), 0
    for viewer in viewers:
        waiting.register(viewer.socket, selectors.EVENT_READ, viewer)
    waiting.register(sys.stdin, selectors.EVENT_READ)
    while True:
        for key, _ in waiting.select():
            if key.data is None:
                return {"bytes": got}
            got += key.data.socket.recv_into(key.data.buffer)


def main() -> None:
    """Do what the first line of our input says."""
    orders = json.loads(sys.stdin.readline())
    viewers = [Viewer(url, orders["token"], orders["protocol"]) for url in orders["urls"]]
    print("ready", flush=True)
    sys.stdin.readline()
    work = {"throughput": throughput, "echo": echo, "count": count}[orders["mode"]]
    print(json.dumps(work(viewers, orders["command"])), flush=True)


if __name__ == "__main__":
    main()
