"""Every route of the HTTP interface, in the order of the design's table (a literal name before a parameter)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from areyouj_jupyter import errors
from areyouj_jupyter import models as m
from areyouj_jupyter.server.http.contract import BYTES, CSV, XLSX, Download, Route

A_SESSION = (errors.SessionNotFound, errors.NameAmbiguous, errors.AgentStopped, errors.AgentUnreachable)
AN_AGENT = (errors.AgentNotFound,)
AN_INSTANCE = (errors.InstanceNotFound,)
A_MESSAGE = (*A_SESSION, errors.MessageNotFound)
A_TASK = (errors.TaskNotFound,)
A_TEXT = (errors.MessageEmpty, errors.MessageTooLarge)
A_FOLDER = (errors.FolderInvalid, errors.FolderOutside)
A_SPEC = (errors.SpecNotFound, errors.SpecForbidden)
A_START = (
    *A_FOLDER, *A_SPEC, errors.SettingsInvalid, errors.BypassForbidden,
    errors.SessionLimit, errors.NotInstalled, errors.StartFailed, errors.AgentUnreachable,
)  # fmt: skip

PARAMETERS: Mapping[tuple[str, str], str] = {
    ("agents", "id"): "An agent's id or name.",
    ("instances", "id"): "An instance's id.",
    ("sessions", "id"): "A session's id, a unique prefix of it, an agent's name, `active` or `default`.",
    ("sessions", "message_id"): "A message's id.",
    ("tasks", "id"): "A task's id.",
    ("tasks", "other"): "The id of the task that must be done first.",
}
"""What each path parameter takes, by the path's first word and the parameter's name."""


def _read(path: str, name: str, summary: str, returns: Any, needs_owner: bool = False, **more: Any) -> Route:
    return Route("GET", path, name, summary, returns, action="read", needs_owner=needs_owner, **more)


META = (
    _read("specs", "list_specs", "The agent CLIs, and whether they are installed.", list[m.SpecModel]),
    _read("health", "read_health", "The state of this server, and which server runs the sessions.", m.HealthModel),
    _read("openapi.json", "read_document", "This document.", dict[str, Any]),
)

AGENTS = (
    _read("agents", "list_agents", "All agents, oldest first.", list[m.AgentModel]),
    Route("POST", "agents", "create_agent", "Create an agent.", m.AgentModel, m.CreateAgent, status=201,
          query=m.Rehearse,
          raises=(errors.NameInvalid, errors.NameReserved, errors.NameTaken, *A_FOLDER, *A_SPEC, errors.SettingsInvalid,
                  errors.BypassForbidden)),
    _read("agents/{id}", "read_agent", "One agent.", m.AgentModel, raises=AN_AGENT),
    Route("PUT", "agents/{id}", "update_agent", "Change an agent; absent fields stay as they are.",
          m.AgentModel, m.UpdateAgent, query=m.Rehearse,
          raises=(*AN_AGENT, errors.NameInvalid, errors.NameReserved, errors.NameTaken, *A_FOLDER, *A_SPEC,
                  errors.SettingsInvalid, errors.BypassForbidden)),
    Route("DELETE", "agents/{id}", "delete_agent", "Stop an agent's sessions and delete it with all its messages.",
          status=204, action="execute", raises=AN_AGENT),
    _read("agents/{id}/instances", "list_instances", "The conversations of an agent, newest first.",
          list[m.InstanceModel], query=m.ListInstances, raises=AN_AGENT),
    Route("POST", "agents/{id}/instances", "start_instance", "Start an agent.", m.SessionModel, m.StartInstance,
          status=201, action="execute", raises=(*AN_AGENT, *A_START)),
    _read("instances/{id}", "read_instance", "One conversation of an agent.", m.InstanceModel, raises=AN_INSTANCE),
    Route("PUT", "instances/{id}", "stop_instance", "Stop an instance; an ended one stays as it is.",
          m.InstanceModel, m.UpdateInstance, action="execute", raises=AN_INSTANCE),
    Route("DELETE", "instances/{id}", "delete_instance", "Stop an instance and delete it with its messages.",
          status=204, action="execute", raises=AN_INSTANCE),
    _read("instances/{id}/messages", "list_instance_messages", "The messages of an instance, newest page first.",
          m.MessagePage, query=m.PageMessages, raises=AN_INSTANCE),
    Route("POST", "instances/{id}/messages", "send_instance_message", "Queue a message for a live instance.",
          m.MessageModel, m.SendMessage, status=201,
          raises=(*AN_INSTANCE, errors.AgentStopped, *A_TEXT, errors.QueueFull, errors.KeyReused)),
)  # fmt: skip

SESSIONS = (
    _read("sessions", "list_sessions", "The live sessions.", list[m.SessionModel]),
    Route("POST", "sessions", "create_session", "Start an agent by name, or an ad-hoc one by spec and project path.",
          m.SessionModel, m.CreateSession, status=201, action="execute", raises=(*AN_AGENT, *A_START)),
    _read("sessions/{id}", "read_session", "One live session.", m.SessionModel, needs_owner=True, raises=A_SESSION),
    Route("DELETE", "sessions/{id}", "delete_session", "Stop a session.", status=204, action="execute",
          raises=A_SESSION),
    Route("PUT", "sessions/{id}/active", "activate_session", "Make a session the active one.", m.SessionModel,
          raises=A_SESSION),
    _read("sessions/{id}/status", "read_status", "What a session is doing, and the evidence for it.", m.StatusReport,
          needs_owner=True, raises=A_SESSION),
    _read("sessions/{id}/log", "read_log", "What happened to a session, in order.", m.SessionLog, needs_owner=True,
          raises=A_SESSION),
    Route("PUT", "sessions/{id}/seen", "mark_seen", "Mark a session as seen.", m.StatusModel, raises=A_SESSION),
    _read("sessions/{id}/screen", "read_screen", "What a session's terminal shows now.", m.ScreenModel,
          needs_owner=True, raises=A_SESSION),
    _read("sessions/{id}/output", "read_output", "Raw terminal output of a session, from an offset.", Download,
          needs_owner=True, query=m.ReadOutput, raises=A_SESSION, media=(BYTES,),
          headers={"X-AreYouJ-Offset": "Offset of the first byte returned; later than requested if older bytes are no "
                   "longer kept.", "X-AreYouJ-Next-Offset": "Offset of the next request."}),
    Route("POST", "sessions/{id}/interrupt", "interrupt_session", "Interrupt the current turn.", m.StatusModel,
          action="execute", raises=A_SESSION),
    Route("POST", "sessions/{id}/keys", "type_keys", "Type into the terminal; never queued.", m.StatusModel, m.TypeKeys,
          action="execute", raises=(*A_SESSION, errors.KeysInvalid)),
    Route("POST", "sessions/{id}/answer", "answer_prompt", "Answer the open prompt.", m.StatusModel, m.AnswerPrompt,
          action="execute", raises=(*A_SESSION, errors.AnswerInvalid, errors.PromptGone)),
    Route("DELETE", "sessions/{id}/input", "clear_input", "Clear the input line of an idle session so that its queue "
          "continues. Returns the text, and keeps it in the log.", m.ClearedInput, action="execute",
          raises=(*A_SESSION, errors.InputNotCleared)),
    Route("POST", "sessions/{id}/restart", "restart_session", "Restart the process; the conversation continues.",
          m.SessionModel, action="execute", raises=(*A_SESSION, *A_START)),
)  # fmt: skip

QUEUE = (
    Route("POST", "sessions/{id}/messages", "send_message", "Queue a message.", m.MessageModel, m.SendMessage,
          status=201, raises=(*A_SESSION, *A_TEXT, errors.QueueFull, errors.KeyReused)),
    _read("sessions/{id}/queue", "read_queue", "The unfinished messages, in order.", m.QueueModel,
          needs_owner=True, raises=A_SESSION),
    Route("DELETE", "sessions/{id}/queue", "clear_queue", "Cancel all pending messages.", m.QueueModel,
          raises=A_SESSION),
    Route("PUT", "sessions/{id}/queue/paused", "pause_queue", "Pause or resume the queue.", m.QueueModel, m.PauseQueue,
          raises=A_SESSION),
    Route("PUT", "sessions/{id}/queue/{message_id}", "edit_message", "Change or move a pending message.",
          m.MessageModel, m.EditMessage, raises=(*A_MESSAGE, *A_TEXT, errors.MessageSent)),
    Route("DELETE", "sessions/{id}/queue/{message_id}", "cancel_message",
          "Cancel a pending message, even of an ended session.", m.MessageModel,
          raises=(*A_MESSAGE, errors.MessageSent)),
    Route("POST", "sessions/{id}/queue/{message_id}/retry", "retry_message",
          "Queue a failed, cancelled or uncertain message again, even of an ended session.", m.MessageModel,
          raises=(*A_MESSAGE, errors.MessageSent, errors.QueueFull)),
    _read("messages", "find_messages", "Messages of all agents, newest page first.", m.MessagePage,
          query=m.FindMessages, raises=AN_AGENT),
)  # fmt: skip

TASKS = (
    _read("tasks", "list_tasks", "Tasks by id, parents before their sub-tasks.", m.TaskPage, query=m.ListTasks),
    Route("POST", "tasks", "create_task", "Add a task.", m.TaskModel, m.CreateTask, status=201,
          raises=(*A_TASK, errors.TaskInvalid, errors.TaskConflict, errors.DependencyCycle)),
    _read("tasks/next", "read_next_task", "The next task; null if none is ready.", m.TaskModel | None),
    _read("tasks/stats", "read_task_stats", "How many tasks there are, and how many are done.", m.TaskStats),
    _read("tasks/export", "export_tasks", "Export the task list as a file.", Download, query=m.ExportTasks,
          media=(CSV, XLSX)),
    _read("tasks/{id}", "read_task", "One task.", m.TaskModel, raises=A_TASK),
    Route("PUT", "tasks/{id}", "update_task", "Change a task; absent fields stay as they are.", m.TaskModel,
          m.UpdateTask, raises=(*A_TASK, errors.TaskInvalid, errors.TaskConflict)),
    Route("DELETE", "tasks/{id}", "delete_task", "Delete a task.", status=204, raises=(*A_TASK, errors.TaskConflict)),
    Route("POST", "tasks/{id}/assign", "assign_task", "Assign a task to an agent, which queues its text.",
          m.TaskModel, m.AssignTask,
          raises=(*A_TASK, *AN_AGENT, *A_SESSION, *A_TEXT, errors.QueueFull, errors.TaskConflict)),
    Route("PUT", "tasks/{id}/dependencies/{other}", "add_dependency", "Make a task depend on another.", m.TaskModel,
          raises=(*A_TASK, errors.TaskInvalid, errors.TaskConflict, errors.DependencyCycle)),
    Route("DELETE", "tasks/{id}/dependencies/{other}", "remove_dependency", "Remove a dependency of a task.",
          m.TaskModel, raises=(*A_TASK, errors.TaskConflict)),
)  # fmt: skip

ROUTES = (*META, *AGENTS, *SESSIONS, *QUEUE, *TASKS)
