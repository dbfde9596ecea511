"""Explanation: a session's status with its evidence, so that a wrong status can be understood."""

from __future__ import annotations

from areyouj_jupyter.models import Clue, State, StatusModel, StatusReport
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.status.evidence import FILE, Evidence, Verdict
from areyouj_jupyter.specs import AgentSpec, Fact, Region

BUILT_IN = "built in"
ARGUES: dict[Fact, State] = {
    Fact.READY: "idle",
    Fact.SUBMITTED: "busy",
    Fact.WORKING: "busy",
    Fact.PERMISSION: "awaiting_input",
    Fact.QUESTION: "awaiting_input",
    Fact.FINISHED: "idle",
    Fact.FAILED: "idle",
    Fact.INTERRUPTED: "idle",
}
REPORTS: dict[str, State] = {"idle": "idle", "done": "idle", "error": "idle", "working": "busy"}
"""What a CLI's report argues for; blocked: that it waits."""


def explained(status: StatusModel, spec: AgentSpec, run: Incarnation | None, now: float, living: bool) -> StatusReport:
    """status: the session's published status. run: its last incarnation, if any. now: the loop's time.

    living: whether there is a process.
    """
    fields = {name: getattr(status, name) for name in StatusModel.__struct_fields__}
    clues = _clues(run.evidence, spec, run.verdict(), run.foreground(), now) if run and living else []
    process = Clue(
        source="process",
        name="alive" if living else "none",
        tells=None if living else "exited",
        age=None,
        decided=status.evidence == "process",
    )
    return StatusReport(**fields, clues=[*clues, process], rules=spec.rules_path or BUILT_IN)


def _clues(evidence: Evidence, spec: AgentSpec, verdict: Verdict, foreground: bool, now: float) -> list[Clue]:
    """Best first, in the order in which `Evidence` weighs them."""
    clues = [
        Clue(
            source=source,
            name=name,
            tells=ARGUES.get(fact) if fact else None,
            age=now - at,
            decided=verdict.evidence == f"{source}:{name}",
        )
        for source, (name, fact, at) in evidence.heard.items()
    ]
    if evidence.report:
        name = evidence.report.state
        report = Clue(
            source="report",
            name=name,
            tells=REPORTS.get(name, "awaiting_input"),
            age=now - evidence.reported_at,
            decided=verdict.evidence == f"report:{name}",
        )
        clues.append(report)
    if evidence.told:
        age = now - evidence.told_at
        file = Clue(source="file", name="state", tells=evidence.told.state, age=age, decided=verdict.evidence == FILE)
        clues.append(file)
    clues.append(_seen(evidence, spec, verdict, now))
    if spec.foreground:
        tells: State = "busy" if foreground else "idle"
        held = Clue(source="foreground", name="", tells=tells, age=None, decided=verdict.evidence == "foreground")
        clues.append(held)
    if evidence.closed:
        clues.append(Clue(source="terminal", name="closed", tells="awaiting_input", age=None, decided=True))
    return clues


def _seen(evidence: Evidence, spec: AgentSpec, verdict: Verdict, now: float) -> Clue:
    """The result of the last look at the screen."""
    reading = evidence.reading
    titles = {rule.name for rule in spec.rules if rule.region is Region.TITLE}
    return Clue(
        source="title" if reading.rule in titles else "screen",
        name=reading.rule,
        tells=reading.state,
        age=now - evidence.seen_at if evidence.seen_at else None,
        decided=bool(reading.rule) and verdict.evidence == f"screen:{reading.rule}",
    )
