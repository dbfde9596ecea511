"""The agent CLIs known here: one file each, found through the entry-point group `areyouj_jupyter.specs`."""

from areyouj_jupyter.specs.spec import (
    AgentSpec,
    Composer,
    Dialog,
    Fact,
    Gauge,
    Hook,
    Neutral,
    Region,
    ScreenRule,
    Step,
    Told,
    Turn,
)

__all__ = [
    "AgentSpec",
    "Composer",
    "Dialog",
    "Fact",
    "Gauge",
    "Hook",
    "Neutral",
    "Region",
    "ScreenRule",
    "Step",
    "Told",
    "Turn",
]
