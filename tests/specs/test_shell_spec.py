"""The shell spec: a real bash marks its prompts and commands, whatever the user's own rc does."""

from __future__ import annotations

import os
import pty
import re
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from waiting import until_now

from areyouj_jupyter.specs.shell import BASHRC, SPEC

MARK = re.compile(rb"\x1b\]133;([^\x07\x1b]*)(?:\x07|\x1b\\)")
WITHOUT_PS0 = BASHRC.replace("BASH_VERSINFO[", "OLD[")
BASH = shutil.which("bash")
assert BASH is not None, "these tests need bash; install the Debian package `bash`"


class Shell:
    """A bash on a PTY, started as the spec says."""

    def __init__(self, fd: int) -> None:
        self.fd = fd
        self.output = b""
        os.set_blocking(fd, False)

    def read(self) -> bytes:
        """Everything so far."""
        try:
            while piece := os.read(self.fd, 65536):
                self.output += piece
        except OSError:
            pass
        return self.output

    def prompts(self) -> int:
        """How many prompts have been shown whole: B after A."""
        return len(re.findall(rb"A(?:[^A]*?)B", b"".join(MARK.findall(self.read()))))

    def run(self, text: bytes, enter: bytes = b"\r") -> bytes:
        """The output from Enter to the next prompt."""
        shown = self.prompts()
        os.write(self.fd, text)
        last = text.split(b"\n")[-1].removesuffix(b"\x1b[201~")
        until_now(lambda: last in self.read(), "the text is shown")
        start = len(self.read())
        os.write(self.fd, enter)
        until_now(lambda: self.prompts() > shown, "the next prompt")
        return self.output[start:]


@contextmanager
def shell(folder: Path, own_rc: str = "", rc: str = BASHRC) -> Iterator[Shell]:
    """A shell at its first prompt; own_rc: the user's ~/.bashrc."""
    (folder / ".bashrc").write_text(own_rc)
    (folder / "bashrc").write_text(rc)
    argv = [BASH or "", *(part.replace("{run_dir}", str(folder)) for part in SPEC.argv)]
    pid, fd = pty.fork()
    if pid == 0:
        os.execve(argv[0], argv, {"HOME": str(folder), "TERM": "xterm-256color", "PATH": os.environ["PATH"]})
    running = Shell(fd)
    try:
        until_now(running.prompts, "the first prompt")
        yield running
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(fd)


def marks(output: bytes) -> list[str]:
    """The marks in order."""
    return [mark.decode() for mark in MARK.findall(output)]


def between(output: bytes) -> bytes:
    """What was printed from the first C to the last D, without the marks."""
    found = re.search(rb"\x1b\]133;C\x07(.*)\x1b\]133;D", output, re.DOTALL)
    assert found
    return MARK.sub(b"", found[1])


RCS = {
    "no rc": "",
    "an rc that sets PROMPT_COMMAND": "PROMPT_COMMAND='PS1=\"[$?] \"'\n",
    "an rc with several PROMPT_COMMANDs": "PROMPT_COMMAND=('true' 'PS1=\"> \"')\n",
    "an rc that sets PS0": "PS0='running\\n'\n",
    "an rc that fails": "false\nreturn 3\n",
}


@pytest.mark.parametrize("own_rc", RCS.values(), ids=RCS.keys())
@pytest.mark.parametrize("rc", [BASHRC, "OLD=(3 2)\n" + WITHOUT_PS0], ids=["PS0", "DEBUG trap"])
def test_a_command_is_marked_from_its_output_to_its_exit_code(tmp_path: Path, own_rc: str, rc: str) -> None:
    with shell(tmp_path, own_rc, rc) as bash:
        assert marks(bash.output) == ["A", "B"]
        assert marks(bash.run(b"true")) == ["C", "D;0", "A", "B"]
        assert marks(bash.run(b"false")) == ["C", "D;1", "A", "B"]
        assert between(bash.run(b"printf %s%s mar ked")).endswith(b"marked")


def test_a_loop_of_builtins_is_one_command(tmp_path: Path) -> None:
    with shell(tmp_path) as bash:
        output = bash.run(b"for number in 1 2 3; do echo $number; done")
        assert between(output) == b"1\r\n2\r\n3\r\n"
        assert marks(output) == ["C", "D;0", "A", "B"]


def test_a_pasted_text_of_several_lines_has_one_end_with_the_last_exit_code(tmp_path: Path) -> None:
    (tmp_path / ".inputrc").write_text("set enable-bracketed-paste off\n")
    with shell(tmp_path) as bash:
        assert b"\x1b[?2004h" in bash.output
        output = bash.run(b"\x1b[200~echo one\necho two\n(exit 7)\x1b[201~")
        assert between(output).split() == [b"one", b"two"]
        assert [mark for mark in marks(output) if mark != "C"][-3:] == ["D;7", "A", "B"]


def test_what_runs_no_command_still_ends(tmp_path: Path) -> None:
    with shell(tmp_path) as bash:
        assert marks(bash.run(b"# only a remark")) == ["D;0", "A", "B"]
        assert marks(bash.run(b"if then"))[-3:] == ["D;2", "A", "B"]
        os.write(bash.fd, b"half a command")
        until_now(lambda: b"half a command" in bash.read(), "the text is shown")
        assert marks(bash.run(b"", enter=b"\x03"))[-3:] == ["D;130", "A", "B"]


def test_redrawing_the_line_ends_nothing(tmp_path: Path) -> None:
    with shell(tmp_path) as bash:
        start = len(bash.output)
        os.write(bash.fd, b"\x0c")
        until_now(lambda: marks(bash.read()[start:]), "the redrawn prompt")
        assert marks(bash.output[start:]) == ["B"]


def test_the_users_own_prompt_command_sees_the_exit_code(tmp_path: Path) -> None:
    with shell(tmp_path, "PROMPT_COMMAND='PS1=\"[$?] \"'\n") as bash:
        assert b"[1] " in bash.run(b"false")


def test_the_users_history_settings_stay(tmp_path: Path) -> None:
    with shell(tmp_path, "HISTCONTROL=erasedups\n") as bash:
        assert between(bash.run(b"echo =$HISTCONTROL=")) == b"=erasedups=\r\n"
