"""Launching: from a spec and an effective config to the argv, environment and files of one incarnation."""

from __future__ import annotations

import glob
import json
import os
import re
import secrets
import shlex
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from areyouj_jupyter.errors import BypassForbidden, NotInstalled, SettingsInvalid
from areyouj_jupyter.models import AgentSettings
from areyouj_jupyter.server.process.program_folders import program_folders
from areyouj_jupyter.server.storage.runtime_folder import runtime_folder
from areyouj_jupyter.server.terminals import (
    MARK,
    FoundHolder,
    HolderOrders,
    agent_environment,
    denied_names,
    find_holders,
    find_strays,
)
from areyouj_jupyter.specs import AgentSpec

Fill = Callable[[str], str]
VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")  # POSIX, Base Definitions 8.1; a shell could not pass on another
FIELD = re.compile(r"\{(session_id|conversation_id|permission_mode|model|run_dir|gauge|python|agentside|hook)\}")
AGENTSIDE = Path(__file__).parents[2] / "agentside"
GAUGE = "gauge.json"


@dataclass(frozen=True)
class Plan:
    """All that it takes to start one incarnation."""

    session_id: str
    conversation_id: str
    """The CLI's own id of the conversation that it starts in."""
    argv: tuple[str, ...]
    environment: Mapping[str, str]
    cwd: str
    run_dir: Path
    incarnation: int
    files: Mapping[str, str]
    sockets: Path
    """What the paths of its sockets begin with."""
    resumes: bool

    def orders(self, spec: AgentSpec, rows: int, cols: int, ring_bytes: int, cwd_fd: int | None = None) -> HolderOrders:
        """The orders for its holder, with a fresh secret for its hooks if the CLI has any. cwd_fd: `cwd`, held open."""
        hooks = bool(spec.hooks)
        secret, socket = secrets.token_hex(32), f"{self.sockets}.hook"
        told = {"AREYOUJ_HOOK_SOCKET": socket, "AREYOUJ_HOOK_SECRET": secret} if hooks else {}
        return HolderOrders(
            session_id=self.session_id,
            incarnation=self.incarnation,
            argv=self.argv,
            environment={**self.environment, **told},
            cwd=self.cwd,
            rows=rows,
            cols=cols,
            run_dir=str(self.run_dir),
            control_socket=f"{self.sockets}.ctl",
            hook_socket=socket if hooks else None,
            secret=secret,
            cwd_fd=cwd_fd,
            ring_bytes=ring_bytes,
            program_status=spec.program_status,
        )

    @property
    def gauge(self) -> Path:
        """The file in which the CLI reports its state while it runs, if it does."""
        return self.run_dir / GAUGE

    def remove_files(self) -> None:
        """Remove the private folder and the sockets of a process that has ended. Blocking."""
        shutil.rmtree(self.run_dir, ignore_errors=True)
        for kind in ("hook", "ctl"):
            Path(f"{self.sockets}.{kind}").unlink(missing_ok=True)

    def write_files(self) -> None:
        """Make the private folder and its files. Blocking."""
        self.run_dir.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.run_dir.mkdir(mode=0o700, exist_ok=True)
        for name, text in self.files.items():
            path = self.run_dir / name
            path.touch(0o600)
            path.write_text(text, encoding="utf-8")


