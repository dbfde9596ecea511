"""The stage: where one turn at a time makes its moves, and how turns end."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from areyouj_jupyter.agentside.echo import deeds
from areyouj_jupyter.agentside.echo.composer import Composer
from areyouj_jupyter.agentside.echo.conversation import Conversation
from areyouj_jupyter.agentside.echo.dialog import Answer, Dialog
from areyouj_jupyter.agentside.echo.hooks import Hooks
from areyouj_jupyter.agentside.echo.script import Step
from areyouj_jupyter.agentside.echo.transcript import Transcript
from areyouj_jupyter.agentside.echo.turn import Act, Ask, End, Pause, Say, Show, Turn, play


@dataclass
class Stage:
    """What a turn may touch. Owned by the agent; `now` is the time of the last call, on the monotonic clock."""

    pace: float
    conversation: Conversation
    composer: Composer
    transcript: Transcript
    hooks: Hooks
    now: float
    turn: Turn | None = None
    dialog: Dialog | None = None
    queued: list[str] = field(default_factory=list)
    quiet_until: float = 0.0
    deaf_until: float = 0.0
    limited_until: float = 0.0
    swallowed: int = 0
    """How many of the next Enters do nothing."""
    _allowed: set[str] = field(default_factory=set)

    def submit(self, prompt: str) -> None:
        """Begin a turn, or let the prompt wait for the end of this one."""
        self.hooks.call("UserPromptSubmit", prompt=prompt)
        self.transcript.prompted(prompt)
        if self.turn:
            self.queued.append(prompt)
        else:
            self._begin(prompt)

    def advance(self, now: float) -> None:
        """Make the moves that are due, up to the next pause."""
        self.now = now
        pausing = False
        while not pausing and self.turn and not self.dialog and self.turn.due <= now:
            pausing = self._move(self.turn, None)

    def answer(self, answer: Answer) -> None:
        """The open dialog was answered; the turn continues."""
        self.dialog = None
        if self.turn:
            self.turn.due = self.now
            self._move(self.turn, answer)

    def interrupt(self) -> None:
        """No hook fires; a prompt that got no word of reply comes back into the composer, and so do queued ones."""
        if not self.turn:
            return
        back = [*([] if self.turn.reply else [self.turn.prompt]), *self.queued]
        self.queued.clear()
        self._drop("Interrupted by the user")
        for text in reversed(back):
            self.composer.put_before(text)

    def limit_text(self) -> str:
        """How long the usage limit lasts."""
        return f"Usage limit reached, resets in {math.ceil(self.limited_until - self.now)} s"

    def _begin(self, prompt: str) -> None:
        self.conversation.prompt(prompt)
        self.turn = Turn(prompt, play(prompt, self.pace, self._allowed), self.now, self.now)
        if self.limited_until > self.now:
            self._fail(self.limit_text())

    def _move(self, turn: Turn, answer: Answer | None) -> bool:
        """Make the next move, after the dialog that it asked for got its answer; True if it is a pause."""
        try:
            move = turn.moves.send(answer)
        except StopIteration:
            self._finish(turn)
            return False
        match move:
            case Say(text):
                self._say(turn, text)
            case Show(lines):
                self.conversation.add(*lines)
            case Pause(seconds, quiet):
                turn.due = self.now + seconds
                self.quiet_until = turn.due if quiet else 0.0
                return True
            case Ask(step, dialog):
                self._ask(turn, step, dialog)
            case Act(step):
                self._act(step)
            case End(None):
                self._drop("Refused by the user")
            case End(error):
                self._fail(str(error))
        return False

    def _say(self, turn: Turn, text: str) -> None:
        if not turn.reply:
            self.conversation.begin_reply()
        turn.reply += text
        self.conversation.say(text)

    def _ask(self, turn: Turn, step: Step, dialog: Dialog) -> None:
        self.dialog = dialog
        dialog.opened = self.now
        if step.name == "permission":
            turn.calls.append(step.text)
            self.hooks.call("PermissionRequest", text=step.text)
        else:
            self.hooks.call("Question", text=step.text, choices=list(step.choices))

    def _act(self, step: Step) -> None:
        """Directives that change how echo behaves from now on."""
        self.hooks.call("Progress", step=step.name)
        match step.name:
            case "deaf":
                self.deaf_until = self.now + step.number if step.number else math.inf
            case "noecho":
                self.composer.hidden_pastes = int(step.number)
            case "swallow":
                self.swallowed = int(step.number)
            case "limit":
                self.limited_until = self.now + step.number
                self._fail(self.limit_text())
            case "crash":
                deeds.crash(int(step.number))
            case "stubborn":
                deeds.be_stubborn()
            case "grandchild":
                self.conversation.add(f"  ⎿ left process {deeds.leave_child(step.text == 'setsid')} behind")

    def _finish(self, turn: Turn) -> None:
        reply = turn.reply.strip()
        self._close()
        self.transcript.replied(turn.prompt, reply, [f"Run: {command}" for command in turn.calls])
        self.hooks.call("Stop", last_assistant_message=reply)
        self._next()

    def _fail(self, error: str) -> None:
        self._close(f"Error: {error}")
        self.transcript.interrupted()
        self.hooks.call("StopFailure", error=error)
        self._next()

    def _drop(self, why: str) -> None:
        """End the turn without a hook, as the real ones do when the user interrupts or refuses."""
        self._close(why)
        self.transcript.interrupted()
        self._next()

    def _close(self, note: str | None = None) -> None:
        self.turn = None
        self.quiet_until = 0.0
        self.conversation.settle()
        if note:
            self.conversation.add(f"  ⎿ {note}")

    def _next(self) -> None:
        """What came in during the turn becomes one turn, without a second hook, as with the real ones."""
        if self.queued:
            prompt = "\n".join(self.queued)
            self.queued.clear()
            self._begin(prompt)
