"""Usage: what a turn took, in one number."""

from __future__ import annotations

from areyouj_jupyter.models import Usage

TOKENS = ("input_tokens", "output_tokens", "cache_read_tokens", "cache_write_tokens")


def tokens(usage: Usage | None) -> int | None:
    """All tokens of a turn, input, output and cache; None if not reported."""
    counts = [] if usage is None else [getattr(usage, name) for name in TOKENS]
    return sum(filter(None, counts)) if any(count is not None for count in counts) else None
