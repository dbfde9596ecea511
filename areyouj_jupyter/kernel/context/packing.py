"""Packing: a notebook's value as text for an agent: its type, and as much of it as fits."""

from __future__ import annotations

import inspect
import reprlib
import sys
from collections.abc import Callable
from types import FunctionType, MethodType, ModuleType
from typing import Any

from areyouj_jupyter.kernel.context.time_limit import PATIENCE, class_name, exact, guarded
from areyouj_jupyter.kernel.rendering.text import fenced, plain

CAP = 20_000  # characters of one value
ROWS = 5  # of a table
COLUMNS = 100  # of a table with values that cannot be compared
SAMPLE = 10_000  # of such values, whose texts are compared
CUT = "\n[… the rest is left out]"
SOURCES = (type, FunctionType, MethodType, ModuleType)


class _Brief(reprlib.Repr):
    """The repr of a thing, without all that a large container holds."""

    def repr_instance(self, x: Any, level: int) -> str:
        """As the thing itself shows it; the library would hide what that raises."""
        return repr(x)


_brief = _Brief()
_brief.maxlevel, _brief.maxstring, _brief.maxlong = 4, 2000, 200
_brief.maxtuple = _brief.maxlist = _brief.maxdict = _brief.maxset = _brief.maxfrozenset = _brief.maxdeque = 40


def packed(name: str, value: object, cap: int = CAP, patience: float = PATIENCE) -> str:
    """A heading and a fenced block, in at most `cap` characters. Takes `patience` seconds at most; never raises."""
    language, describe = _description(type(value))
    return boxed(f"{name} ({class_name(value)}):", language, guarded(lambda: describe(value), patience), cap)


def boxed(heading: str, language: str, content: str, cap: int = CAP) -> str:
    """A heading and a fenced block of what may be hostile, in at most `cap` characters; what is too long is cut."""
    heading, content = plain(heading), plain(content).strip("\n")
    whole = _box(heading, language, content)
    if len(whole) <= cap:
        return whole
    room = cap - (len(whole) - len(content)) - len(CUT)
    return heading[: max(cap, 0)] if room <= 0 else _box(heading, language, content[:room] + CUT)


def _box(heading: str, language: str, content: str) -> str:
    return f"{heading}\n\n{fenced(content.split(chr(10)), language)}"


def _description(kind: type) -> tuple[str, Callable[[Any], str]]:
    """The language of a kind's text, and what makes it. Asks the class alone: nothing of the value is called."""
    for module, name, describe in _KINDS:
        known = vars(sys.modules[module]).get(name) if module in sys.modules else None
        if known is not None and issubclass(kind, known):
            return "text", describe
    if issubclass(kind, str):
        return "text", exact
    if issubclass(kind, SOURCES):
        return "python", _source
    return "python", _brief.repr


def _frame(frame: Any) -> str:
    """A DataFrame: its columns, its first rows, and statistics."""
    rows, columns = frame.shape
    schema = "\n".join(
        f"  {name!r}: {kind}, {missing} missing"
        for name, kind, missing in zip(frame.columns, frame.dtypes, frame.isna().sum(), strict=True)
    )
    statistics = guarded(lambda: _statistics(frame) if rows and columns else "none")
    return (
        f"{rows} rows, {columns} columns; the index is {frame.index.dtype}\n{schema}\n\n"
        f"The first rows:\n{guarded(lambda: _first(frame))}\n\nStatistics:\n{statistics}"
    )


def _first(frame: Any) -> str:
    """The first rows; where a value has no text, its class."""
    try:
        return str(frame.head(ROWS).to_string())
    except Exception:  # of any value in any cell
        return str(frame.head(ROWS).map(_text).to_string())


def _text(value: object) -> str:
    """A value in a table, briefly; its class if it has no text, such as a number of thousands of digits."""
    try:
        return _brief.repr(value)
    except Exception:  # the user's code may raise anything
        return f"[{class_name(value)}]"


def _statistics(frame: Any) -> str:
    """All columns at once; where a column cannot be described, such as one of lists, each as well as can be."""
    try:
        return str(frame.describe(include="all").to_string())
    except Exception:  # of any value in any cell: a list is a TypeError, a huge number an OverflowError
        pandas = sys.modules["pandas"]
        columns = [_described(frame.iloc[:, number]) for number in range(min(frame.shape[1], COLUMNS))]
        table = pandas.concat(columns, axis=1)
        table.columns = list(frame.columns[: len(columns)])
        more = f"\n[… {frame.shape[1] - COLUMNS} more columns]" if frame.shape[1] > COLUMNS else ""
        return f"{table.to_string()}{more}"


def _described(column: Any) -> Any:
    """The statistics of a column; of values that cannot be compared, those of their texts."""
    try:
        told = column.describe()
        told.to_string()  # its most frequent value may have no text
        return told
    except Exception:  # as above
        texts = column.head(SAMPLE).map(_text, na_action="ignore")
        told = texts.describe()
        told["count"] = column.count()
        return told


def _series(series: Any) -> str:
    return _frame(series.to_frame())


def _array(array: Any) -> str:
    """An array: its shape and type, its range where it has one, and its edges."""
    ordered = array.size and array.dtype.kind in "biuf"
    span = f", from {array.min()} to {array.max()}" if ordered else ""
    return f"shape {array.shape}, dtype {array.dtype}{span}\n{array!r}"


def _source(thing: Any) -> str:
    """The source of a function, class or module; without a source, its name and signature."""
    try:
        return inspect.getsource(thing)
    except (OSError, TypeError):
        return _brief.repr(thing)


_KINDS: tuple[tuple[str, str, Callable[[Any], str]], ...] = (
    ("pandas", "DataFrame", _frame),
    ("pandas", "Series", _series),
    ("numpy", "ndarray", _array),
)
"""Kinds of libraries that are described if they are loaded: where a class is, and what makes its text."""
