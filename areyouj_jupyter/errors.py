"""Every error of the HTTP and WebSocket interface; `server/http/contract.py` alone gives them an HTTP status.

    AreYouJError
    ├── Malformed  MethodNotAllowed  NotJson               the request cannot be read at all
    ├── Invalid                what was asked makes no sense, whatever the state
    │   ├── MessageEmpty  NameInvalid  NameReserved  FolderInvalid  AnswerInvalid  KeysInvalid  TaskInvalid
    │   ├── SettingsInvalid
    ├── Forbidden              what was asked is not allowed here
    │   ├── FolderOutside  BypassForbidden  SpecForbidden  WouldExecute
    ├── NotFound               no such thing
    │   ├── AgentNotFound  InstanceNotFound  SessionNotFound  MessageNotFound  TaskNotFound  SpecNotFound
    ├── Conflict               not now, in this state
    │   ├── NameTaken  NameAmbiguous  SessionLimit  QueueFull  AgentStopped  AgentBusy  MessageSent  KeyReused
    │   ├── PromptGone  InputNotCleared  NotOwner  NotInstalled  DependencyCycle  TaskConflict  StartFailed
    │   ├── AgentUnreachable
    ├── TooLarge
    │   └── MessageTooLarge
    ├── Unavailable            the machine, not the request
    │   ├── DatabaseBusy  DatabaseUnusable  DatabaseDamaged  OutOfResources
    │   └── StorageFull
    └── KernelError            raised in a kernel only, never by a server
        ├── ServerNotFound  ServerUnreachable  AccessRefused  NeedsInput  LibraryMissing  ProcessForked
        ├── ReplyTimeout       also a TimeoutError
        ├── ArgumentInvalid  ArgumentTypeInvalid    also a ValueError, and a TypeError
        └── ReplyFailed
            └── ReplyCancelled  CommandFailed       the first is also a concurrent.futures.CancelledError

A class's docstring is its default message; a caller gives a fuller sentence that names the thing.
"""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from concurrent.futures import CancelledError
from typing import Any


class AreYouJError(Exception):
    """Something went wrong in AreYouJ."""

    def __init__(self, message: str | None = None) -> None:
        """message: one full sentence that names the thing; the class's docstring if None."""
        super().__init__(message or inspect.cleandoc(type(self).__doc__ or ""))

    @property
    def message(self) -> str:
        """The sentence for a person."""
        return str(self.args[0])

    @property
    def reason(self) -> str:
        """The class's name, for programs."""
        return type(self).__name__


class Malformed(AreYouJError):
    """The request cannot be read."""


class MethodNotAllowed(AreYouJError):
    """This address does not support that method."""


class NotJson(AreYouJError):
    """Send the request's body as JSON, with the header `Content-Type: application/json`."""


class Invalid(AreYouJError):
    """The request is not valid."""


class MessageEmpty(Invalid):
    """The message is empty."""


class NameInvalid(Invalid):
    """A name has 1 to 64 Unicode letters, digits, `_`, `.` or `-`."""


class NameReserved(Invalid):
    """The names `active`, `default` and all UUIDs are reserved."""


class FolderInvalid(Invalid):
    """The project path is not a folder."""


class AnswerInvalid(Invalid):
    """The answer does not match any of the choices."""


class KeysInvalid(Invalid):
    """The keys are not valid."""


class TaskInvalid(Invalid):
    """The task is not valid."""


class SettingsInvalid(Invalid):
    """The settings are not valid."""


class Forbidden(AreYouJError):
    """This is not allowed here."""


class FolderOutside(Forbidden):
    """The project path is outside the allowed folders."""


class BypassForbidden(Forbidden):
    """Skipping permission prompts is turned off on this server."""


class SpecForbidden(Forbidden):
    """This server does not allow that spec."""


class WouldExecute(Forbidden):
    """That agent runs what it is sent. If it is to run words that are not yours, pass `execute=True`."""


class NotFound(AreYouJError):
    """Not found."""


class AgentNotFound(NotFound):
    """Agent not found."""


class InstanceNotFound(NotFound):
    """Instance not found."""


class SessionNotFound(NotFound):
    """Session not found."""


class MessageNotFound(NotFound):
    """Message not found."""


class TaskNotFound(NotFound):
    """Task not found."""


