"""Evidence for tests: specs, readings of a screen, and evidence that is ready or in a turn."""

from __future__ import annotations

from dataclasses import replace

from areyouj_jupyter.server.status.evidence import Evidence, Verdict
from areyouj_jupyter.server.status.reading import Reading, Shown
from areyouj_jupyter.specs import AgentSpec, Dialog, Fact, Hook

HOOKED = AgentSpec(
    name="hooked",
    display_name="Hooked",
    command="hooked",
    install="",
    argv=(),
    hooks={
        "Start": Hook(Fact.READY),
        "Submit": Hook(Fact.SUBMITTED, text="prompt"),
        "Tool": Hook(Fact.WORKING),
        "Ask": Hook(Fact.PERMISSION),
        "Query": Hook(Fact.QUESTION),
        "Stop": Hook(Fact.FINISHED, text="reply", only={"agent": "main"}),
        "Fail": Hook(Fact.FAILED, text="error", limit=r"your limit(?:, resets (?P<clock>[^·]+))?"),
        "Note": Hook(Fact.NOTED),
        "End": Hook(Fact.ENDED),
    },
)


HOOKLESS = replace(HOOKED, name="hookless", hooks={})


SHELL = replace(HOOKLESS, name="shell", prompt_marks=True, foreground=True)


READY, BUSY, LIMIT, NOTHING = (
    Reading("idle", "ready"), Reading("busy", "spinner"), Reading("rate_limited", "limit"), Reading()
)  # fmt: skip


SHOWN = Shown(Dialog("permission", "permission", "x"), "May I?", ())


DIALOG = Reading("awaiting_input", "permission", SHOWN)


ASKING = Verdict("awaiting_input", "screen:permission", SHOWN, "permission")


def ready(spec: AgentSpec = HOOKED, now: float = 10.0) -> Evidence:
    """Of an incarnation that has started and stands at its prompt."""
    evidence = Evidence(spec)
    if "Start" in spec.hooks:
        assert evidence.on_hook("Start", {}, now)
    evidence.on_reading(READY, now)
    assert evidence.verdict(now).state == "idle"
    return evidence


def in_turn(now: float = 100.0) -> Evidence:
    """Of one that works since `now`, as hook and screen tell."""
    evidence = ready()
    evidence.on_hook("Submit", {"prompt": "do it"}, now)
    evidence.on_reading(BUSY, now)
    assert evidence.verdict(now) == Verdict("busy", "hook:Submit")
    return evidence
