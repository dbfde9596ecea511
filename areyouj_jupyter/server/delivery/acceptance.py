"""Acceptance: whether an agent took a text, by its submit hook, its transcript, or the marks of a shell."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from areyouj_jupyter.server.delivery.wire_text import canonical
from areyouj_jupyter.server.process.incarnation import Incarnation
from areyouj_jupyter.server.terminals import Hook as HolderHook
from areyouj_jupyter.specs import AgentSpec, Fact

HEAD = 1000  # canonical characters that identify a prompt which a hook reports wrapped
CUT = 500  # least canonical characters of a prompt which a hook reports cut short
PART = 12  # canonical characters that identify a part of a text


@dataclass(frozen=True)
class Baseline:
    """The state before a delivery began, so that an older prompt with the same words is not mistaken for it."""

    hook: int = 0
    """Number of the last hook."""
    offset: int = 0
    """Offset behind the last byte of output."""
    transcript: int = 0
    """Size of the transcript in bytes."""

    @classmethod
    async def of(cls, run: Incarnation) -> Baseline:
        """The present state."""
        return cls(run.hook, run.terminal.ring.end, await asyncio.to_thread(_size, run))

    @classmethod
    def stored(cls, evidence: Mapping[str, Any]) -> Baseline:
        """From what `noted` returned; all zero if an older version stored nothing."""
        return cls(*(int(evidence.get(name, 0)) for name in ("hook", "offset", "transcript")))

    def noted(self) -> dict[str, int]:
        """The form that is stored with the message."""
        return asdict(self)


def taken(run: Incarnation, sent: str, before: Baseline) -> bool:
    """Whether a hook reported this prompt. sent: the text's canonical form."""
    return any(matches(prompt, sent) for prompt in run.evidence.prompts_since(before.hook))


def changed(run: Incarnation, sent: str, before: Baseline) -> bool:
    """Whether a hook reported a prompt that contains a part of this text: a person edited it."""
    size = max(4, min(PART, len(sent) // 2))
    parts = [sent[begin : begin + size] for begin in range(0, max(1, len(sent) - size + 1), size)]
    prompts = [canonical(prompt) for prompt in run.evidence.prompts_since(before.hook)]
    return any(part in prompt for prompt in prompts for part in parts)


async def recorded(run: Incarnation, sent: str, before: Baseline) -> bool:
    """Whether the transcript has this prompt."""
    return await asyncio.to_thread(lambda: in_transcript(run.spec, run.transcript(), sent, before))


def in_transcript(spec: AgentSpec, path: Path | None, sent: str, before: Baseline) -> bool:
    """Whether the transcript of a conversation, if there is one, has this prompt. Blocking."""
    if path is None or spec.read_prompts is None:
        return False
    try:
        return any(matches(prompt, sent) for prompt in spec.read_prompts(path, before.transcript))
    except OSError:
        return False


def in_hooks(spec: AgentSpec, hooks: Iterable[HolderHook], sent: str, before: Baseline) -> bool:
    """Whether one of the hooks that a holder left tells of this prompt."""
    told = [(spec.hooks.get(each.name), each) for each in hooks if each.number > before.hook]
    texts = [
        str(each.payload.get(hook.text)) for hook, each in told if hook and hook.fact is Fact.SUBMITTED and hook.text
    ]
    return any(matches(text, sent) for text in texts)


def hooks_prompts(run: Incarnation) -> bool:
    """Whether this CLI calls a hook for every prompt that it takes."""
    return run.evidence.hooked and any(hook.fact is Fact.SUBMITTED for hook in run.spec.hooks.values())


def tells_prompts(run: Incarnation) -> bool:
    """Whether this CLI reports every prompt that it takes, by a hook or in its transcript."""
    return hooks_prompts(run) or run.spec.read_prompts is not None


def matches(prompt: str, sent: str) -> bool:
    """Whether a prompt, as the CLI reports it, is this text. sent: in its canonical form."""
    told = canonical(prompt)
    return bool(told) and (sent[:HEAD] in told or (len(told) >= CUT and told in sent))


def _size(run: Incarnation) -> int:
    """Size of the transcript in bytes, 0 while there is none. Blocking."""
    path = run.transcript() if run.spec.read_prompts else None
    try:
        return path.stat().st_size if path else 0
    except OSError:
        return 0
