"""WebSocket frames of a server, RFC 6455 section 5.2: whole, unmasked, not compressed."""

from __future__ import annotations

import struct

FINAL_TEXT, FINAL_BINARY = 0x81, 0x82
SHORT, MIDDLE = 125, 0xFFFF  # the longest payloads whose length takes one byte, or three


def framed(payload: bytes, binary: bool = False) -> bytes:
    """One message; it is built once however many clients get it."""
    kind, size = FINAL_BINARY if binary else FINAL_TEXT, len(payload)
    if size <= SHORT:
        return struct.pack("!BB", kind, size) + payload
    if size <= MIDDLE:
        return struct.pack("!BBH", kind, 126, size) + payload
    return struct.pack("!BBQ", kind, 127, size) + payload
