"""The table: what was measured, against what it is held, and whether that is enough."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One item. at_most: whether the goal is an upper bound. ratio: ours through stock's where the goal is one."""

    item: str
    ours: float
    goal: float
    unit: str
    stock: float | None = None
    at_most: bool = True
    is_ratio: bool = False

    @property
    def ratio(self) -> float | None:
        """Ours through stock's."""
        return self.ours / self.stock if self.stock else None

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        value = self.ratio if self.is_ratio else self.ours
        assert value is not None
        return value <= self.goal if self.at_most else value >= self.goal


HEAD = f"{'item':<58} {'ours':>10} {'stock':>10} {'ratio':>7} {'goal':>8}  met"


def line(row: Row) -> str:
    """One line of the table."""
    stock = f"{row.stock:.4g}" if row.stock is not None else "-"
    ratio = f"{row.ratio:.3g}" if row.ratio is not None else "-"
    goal = f"{'≤' if row.at_most else '≥'} {row.goal:g}{' x' if row.is_ratio else ''}"
    met = "yes" if row.met else "NO"
    return f"{f'{row.item}, {row.unit}':<58} {row.ours:>10.4g} {stock:>10} {ratio:>7} {goal:>8}  {met}"