@dataclass(frozen=True)
class Launcher:
    """How this server starts agents. One per server; app.py fills it from configuration."""

    environment: Mapping[str, str]
    """The server's own."""
    run_root: Path
    socket_root: Path
    """Short, since a Unix socket's path has at most 104 bytes. One that vanished, as at a logout, is replaced."""
    specs: Mapping[str, AgentSpec]
    denied: tuple[str, ...] = ()
    allow_bypass: bool = False
    commands: Mapping[str, str] = field(default_factory=dict)
    """Spec name → program, where the configuration names one."""

    def command(self, spec: AgentSpec) -> str | None:
        """Absolute path of the spec's program, or None. Blocking, a few file look-ups."""
        if spec.command == "{python}":
            return sys.executable
        folders = [self.environment.get("PATH", os.defpath)]
        folders += [_expanded(folder, self.environment) for folder in spec.folders]
        folders += program_folders(self.environment)
        name = _expanded(self.commands.get(spec.name, spec.command), self.environment)
        found = shutil.which(name, path=os.pathsep.join(folders))
        return found and str(Path(found).absolute())

    def holders(self) -> list[FoundHolder]:
        """The holders of this data folder, with what those that ended left behind. Blocking."""
        return find_holders(self.run_root)

    def strays(self, incarnations: Mapping[str, int]) -> dict[str, FoundHolder]:
        """By session: the holders of these incarnations, whose run folders were removed. Blocking."""
        return find_strays(self.run_root, incarnations)

    def require(self, spec: AgentSpec) -> str:
        """The spec's program. Raises NotInstalled, saying how to install it. Blocking."""
        command = self.command(spec)
        if command is None:
            raise NotInstalled(f"{spec.display_name} is not installed on this server: {spec.install}")
        return command

    def config(self, spec: AgentSpec, settings: AgentSettings) -> AgentSettings:
        """The effective settings: the spec's own mode where none is named. Raises BypassForbidden, SettingsInvalid."""
        mode = settings.permission_mode or next(iter(spec.permission_modes), None)
        if mode is not None and mode not in (*spec.permission_modes, *spec.bypass_modes):
            known = ", ".join((*spec.permission_modes, *sorted(spec.bypass_modes))) or "none"
            raise SettingsInvalid(f"{spec.display_name} has no permission mode {mode!r}. Choose from: {known}.")
        if settings.model and not spec.model_argv:
            raise SettingsInvalid(f"{spec.display_name} has no setting for the model.")
        _require_startable(settings)
        if refused := denied_names(settings.environment, self.denied):
            raise SettingsInvalid(f"The variable {refused[0]!r} is not allowed for agents on this server. Remove it.")
        bypassing = mode in spec.bypass_modes or _names(settings.arguments, spec.bypass_arguments)
        if bypassing and not self.allow_bypass:
            raise BypassForbidden(
                "Skipping permission prompts is turned off on this server. To allow it, set "
                "c.AreYouJApp.allow_bypass = True."
            )
        return msgspec.structs.replace(settings, permission_mode=mode)

    def plan(
        self,
        spec: AgentSpec,
        session_id: str,
        incarnation: int,
        cwd: str,
        config: AgentSettings,
        conversation_id: str | None = None,
    ) -> Plan:
        """The start of one incarnation; it resumes if the CLI has a transcript of this conversation. Blocking.

        conversation_id: the CLI's own; None: the session's id, which the first one has. It does not need the program
        to be there: one that runs may have been removed.
        """
        command = self.command(spec) or spec.command
        run_dir = self.run_root / f"{session_id}-{incarnation}"
        conversation = conversation_id or session_id
        fill = self.filler(session_id, conversation, run_dir, config.permission_mode or "", config.model or "")
        environment = with_folder(self._environment(spec, session_id, config, fill), command)
        resumes = spec.resume_argv is not None and transcript(spec, conversation, environment) is not None
        argv = spec.resume_argv if resumes and spec.resume_argv else spec.argv
        argv += spec.model_argv if config.model else ()
        return Plan(
            session_id=session_id,
            conversation_id=conversation,
            argv=(command, *map(fill, argv), *config.arguments),
            environment=environment,
            cwd=cwd,
            run_dir=run_dir,
            incarnation=incarnation,
            files={
                name: _text(content(environment, config) if callable(content) else content, fill)
                for name, content in spec.files.items()
            },
            sockets=self._sockets() / f"{session_id.replace('-', '')[:16]}-{incarnation}",
            resumes=resumes,
        )

    def _sockets(self) -> Path:
        if self.socket_root.is_dir():
            return self.socket_root
        return runtime_folder(self.environment, self.run_root.parent)

    def filler(
        self,
        session_id: str = "",
        conversation_id: str = "",
        run_dir: Path = Path(),
        permission_mode: str = "",
        model: str = "",
    ) -> Fill:
        """What replaces the fields in a spec's texts."""
        fields = {
            "session_id": session_id,
            "conversation_id": conversation_id,
            "permission_mode": permission_mode,
            "model": model,
            "run_dir": str(run_dir),
            "gauge": shlex.quote(str(run_dir / GAUGE)),
            "python": sys.executable,
            "agentside": str(AGENTSIDE),
            "hook": shlex.join([sys.executable, "-I", "-S", str(AGENTSIDE / "hook.py")]),
        }
        return lambda text: FIELD.sub(lambda match: fields[match[1]], text)

    def _environment(self, spec: AgentSpec, session_id: str, config: AgentSettings, fill: Fill) -> dict[str, str]:
        hidden = [pattern for each in self.specs.values() for pattern in each.hidden]
        passed = [pattern for each in self.specs.values() for pattern in each.passed]
        own = {name: fill(value) for name, value in spec.environment.items()}
        refused = denied_names(config.environment, self.denied)  # of settings that are older than a denial
        chosen = {name: value for name, value in config.environment.items() if name not in refused}
        mark = {MARK: session_id}
        return agent_environment(self.environment, (*self.denied, *hidden), passed, own, chosen, mark)


