"""Servers, holders and agents are killed while messages are sent: none is lost, doubled, out of order, or pending.

AREYOUJ_CHAOS=3000,60 sets the number of messages and of kills, AREYOUJ_SEED what is killed when.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest
from chaos.findings import findings
from chaos.run import Chaos

MESSAGES, KILLS = map(int, os.environ.get("AREYOUJ_CHAOS", "300,8").split(","))
SEED = int(os.environ.get("AREYOUJ_SEED", "7"))
AGENTS = 10


@pytest.mark.slow
@pytest.mark.timeout(400 + MESSAGES // 2 + 30 * KILLS)
def test_every_message_arrives_once_and_in_order_whatever_is_killed(tmp_path: Path) -> None:
    chaos = Chaos(tmp_path, AGENTS, SEED)
    with chaos.running():
        chaos.happen(MESSAGES, KILLS)
        found = {agent: findings(chaos, agent) for agent in chaos.agents}
    statuses = sum((each.statuses for each in found.values()), Counter[str]())
    print(f"{dict(chaos.done)}: {dict(statuses)}")
    assert {agent: each.faults for agent, each in found.items() if each.faults} == {}
    assert sum(statuses.values()) == MESSAGES
    assert set(statuses) <= {"completed", "uncertain", "error"}
    assert sum(statuses[name] for name in ("uncertain", "error")) <= sum(chaos.hit.values())
