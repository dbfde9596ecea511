"""Terminals: the only room of the server that touches processes, signals and file descriptors."""

from areyouj_jupyter.server.terminals.audience import Client
from areyouj_jupyter.server.terminals.environment import agent_environment, denied_names
from areyouj_jupyter.server.terminals.holders.ending import Exit
from areyouj_jupyter.server.terminals.holders.force import end_by_force
from areyouj_jupyter.server.terminals.holders.holder_answers import Answer, HolderLost, HolderRefused
from areyouj_jupyter.server.terminals.holders.holder_end import end_agent, end_holder
from areyouj_jupyter.server.terminals.holders.holder_meta import HolderMeta
from areyouj_jupyter.server.terminals.holders.holder_records import (
    FoundHolder,
    Hook,
    Remains,
    discard_holder,
    find_holder,
    find_holders,
    holder_lives,
    read_remains,
)
from areyouj_jupyter.server.terminals.holders.holder_start import HolderFailed, HolderOrders, require_descriptors
from areyouj_jupyter.server.terminals.holders.liveness import agent_lives
from areyouj_jupyter.server.terminals.holders.process import MARK, usage
from areyouj_jupyter.server.terminals.holders.removed_holders import find_removed
from areyouj_jupyter.server.terminals.holders.strays import find_strays
from areyouj_jupyter.server.terminals.login_shell import login_path
from areyouj_jupyter.server.terminals.manager import TerminalManager
from areyouj_jupyter.server.terminals.open_folder import OpenFolder
from areyouj_jupyter.server.terminals.probe import version
from areyouj_jupyter.server.terminals.terminal import Terminal

__all__ = [
    "MARK",
    "Answer",
    "Client",
    "Exit",
    "FoundHolder",
    "HolderFailed",
    "HolderLost",
    "HolderMeta",
    "HolderOrders",
    "HolderRefused",
    "Hook",
    "OpenFolder",
    "Remains",
    "Terminal",
    "TerminalManager",
    "agent_environment",
    "agent_lives",
    "denied_names",
    "discard_holder",
    "end_agent",
    "end_by_force",
    "end_holder",
    "find_holder",
    "find_holders",
    "find_removed",
    "find_strays",
    "holder_lives",
    "login_path",
    "read_remains",
    "require_descriptors",
    "usage",
    "version",
]