def _require_startable(settings: AgentSettings) -> None:
    """Raises SettingsInvalid for what no program can be started with."""
    if wrong := [name for name in settings.environment if not VARIABLE.fullmatch(name)]:
        raise SettingsInvalid(
            f"{wrong[0]!r} is not a valid name for an environment variable. Use letters, digits and `_`, "
            "not starting with a digit."
        )
    if any("\0" in text for text in (*settings.arguments, *settings.environment.values(), settings.model or "")):
        raise SettingsInvalid("Arguments, environment variables and model names cannot contain NUL characters.")


def with_folder(environment: Mapping[str, str], command: str) -> dict[str, str]:
    """Add the program's own folder to the PATH: its interpreter, such as `node`, is often next to it."""
    folders = environment.get("PATH", os.defpath).split(os.pathsep)
    folder = os.path.dirname(command)  # noqa: PTH120 a bare name has none
    if not folder or folder in folders:
        return dict(environment)
    return {**environment, "PATH": os.pathsep.join((folder, *folders))}


def transcript(spec: AgentSpec, conversation_id: str, environment: Mapping[str, str]) -> Path | None:
    """The newest transcript of a conversation, or None. Blocking."""
    return newest(spec.transcript, environment, conversation_id=conversation_id)


def newest(patterns: Iterable[str], environment: Mapping[str, str], **fields: str) -> Path | None:
    """The newest file that one of the globs finds, or None. fields: the values for the braces. Blocking."""
    found: list[Path] = []
    for pattern in patterns:
        place = _expanded(pattern, environment)
        for name, value in fields.items():
            place = place.replace(f"{{{name}}}", glob.escape(value))
        found += map(Path, glob.glob(place)) if "$" not in place else []  # noqa: PTH207 - Path.glob refuses absolute ones
    return max(found, key=lambda path: path.stat().st_mtime, default=None)


def _expanded(pattern: str, environment: Mapping[str, str]) -> str:
    """`~` and `$VARIABLE` as the agent sees them; a variable that is not set stays as it is."""
    pattern = re.sub(r"^~(?=/)", lambda _: environment.get("HOME", "~"), pattern)
    return re.sub(r"\$(\w+)", lambda match: environment.get(match[1], match[0]), pattern)


def _text(content: Mapping[str, Any] | str, fill: Fill) -> str:
    if isinstance(content, str):
        return fill(content)
    return json.dumps(_filled(content, fill), indent=1)


def _filled(value: Any, fill: Fill) -> Any:
    if isinstance(value, str):
        return fill(value)
    if isinstance(value, Mapping):
        return {key: _filled(item, fill) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_filled(item, fill) for item in value]
    return value


def _names(arguments: Iterable[str], forbidden: Iterable[str]) -> bool:
    """Whether an argument is one of the forbidden ones, also as `--flag=value`."""
    flags = set(forbidden)
    return any(argument in flags or argument.split("=", 1)[0] in flags for argument in arguments)
