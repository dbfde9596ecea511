"""Many messages in an agents.db, put there at once: a store would take an hour for a million."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from areyouj_jupyter.server.storage import timestamps

START = 1_760_000_000.0  # seconds since the epoch, of the first one; each is a second later
INSERT = """
INSERT INTO agent_messages
    (id, agent_instance_id, sender_type, content, created_at, seq, status, origin, updated_at, in_reply_to)
VALUES (?, ?, ?, ?, ?, ?, 'completed', 'queue', ?, ?)
"""


def fill(path: Path, instances: list[str], count: int) -> None:
    """Add that many messages, in turn to these instances; each second one answers the one before it."""
    with closing(sqlite3.connect(path, timeout=30)) as database:
        (last,) = database.execute("SELECT coalesce(max(seq), 0) FROM agent_messages").fetchone()
        database.executemany(INSERT, (_row(last + number, instances) for number in range(1, count + 1)))
        database.commit()


def _row(seq: int, instances: list[str]) -> tuple[object, ...]:
    turn, answer = divmod(seq, 2)
    at = timestamps.text(START + seq)
    content = f"Message {seq}: the tests are fixed, and the manual says what they do. " * 3
    sender, replied = ("agent", f"m{seq - 1}") if answer else ("user", None)
    return f"m{seq}", instances[turn % len(instances)], sender, content, at, seq, at, replied
