"""The demo: a Jupyter in its own folders, for a person or, with --once, for an automatic tour.

It imports nothing from the server: Jupyter is a child process, and the tour talks to it as a notebook would.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from areyouj_jupyter._version import __version__
from areyouj_jupyter.errors import AreYouJError
from areyouj_jupyter.kernel.connecting import connect
from areyouj_jupyter.kernel.crew import Crew

START_DEADLINE = 120.0  # seconds; a first start on a slow disk
TOUR_DEADLINE = 120.0  # seconds
STOP_DEADLINE = 20.0  # seconds in which Jupyter has ended its agents and kernels
STEP = 0.1  # seconds between two checks of what has no event
LOG_END = 2000  # characters of the log to show if Jupyter did not start
OUTSIDE = ("JPY_", "JUPYTER", "XDG_")
"""Variables of a surrounding Jupyter or desktop, which would lead out of the demo's folders."""

TOUR = {
    "writer": "Write a haiku about tests, *in Markdown*.",
    "critic": "Review it slowly. [[ticks 5 200]]",
    "runner": "Run it. [[permission make test]]",
}
"""Name of an agent → its message. Text in double brackets makes echo, our offline agent, do something."""
ASKING = "runner"

Value = TypeVar("Value")


class DemoFailed(Exception):
    """The demo did not work."""


@dataclass(frozen=True)
class Place:
    """A Jupyter that was started here."""

    process: subprocess.Popen[bytes]
    url: str
    """Base URL, ends in a slash."""
    token: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the demo; the exit code. arguments: those of the command line if None."""
    parser = argparse.ArgumentParser("python -m areyouj_jupyter.demo", description="Try AreYouJ in JupyterLab.")
    parser.add_argument("--once", action="store_true", help="run the tour without a browser, print it, and exit")
    parser.add_argument("--folder", type=Path, default=Path(".demo"), help="where to keep everything (not with --once)")
    parser.add_argument(
        "--notebook", type=Path, default=Path("notebooks/quickstart.ipynb"), help="the notebook to open"
    )
    given = parser.parse_args(arguments)
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(
            ending, lambda number, _: sys.exit(128 + number)
        )  # through the `finally`s, so that Jupyter ends too
    try:
        if given.once:
            _once()
        else:
            _stay(given.folder.absolute(), given.notebook)
    except (AreYouJError, DemoFailed, OSError) as error:
        print(f"The demo failed: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    return 0


def _once() -> None:
    """Run the tour, in a folder that is removed afterwards."""
    # Short, since the sockets in it have paths of at most 104 bytes.
    folder = Path(tempfile.mkdtemp(prefix="areyouj-"))
    environment = {"HOME": str(_made(folder / "home")), "XDG_RUNTIME_DIR": str(_made(folder / "run"))}
    try:
        with _jupyter("jupyter_server", folder, environment, "--no-browser") as place:
            print(f"AreYouJ {__version__} on {place.url}\n", flush=True)
            with connect(place.url, place.token) as crew:
                pids = _tour(crew)
        if alive := [pid for pid in pids if _lives(pid)]:
            raise DemoFailed(f"these agents are still running: {alive}")
        print("\nThe server and its agents have stopped.")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _tour(crew: Crew) -> list[int]:
    """Three agents, three messages, one permission prompt, three replies; the agents' process ids."""
    end = time.monotonic() + TOUR_DEADLINE
    for name in TOUR:
        crew.start(name, spec="echo")
    replies = {name: crew[name].send(text) for name, text in TOUR.items()}
    prompt = crew[ASKING].wait_for_prompt(_left(end))
    print(f"{ASKING} asks:\n{_indented(prompt.text)}\n{ASKING} is told: {prompt.choices[0].label}\n", flush=True)
    crew[ASKING].answer(prompt.choices[0].key)
    for name, reply in replies.items():
        text = reply.result(_left(end))
        if not text.strip():
            raise DemoFailed(f"{name}'s reply is empty")
        # A session is held busy for a moment after its reply, lest its status flicker.
        status = crew[name].wait("idle", timeout=_left(end))
        print(f"{name} ({status.state}):\n{_indented(text)}", flush=True)
    pids = [session.pid for session in crew.sessions if session.pid]
    if len(pids) != len(TOUR):
        raise DemoFailed(f"{len(pids)} agents are running, not {len(TOUR)}")
    return pids


