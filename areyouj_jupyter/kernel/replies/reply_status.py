"""Reply status: how far a reply is, in a line of text and in Markdown that survives saving, nbconvert and GitHub."""

from __future__ import annotations

from typing import Any

from areyouj_jupyter.kernel.rendering.markdown import markdown
from areyouj_jupyter.kernel.rendering.text import plain
from areyouj_jupyter.kernel.replies.pending_reply import PendingReply
from areyouj_jupyter.kernel.tables.display import KINDS, duration, question
from areyouj_jupyter.kernel.tables.held_queue import advised
from areyouj_jupyter.models import MessageModel, Prompt, StatusModel

MOMENT = 1.0  # seconds; what waits for less shows no time
SHOWN = 50_000  # characters of a reply's beginning, and of its end, that a notebook shows
LATEST = 12  # steps that are shown while a reply is on its way; all are in `Reply.steps`
SPINNER = "◐◓◑◒"

QUESTION = "application/vnd.areyouj.question+json"
"""The MIME type by which JupyterLab shows an open question, or what holds a queue, with buttons, see
labextension/src/prompts/question.tsx.

It names the question and does not hold it: what is asked, and whether it is still open, only the server says. Whoever
does not know the type shows the Markdown beside it, as do nbconvert, GitHub and other editors.
"""


def line(reply: PendingReply) -> str:
    """One line: agent, status, and how long it took or what it waits for."""
    if reply.done():
        return f"{reply.agent}: {reply.status} after {reply.elapsed:.1f} s"
    return f"{_progress(reply)}{reply.hint}"


def asked(reply: PendingReply) -> str:
    """The open question, for who waits where nothing is displayed."""
    return f"areyouj: {line(reply)}. Answer it in its terminal or in the sidebar, or with `reply.answer(…)`."


def _progress(reply: PendingReply) -> str:
    """Who, what, and for how long, of a reply that is on its way."""
    waited = f" for {duration(reply.elapsed)}" if reply.sent and reply.elapsed >= MOMENT else ""
    place = f", {reply.position} before it" if reply.position else ""
    return f"{reply.agent or 'the next free agent'}: {reply.status}{waited}{place}"


def hint(status: StatusModel | None, agent: str) -> str:
    """What holds up a reply, as the end of a line. status: its session's; None once that has ended."""
    if status is None:
        return ", and the agent is stopped; start it to continue"
    if status.prompt:
        return f", and the agent is asking: {question(status)}"
    if status.state == "exited":
        after = "it will be restarted" if status.until else "restart it to continue"
        return f", and the agent has ended ({(status.reason or '').rstrip('.')}); {after}"
    return f". {told}" if (told := advised(status, agent)) else ""


def bundle(reply: PendingReply) -> dict[str, Any]:
    """The reply's text by MIME type; before it is there, what was said, its state and the possible answers."""
    if not reply.done():
        return _unfinished(reply)
    if error := reply.failure:
        output = getattr(error, "output", "")
        shown = {"text/plain": plain(str(error)), "text/markdown": f"⚠️ {markdown(str(error))}"}
        return {kind: f"{text}\n\n{_text(output, reply)[kind]}" if output else text for kind, text in shown.items()}
    return _text(reply.result(), reply)


def _text(text: str, reply: PendingReply) -> dict[str, str]:
    """As `bundle`; a very long text without its middle, since a notebook keeps what it shows."""
    if len(text) > 2 * SHOWN:
        note = f"[… {len(text) - 2 * SHOWN:,} characters are not shown here; `reply.result()` has all of them. …]"
        text = f"{text[:SHOWN]}\n\n{note}\n\n{text[-SHOWN:]}"
    return {"text/plain": plain(text), "text/markdown": markdown(text, reply.pictures())}


def _unfinished(reply: PendingReply) -> dict[str, Any]:
    """As `bundle`; an open question is named, for who can show it with buttons."""
    state, prompt = plain(line(reply)), reply.needs_input
    so_far = "".join(f"{_step(step)}\n\n" for step in reply.steps_so_far[-LATEST:])
    before = f"{so_far}{SPINNER[int(reply.elapsed) % len(SPINNER)]} "
    shown: dict[str, Any] = {"text/plain": state, "text/markdown": f"{before}{markdown(state)} …{_choices(prompt)}"}
    text = f"{before}{markdown(_progress(reply))} …"
    if prompt:
        shown[QUESTION] = {"session": reply.message.session_id, "prompt": prompt.id, "text": text}
    elif reply.held:
        shown[QUESTION] = {"session": reply.message.session_id, "held": reply.held, "text": text}
    return shown


def _step(step: MessageModel) -> str:
    """What was said on the way as Markdown; a call of a tool as one line."""
    if step.kind == "note":
        return markdown(step.content)
    return f"{KINDS[step.kind]}{markdown(' '.join(step.content.split()))}"


def _choices(prompt: Prompt | None) -> str:
    """The choices of an open question, as a list, and how one is given."""
    if prompt is None:
        return ""
    listed = "".join(f"\n- **{markdown(choice.key)}** {markdown(choice.label)}" for choice in prompt.choices)
    if listed:
        return f"\n\n`reply.answer(…)` takes one of these:\n{listed}"
    return "\n\n`reply.answer(…)` takes a text." if prompt.takes_text else "\n\nAnswer it in the agent's terminal."
