"""Where a stream of UTF-8 may be cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from areyouj_jupyter.server.terminals.characters import whole_characters


@given(text=st.text(max_size=20), cut=st.integers(0, 80))
def test_text_cut_between_whole_characters_reads_as_it_is(text: str, cut: int) -> None:
    data = text.encode(errors="replace")
    whole = whole_characters(data[:cut])
    assert data[:whole].decode() + data[whole:].decode() == data.decode()
    assert len(data[:cut]) - whole < 4


@given(data=st.binary(max_size=20), cut=st.integers(0, 20))
def test_bytes_that_are_no_text_read_the_same_when_cut(data: bytes, cut: int) -> None:
    whole = whole_characters(data[:cut])
    assert data[:whole].decode(errors="replace") + data[whole:].decode(errors="replace") == data.decode(
        errors="replace"
    )
