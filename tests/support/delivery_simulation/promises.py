"""What holds in a simulation whatever happens: the invariants of delivery, seen in database, PTYs and agents."""

from __future__ import annotations

import logging
import re
import sqlite3
from collections import Counter
from dataclasses import dataclass

from areyouj_jupyter.server.delivery.delivery import SUBMITS
from areyouj_jupyter.server.delivery.wire_text import wire_text
from delivery_simulation.agent import BACK, Held
from delivery_simulation.simulation import ECHO, Simulation

NAME = re.compile(r"m(\d+)v\d+e")
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
OPEN = ("pending", "sending", "processing")


@dataclass
class Sent:
    """A message as its sender knows it. Each text holds its NAME: the place in `Promises.sent`, and a version."""

    texts: list[str]
    id: str | None = None
    """None: the server was killed before it answered."""
    retries: int = 0
    """How often a person asked for it to be sent again though it may have arrived."""
    completed: bool = False


class Promises(logging.Handler):
    """Of one world; it also hears all that is logged."""

    def __init__(self) -> None:
        super().__init__()
        self.simulation = Simulation(self.judge)
        self.sent: list[Sent] = []
        self.submits: Counter[tuple[str, str]] = Counter()
        self._logged: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Hear it."""
        self._logged.append(f"{logging.Formatter().format(record)} {record.__dict__}")

    def row(self, sent: Sent) -> sqlite3.Row:
        """As the database has it."""
        return self.simulation.look("SELECT * FROM agent_messages WHERE id = ?", sent.id)[0]

    def unfinished(self) -> list[tuple[str, str]]:
        """Text and status of all messages that wait or are on their way."""
        return [
            tuple(row) for row in self.simulation.look("SELECT content, status FROM agent_messages") if row[1] in OPEN
        ]

    def text(self, delivery_id: str) -> str:
        """What was ordered to be pasted."""
        return self.simulation.pastes[delivery_id].removeprefix("\x1b[200~").removesuffix("\x1b[201~")

    def pasted(self) -> list[str]:
        """All deliveries of which a byte may have been written."""
        return [delivery_id for held in self.simulation.holders for delivery_id in held.deliveries]

    # While an order is being written

    def judge(self, held: Held, delivery_id: str, step: str) -> None:
        """I4, I5, I6: what the agent is like at that moment."""
        agent, faults = held.agent, self.simulation.faults
        if agent.dialog or agent.busy:
            faults.append(f"{step} into {'a dialog' if agent.dialog else 'a turn'}")
        if step == "submit" and agent.composer != self.text(delivery_id):
            faults.append(f"submit of {agent.composer!r} instead of {self.text(delivery_id)!r}")
        if step == "submit" and any(part.startswith(BACK) for part in agent.parts):
            faults.append("submit of a text that an interrupt put back")
        if step == "paste" and agent.composer and not agent.hidden:
            faults.append(f"paste behind {agent.composer!r}")
        if step == "paste":
            self._judge_place(delivery_id)
        self.submits[delivery_id, step] += 1

    def _judge_place(self, delivery_id: str) -> None:
        sql = """SELECT count(*) FROM agent_messages AS mine JOIN agent_messages AS other
            ON other.agent_instance_id = mine.agent_instance_id AND other.position <= mine.position
            WHERE mine.delivery_id = ? AND other.status = 'pending'"""
        if self.simulation.look(sql, delivery_id)[0][0]:
            self.simulation.faults.append("a message passed another one")

    # Between two steps

    def check(self) -> None:
        """All of them."""
        services = self.simulation.services
        assert self.simulation.faults == [], self.simulation.faults
        assert services is None or not services.loop.spins, "the server goes round and round"
        assert not any(NAME.search(line) for line in self._logged)
        self._check_pastes()
        self._check_messages(self._truth())
        self._check_turns()

    def _check_pastes(self) -> None:
        """I2, I10: whole pastes, each once, of nothing but text."""
        pasted = self.pasted()
        assert len(pasted) == len(set(pasted))
        assert all(count <= (1 if step == "paste" else SUBMITS) for (_, step), count in self.submits.items())
        for held in self.simulation.holders:
            assert held.agent.pasted == [self.text(each) for each in held.deliveries][: len(held.agent.pasted)]
        for text in map(self.text, pasted):
            assert not CONTROLS.search(text)
            assert text in [wire_text(each, ECHO.neutral, False) for each in self.sent[number(text)].texts]
            assert not any(re.search(rule.pattern, text) for rule in ECHO.neutral)

    def _truth(self) -> Counter[tuple[str, int]]:
        """I3: which deliveries which incarnation got; no message twice but at a person's wish."""
        truth: Counter[tuple[str, int]] = Counter()
        arrived: Counter[int] = Counter()
        for held in self.simulation.holders:
            for parts, text in held.agent.truth:
                assert "probe" not in parts, text
                ours = [part for part in parts if part != "typed" and not part.startswith(BACK)]
                assert len(ours) <= 1, text
                truth.update((each, held.number) for each in ours)
                arrived.update(number(text) for _ in ours)
        assert all(count == 1 for count in truth.values())
        assert all(count <= 1 + self.sent[each].retries for each, count in arrived.items())
        return truth

    def _check_messages(self, truth: Counter[tuple[str, int]]) -> None:
        """I1, I3, I7: each is there, in a status that its deliveries bear out."""
        rows = {row["id"]: row for row in self.simulation.look("SELECT * FROM agent_messages")}
        arrived = {number(self.text(delivery_id)) for delivery_id, _ in truth}
        for place, sent in enumerate(self.sent):
            if sent.id is None:
                continue
            row = rows[sent.id]
            assert row["content"] in sent.texts
            assert row["status"] == "completed" or not sent.completed
            sent.completed = row["status"] == "completed"
            if row["status"] in ("processing", "completed"):
                assert truth[row["delivery_id"], row["incarnation"]] == 1, dict(row)
            elif row["status"] in ("pending", "cancelled") and not sent.retries:
                assert place not in arrived, dict(row)
            elif row["status"] == "uncertain":
                assert self._excused(row["incarnation"], row["delivery_id"]), dict(row)

    def _excused(self, incarnation: int, delivery_id: str) -> bool:
        """I13: whether nobody can tell: agent or holder ended, a hook got lost, or a person sent another text of it."""
        held = next(held for held in self.simulation.holders if held.number == incarnation)
        mixed = any(delivery_id in parts and "typed" in parts for parts, _ in held.agent.truth)
        ended = not held.lives or held.core.exit is not None or held.was_cut
        return ended or held.agent.lost > 0 or mixed

    def _check_turns(self) -> None:
        """No turn is recorded twice: as a message's, and as one that a person typed."""
        turns = sum(held.agent.turns for held in self.simulation.holders)
        sql = """SELECT count(*) FROM agent_messages
            WHERE sender_type = 'user' AND status IN ('processing', 'completed')"""
        assert self.simulation.look(sql)[0][0] <= turns

    def check_database(self) -> None:
        """I11: after a kill."""
        assert [tuple(row) for row in self.simulation.look("PRAGMA integrity_check")] == [("ok",)]
        assert self.simulation.look("PRAGMA foreign_key_check") == []


def number(text: str) -> int:
    """Of the message whose text it is."""
    found = NAME.search(text)
    assert found, text
    return int(found[1])
