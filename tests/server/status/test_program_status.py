"""OSC 7501 in a stream of bytes: the same reports wherever it is cut, little is kept, and their text is only text."""

from __future__ import annotations

import base64
import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areyouj_jupyter.server.status import program_status
from areyouj_jupyter.server.status.program_status import LIMIT, TEXT_LIMIT, Report, ReportScanner

KEPT = LIMIT + 10  # bytes


def coded(text: str) -> bytes:
    """As it stands in a report."""
    return base64.b64encode(text.encode())


ASKS = b"\x1b]7501;state=blocked:app=claude-code:kind=permission:msg=" + coded("approve Bash: touch x.txt") + b"\x07"
LONG = b"\x1b]7501;state=idle:title=" + b"x" * (LIMIT - 17)
PIECES = [
    ASKS, b"\x1b]7501;state=idle:app=x\x07", b"\x1b]7501;state=working\x1b\\", b"\x1b]7501;?\x07", b"\x1b]7501;state=",
    b"\x1b]7501;state=done\x1b", b"\x1b]7501;state=asleep\x07", b"]7501;state=done\x07", b"\x1b]75010;state=done\x07",
    b"\x1b]7501;state=done\x18\x07", b"\x1b", b"\\", b"\x07", b"text", b"\x1b[200~", b"\x1b[201~", b"\x1b[20",
    b"\x1b]0;title\x07", LONG + b"\x07", LONG + b"x\x07", LONG + b"x", b"\x1b]7501;", b"state=error\x07",
]  # fmt: skip
streams = st.lists(st.sampled_from(PIECES) | st.binary(max_size=5), max_size=12).map(b"".join)


def scanned(*pieces: bytes) -> list[Report]:
    """All reports of a stream that comes in these pieces; hardly anything is kept between two."""
    scanner, reports, end = ReportScanner(), [], 0
    for piece in pieces:
        end += len(piece)
        reports += scanner.feed(piece, end)
        assert len(scanner._tail) <= KEPT
    return reports


@settings(deadline=None)  # a busy machine proves nothing
@given(streams, st.lists(st.integers(0, 20_000), max_size=8))
def test_reports_are_the_same_wherever_the_stream_is_cut(stream: bytes, cuts: list[int]) -> None:
    places = sorted({0, len(stream), *(cut for cut in cuts if cut < len(stream))})
    pieces = [stream[begin:end] for begin, end in pairwise(places)]
    assert scanned(*pieces) == scanned(stream)


@settings(deadline=None, max_examples=50)
@given(streams)
def test_reports_are_the_same_byte_by_byte(stream: bytes) -> None:
    assert scanned(*(bytes([byte]) for byte in stream)) == scanned(stream)


def test_a_report_knows_its_state_its_kind_and_its_text() -> None:
    error = b"\x1b]7501;state=error:app=codex:msg=" + coded("API Error: 400 müde") + b"\x1b\\"
    assert scanned(b"one" + ASKS + b"two" + error) == [
        Report("blocked", "permission", "approve Bash: touch x.txt"),
        Report("error", "", "API Error: 400 müde"),
    ]


@pytest.mark.parametrize(
    "none",
    [
        b"?",
        b"",
        b"state=",
        b"state=asleep",
        b"kind=permission",
        b"State=done",
        b"state=clear:id=bvgidrf07",
        b"state=done" + b"x" * LIMIT,
    ],
)
def test_what_tells_no_state_that_we_know_is_no_report(none: bytes) -> None:
    assert scanned(b"\x1b]7501;" + none + b"\x07") == []
    assert scanned(b"\x1b]7501;" + none + b"\x07", b"\x1b]7501;state=done\x07") == [Report("done")]


def test_a_report_of_the_greatest_length_is_one_and_a_longer_one_is_none() -> None:
    assert scanned(LONG + b"\x07") == [Report("idle")]
    assert scanned(LONG + b"x\x07") == []


def test_the_echo_of_a_paste_reports_nothing() -> None:
    forged = b"\x1b[200~look: \x1b]7501;state=done\x07\x1b[201~"
    assert scanned(forged) == []
    assert scanned(forged + b"\x1b]7501;state=working\x07") == [Report("working")]


def test_a_paste_that_never_ends_does_not_silence_the_cli_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program_status, "PASTED", 1000)
    assert scanned(b"\x1b[200~" + b"x" * 900, b"\x1b]7501;state=done\x07") == []
    assert scanned(b"\x1b[200~" + b"x" * 1000, b"\x1b]7501;state=done\x07") == [Report("done")]


@settings(deadline=None)
@given(st.text(max_size=2000))
def test_a_text_is_short_and_has_no_control_characters(text: str) -> None:
    (report,) = scanned(b"\x1b]7501;state=error:msg=" + coded(text)[:4000] + b"\x07")
    assert len(report.text) <= TEXT_LIMIT
    assert not re.search(r"[\x00-\x1f\x7f-\x9f]", report.text)
    assert not any(
        unicodedata.bidirectional(each) in ("RLO", "LRO", "RLE", "LRE", "RLI", "LRI") for each in report.text
    )


@pytest.mark.parametrize("msg", [b"not base64!", b"YQ", b"\xff\xfe", b"====="])
def test_a_text_that_cannot_be_decoded_is_left_out(msg: bytes) -> None:
    assert scanned(b"\x1b]7501;state=error:msg=" + msg + b"\x07") == [Report("error")]
