"""The agent CLIs known here: one file or folder each, found through the entry-point group `areyouj_jupyter.specs`."""

from areyouj_jupyter.specs.format.dialog import Dialog
from areyouj_jupyter.specs.format.hook import Fact, Hook
from areyouj_jupyter.specs.format.screen_rule import Composer, Region, ScreenRule
from areyouj_jupyter.specs.format.spec import AgentSpec, Neutral
from areyouj_jupyter.specs.format.told import Gauge, Step, Told, Turn

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
