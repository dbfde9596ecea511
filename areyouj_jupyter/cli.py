"""The `areyouj` console command."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from areyouj_jupyter._version import __version__
from areyouj_jupyter.errors import AreYouJError

ON_WINDOWS = "AreYouJ needs Linux or macOS. On Windows, run Jupyter inside WSL."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code. arguments: those of the command line if None."""
    parser = _parser()
    given = parser.parse_args(arguments)
    if given.command == "stop" and given.all == bool(given.agents):
        parser.error("name the agents to stop, or use --all")
    if sys.platform == "win32":
        print(ON_WINDOWS, file=sys.stderr)
        return 1
    try:
        if given.command == "doctor":
            return _doctor(given.data_dir)
        folder = _data_folder(given.data_dir)
        if given.command == "repair":
            return _repair(folder)
        return _holders(folder) if given.command == "holders" else _stop(folder, None if given.all else given.agents)
    except (AreYouJError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("areyouj", description="AreYouJ: run coding agents in JupyterLab.")
    parser.add_argument("--version", action="version", version=f"areyouj {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND", dest="command")
    folder = argparse.ArgumentParser(add_help=False)
    folder.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help="the data folder, if c.AreYouJApp.data_dir is not the default",
    )
    commands.add_parser(
        "doctor",
        parents=[folder],
        help="check that everything AreYouJ needs is installed",
        description="Checks this Python and machine and says what is missing. Exits with 1 if AreYouJ cannot work.",
    )
    commands.add_parser(
        "repair",
        parents=[folder],
        help="recover what can be read of a damaged database",
        description="Moves a damaged database aside and saves what can be read of it into a new one. Nothing is "
        "deleted, and a sound database is left alone. Stop Jupyter first.",
    )
    commands.add_parser(
        "holders",
        parents=[folder],
        help="list running agents, even without a server",
        description="Lists a data folder's running agents, whether or not a Jupyter server is running.",
    )
    stop = commands.add_parser(
        "stop",
        parents=[folder],
        help="stop agents, even without a server",
        description="Stops agents and everything they started. Their queues are kept, and the running server, or the "
        "next one, shows them as exited. Exits with 1 if an agent could not be stopped.",
    )
    stop.add_argument("agents", nargs="*", metavar="ID", help="agent name, session id, or the start of one")
    stop.add_argument("--all", action="store_true", help="every agent that `areyouj holders` lists")
    return parser


def _data_folder(given: Path | None) -> Path:
    """Absolute. Raises FileNotFoundError if there is none, and no agent that began in it."""
    from jupyter_core.paths import jupyter_data_dir

    from areyouj_jupyter.server.terminals import find_removed

    folder = (given or Path(jupyter_data_dir(), "areyouj")).expanduser().absolute()
    if not folder.is_dir() and not find_removed(folder / "run"):
        raise FileNotFoundError(f"There is no data folder {folder}. Use --data-dir to name another.")
    return folder


def _doctor(data_dir: Path | None) -> int:
    from areyouj_jupyter.doctor import examine  # here, since it needs what Windows does not have
    from areyouj_jupyter.findings import Grade

    findings = asyncio.run(examine(os.environ, data_dir))
    print(f"AreYouJ {__version__}\n")
    for finding in findings:
        print(f"  {finding.grade:<5} {finding.text}")
    wrong = sum(finding.grade is Grade.WRONG for finding in findings)
    print(f"\n{f'Problems to fix: {wrong}.' if wrong else 'Everything AreYouJ needs is here.'}")
    return 1 if wrong else 0


def _repair(folder: Path) -> int:
    from areyouj_jupyter.repair import repaired

    async def tell() -> None:
        async for sentence in repaired(folder):
            print(sentence)

    asyncio.run(tell())
    return 0


def _holders(folder: Path) -> int:
    from areyouj_jupyter.holders import held_agents, table

    agents, problem = asyncio.run(held_agents(folder))
    print(f"Agents running from {folder}:\n" if agents else f"No agents are running from {folder}.")
    for line in table(agents):
        print(line)
    if agents and problem:
        print(problem, file=sys.stderr)
    return 0


def _stop(folder: Path, names: list[str] | None) -> int:
    """names: None for all."""
    from areyouj_jupyter.holders import held_agents, picked, stopped

    agents, _ = asyncio.run(held_agents(folder))
    chosen = agents if names is None else picked(agents, names)
    if not chosen:
        print(f"No agents are running from {folder}.")
    good = True
    for sentence, well in asyncio.run(stopped(chosen)):
        print(sentence, file=sys.stdout if well else sys.stderr)
        good = good and well
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
