"""An agent in a holder: the holder's core is real; its PTY and disk and the agent are simulated."""

from __future__ import annotations

import fcntl
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from holder_outside import Outside

from areyouj_jupyter.holder import wire
from areyouj_jupyter.holder.core import Exit
from areyouj_jupyter.holder.files import JOURNAL, LOCK
from areyouj_jupyter.server.delivery.clearing import PROBE
from areyouj_jupyter.server.terminals import FoundHolder, HolderMeta

KEY = re.compile(rb"\x1b\[200~(?P<paste>.*?)\x1b\[201~|(?P<key>[\r\x15a-z]|\x1b(?!\[))", re.DOTALL)
BUFFER = 1 << 30  # bytes that an agent takes unless it is deaf
OWN = "<task-notification>"
NOBODY = 1 << 30  # no process has this id
EDGE = "─" * 40
BACK = "back "  # before a delivery whose text an interrupt put back
DIALOG = (" Permission needed to run", "     rm it", " Do you want to proceed?", " ❯ 1. Yes", " Esc to cancel")


class Agent:
    """A CLI like echo: it takes pastes and keys, submits on Enter, and tells by hooks. It also draws its own screen."""

    reduced = False

    def __init__(self, transcript: Path) -> None:
        self.composer = ""
        self.parts: list[str] = []
        """Deliveries whose texts are in the composer, `typed` for what a person typed, `probe` for what only shows that
        it reads; one that an interrupt put back begins with BACK."""
        self.truth: list[tuple[list[str], str]] = []
        """What was submitted: its parts and its text."""
        self.pasted: list[str] = []
        """Whole pastes that came."""
        self.dialog = self.busy = self.hidden = False
        self.early = False
        """It has shown nothing of its turn yet."""
        self.swallow = self.lose = self.lost = 0
        """Enters that it will not notice; hooks that will not arrive, and those that did not."""
        self.transcript = transcript
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
            if found["paste"] == PROBE.encode():
                self._put(PROBE, "probe")
            elif found["paste"] is not None:
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
            if self.busy and self.early:
                self._put_back(*self.truth[-1])
            self.busy = self.early = False  # an interrupt fires no hook
        elif key != "\r":
            self._put(key, "typed")
        elif self.swallow:
            self.swallow -= 1
        elif self.composer and not self.busy:
            self.truth.append((self.parts, self.composer))
            with self.transcript.open("a") as file:
                file.write(json.dumps({"type": "user", "text": self.composer}) + "\n")
            self.early = True
            self.begin("UserPromptSubmit", prompt=self.composer)
            self.composer, self.parts = "", []

    def _put_back(self, parts: list[str], text: str) -> None:
        """What an interrupt before the first output does."""
        self.parts = [part if part == "typed" else BACK + part.removeprefix(BACK) for part in parts] + self.parts
        self.composer = "\n".join(filter(None, (text, self.composer)))

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
            self.lost += 1
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
        self.agent = Agent(run_dir.parent.parent / f"{session_id}.jsonl")
        self.deliveries: list[str] = []
        """In the order of their pastes."""
        self.was_cut = False
        """Whether a server lost its connection while this holder and its agent lived on."""
        run_dir.mkdir(parents=True, exist_ok=True)
        self._lock = (run_dir / LOCK).open("w")
        fcntl.flock(self._lock, fcntl.LOCK_EX)

    def append(self, fact: dict[str, Any]) -> bool:
        safe = super().append(fact)
        if self.run_dir.exists():
            (self.run_dir / JOURNAL).write_bytes(self.disk)
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
        self._lock.close()

    def close(self) -> None:
        """The world ends."""
        self._lock.close()

    def found(self) -> FoundHolder:
        """As a server finds it."""
        meta = HolderMeta(wire.VERSION, self.session_id, self.number, NOBODY, NOBODY, str(self.run_dir / "ctl"), 0.0)
        return FoundHolder(self.run_dir, meta, self.lives and not self.core.collected)