def _stay(folder: Path, notebook: Path) -> None:
    """JupyterLab for a person, until Ctrl-C."""
    copy = _made(folder / "root") / notebook.name
    if not copy.exists():
        shutil.copyfile(notebook, copy)
    print("Starting JupyterLab …", flush=True)
    with _jupyter("jupyterlab", folder, {}, str(copy)) as place:
        print(f"\n    {place.url}lab/tree/{copy.name}?token={place.token}\n")
        print(f"Everything is kept in {folder}; Jupyter's log is jupyter.log there. Press Ctrl-C to stop.", flush=True)
        with suppress(KeyboardInterrupt):
            place.process.wait()
        print("\nStopping JupyterLab and its agents …")


@contextmanager
def _jupyter(program: str, folder: Path, variables: Mapping[str, str], *arguments: str) -> Iterator[Place]:
    """A Jupyter with all its folders below `folder`, ready inside the `with` and stopped at its end."""
    runtime = _made(folder / "runtime")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(OUTSIDE)}
    environment |= {
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_DATA_DIR": str(folder / "jupyter"),
        "JUPYTER_RUNTIME_DIR": str(runtime),
        **variables,
    }
    command = [
        *(sys.executable, "-m", program, "--ServerApp.ip=127.0.0.1", "--ServerApp.allow_root=True"),
        f"--ServerApp.root_dir={_made(folder / 'root')}",
        f"--AreYouJApp.data_dir={folder / 'areyouj'}",
        "--AreYouJApp.stop_agents_on_exit=True",
        *arguments,
    ]
    log = folder / "jupyter.log"
    with log.open("wb") as output:
        # Without a terminal as its input Jupyter ends at once when it is told to, and asks nobody.
        child = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    try:
        yield _started(child, runtime, log)
    finally:
        _end(child)


def _started(child: subprocess.Popen[bytes], runtime: Path, log: Path) -> Place:
    """Wait until AreYouJ answers there. Raises DemoFailed with the end of the log."""

    def look() -> Place | None:
        if child.poll() is not None:
            raise DemoFailed("Jupyter ended; its log:")
        with suppress(OSError, ValueError, AreYouJError):
            # Jupyter makes its token itself and leaves it here: on a command line other users could read it.
            told = json.loads((runtime / f"jpserver-{child.pid}.json").read_text())
            place = Place(child, told["url"], told["token"])
            connect(place.url, place.token).close()
            return place
        return None

    try:
        return _until(look, "AreYouJ to respond; Jupyter's log:", time.monotonic() + START_DEADLINE)
    except DemoFailed as error:
        end_of_log = log.read_text(errors="replace")[-LOG_END:]
        raise DemoFailed(f"{error}\n{end_of_log}") from None


def _end(child: subprocess.Popen[bytes]) -> None:
    """Ask Jupyter to end, and make sure of it."""
    child.terminate()
    try:
        child.wait(STOP_DEADLINE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def _until(look: Callable[[], Value | None], what: str, end: float) -> Value:
    """The first thing that `look` finds; end: on the monotonic clock. Raises DemoFailed."""
    while (found := look()) is None:
        if time.monotonic() > end:
            raise DemoFailed(f"timed out waiting for {what}")
        time.sleep(STEP)
    return found


def _left(end: float) -> float:
    """Seconds until `end`."""
    return max(0.0, end - time.monotonic())


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.strip().splitlines())


if __name__ == "__main__":
    sys.exit(main())
