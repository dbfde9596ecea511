"""Handle: what can be done with one agent."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path
from socket import gethostname

from areyouj_jupyter.errors import MessageNotFound, PromptGone, WouldExecute
from areyouj_jupyter.kernel.client import arguments
from areyouj_jupyter.kernel.client.http_client import Client, part
from areyouj_jupyter.kernel.queue import Queue
from areyouj_jupyter.kernel.recording import Recording
from areyouj_jupyter.kernel.rendering.text import Shown
from areyouj_jupyter.kernel.replies.answers import answered
from areyouj_jupyter.kernel.replies.changed_files import Changes, watched
from areyouj_jupyter.kernel.replies.inbox import Inbox
from areyouj_jupyter.kernel.replies.pending_reply import OnNeedsInput
from areyouj_jupyter.kernel.replies.reply import Reply
from areyouj_jupyter.kernel.replies.statuses import Statuses
from areyouj_jupyter.kernel.tables import display
from areyouj_jupyter.models import (
    AssignTask,
    ClearedInput,
    MessageModel,
    MessagePage,
    Prompt,
    ScreenModel,
    SendMessage,
    SessionModel,
    SpecModel,
    State,
    StatusModel,
    StatusReport,
    TaskModel,
    TypeKeys,
)


class Handle:
    """One agent by its name (or a session by its id, or `active`); nothing is asked before it is used.

    Every method raises SessionNotFound or AgentStopped if no such session is live. Made by a Crew.
    """

    def __init__(self, crew: object, client: Client, inbox: Inbox, statuses: Statuses, name: str) -> None:
        """crew: referenced, so that it stays open while it is needed."""
        self.name = name
        self._crew = crew
        self._client = client
        self._inbox = inbox
        self._statuses = statuses
        self._path = f"sessions/{part(name)}"

    @property
    def model(self) -> SessionModel:
        """Its live session."""
        return self._client.get(self._path, SessionModel)

    @property
    def status(self) -> StatusModel:
        """The agent's status."""
        return self._client.get(f"{self._path}/status", StatusModel)

    @property
    def why(self) -> StatusReport:
        """The same, with all the evidence there is."""
        return self._client.get(f"{self._path}/status", StatusReport)

    @property
    def prompt(self) -> Prompt | None:
        """The question that it waits with, if any."""
        return self.status.prompt

    @property
    def screen(self) -> Shown:
        """What its terminal shows now."""
        return Shown("\n".join(self._client.get(f"{self._path}/screen", ScreenModel).lines).rstrip())

    def record(self) -> Recording:
        """What its terminal shows now and all that led there; `save(label, state)` makes a test case of it."""
        session = self.model
        path = f"sessions/{session.id}"
        screen = self._client.get(f"{path}/screen", ScreenModel)
        status = self._client.get(f"{path}/status", StatusModel)
        return Recording(session.spec, screen, status, self._client.output(session.id, screen.offset))

    @property
    def queue(self) -> Queue:
        """Its unfinished messages: `pause()`, `resume()`, `clear()`, `cancel(id)`, `edit(id, …)`."""
        return Queue(self._client, self.name)

    def send(
        self, text: str, command: bool = False, files: bool = False, check: bool = False, execute: bool = False
    ) -> Reply:
        """Queue a message, and return at once with its Reply.

        command: a slash or shell command, typed as written; files: note which files of its project change, for
        `reply.files_changed`, which costs a look by Git before and after; check: `reply.result()` raises CommandFailed
        if a shell's command ends with an exit code other than 0; execute: send what another agent said, such as a chunk
        of a reply, also to an agent that runs what it is sent, such as a shell; raises WouldExecute otherwise.
        """
        if isinstance(arguments.text(text, "A message"), Shown) and not execute:
            self.refuse_words()
        reply = self._inbox.draft(self._crew, self.name, text)
        reply.check = check
        return self.deliver(reply, command, files)

    def deliver(self, reply: Reply, command: bool = False, files: bool = False) -> Reply:
        """Send a draft, if it was not cancelled; otherwise as `send`."""
        if files:
            reply.changes = self._watched()
        # The key lets the client try again after a broken connection without the message coming twice.
        body = SendMessage(content=reply.message.content, command=command, idempotency_key=str(uuid.uuid4()))
        path = f"{self._path}/messages"
        return self._inbox.deliver(reply, lambda: self._client.post(path, MessageModel, body, repeatable=True))

    def ask(
        self,
        text: str,
        timeout: float | None = None,
        on_needs_input: OnNeedsInput = "wait",
        files: bool = False,
        check: bool = False,
    ) -> Reply:
        """Send, and wait for the reply; the rest is said at `send` and at `Reply.result`.

        Raises ReplyFailed, CommandFailed; NeedsInput, or ReplyTimeout after `timeout` seconds, which both have the
        Reply as `error.reply`.
        """
        arguments.seconds(timeout)
        arguments.on_needs_input(on_needs_input)
        reply = self.send(text, files=files, check=check)
        reply.on_needs_input = on_needs_input
        reply.result(timeout)
        return reply

    def assign(self, task_id: str, execute: bool = False) -> Reply:
        """Assign a task to it, which queues its text; returns the Reply.

        execute: also if it runs what it is sent, such as a shell. Raises TaskNotFound, WouldExecute.
        """
        return self._inbox.send(self._crew, lambda: self._assigned(task_id, execute))

    def refuse_words(self) -> None:
        """Raises WouldExecute if it runs what it is sent: the words of another agent are no commands of yours."""
        spec = self.model.spec
        if any(known.executes for known in self._client.get("specs", list[SpecModel]) if known.name == spec):
            raise WouldExecute(
                f"{self.name} would run another agent's words as a command. To allow that, pass execute=True."
            )

    def retry(self, message_id: str) -> Reply:
        """Queue a failed, cancelled or uncertain message again."""
        path = f"{self._path}/queue/{part(message_id)}/retry"
        return self._inbox.send(self._crew, lambda: self._client.post(path, MessageModel))

    def wait(self, *states: State, timeout: float | None = None) -> StatusModel:
        """Wait until it is in one of these states (default: `idle` or `awaiting_input`); returns its status.

        After `send` it may be idle still for a moment: to wait for the end of the work, wait for the Reply.
        Raises AgentStopped if it ends, TimeoutError after `timeout` seconds.
        """
        arguments.seconds(timeout)
        for state in states:
            arguments.state(state)
        wanted = states or ("idle", "awaiting_input")
        return self._statuses.wait(self.model, lambda status: status.state in wanted, " or ".join(wanted), timeout)

    def wait_for_prompt(self, timeout: float | None = None) -> Prompt:
        """Wait until it asks something; returns the question with its choices.

        Raises AgentStopped if it ends, TimeoutError after `timeout` seconds.
        """
        arguments.seconds(timeout)
        status = self._statuses.wait(self.model, lambda status: status.prompt is not None, "a question", timeout)
        assert status.prompt is not None  # noqa: S101  # that was waited for
        return status.prompt

    def log(self, limit: int = 50) -> display.Listing[MessageModel]:
        """Its session's last messages, oldest first."""
        arguments.count(limit, "limit")
        path = f"instances/{part(self.model.id)}/messages"
        return display.messages(self._client.get(path, MessagePage, limit=limit).messages)

    def answer(self, answer: str | int) -> StatusModel:
        """Answer the open prompt: by a choice's key or label, else free text. Raises PromptGone, AnswerInvalid."""
        prompt = self.prompt
        if prompt is None:
            raise PromptGone(f"{self.name} is not asking anything.")
        return answered(self._client, self.name, prompt, answer)

    def interrupt(self) -> StatusModel:
        """End the turn that runs; its message ends as error (interrupted)."""
        return self._client.post(f"{self._path}/interrupt", StatusModel)

    def keys(self, keys: str) -> StatusModel:
        """Type into the terminal: text, and names such as `<Enter>`, `<Esc>`, `<C-c>`; never queued."""
        return self._client.post(f"{self._path}/keys", StatusModel, TypeKeys(keys=keys))

    def clear_input(self) -> ClearedInput:
        """Clear its input line so that the queue continues; returns the text as `cleared`, which its log keeps.

        Raises InputNotCleared while it works or asks something, or where the line does not become empty.
        """
        return self._client.delete(f"{self._path}/input", ClearedInput)

    def seen(self) -> StatusModel:
        """Mark it as seen."""
        return self._client.put(f"{self._path}/seen", StatusModel)

    def activate(self) -> SessionModel:
        """Make it the active one."""
        return self._client.put(f"{self._path}/active", SessionModel)

    def restart(self) -> SessionModel:
        """Restart its process; the conversation continues if the CLI supports it."""
        return self._client.post(f"{self._path}/restart", SessionModel)

    def stop(self) -> None:
        """Stop it. Its unfinished messages continue when it is started again."""
        self._client.delete(self._path, type(None))

    def _watched(self) -> Changes | None:
        """Watch its project folder; None if changes there cannot be detected, or are not only this turn's."""
        session = self.model
        if session.status.state != "idle" or session.pending:
            return None
        # A folder of that name on another machine would be another folder.
        here = self._client.health().owner.host == gethostname()
        changes = watched(Path(session.project_path)) if here else None
        if changes:
            changes.others = self._others_in(session)
        return changes

    def _others_in(self, session: SessionModel) -> Callable[[], list[str]]:
        """Tells later which other agents have worked in the session's folder, or one in it, since now."""
        own = Path(session.project_path)
        others = [
            each
            for each in self._client.get("sessions", list[SessionModel])
            if each.id != session.id and Path(each.project_path).is_relative_to(own)
        ]
        rest = {each.id: each.status.since for each in others if each.status.state in ("idle", "exited")}

        def worked(other: SessionModel) -> bool:
            status = self._inbox.status(other.id)
            calm = other.id in rest and (status is None or status.since == rest[other.id])
            return not calm

        return lambda: sorted(each.agent for each in others if worked(each))

    def _assigned(self, task_id: str, execute: bool) -> MessageModel:
        """The message that carries the task, once it is assigned."""
        path = f"tasks/{part(task_id)}/assign"
        session = self.model
        self._client.post(path, TaskModel, AssignTask(agent=session.agent, execute=execute))
        page = self._client.get("messages", MessagePage, agent=session.agent_id, limit=100)
        carriers = [
            message for message in page.messages if message.task_id == task_id and message.sender_type == "user"
        ]
        if not carriers:
            raise MessageNotFound(f"Task {task_id} is assigned, but its message was not found.")
        return carriers[-1]

    def __repr__(self) -> str:
        return f"<Handle {self.name}>"
