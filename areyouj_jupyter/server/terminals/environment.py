"""The environment that an agent gets: the server's own, less Jupyter's secrets and the traces of an outer session."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase

DENIED = (
    "JUPYTER*TOKEN*",
    "JPY_*",
    "JUPYTERHUB_*",
    "CONFIGPROXY_*",
    "PYXTERM_*",
    "COLUMNS",
    "LINES",
    "AREYOUJ_*",
)
"""Patterns of variables that never reach an agent (DESIGN 7.3); the specs add those of an outer agent session."""


def agent_environment(
    outer: Mapping[str, str], denied: Iterable[str], passed: Iterable[str], *additions: Mapping[str, str]
) -> dict[str, str]:
    """`outer` without what DENIED and `denied` name (but for `passed`), then the additions, the later the stronger."""
    patterns, exceptions = (*DENIED, *denied), tuple(passed)
    kept = {name: value for name, value in outer.items() if _matches(name, exceptions) or not _matches(name, patterns)}
    kept |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    for addition in additions:
        kept |= addition
    return kept


def denied_names(names: Iterable[str], denied: Iterable[str]) -> list[str]:
    """Those that DENIED or `denied` name: not even an agent's own settings may bring them."""
    patterns = (*DENIED, *denied)
    return [name for name in names if _matches(name, patterns)]


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name.upper(), pattern.upper()) for pattern in patterns)
