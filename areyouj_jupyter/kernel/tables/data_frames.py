"""Data frames: models as pandas DataFrames, where pandas is installed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

import msgspec

from areyouj_jupyter.errors import LibraryMissing

TIMES = frozenset({"created_at", "updated_at", "started_at", "last_activity_at", "since", "until"})
"""Fields that are seconds since the epoch: columns of UTC times."""


def library(name: str, purpose: str) -> Any:
    """An optional library, imported on first use. purpose: what needs it. Raises LibraryMissing."""
    package = name.partition(".")[0]
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != package:
            raise
        raise LibraryMissing(
            f"{purpose} needs {package}, which is not installed here; run `%pip install {package}`"
            f" (in a shell: pip install {package}) and try again."
        ) from error


def frame(items: Iterable[msgspec.Struct], kind: type[msgspec.Struct]) -> Any:
    """One row per model; a model within a model is spread over columns `outer.inner`.

    kind: what the models are, for the columns if there is none. Raises LibraryMissing.
    """
    rows = [_flat(msgspec.to_builtins(item)) for item in items]
    return table(rows, kind.__struct_fields__)


def table(rows: Sequence[dict[str, object]], columns: Sequence[str] = ()) -> Any:
    """A DataFrame of these rows. columns: their names where there is no row. Raises LibraryMissing."""
    pandas = library("pandas", "A DataFrame")
    made = pandas.DataFrame(rows) if rows else pandas.DataFrame(columns=list(columns))
    for name in made.columns:
        if name.rpartition(".")[2] in TIMES:
            made[name] = pandas.to_datetime(made[name], unit="s", utc=True)
    return made


def _flat(row: dict[str, Any]) -> dict[str, object]:
    """A row whose inner objects are spread over columns of their own."""
    flat: dict[str, object] = {}
    for name, value in row.items():
        if isinstance(value, dict):
            flat |= {f"{name}.{inner}": each for inner, each in _flat(value).items()}
        else:
            flat[name] = value
    return flat
