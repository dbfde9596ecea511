"""The sub-commands of `%areyouj`: each a line or two of the client."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from areyouj_jupyter.errors import ReplyFailed
from areyouj_jupyter.kernel.context import notebook
from areyouj_jupyter.kernel.magics.command_line import Arguments, Command, Option
from areyouj_jupyter.kernel.recording import CAUTION
from areyouj_jupyter.kernel.rendering.text import Shown
from areyouj_jupyter.kernel.tables import display
from areyouj_jupyter.models import State, StatusModel, TaskStatus

if TYPE_CHECKING:
    from areyouj_jupyter.kernel.crew import Crew
    from areyouj_jupyter.kernel.replies.reply import Reply

COMMAND = Option("--command", "the text is a slash or shell command, typed as written")
FILES = Option("--files", "note which files of its project change in the meantime")
CHECK = Option("--check", "a shell's exit code other than 0 is an error")
RAW = Option("--raw", "send braces as written")
VAR = Option(
    "--var",
    "attach a variable, in a form that suits its type",
    "VAR",
    many=True,
)
DRY_RUN = Option("--dry-run", "show what would be sent without sending it")
SEND_OPTIONS = (
    COMMAND,
    FILES,
    CHECK,
    RAW,
    VAR,
    Option("--cell", "attach a cell: its number, or -1 for the previous one", "CELL", int),
    Option("--traceback", "attach the last error, with the code that raised it"),
    DRY_RUN,
)
TO_FIX = (
    "A cell of my notebook failed. Tell me in one sentence what is wrong with it, and give me the whole cell, "
    "corrected, as one block of code."
)
OPTIONAL = (("NAME", "active"),)
NEEDED = (("NAME", None),)


def show_all(crew: Crew, arguments: Arguments) -> object:
    """All agents."""
    return crew


def start(crew: Crew, arguments: Arguments) -> object:
    """An agent that runs."""
    told = arguments["spec"], arguments["path"], arguments["mode"], arguments["model"]
    handle = crew.start(arguments["NAME"], *told, new=arguments["new"])
    return display.sessions([handle.model])


def send(crew: Crew, arguments: Arguments) -> Reply:
    """A reply to come."""
    options = {name: arguments[name] for name in ("command", "files", "check")}
    return crew[arguments["NAME"]].send(arguments.text, **options)


def fix(crew: Crew, arguments: Arguments) -> Reply:
    """A reply to come, which has the corrected cell in a block of code."""
    return crew[arguments["NAME"]].send(arguments.text)


def ask(crew: Crew, arguments: Arguments) -> Reply:
    """A reply that has come; shown from the start, so that a question of the agent's is seen."""
    reply = send(crew, arguments)
    if notebook.live():
        reply.show()
    try:
        reply.result(arguments["timeout"])
    except ReplyFailed:
        pass  # the reply shows why
    finally:
        if not notebook.live():
            reply.show()
    return reply


def queue(crew: Crew, arguments: Arguments) -> object:
    """The queue, after what the options ask for."""
    waiting = crew[arguments["NAME"]].queue
    if arguments["clear"]:
        waiting.clear()
    if arguments["cancel"]:
        waiting.cancel(arguments["cancel"])
    if arguments["pause"]:
        waiting.pause()
    if arguments["resume"]:
        waiting.resume()
    return waiting


def screen(crew: Crew, arguments: Arguments) -> object:
    """The terminal's text."""
    return crew[arguments["NAME"]].screen


def why(crew: Crew, arguments: Arguments) -> object:
    """The status and its evidence, best first."""
    return display.evidence(crew[arguments["NAME"]].why, arguments["NAME"])


def log(crew: Crew, arguments: Arguments) -> object:
    """The last messages."""
    return crew[arguments["NAME"]].log(arguments["limit"] or 20)


def record(crew: Crew, arguments: Arguments) -> object:
    """The recording's place and content."""
    recording = crew[arguments["NAME"]].record()
    place = recording.save(arguments["LABEL"], arguments["state"], arguments["path"] or "recordings")
    return Shown(f"{recording.told(arguments['state'])} It is in {place}. {CAUTION}")


def interrupt(crew: Crew, arguments: Arguments) -> object:
    """What the agent does now."""
    return _state(arguments, crew[arguments["NAME"]].interrupt())


def answer(crew: Crew, arguments: Arguments) -> object:
    """What the agent does now."""
    return _state(arguments, crew[arguments["NAME"]].answer(arguments.text))


def clear(crew: Crew, arguments: Arguments) -> object:
    """The text that was in the input line."""
    cleared = crew[arguments["NAME"]].clear_input().cleared
    return Shown(f"Cleared: {cleared}" if cleared else f"The input line of {arguments['NAME']} was empty.")


def stop(crew: Crew, arguments: Arguments) -> object:
    """That it is stopped."""
    crew[arguments["NAME"]].stop()
    return Shown(f"{arguments['NAME']} is stopped.")


def restart(crew: Crew, arguments: Arguments) -> object:
    """The session, in its new incarnation."""
    return display.sessions([crew[arguments["NAME"]].restart()])


def active(crew: Crew, arguments: Arguments) -> object:
    """The active session."""
    handle = crew[arguments["NAME"]]
    return display.sessions([handle.model if arguments["NAME"] == "active" else handle.activate()])


