"""Wires: what holders of earlier versions say and keep differently. All of them called themselves version 1.

Each version is data here, chosen by the holder's welcome; the rest of the server speaks only today's.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from areyouj_jupyter.holder import wire
from areyouj_jupyter.holder.ring import HEAD, ROOM

SPOKEN = frozenset({1})
"""The versions of holders that are understood. A change of the wire, or of the ring that goes with it, is a new one."""

OUTPUT, FOREGROUND = 128, 129
"""What today's wire has no more, by kinds that it has not yet."""

WIDE_ROOM = 16 * 1024  # bytes; the ring's ROOM at first
FAR = 2**62  # an offset behind all output


@dataclass(frozen=True)
class Wire:
    """How kinds of frames translate; those that are not named are the same."""

    heard: Mapping[int, int] = field(default_factory=dict)
    """Kind of a frame that comes → today's."""
    said: Mapping[int, int] = field(default_factory=dict)
    """Today's kind → of a frame that goes."""
    relays: bool = False
    """Whether the holder itself reads the terminal, and sends the output on."""


GREETING = Wire(heard={42: wire.REFUSED})
"""Until a holder has said which one it speaks."""
TODAY = Wire()
RELAYED = Wire(
    heard={34: OUTPUT, 39: FOREGROUND, 40: wire.WAITING, 41: wire.EXIT, 42: wire.REFUSED},
    said={wire.ACK: 9, wire.COLLECTED: 10},
    relays=True,
)

HEARD = wire.TO_SERVER | RELAYED.heard.keys()


def wire_of(welcome: Mapping[str, Any]) -> Wire:
    """That of the holder which welcomes us like this."""
    return RELAYED if "foreground" in welcome else TODAY


def room_of(memory: int, start: int, end: int) -> int:
    """How much a read may put into a holder's ring, which it blanks before. start, end: of the output that it keeps.

    memory: the ring's. As long as it keeps all output, only the blanks behind the end show where it ends.
    """
    length = os.fstat(memory).st_size - HEAD
    if start:
        return length - (end - start)
    ahead = os.pread(memory, WIDE_ROOM, HEAD + end % length)
    return WIDE_ROOM if ahead == b"\xff" * WIDE_ROOM else ROOM
