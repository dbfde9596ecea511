"""The command line of the magics: words, options and text of `%areyouj SUB …`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from areyouj_jupyter.errors import KernelError

if TYPE_CHECKING:
    from areyouj_jupyter.kernel.crew import Crew

_WORD = re.compile(r"""\s*(?:"(?P<double>[^"]*)"(?!\S)|'(?P<single>[^']*)'(?!\S)|(?P<plain>\S+))\s*""")
HELP = ("--help", "-h")


class CommandInvalid(KernelError):
    """The command line makes no sense."""


class HelpAsked(KernelError):
    """The command's help was asked for; the message is it."""


@dataclass(frozen=True)
class Option:
    """`--name`, or `--name VALUE`."""

    name: str
    summary: str
    value: str | None = None
    """The value's name in the help; None: a switch."""
    kind: Callable[[str], Any] = str
    """Makes the value from its word. Raises ValueError."""
    many: bool = False
    """Whether it may be given several times; its value is a list then."""


@dataclass(frozen=True)
class Arguments:
    """A parsed command line. An absent option is None, an absent switch False."""

    names: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""

    def filled(self, fill: Callable[[str], str]) -> Arguments:
        """The same with all its words and its text as `fill` makes them; what else an option is stays."""
        names = {name: fill(word) for name, word in self.names.items()}
        options = {name: fill(value) if isinstance(value, str) else value for name, value in self.options.items()}
        return Arguments(names, options, fill(self.text))

    def __getitem__(self, name: str) -> Any:
        return self.options[name] if name in self.options else self.names[name]


@dataclass(frozen=True)
class Command:
    """One sub-command: what it takes and what it does."""

    name: str
    summary: str
    run: Callable[[Crew, Arguments], object]
    """Called with the crew; returns what to show, or a Reply, which is returned too."""
    names: tuple[tuple[str, str | None], ...] = ()
    """Each name that it takes, with its default (None: required)."""
    options: tuple[Option, ...] = ()
    text: str | None = None
    """The name of the text in the help; None: it takes no text."""
    preset: str = ""
    """The default text; empty: a text is required."""
    attaches: tuple[str, ...] = ()
    """Switches that are on without being given."""

    @property
    def usage(self) -> str:
        """How it is written, on one line."""
        options = [
            f"[{option.name}{f' {option.value}' if option.value else ''}]{'…' if option.many else ''}"
            for option in self.options
        ]
        names = [name if default is None else f"[{name}]" for name, default in self.names]
        return " ".join(("%areyouj", self.name, *options, *names, *self._text_usage))

    @property
    def _text_usage(self) -> list[str]:
        return [] if not self.text else [f"[{self.text}]" if self.preset else self.text]

    @property
    def help(self) -> str:
        """Its usage and all its options."""
        options = "".join(f"\n  {option.name:<12} {option.summary}" for option in self.options)
        cell = f"\nAs %%areyouj {self.name} … the cell is the {self.text.lower()}." if self.text else ""
        return f"{self.usage}\n{self.summary}{options}{cell}"

    def parsed(self, line: str, cell: str | None = None) -> Arguments:
        """What the line and the cell say. Raises CommandInvalid, HelpAsked."""
        if cell is not None and not self.text:
            raise CommandInvalid(f"`{self.name}` does not take a cell. Write it with a single %.")
        names: dict[str, str] = {}
        options: dict[str, Any] = {each.name.strip("-"): None if each.value else False for each in self.options}
        options |= dict.fromkeys(self.attaches, True)
        rest = line.strip()
        while rest and (rest.startswith("-") or len(names) < len(self.names) or not self.text):
            word, after = _first(rest)
            if rest.startswith("-"):
                if self.text and len(names) == len(self.names) and word.split("=")[0] not in self._option_names:
                    break  # a text that begins with a dash
                after = self._take_option(word, after, options)
            elif len(names) < len(self.names):
                names[self.names[len(names)][0]] = word
            else:
                raise CommandInvalid(f"'{word}' was not expected: {self.usage}")
            rest = after
        return Arguments(self._complete(names), options, self._whole_text(rest, cell) or self.preset)

    @property
    def _option_names(self) -> list[str]:
        return [*(option.name for option in self.options), *HELP]

    def _take_option(self, word: str, after: str, options: dict[str, Any]) -> str:
        """Take one option; returns what follows it."""
        name, given, value = word.partition("=")
        if name in HELP:
            raise HelpAsked(self.help)
        found = [option for option in self.options if option.name == name]
        if not found:
            raise CommandInvalid(f"`{self.name}` has no option {name}{suggestion(name, self._option_names)}.")
        option = found[0]
        if option.value is None:
            options[name.strip("-")] = True
            return after
        if not given:
            if not after:
                raise CommandInvalid(f"{name} needs a {option.value}.")
            value, after = _first(after)
        try:
            made = option.kind(value)
        except ValueError as error:
            raise CommandInvalid(f"{name} takes a {option.value}, not '{value}'.") from error
        key = name.strip("-")
        options[key] = [*(options[key] or []), made] if option.many else made
        return after

    def _complete(self, names: dict[str, str]) -> dict[str, str]:
        """The names, with the defaults of those left out."""
        for name, default in self.names:
            if name not in names and default is None:
                raise CommandInvalid(f"{name} is missing: {self.usage}")
        return {name: names.get(name, default or "") for name, default in self.names}

    def _whole_text(self, rest: str, cell: str | None) -> str:
        """The rest of the line, without quotes around all of it, then the cell."""
        word = _WORD.fullmatch(rest)
        line = (word["double"] or word["single"] or word["plain"] or "") if word else rest
        return "\n\n".join(each for each in (line, (cell or "").strip("\n")) if each.strip())


def suggestion(word: str, known: list[str]) -> str:
    """`; did you mean …?` without its end, or nothing."""
    near = get_close_matches(word, known, n=1, cutoff=0.5)
    return f"; did you mean {near[0]}" if near else ""


def _first(line: str) -> tuple[str, str]:
    """The first word, a quoted one whole, and what follows it."""
    match = _WORD.match(line)
    if match is None:
        return line, ""
    return match["double"] or match["single"] or match["plain"] or "", line[match.end() :]