class SpecNotFound(NotFound):
    """Spec not found."""


class Conflict(AreYouJError):
    """This cannot be done right now."""


class NameTaken(Conflict):
    """Another agent already has this name."""


class NameAmbiguous(Conflict):
    """More than one name starts with that; type more of it."""


class SessionLimit(Conflict):
    """The limit on live sessions has been reached."""


class QueueFull(Conflict):
    """This session's queue is full."""


class AgentStopped(Conflict):
    """The agent is not running."""


class AgentUnreachable(Conflict):
    """The agent is running, but its holder process is not responding."""


class AgentBusy(Conflict):
    """The agent is busy."""


class MessageSent(Conflict):
    """The message has already been sent."""


class KeyReused(Conflict):
    """The idempotency key was already used for a different text."""


class PromptGone(Conflict):
    """The prompt is no longer open."""


class InputNotCleared(Conflict):
    """The agent's input line cannot be cleared right now."""


class NotOwner(Conflict):
    """Another server is running the sessions of this data folder."""


class NotInstalled(Conflict):
    """The agent's program is not installed."""


class DependencyCycle(Conflict):
    """The dependency would create a cycle."""


class TaskConflict(Conflict):
    """The task cannot be changed that way right now."""


class StartFailed(Conflict):
    """The agent's program could not be started."""


class TooLarge(AreYouJError):
    """That is too large."""


class MessageTooLarge(TooLarge):
    """The message is too large."""


class Unavailable(AreYouJError):
    """The server cannot do that right now."""


class DatabaseBusy(Unavailable):
    """Another program has locked the database. Try again in a moment."""


class DatabaseUnusable(Unavailable):
    """The database cannot be used."""


class DatabaseDamaged(DatabaseUnusable):
    """The database is damaged."""


class OutOfResources(Unavailable):
    """The machine is out of resources for this. Try again in a moment."""


class StorageFull(Unavailable):
    """The disk is full."""


class KernelError(AreYouJError):
    """Something went wrong between this kernel and the server."""


class ServerNotFound(KernelError):
    """No Jupyter server with AreYouJ was found. Start JupyterLab, or call `connect(url=…, token=…)`."""


class ServerUnreachable(KernelError):
    """The Jupyter server is not responding."""


class AccessRefused(KernelError):
    """The Jupyter server rejected the token."""


class ReplyFailed(KernelError):
    """The message got no reply."""

    def __init__(self, message: str | None = None, status: str = "error", cause: str | None = None) -> None:
        """status: how the message ended; cause: why, as the server tells."""
        super().__init__(message)
        self.status = status
        self.cause = cause


class ReplyCancelled(ReplyFailed, CancelledError):
    """The message was cancelled."""


class CommandFailed(ReplyFailed):
    """The command ended with an exit code that is not 0, and `check` is set."""

    def __init__(self, message: str | None = None, exit_code: int = 1, output: str = "") -> None:
        """output: what it printed."""
        super().__init__(message, "completed")
        self.exit_code = exit_code
        self.output = output


class ReplyTimeout(KernelError, TimeoutError):
    """The reply did not come in time; its message stays where it is."""

    def __init__(self, message: str | None = None, replies: Sequence[Any] = ()) -> None:
        """replies: the Replies that are still to come."""
        super().__init__(message)
        self.replies = list(replies)

    @property
    def reply(self) -> Any:
        """The Reply that is still to come, the first of several."""
        return self.replies[0] if self.replies else None


class NeedsInput(KernelError):
    """The agent is asking a question, and `on_needs_input` is "raise"."""

    def __init__(self, message: str | None = None, prompt: Any = None, reply: Any = None) -> None:
        """prompt: what it asks, a `Prompt` of the models, which stand above this file; reply: the one it holds up."""
        super().__init__(message)
        self.prompt = prompt
        self.reply = reply


class ProcessForked(KernelError):
    """This crew was connected before this process was forked off. Call `areyouj.connect()` in this process."""


class ArgumentInvalid(KernelError, ValueError):
    """An argument has a value that makes no sense."""


class ArgumentTypeInvalid(KernelError, TypeError):
    """An argument is of a type that makes no sense."""


class LibraryMissing(KernelError, ImportError):
    """A required library is not installed where the notebook runs."""
