"""The agent: what it does with what is typed, and with the time that passes. It draws nothing; `view` shows it."""

from __future__ import annotations

import math
import re
from pathlib import Path

from areyouj_jupyter.agentside.echo.composer import Composer
from areyouj_jupyter.agentside.echo.conversation import Conversation
from areyouj_jupyter.agentside.echo.dialog import Answer, Dialog, trust_dialog
from areyouj_jupyter.agentside.echo.hooks import Hooks
from areyouj_jupyter.agentside.echo.keys import Input, Key, Pasted, Typed
from areyouj_jupyter.agentside.echo.options import Options
from areyouj_jupyter.agentside.echo.stage import Stage
from areyouj_jupyter.agentside.echo.transcript import Transcript, TruthLog

ARMED = 2.0  # seconds in which a second Ctrl-C leaves
RECALLED = 10  # messages and replies shown again by a resume
_LEAVE = re.compile(r"\s*(?:/(?:exit|quit)(?:\s|\Z)|(?:exit|quit)\s*\Z)")
_COMMAND = re.compile(r"!|\s*/[\w-]+(?:\s|\Z)")


class Agent:
    """One run of echo. Owned by the program, which brings inputs and the time (monotonic)."""

    def __init__(self, options: Options, folder: Path, transcript: Transcript, truth: TruthLog, now: float) -> None:
        """Greets, or asks for trust first."""
        self._options, self._folder, self._truth, self._transcript = options, folder, truth, transcript
        self._hooks = Hooks(options.session_id, str(transcript.path), str(folder))
        self.conversation = Conversation()
        self.composer = Composer()
        self.stage = Stage(options.pace, self.conversation, self.composer, transcript, self._hooks, now)
        self.exit_code: int | None = None
        self.armed_until = 0.0
        self._trust = trust_dialog(str(folder), now) if options.trust else None
        if not self._trust:
            self._greet()

    @property
    def dialog(self) -> Dialog | None:
        """The open dialog."""
        return self._trust or self.stage.dialog

    @property
    def busy(self) -> bool:
        """A turn is running and not waiting for a person."""
        return self.stage.turn is not None and self.dialog is None

    def take(self, given: Input, now: float) -> None:
        """Let one input act. Raises OSError if what it does cannot be written down."""
        self.stage.now = now
        for piece in [Typed(character) for character in given.text] if isinstance(given, Typed) else [given]:
            if self.dialog:
                if answer := self.dialog.take(piece, now):
                    self._answered(answer)
            elif isinstance(piece, Key):
                self._press(piece.name, now)
            elif isinstance(piece, Pasted):
                self.composer.paste(piece.text)
            else:
                self.composer.type(piece.text)

    def advance(self, now: float) -> None:
        """Make the moves that are due."""
        self.stage.advance(now)

    def due(self, now: float) -> float | None:
        """When the next move is to be made, or something shown changes by itself; None: not before the next input."""
        stage = self.stage
        times = [stage.turn.due] if stage.turn and not stage.dialog else []
        times += [time for time in (stage.deaf_until, stage.limited_until, self.armed_until) if now < time < math.inf]
        times += [now + 1] if now < stage.limited_until else []  # the seconds shown
        return min(times, default=None)

    def leave(self, reason: str, code: int = 0) -> None:
        """End; the program sees the exit code."""
        if self.exit_code is None:
            self.exit_code = code
            if not self._trust:
                self._hooks.call("SessionEnd", reason=reason)

    def _greet(self) -> None:
        self.conversation.add("**echo** · an agent that works offline", str(self._folder))
        if self._options.resume:
            for entry in self._transcript.entries[-RECALLED:]:
                self._recall(str(entry.get("type")), str(entry.get("text", "")))
            self.conversation.add("", "(resumed)")
        self._hooks.call("SessionStart", source="resume" if self._options.resume else "startup")

    def _recall(self, kind: str, text: str) -> None:
        if kind == "user":
            self.conversation.prompt(text)
        elif kind == "assistant":
            self.conversation.begin_reply()
            self.conversation.say(text)
            self.conversation.settle()

    def _answered(self, answer: Answer) -> None:
        self._truth.add("answer", answer.text)
        if not self._trust:
            self.stage.answer(answer)
        elif answer.choice == 1:
            self._trust = None
            self._greet()
        else:
            self.leave("untrusted", 1)

    def _press(self, name: str, now: float) -> None:
        match name:
            case "Enter":
                self._enter()
            case "Newline":
                self.composer.type("\n")
            case "Backspace":
                self.composer.erase()
            case "C-u":
                self.composer.clear()
            case "Esc":
                self.stage.interrupt()
            case "C-c":
                self._cancel(now)
            case "C-d" if not self.composer.text:
                self._exit("C-d")

    def _cancel(self, now: float) -> None:
        """Ctrl-C: end the turn; while idle empty the composer; twice in a row: leave."""
        if self.stage.turn:
            self.stage.interrupt()
        elif self.composer.text:
            self.composer.clear()
        elif self.armed_until > now:
            self._exit("C-c")
        else:
            self.armed_until = now + ARMED

    def _enter(self) -> None:
        text = self.composer.text
        if self.stage.swallowed > 0:
            self.stage.swallowed -= 1
        elif text.endswith("\\"):
            self.composer.erase()
            self.composer.type("\n")
        elif text.strip():
            self.composer.clear()
            self._submit(text.rstrip(" "))

    def _submit(self, text: str) -> None:
        if _LEAVE.match(text):
            self._exit(text)
        elif _COMMAND.match(text):
            self._truth.add("command", text)
            self.conversation.prompt(text)
            bang = text.startswith("!")
            self.conversation.add(f"  ⎿ ran: {text[1:].strip()}" if bang else f"  ⎿ Unknown command: {text.strip()}")
        else:
            self._truth.add("message", text)
            self.stage.submit(text)

    def _exit(self, text: str) -> None:
        self._truth.add("exit", text)
        self.conversation.add("", "Bye!")
        self.leave("prompt_input_exit")
