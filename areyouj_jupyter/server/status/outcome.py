"""Outcome: how the last turn ended, as far as a CLI's own word goes."""

from __future__ import annotations

from areyouj_jupyter.models import Outcome
from areyouj_jupyter.server.status.evidence import Evidence
from areyouj_jupyter.specs import AgentSpec, Fact

LENGTH = 300  # characters of a reason


def outcome(spec: AgentSpec, evidence: Evidence) -> tuple[Outcome | None, str | None]:
    """How the last turn ended, and for a failed one why. A turn that no hook closed was interrupted."""
    end = evidence.ended
    if end is None:
        return None, None
    if end.fact is Fact.FAILED:
        return "failed", " ".join(end.text.split())[:LENGTH] or None
    closes = evidence.hooked and any(hook.fact is Fact.FINISHED for hook in spec.hooks.values())
    interrupted = end.fact is Fact.INTERRUPTED or (end.fact is None and closes)
    return ("interrupted" if interrupted else "completed"), None
