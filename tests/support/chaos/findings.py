"""What a run of chaos left: what was accepted, compared with what each agent got."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from chaos.run import Chaos

NUMBER = re.compile(r"\Am(\d+)e\Z")


@dataclass(frozen=True)
class Findings:
    """Of one agent."""

    statuses: Counter[str]
    lost: list[str]
    """Messages that are completed, and that the agent never got."""
    doubled: list[str]
    """Messages that it got more than once."""
    disordered: list[str]
    """Messages that it got behind a later one."""
    unexplained: list[str]
    """Messages that are uncertain or failed though neither the agent nor its holder was touched."""
    garbled: list[str]
    """What it got that nobody sent."""

    @property
    def faults(self) -> dict[str, list[str]]:
        """All that must not be."""
        names = ("lost", "doubled", "disordered", "unexplained", "garbled")
        return {name: found for name in names if (found := getattr(self, name))}


def findings(chaos: Chaos, agent: str) -> Findings:
    """Read what the agent's truth log and the server have."""
    path = chaos.truth(agent)
    lines = [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []
    got = [line["text"] for line in lines if line["kind"] == "message"]
    messages = chaos.messages(agent)
    statuses = {each["content"]: each["status"] for each in messages}
    numbers = [int(found[1]) for text in got if (found := NUMBER.match(text))]
    ended = [text for text, status in statuses.items() if status in ("uncertain", "error")]
    return Findings(
        statuses=Counter(statuses.values()),
        lost=[text for text, status in statuses.items() if status == "completed" and text not in got],
        doubled=[text for text, count in Counter(got).items() if count > 1],
        disordered=[f"m{later}e" for earlier, later in pairwise(numbers) if later < earlier],
        unexplained=ended if len(ended) > chaos.hit[agent] else [],
        garbled=[text for text in got if text not in statuses],
    )
