"""Metrics on Jupyter's `/metrics`."""

from __future__ import annotations

from prometheus_client import Counter, Gauge

SESSIONS = Gauge("areyouj_sessions", "Live agent sessions.")
STARTS = Counter("areyouj_starts", "Agent processes started.", ["spec"])
CRASHES = Counter("areyouj_crashes", "Agent processes that ended badly.", ["spec"])
MESSAGES = Counter("areyouj_messages", "User messages by how they ended.", ["status"])
OUTPUT = Counter("areyouj_output_bytes", "Bytes of terminal output.")
