"""The terminal manager: terminado's, by session id, with our terminals in it."""

from __future__ import annotations

from terminado.management import NamedTermManager

from areyouj_jupyter.server.terminals.terminal import Terminal


class TerminalManager(NamedTermManager):
    """All live terminals of this server. It never makes one by itself and never shares terminado's writer thread."""

    def __init__(self) -> None:
        super().__init__(shell_command=[], max_terminals=None)
        self.terminals: dict[str, Terminal] = {}  # type: ignore[assignment] # narrower than terminado's, invariant

    def add(self, name: str, terminal: Terminal) -> None:
        """Enter a terminal under its session's id; an older incarnation's is replaced."""
        self.terminals[name] = terminal

    def remove(self, name: str, terminal: Terminal) -> None:
        """Forget a terminal, unless a newer one has its place."""
        if self.terminals.get(name) is terminal:
            del self.terminals[name]

    def get_terminal(self, term_name: str | None = None) -> Terminal:
        """The terminal of a session. Raises KeyError: looking never starts one."""
        return self.terminals[term_name or ""]

    def client_disconnected(self, websocket: object) -> None:
        """Nothing ends because a browser left."""
