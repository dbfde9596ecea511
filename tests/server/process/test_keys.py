"""The notation of keys: text, and names in angle brackets."""

from __future__ import annotations

import string

import pytest

from areyouj_jupyter.errors import KeysInvalid
from areyouj_jupyter.server.process.keys import NAMED, key_bytes


@pytest.mark.parametrize(
    ("keys", "data"),
    [
        ("", b""),
        ("hello", b"hello"),
        ("한 🙂", "한 🙂".encode()),
        ("y<Enter>", b"y\r"),
        ("<Esc>", b"\x1b"),
        ("<S-Tab><Tab>", b"\x1b[Z\t"),
        ("<Up><Down><Right><Left>", b"\x1b[A\x1b[B\x1b[C\x1b[D"),
        ("<C-c>", b"\x03"),
        ("a<lt>b>", b"a<b>"),
        ("1 < 2 and <3", b"1 < 2 and <3"),
        ("<>", b"<>"),
        ("a\nb", b"a\nb"),
    ],
)
def test_keys_become_what_a_terminal_sends(keys: str, data: bytes) -> None:
    assert key_bytes(keys) == data


def test_every_name_is_one_key_and_control_letters_are_1_to_26() -> None:
    assert {name: key_bytes(f"<{name}>").decode() for name in NAMED} == NAMED
    assert key_bytes("".join(f"<C-{letter}>" for letter in string.ascii_lowercase)) == bytes(range(1, 27))


@pytest.mark.parametrize("keys", ["<Return>", "ok<Ctrl-C>", "<C-cc>", "<div>", "<F1>", "<enter>"])
def test_an_unknown_key_is_refused_by_name(keys: str) -> None:
    with pytest.raises(KeysInvalid, match=r"There is no key <.*>\. Use Enter, .*<lt> types '<'\."):
        key_bytes(keys)


def test_half_a_character_is_typed_as_a_question_mark() -> None:
    assert key_bytes("a\ud800b") == b"a?b"
