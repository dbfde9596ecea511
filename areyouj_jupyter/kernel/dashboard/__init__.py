"""The dashboard: a live view of all agents in a notebook."""

from areyouj_jupyter.kernel.dashboard.widget import Dashboard

__all__ = ["Dashboard"]
