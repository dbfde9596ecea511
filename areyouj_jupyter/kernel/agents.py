"""Agents: the named, durable definitions of a server."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from areyouj_jupyter.errors import AgentNotFound
from areyouj_jupyter.kernel.client.http_client import Client, given, part
from areyouj_jupyter.kernel.tables import display
from areyouj_jupyter.models import AgentModel, AgentSettings, CreateAgent, UpdateAgent


class Agents:
    """All agents; asks the server each time. Made by a Crew."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def create(
        self, name: str, spec: str, project_path: str = "", description: str = "", settings: AgentSettings | None = None
    ) -> AgentModel:
        """Define an agent; it is not started. project_path: absolute, or relative to the server's root folder.

        Raises NameTaken, NameInvalid, SpecNotFound, FolderInvalid, FolderOutside.
        """
        body = CreateAgent(
            name=name,
            spec=spec,
            project_path=project_path,
            description=description,
            settings=settings or AgentSettings(),
        )
        return self._client.post("agents", AgentModel, body)

    def list(self) -> display.Listing[AgentModel]:
        """All of them."""
        return display.agents(self._client.get("agents", list[AgentModel]))

    def update(
        self,
        name: str,
        new_name: str | None = None,
        spec: str | None = None,
        project_path: str | None = None,
        description: str | None = None,
        settings: AgentSettings | None = None,
    ) -> AgentModel:
        """Change an agent; None keeps a field. Applies from its next start. Raises AgentNotFound, NameTaken."""
        body = UpdateAgent(
            name=given(new_name),
            spec=given(spec),
            project_path=given(project_path),
            description=given(description),
            settings=given(settings),
        )
        return self._client.put(f"agents/{part(name)}", AgentModel, body)

    def delete(self, name: str) -> None:
        """Stop an agent's sessions and delete it with all its messages. Raises AgentNotFound."""
        self._client.delete(f"agents/{part(name)}", type(None))

    def __getitem__(self, name: str) -> AgentModel:
        """The agent of that name or id. Raises AgentNotFound."""
        return self._client.get(f"agents/{part(name)}", AgentModel)

    def __contains__(self, name: str) -> bool:
        try:
            self[name]
        except AgentNotFound:
            return False
        return True

    @property
    def df(self) -> Any:
        """A pandas DataFrame of them. Raises LibraryMissing where pandas is not installed."""
        return self.list().df

    def __iter__(self) -> Iterator[AgentModel]:
        return iter(self.list())

    def __len__(self) -> int:
        return len(self.list())

    def __repr__(self) -> str:
        return repr(self.list())

    def _repr_html_(self) -> str:
        return self.list()._repr_html_()
