"""The query for OSC 7501: answered once, whoever reads the terminal, wherever the output is cut."""

from __future__ import annotations

import re
from itertools import pairwise

from holder_outside import Outside, Server, attached
from hypothesis import given, settings
from hypothesis import strategies as st
from shared_ring import put, shared

from areyouj_jupyter.holder import wire
from areyouj_jupyter.holder.core import Exit
from areyouj_jupyter.holder.ring import UNKNOWN, Ring
from areyouj_jupyter.holder.status_query import ANSWER, BEHIND, REPLY_LIMIT, StatusQueries

BEL, ST, DA1 = b"\x1b]7501;?\x07", b"\x1b]7501;?\x1b\\", b"\x1b[c"
ONCE = re.compile(rb"\x1b\]7501;\?(?:\x07|\x1b\\)")
PIECES = [
    BEL, ST, DA1, b"\x1b[0c", b"\x1b]7501;?", b"\x1b]7501;?\x1b", b"\x1b]75", b"\x1b", b"[0c", b"01;?\x07", b"\\",
    b"text", b"\x1b]7501;state=idle\x07", b"]7501;?\x07", b"\x1b[6n", b"x" * 300,
]  # fmt: skip
streams = st.lists(st.sampled_from(PIECES), max_size=12).map(b"".join)


class Typed(list[bytes]):
    """What was typed into the terminal, and who looks for a query in a ring."""

    def looking(self, ring: Ring) -> StatusQueries:
        return StatusQueries(ring, self.append)


@settings(deadline=None)  # a busy machine proves nothing
@given(streams, st.lists(st.tuples(st.integers(0, 400), st.sampled_from(["same", "lent", "killed"])), max_size=12))
def test_each_query_is_answered_once_wherever_it_is_cut_and_whoever_reads(
    stream: bytes, cuts: list[tuple[int, str]]
) -> None:
    """lent: another process reads from there on. killed: one reads, and ends before it looked."""
    acts = dict(cuts)
    places = sorted({0, len(stream), *(cut for cut in acts if cut < len(stream))})
    with shared(64 * 1024) as (holders, servers):
        holders.looked = 1
        typed = Typed()
        reads, other = (holders, typed.looking(holders)), (servers, typed.looking(servers))
        for begin, end in pairwise(places):
            if acts.get(begin) == "lent":
                reads, other = other, reads
                reads[1].begin()
            put(reads[0], stream[begin:end])
            if acts.get(begin) == "killed":
                reads, other = other, reads
            reads[1].look()
    assert typed == [match[0] for match in ONCE.finditer(stream)]


@settings(deadline=None)
@given(streams, st.lists(st.integers(0, 400), max_size=8))
def test_where_nobody_else_is_the_first_question_behind_the_query_is_answered_too(
    stream: bytes, cuts: list[int]
) -> None:
    def typed(*pieces: bytes) -> list[bytes]:
        typed = Typed()
        with shared(64 * 1024) as (ring, _):
            ring.looked = 1
            queries = typed.looking(ring)
            for piece in pieces:
                put(ring, piece)
                queries.look(alone=True)
        return typed

    places = sorted({0, len(stream), *(cut for cut in cuts if cut < len(stream))})
    assert typed(*(stream[begin:end] for begin, end in pairwise(places))) == typed(stream)


def test_the_answer_to_the_query_comes_before_the_one_to_what_follows_it() -> None:
    typed = Typed()
    with shared(64 * 1024) as (ring, _):
        ring.looked = 1
        queries = typed.looking(ring)
        put(ring, DA1 + BEL + b"\x1b[?u" + DA1 + DA1)
        queries.look(alone=True)
        assert typed == [BEL, ANSWER]
        put(ring, ST + b"x" * BEHIND + DA1)
        queries.look(alone=True)
        assert typed == [BEL, ANSWER, ST]


def test_a_terminal_whose_program_is_not_expected_to_ask_is_passed_over() -> None:
    typed = Typed()
    with shared(64 * 1024) as (ring, _):
        queries = typed.looking(ring)
        queries.begin()
        put(ring, BEL + DA1)
        queries.look(alone=True)
        assert (typed, ring.looked) == ([], 0)


def test_what_a_server_read_that_does_not_know_of_it_is_passed_over() -> None:
    typed = Typed()
    with shared(64 * 1024) as (ring, servers):
        ring.looked = UNKNOWN
        put(servers, BEL + DA1 + BEL[:4])
        queries = typed.looking(ring)
        queries.begin()
        queries.look(alone=True)
        assert typed == []
        put(ring, BEL[4:] + BEL)
        queries.look(alone=True)
        assert typed == [BEL, BEL]


def test_a_query_in_a_flood_is_found_and_little_is_looked_through_twice() -> None:
    typed, size = Typed(), 64 * 1024
    with shared(size) as (ring, _):
        ring.looked = 1
        queries = typed.looking(ring)
        for turn in range(100):
            put(ring, b"x" * (size // 4) + (BEL if turn % 10 == 0 else b""))
            queries.look()
            assert ring.looked == ring.end + 1
    assert typed == [BEL] * 10


def test_an_answer_waits_behind_what_is_being_typed_and_is_dropped_where_nobody_reads() -> None:
    outside, server = attached()
    outside.room = 3
    server.order("a", "paste", b"a long text")
    outside.core.reply(BEL)
    outside.room = 1 << 30
    outside.core.on_writable()
    assert outside.typed == b"a long text" + BEL
    outside.room = 0
    for _ in range(10_000):
        outside.core.reply(BEL)
    assert REPLY_LIMIT - len(BEL) < outside.core.waiting <= REPLY_LIMIT
    assert server.told(wire.WAITING)[-1]["bytes"] == outside.core.waiting


def test_an_agent_that_ended_is_not_answered() -> None:
    outside = Outside()
    Server(outside, 1).hello()
    outside.core.on_exit(Exit(0, None, 1.0, 0))
    outside.core.reply(BEL)
    assert outside.typed == b""
