"""The catalog: every spec that an installed package offers under the entry-point group."""

from __future__ import annotations

import logging
from importlib.metadata import entry_points

from areyouj_jupyter.specs.format.spec import AgentSpec

logger = logging.getLogger(__name__)

GROUP = "areyouj_jupyter.specs"


def load_specs() -> dict[str, AgentSpec]:
    """Spec name → spec. One that cannot be loaded is logged and left out: it must not stop the others."""
    specs: dict[str, AgentSpec] = {}
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        try:
            spec = point.load()
        except Exception:  # somebody else's package
            logger.exception("spec could not be loaded", extra={"spec": point.name})
            continue
        if isinstance(spec, AgentSpec) and spec.name == point.name:
            specs[spec.name] = spec
        else:
            logger.error("entry point is no spec of its name", extra={"spec": point.name})
    return specs
