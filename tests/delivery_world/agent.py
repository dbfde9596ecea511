"""An agent in a holder: the holder's core is real; its PTY and disk and the agent are simulated."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from holder_outside import Outside

from areyouj_jupyter.holder import wire
from areyouj_jupyter.holder.core import Exit
from areyouj_jupyter.holder.files import JOURNAL
from areyouj_jupyter.server.terminals import FoundHolder, HolderMeta

KEY = re.compile(rb"\x1b\[200~(?P<paste>.*?)\x1b\[201~|(?P<key>[\r\x15a-z]|\x1b(?!\[))", re.DOTALL)
BUFFER = 1 << 30  # bytes that an agent takes unless it is deaf
OWN = "<task-notification>"
NOBODY = 1 << 30  # no process has this id
EDGE = "─" * 40
DIALOG = (" Permission needed to run", "     rm it", " Do you want to proceed?", " ❯ 1. Yes", " Esc to cancel")


class Agent:
    """A CLI like echo: it takes pastes and keys, submits on Enter, and tells by hooks. It also draws its own screen."""

    reduced = False

    def __init__(self) -> None:
        self.composer = ""
        self.parts: list[str] = []
        """Deliveries whose texts are in the composer, `typed` for what a person typed."""
        self.truth: list[tuple[list[str], str]] = []
        """What was submitted: its parts and its text."""
        self.pasted: list[str] = []
        """Whole pastes that came."""
        self.dialog = self.busy = self.hidden = False
        self.swallow = self.lose = 0
        """Enters that it will not notice; hooks that will not arrive."""
        self.turns = 0
        self.hooks: list[tuple[str, dict[str, str]]] = []
        self.version = 0
        """Of its screen."""
        self._given = 0
        self._rest = b""

    def take(self, typed: bytes, deliveries: list[str], more: bool) -> None:
        """Read what came since. deliveries: those that were pasted, in order. more: it may end in half a key."""
        data, self._given = self._rest + typed[self._given :], len(typed)
        position = 0
        while found := KEY.match(data, position):
            if more and found[0] == b"\x1b" and found.end() == len(data):
                break
            position = found.end()
            self.version += 1
            if found["paste"] is not None:
                self.pasted.append(found["paste"].decode())
                self._put(self.pasted[-1], deliveries[len(self.pasted) - 1])
            else:
                self._press(found["key"].decode())
        self._rest = data[position:]

    def _put(self, text: str, part: str) -> None:
        if not self.dialog:
            self.composer += text
            self.parts.append(part)

    def _press(self, key: str) -> None:
        if self.dialog:
            return
        if key == "\x15":
            self.composer, self.parts = "", []
        elif key == "\x1b":
            self.busy = False  # an interrupt fires no hook
        elif key != "\r":
            self._put(key, "typed")
        elif self.swallow:
            self.swallow -= 1
        elif self.composer and not self.busy:
            self.truth.append((self.parts, self.composer))
            self.begin("UserPromptSubmit", prompt=self.composer)
            self.composer, self.parts = "", []

    def begin(self, hook: str, **payload: str) -> None:
        """A turn."""
        self.busy = True
        self.turns += 1
        self.tell(hook, **payload)

    def tell(self, hook: str, **payload: str) -> None:
        """Call a hook, which may get lost: but never that a dialog opens or a turn begins by itself."""
        self.version += 1
        if self.lose and hook in ("UserPromptSubmit", "Stop") and payload.get("prompt") != OWN:
            self.lose -= 1
        else:
            self.hooks.append((hook, payload))

    # Its screen

    def lines(self) -> list[str]:
        if self.dialog:
            return list(DIALOG)
        text = "" if self.hidden else self.composer
        return ["Echo", EDGE, *f"❯ {text}".split("\n"), EDGE, " esc to interrupt" if self.busy else " ? for shortcuts"]

    def title(self) -> str:
        return ""

    def cursor(self) -> tuple[int, int]:
        return 0, 0

    def size(self) -> tuple[int, int]:
        return 24, 80

    def takes_paste(self) -> bool:
        return True

    def show(self) -> None: ...

    def feed(self, data: bytes) -> None: ...

    def resize(self, rows: int, cols: int) -> None: ...

    def close(self) -> None: ...


class Held(Outside):
    """A holder and its agent."""

    def __init__(self, session_id: str, number: int, run_dir: Path, judge: Callable[[Held, str, str], None]) -> None:
        """judge: told of the delivery and the step when an order is about to be written."""
        super().__init__()
        self.session_id, self.number, self.run_dir, self._judge = session_id, number, run_dir, judge
        self.room = BUFFER
        self.lives = True
        self.agent = Agent()
        self.deliveries: list[str] = []
        """In the order of their pastes."""

    def append(self, fact: dict[str, Any]) -> bool:
        safe = super().append(fact)
        if safe and fact["state"] == "intent":
            self._judge(self, fact["order"], fact["step"])
            if fact["step"] == "paste":
                self.deliveries.append(fact["order"])
        return safe

    def look(self) -> None:
        self.agent.take(self.typed, self.deliveries, self.core.waiting > 0)
        hooks, self.agent.hooks = self.agent.hooks, []
        for name, payload in hooks:
            self.core.on_hook(name, msgspec.json.encode(payload), 0.0)

    def stop(self) -> None:
        self.exit(None, 15)
        self.core.on_stopped([])

    def exit(self, code: int | None, signal: int | None) -> None:
        """The agent ends."""
        if self.core.exit is None:
            self.core.on_exit(Exit(code, signal, 0.0, 0))

    @property
    def forgotten(self) -> bool:
        """Whether a server removed what was left of it."""
        return not (self.lives and not self.core.collected) and not self.run_dir.exists()

    def die(self) -> None:
        """The holder is killed, its agent with it; what was on its disk stays."""
        self.lives = False
        self.run_dir.mkdir(parents=True, exist_ok=True)
        (self.run_dir / JOURNAL).write_bytes(self.disk)

    def found(self) -> FoundHolder:
        """As a server finds it."""
        meta = HolderMeta(wire.VERSION, self.session_id, self.number, NOBODY, NOBODY, str(self.run_dir / "ctl"), 0.0)
        return FoundHolder(self.run_dir, meta, self.lives and not self.core.collected)
