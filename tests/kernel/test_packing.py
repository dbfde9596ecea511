"""Packing: whatever a notebook holds becomes text of a limited size in a limited time."""

from __future__ import annotations

import math
import re
import time
from dataclasses import dataclass
from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Any

import numpy
import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbconvert.filters import markdown2html

from areyouj_jupyter.kernel.context import packing
from areyouj_jupyter.kernel.context.packing import boxed, packed
from areyouj_jupyter.kernel.context.time_limit import guarded
from areyouj_jupyter.kernel.rendering.markdown import markdown
from areyouj_jupyter.kernel.rendering.text import Shown


class Meta(type):
    """A class that lies about itself."""

    @property
    def __name__(cls) -> str:  # type: ignore[override]
        raise SystemExit

    def __instancecheck__(cls, instance: object) -> bool:
        raise SystemExit


class Hostile(metaclass=Meta):
    """Whatever is asked of it goes wrong."""

    def __init__(self, act: Any) -> None:
        self.__dict__["act"] = act

    def __repr__(self) -> str:
        return self.__dict__["act"]()  # type: ignore[no-any-return]

    def __getattr__(self, name: str) -> Any:
        raise SystemExit


class Odd:
    """Only its repr is odd."""

    def __init__(self, act: Any) -> None:
        self.act = act

    def __repr__(self) -> str:
        return self.act()  # type: ignore[no-any-return]


class Text(str):
    """A str that is none."""

    def __str__(self) -> str:
        raise KeyboardInterrupt

    def __getitem__(self, index: Any) -> str:
        raise KeyboardInterrupt

    def split(self, *arguments: Any) -> Any:
        raise KeyboardInterrupt


def leave() -> str:
    raise SystemExit


ACTS: dict[str, Any] = {
    "leaves": lambda: Hostile(leave),
    "leaves with its repr": lambda: Odd(leave),
    "gives no text": lambda: Odd(lambda: 5),
    "gives a text that is none": lambda: Odd(lambda: Text("x" * 99)),
    "closes the block": lambda: Odd(lambda: "`" * 5000),
    "is a text that is none": lambda: Text("<b>`" * 9),
}


@dataclass(frozen=True)
class Act:
    """Stands for a hostile value in an example, which has to be printed."""

    name: str


def real(value: Any) -> Any:
    """The value of an example, with the hostile ones in it."""
    if isinstance(value, Act):
        return ACTS[value.name]()
    if isinstance(value, dict):
        return {name: real(each) for name, each in value.items()}
    return type(value)(map(real, value)) if isinstance(value, list | tuple) else value


PLAIN = st.none() | st.integers() | st.floats() | st.text() | st.binary() | st.booleans()
VALUES = st.recursive(
    PLAIN | st.sampled_from([Act(name) for name in ACTS]),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner),
    max_leaves=20,
)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(name=st.text(), value=VALUES, cap=st.integers(0, 3000))
def test_a_pack_never_exceeds_its_cap_and_never_raises(name: str, value: object, cap: int) -> None:
    length = len(packed(name, real(value), cap))
    assert length <= cap


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(heading=st.text(), content=st.text(alphabet="`~\n <b>x\x1b\r", max_size=400), cap=st.integers(0, 500))
def test_a_block_is_closed_by_nothing_in_it(heading: str, content: str, cap: int) -> None:
    block = boxed("A cell:", "python", content, cap)
    assert len(block) <= cap
    assert "\x1b" not in block and "\r" not in block
    if "```" in block:
        first, last = block.split("\n")[2], block.split("\n")[-1]
        assert first == f"{last}python" and set(last) == {"`"}
        assert last not in block.split("\n")[3:-1]


class Tags(HTMLParser):
    """The tags of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one."""
        self.tags.add(tag)


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(text=st.text(alphabet="`~\n <>b/=\"'x-!&;", max_size=200))
def test_a_hostile_text_never_becomes_html(text: str) -> None:
    shown = f"{text}<script>alert(1)</script>"
    assert not hasattr(Shown(packed("it", shown)), "_repr_html_")
    assert "script" not in Tags(markdown2html(markdown(shown))).tags
    assert "script" not in Tags(markdown2html(packed("it", shown))).tags


@pytest.mark.parametrize("sleepy", [lambda: time.sleep(3), lambda: spin()], ids=["sleeps", "runs in circles"])
@pytest.mark.slow
def test_a_slow_repr_is_waited_for_no_longer_than_its_limit(sleepy: Any) -> None:
    before = time.monotonic()
    told = packed("it", Odd(sleepy), patience=0.2)
    assert time.monotonic() - before < 1
    assert "it (Odd):" in told and "[not shown: it took more than 0.2 s]" in told


def spin() -> str:
    ending = time.monotonic() + 3
    while time.monotonic() < ending:
        pass
    return "late"


