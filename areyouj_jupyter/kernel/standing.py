"""Standing: how a reply stands, in a line of text and in Markdown that survives saving, nbconvert and GitHub."""

from __future__ import annotations

from areyouj_jupyter.kernel.awaited import Awaited
from areyouj_jupyter.kernel.display import duration, question
from areyouj_jupyter.kernel.text import markdown, plain
from areyouj_jupyter.models import Prompt, StatusModel

MOMENT = 1.0  # seconds; what waits for less shows no time


def line(reply: Awaited) -> str:
    """One line: who, what, and how long it took or what it waits for."""
    if reply.done():
        return f"{reply.agent}: {reply.status} after {reply.elapsed:.1f} s"
    waited = f" for {duration(reply.elapsed)}" if reply.sent and reply.elapsed >= MOMENT else ""
    place = f", {reply.position} before it" if reply.position else ""
    return f"{reply.agent or 'an agent to come'}: {reply.status}{waited}{place}{reply.hint}"


def hint(status: StatusModel | None) -> str:
    """What holds up a reply, as the end of a line. status: its session's; None once that has ended."""
    if status is None:
        return ", and the agent is stopped; start it and the message goes on"
    if status.prompt:
        return f", and the agent asks: {question(status)}"
    return f", the queue is held: {status.blocked}" if status.blocked not in (None, "busy") else ""


def bundle(reply: Awaited) -> dict[str, str]:
    """The reply's text by MIME type; before it is there, how things stand and what may be answered."""
    if not reply.done():
        state = plain(line(reply))
        return {"text/plain": state, "text/markdown": f"⏳ {markdown(state)} …{_choices(reply.needs_input)}"}
    if error := reply.exception():
        return {"text/plain": plain(str(error)), "text/markdown": f"⚠️ {markdown(str(error))}"}
    text = reply.result()
    return {"text/plain": plain(text), "text/markdown": markdown(text)}


def _choices(prompt: Prompt | None) -> str:
    """The choices of an open question, as a list, and how one is given."""
    if prompt is None:
        return ""
    listed = "".join(f"\n- **{markdown(choice.key)}** {markdown(choice.label)}" for choice in prompt.choices)
    return f"\n\n`reply.answer(…)` takes one of these:\n{listed}" if listed else "\n\n`reply.answer(…)` takes a text."
