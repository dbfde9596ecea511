"""Every error of the HTTP and WebSocket interface; `server/http/contract.py` alone gives them an HTTP status.

    AreYouJError
    ├── Malformed  MethodNotAllowed  NotJson               the request cannot be read at all
    ├── Invalid                what was asked makes no sense, whatever the state
    │   ├── MessageEmpty  NameInvalid  NameReserved  FolderInvalid  AnswerInvalid  KeysInvalid  TaskInvalid
    │   ├── SettingsInvalid
    ├── Forbidden              what was asked is not allowed here
    │   ├── FolderOutside  BypassForbidden  SpecForbidden
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
        └── ServerNotFound  ServerUnreachable  AccessRefused  ReplyFailed  NeedsInput  LibraryMissing

A class's docstring is its default message; a caller gives a fuller sentence that names the thing.
"""

from __future__ import annotations

import inspect
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
    """The address does not take that method."""


class NotJson(AreYouJError):
    """A request's body must be JSON, with the header `Content-Type: application/json`."""


class Invalid(AreYouJError):
    """The request makes no sense."""


class MessageEmpty(Invalid):
    """A message needs some text."""


class NameInvalid(Invalid):
    """A name is 1 to 64 Unicode letters, digits, `_`, `.` or `-`."""


class NameReserved(Invalid):
    """The names `active`, `default` and anything shaped like a UUID are reserved."""


class FolderInvalid(Invalid):
    """The project path is not a folder."""


class AnswerInvalid(Invalid):
    """The answer fits none of the choices."""


class KeysInvalid(Invalid):
    """The keys cannot be typed."""


class TaskInvalid(Invalid):
    """The task is not valid."""


class SettingsInvalid(Invalid):
    """The settings are not valid."""


class Forbidden(AreYouJError):
    """This is not allowed here."""


class FolderOutside(Forbidden):
    """The project path lies outside the allowed folders."""


class BypassForbidden(Forbidden):
    """Permission bypass is switched off on this server."""


class SpecForbidden(Forbidden):
    """This server does not allow that spec."""


class NotFound(AreYouJError):
    """There is no such thing."""


class AgentNotFound(NotFound):
    """There is no such agent."""


class InstanceNotFound(NotFound):
    """There is no such instance."""


class SessionNotFound(NotFound):
    """There is no such session."""


class MessageNotFound(NotFound):
    """There is no such message."""


class TaskNotFound(NotFound):
    """There is no such task."""


class SpecNotFound(NotFound):
    """There is no such spec."""


class Conflict(AreYouJError):
    """That cannot be done in the present state."""


class NameTaken(Conflict):
    """Another agent has this name."""


class NameAmbiguous(Conflict):
    """More than one thing begins with that."""


class SessionLimit(Conflict):
    """The limit of live sessions is reached."""


class QueueFull(Conflict):
    """The queue of this session is full."""


class AgentStopped(Conflict):
    """The agent is not running."""


class AgentUnreachable(Conflict):
    """The agent runs, but the process that keeps it does not answer."""


class AgentBusy(Conflict):
    """The agent is busy."""


class MessageSent(Conflict):
    """The message was already sent."""


class KeyReused(Conflict):
    """The idempotency key was used for another text."""


class PromptGone(Conflict):
    """The prompt to be answered is no longer open."""


class InputNotCleared(Conflict):
    """The agent's input line cannot be cleared now."""


class NotOwner(Conflict):
    """Another server runs the sessions of this data folder."""


class NotInstalled(Conflict):
    """The agent's program is not installed."""


class DependencyCycle(Conflict):
    """The dependency would make a circle."""


class TaskConflict(Conflict):
    """The task cannot be changed like that now."""


class StartFailed(Conflict):
    """The agent's program could not be started."""


class TooLarge(AreYouJError):
    """That is too large."""


class MessageTooLarge(TooLarge):
    """The message is too large."""


class Unavailable(AreYouJError):
    """The server cannot do that at the moment."""


class DatabaseBusy(Unavailable):
    """Another program holds the database; try again in a moment."""


class DatabaseUnusable(Unavailable):
    """The database cannot be used."""


class DatabaseDamaged(DatabaseUnusable):
    """The database is damaged."""


class OutOfResources(Unavailable):
    """The machine has no resources left for this; try again in a moment."""


class StorageFull(Unavailable):
    """The disk is full."""


class KernelError(AreYouJError):
    """Something went wrong between this kernel and the server."""


class ServerNotFound(KernelError):
    """No Jupyter server with AreYouJ was found; start JupyterLab, or call `connect(url=…, token=…)`."""


class ServerUnreachable(KernelError):
    """The Jupyter server does not answer."""


class AccessRefused(KernelError):
    """The Jupyter server refused the token."""


class ReplyFailed(KernelError):
    """The message got no reply."""

    def __init__(self, message: str | None = None, status: str = "error", cause: str | None = None) -> None:
        """status: how the message ended; cause: why, as the server tells."""
        super().__init__(message)
        self.status = status
        self.cause = cause


class NeedsInput(KernelError):
    """The agent asks something, and the caller wished to hear of it."""

    def __init__(self, message: str | None = None, prompt: Any = None) -> None:
        """prompt: what it asks, a `Prompt` of the models, which stand above this file."""
        super().__init__(message)
        self.prompt = prompt


class LibraryMissing(KernelError, ImportError):
    """A library that this needs is not installed where the notebook runs."""