def tasks(crew: Crew, arguments: Arguments) -> object:
    """The tasks, after what the options ask for."""
    if arguments["add"]:
        crew.tasks.create(arguments["add"])
    if arguments["done"]:
        crew.tasks.done(arguments["done"])
    return crew.tasks.list(arguments["status"])


def assign(crew: Crew, arguments: Arguments) -> object:
    """The task, with the agent it is assigned to."""
    return display.tasks([crew.tasks.assign(arguments["TASK"], arguments["NAME"], arguments["execute"])])


def next_task(crew: Crew, arguments: Arguments) -> object:
    """The task to do next."""
    task = crew.tasks.next()
    return display.tasks([task]) if task else Shown("No task is ready.")


def specs(crew: Crew, arguments: Arguments) -> object:
    """The agent CLIs."""
    return crew.specs


def dashboard(crew: Crew, arguments: Arguments) -> object:
    """A live view of all agents."""
    from areyouj_jupyter.kernel.dashboard import Dashboard  # brings ipywidgets, which no other command needs

    return Dashboard(crew)


def _state(arguments: Arguments, status: StatusModel) -> Shown:
    """One line: the agent and its status."""
    return Shown(f"{arguments['NAME']}: {display.state(status)}")


def _state_word(word: str) -> str:
    """Raises ValueError."""
    if word not in get_args(State):
        raise ValueError(word)
    return word


def _task_status(word: str) -> str:
    """Raises ValueError."""
    if word not in get_args(TaskStatus):
        raise ValueError(word)
    return word


COMMANDS = {
    command.name: command
    for command in (
        Command("status", "Show all agents: who is busy, who is done, who needs you.", show_all),
        Command(
            "start",
            "Start an agent, which continues its conversation; with --spec, create it if it is new.",
            start,
            NEEDED,
            (
                Option("--spec", "which agent CLI; `specs` lists them", "SPEC"),
                Option("--path", "its folder, absolute or relative to the server's root folder", "DIR"),
                Option("--mode", "its permission mode", "MODE"),
                Option("--model", "the model to use", "MODEL"),
                Option("--new", "begin a new conversation instead of continuing the last one"),
            ),
        ),
        Command("send", "Queue a message and return its Reply at once.", send, NEEDED, SEND_OPTIONS, text="TEXT"),
        Command(
            "ask",
            "Send, wait, and show the reply.",
            ask,
            NEEDED,
            (*SEND_OPTIONS, Option("--timeout", "stop waiting after this; the message stays queued", "SECONDS", float)),
            text="TEXT",
        ),
        Command(
            "fix",
            "Send the last error with the cell that raised it; `reply.to_cell()` puts the answer into the next cell.",
            fix,
            OPTIONAL,
            (RAW, VAR, DRY_RUN),
            text="TEXT",
            preset=TO_FIX,
            attaches=("traceback",),
        ),
        Command(
            "queue",
            "Show unfinished messages.",
            queue,
            OPTIONAL,
            (
                Option("--pause", "deliver nothing"),
                Option("--resume", "deliver again"),
                Option("--clear", "cancel all pending messages"),
                Option("--cancel", "cancel one, by its id or the start of it", "ID"),
            ),
        ),
        Command("screen", "Show what an agent's terminal shows.", screen, OPTIONAL),
        Command("why", "Show an agent's status with the evidence that decided it.", why, OPTIONAL),
        Command(
            "log",
            "Show an agent's last messages.",
            log,
            OPTIONAL,
            (Option("--limit", "how many (default: 20)", "COUNT", int),),
        ),
        Command(
            "answer", "Answer an agent's question: a choice's number or label, or text.", answer, NEEDED, text="ANSWER"
        ),
        Command(
            "record",
            "Save an agent's terminal as a test case, when its status is wrong.",
            record,
            (("NAME", None), ("LABEL", None)),
            (
                Option("--state", "what the status should be", "STATE", _state_word),
                Option("--path", "the folder to write to (default: recordings)", "DIR"),
            ),
        ),
        Command("interrupt", "Interrupt the current turn.", interrupt, OPTIONAL),
        Command("clear", "Clear an agent's input line so that its queue continues.", clear, NEEDED),
        Command("stop", "Stop an agent; its queue continues the next time it starts.", stop, NEEDED),
        Command("restart", "Restart an agent; the conversation continues.", restart, NEEDED),
        Command("active", "Show the active session, or choose another.", active, OPTIONAL),
        Command(
            "tasks",
            "Show the task list.",
            tasks,
            (),
            (
                Option("--status", "only these", "STATUS", _task_status),
                Option("--add", "add a task first", '"TITLE"'),
                Option("--done", "mark a task as done first", "TASK"),
            ),
        ),
        Command(
            "assign",
            "Give a task to a running agent.",
            assign,
            (("TASK", None), ("NAME", None)),
            (Option("--execute", "also to a shell, which runs the task's text as a command"),),
        ),
        Command("next", "Show the next task.", next_task),
        Command("specs", "Show the agent CLIs you can start.", specs),
        Command("dashboard", "Show a live dashboard with a tab and a terminal for each agent.", dashboard),
    )
}
"""All sub-commands by their names, in the order of the help; `help` is the magic's own."""
