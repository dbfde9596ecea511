"""The agent CLIs known here: one file each, found through the entry-point group `areyouj_jupyter.specs`."""

from areyouj_jupyter.specs.dialog import Dialog
from areyouj_jupyter.specs.hook import Fact, Hook
from areyouj_jupyter.specs.screen_rule import Composer, Region, ScreenRule
from areyouj_jupyter.specs.spec import AgentSpec, Neutral
from areyouj_jupyter.specs.told import Gauge, Step, Told, Turn

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
