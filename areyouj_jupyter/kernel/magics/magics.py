"""The magics: `%areyouj` and `%%areyouj`."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from IPython.core.completer import CompletionContext, SimpleCompletion, SimpleMatcherResult, context_matcher
from IPython.core.interactiveshell import InteractiveShell
from IPython.display import display

from areyouj_jupyter.errors import AreYouJError
from areyouj_jupyter.kernel.context.interpolation import interpolated
from areyouj_jupyter.kernel.context.message_context import with_context
from areyouj_jupyter.kernel.magics.command_line import HELP, CommandInvalid, HelpAsked, suggestion
from areyouj_jupyter.kernel.magics.commands import COMMANDS
from areyouj_jupyter.kernel.magics.completion import OWN, Completion
from areyouj_jupyter.kernel.rendering.text import Shown, plain

# The first command imports the client, so that `%load_ext`, often in a notebook's first cell, is quick.
if TYPE_CHECKING:
    from areyouj_jupyter.kernel.crew import Crew
    from areyouj_jupyter.kernel.replies.reply import Reply

NAME = "areyouj"
STRICT = """%areyouj strict [on|off]
    Make an error of a magic an error of its cell, so that the next cells do not run."""


class Magic:
    """`%areyouj` shows all agents; `%areyouj help` lists all commands. Owned by the shell."""

    # IPython would replace braces and dollars in the line by itself, with its own rules.
    _ipython_magic_no_var_expand = True

    def __init__(self, shell: InteractiveShell) -> None:
        self._shell = shell
        self._crew: Crew | None = None
        self._strict = False
        """Whether an error is one of the cell also where somebody watches."""
        self._completion = Completion(COMMANDS, self.crew, self._variables)

    def __call__(self, line: str, cell: str | None = None) -> Reply | None:
        """Run one command line. Its result is displayed, and returned if it is a Reply; an error is one line.

        Where nobody is there to read that line, or in strict mode, the error is raised: the next cells are not to run.
        """
        try:
            value = self._value(line, cell)
        except HelpAsked as asked:
            value = Shown(asked.message)
        except (AreYouJError, TimeoutError) as error:
            if self._raises:
                raise
            _complain(str(error))
            return None
        except KeyboardInterrupt:
            if self._strict:
                raise
            _complain("Stopped waiting. A message that was sent stays in the queue.")
            return None
        from areyouj_jupyter.kernel.replies.reply import Reply

        if isinstance(value, Reply):
            if self._raises and (failure := value.failure):
                raise failure
            return value
        display(value)  # type: ignore[no-untyped-call]
        return None

    @property
    def _raises(self) -> bool:
        return self._strict or _unattended(self._shell)

    def _switch(self, word: str) -> Shown:
        """Turn strict mode on or off, or tell how it is. Raises CommandInvalid, HelpAsked."""
        if word in HELP:
            raise HelpAsked(STRICT)
        if word not in ("on", "off", ""):
            raise CommandInvalid(f"`strict` is on or off, not '{word}'.")
        self._strict = word == "on" if word else self._strict
        return Shown(f"Strict mode is {'on: an error of a magic is an error of its cell' if self._strict else 'off'}.")

    def crew(self) -> Crew:
        """The crew that this kernel connected last, else one of its own server. Raises what `connect` raises."""
        from areyouj_jupyter.kernel.connecting import connect, current

        self._crew = current() or connect()
        return self._crew

    def match(self, context: CompletionContext) -> SimpleMatcherResult:
        """IPython's matcher for the Tab key; on our own lines nothing else is offered beside what we know."""
        line = context.text_until_cursor.lstrip()
        if not line.startswith((f"%{NAME} ", f"%%{NAME} ")):
            return {"completions": []}
        offers, word = self._completion.offers(line)
        return {
            "completions": [SimpleCompletion(offer) for offer in offers if offer.startswith(word)],
            "matched_fragment": word,
            "suppress": True,
        }

    def _variables(self) -> list[str]:
        """The names that the user gave."""
        hidden = self._shell.user_ns_hidden
        return [name for name in self._shell.user_ns if not name.startswith("_") and name not in hidden]

    def _value(self, line: str, cell: str | None) -> object:
        """The result of the command. Raises AreYouJError."""
        word, _, rest = line.strip().partition(" ")
        if word in ("help", *HELP):
            return _help(rest.strip())
        if word == "strict":
            return self._switch(rest.strip())
        command = COMMANDS.get(word or "status")
        if command is None:
            near = suggestion(word, [*COMMANDS, *OWN])
            raise CommandInvalid(f"There is no `%{NAME} {word}`{near}; `%{NAME} help` lists all commands.")
        arguments = command.parsed(rest, cell)
        if not arguments.options.get("raw"):
            arguments = arguments.filled(lambda word: interpolated(word, self._shell.user_ns))
        if command.text:
            if not arguments.text:
                raise CommandInvalid(f"{command.text} is missing: {command.usage}")
            arguments = replace(arguments, text=with_context(arguments.text, arguments.options, self._shell))
            if arguments.options.get("dry-run"):
                return Shown(arguments.text)
        return command.run(self.crew(), arguments)


def register(shell: InteractiveShell) -> None:
    """Register the magics and their completion in a shell."""
    magic = Magic(shell)
    # IPython's stubs take the decorated method for a plain function.
    shell.register_magic_function(magic, "line_cell", NAME)  # type: ignore[arg-type]

    @context_matcher(identifier=NAME)  # type: ignore[untyped-decorator]
    def match(context: CompletionContext) -> SimpleMatcherResult:
        return magic.match(context)

    matchers = shell.Completer.custom_matchers
    # A second time is `%reload_ext`: the old matcher would offer everything once more.
    matchers[:] = [known for known in matchers if getattr(known, "matcher_identifier", None) != NAME]
    matchers.append(match)


def _unattended(shell: InteractiveShell) -> bool:
    """Whether a cell runs without anybody who could be asked, as papermill, nbclient and nbconvert run it."""
    kernel = getattr(shell, "kernel", None)
    return kernel is not None and not getattr(kernel, "_allow_stdin", True)  # ipykernel 6 and 7 have no public way


def _help(name: str) -> object:
    """The help of one command, or a table of all. Raises CommandInvalid."""
    if not name:
        commands = "\n".join(f"{command.usage}\n    {command.summary}" for command in COMMANDS.values())
        return Shown(f"{commands}\n{STRICT}")
    if name == "strict":
        return Shown(STRICT)
    if name not in COMMANDS:
        raise CommandInvalid(f"There is no `%{NAME} {name}`{suggestion(name, list(COMMANDS))}.")
    return Shown(COMMANDS[name].help)


def _complain(sentence: str) -> None:
    """One line where errors go; never a traceback."""
    sys.stderr.write(f"areyouj: {plain(' '.join(sentence.split()))}\n")