def test_what_a_repr_raises_is_named() -> None:
    assert "[not shown: ZeroDivisionError]" in packed("it", Odd(lambda: str(1 // 0)))
    assert guarded(leave) == "[not shown: SystemExit]"


def test_a_table_is_its_columns_its_first_rows_and_its_statistics() -> None:
    table = pandas.DataFrame({"width": [1.5, None, 3.0] * 10, "name": ["a", "b", "c"] * 10})
    told = packed("table", table)
    assert told.startswith("table (DataFrame):\n\n```text\n30 rows, 2 columns; the index is int64\n")
    assert "'width': float64, 10 missing" in told
    assert "The first rows:" in told and "4    NaN    b" in told and "5    3.0    c" not in told
    assert "Statistics:" in told and "mean" in told
    assert "'width': float64, 10 missing" in packed("column", table["width"])
    assert "0 rows, 0 columns" in packed("empty", pandas.DataFrame())


def test_an_array_is_its_shape_its_type_and_its_range() -> None:
    told = packed("grid", numpy.arange(1_000_000).reshape(1000, 1000))
    assert "shape (1000, 1000), dtype int64, from 0 to 999999" in told
    assert len(told) < 1000
    assert "shape (0,), dtype float64" in packed("empty", numpy.array([]))


def test_functions_classes_and_modules_are_their_source() -> None:
    assert "def spin() -> str:" in packed("spin", spin)
    assert "class Text(str):" in packed("Text", Text)
    assert "CAP = 20_000" in packed("packing", packing)
    assert "built-in function len" in packed("len", len)


def test_other_things_are_their_repr_cut_within() -> None:
    assert "[0, 1, 2," in packed("many", list(range(100_000)))
    assert len(packed("many", list(range(100_000)))) < 400
    assert "namespace(a=1)" in packed("it", SimpleNamespace(a=1))
    assert packed("text", "one\ntwo") == "text (str):\n\n```text\none\ntwo\n```"
    assert "[… the rest is left out]" in packed("text", "x" * 30_000)


class Strange:
    """Cannot be compared, and has no text."""

    def __eq__(self, other: object) -> bool:
        raise ValueError

    def __hash__(self) -> int:
        raise ValueError

    def __repr__(self) -> str:
        raise ValueError


NUMBERS = [1, 2, 3]
STRANGE_COLUMNS: dict[str, list[Any]] = {
    "lists": [[1], [2], [1]],
    "dicts": [{"a": 1}, {}, None],
    "sets and lists": [{1}, [2], 3],
    "mixed": [1, "x", None],
    "nothing": [None, None, None],
    "no numbers": [math.nan, math.nan, math.inf],
    "huge": [10**400, 1, 2],
    "hugest": [10**5000, 1, 2],
    "arrays": [numpy.array([1]), numpy.array([1, 2]), None],
    "frames": [pandas.DataFrame({"x": [1]}), None, None],
    "strange": [Strange(), Strange(), Strange()],
}


@pytest.mark.parametrize("name", STRANGE_COLUMNS)
def test_a_column_keeps_the_statistics_of_the_others_whatever_is_in_it(name: str) -> None:
    frame = pandas.DataFrame({"plain": NUMBERS, "odd": pandas.Series(STRANGE_COLUMNS[name], dtype=object)})
    text = packed("frame", frame)
    assert "[not shown" not in text
    statistics = text.partition("Statistics:")[2]
    assert re.search(r"^mean +2\.0", statistics, re.MULTILINE)
    assert re.search(rf"^count +3(\.0+)? +{frame['odd'].count()}", statistics, re.MULTILINE)


@pytest.mark.parametrize(
    "frame",
    [
        pandas.DataFrame([[1, [2]], [3, [4]]], columns=["a", "a"]),
        pandas.DataFrame([[1, [2]], [3, [4]]], columns=pandas.MultiIndex.from_tuples([("a", "x"), ("a", "y")])),
        pandas.DataFrame({"a": [1, 3], "b": [[2], [4]]}, index=pandas.MultiIndex.from_tuples([(1, 2), (3, 4)])),
        pandas.DataFrame([[1, [2]], [3, [4]]], columns=[None, math.nan]),
        pandas.DataFrame({"a": pandas.array([1, 3, None], dtype="Int64"), "b": [[2], [4], pandas.NA]}),
    ],
    ids=["one name twice", "names of levels", "index of levels", "no names", "NA"],
)
def test_statistics_are_there_whatever_columns_and_rows_are_called(frame: pandas.DataFrame) -> None:
    text = packed("frame", frame)
    assert "[not shown" not in text
    assert re.search(r"^mean +2\.0", text.partition("Statistics:")[2], re.MULTILINE)


@pytest.mark.parametrize("frame", [pandas.DataFrame({"a": []}), pandas.DataFrame(index=[1, 2]), pandas.DataFrame()])
def test_an_empty_table_says_so(frame: pandas.DataFrame) -> None:
    text = packed("frame", frame)
    assert "[not shown" not in text
    assert "Statistics:\nnone" in text


def test_a_table_of_very_many_strange_columns_is_described_in_time() -> None:
    text = packed("frame", pandas.DataFrame({f"c{number}": [[number]] for number in range(150)}))
    assert "[not shown" not in text.partition("Statistics:")[2]
