"""AgentStore: agents, their settings and their instances, as rows of agents.db."""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from msgspec import UNSET

from areyouj_jupyter.errors import AgentNotFound, InstanceNotFound, NameTaken
from areyouj_jupyter.models import AgentModel, AgentSettings, CreateAgent, InstanceModel, StoredStatus, UpdateAgent
from areyouj_jupyter.server.storage import timestamps
from areyouj_jupyter.server.storage.database import Database, Row, Transaction
from areyouj_jupyter.server.storage.names import checked_name, name_key
from areyouj_jupyter.server.storage.sql import queries

logger = logging.getLogger(__name__)


class AgentStore:
    """Agents and instances; owned by the application."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        """clock: seconds since the epoch."""
        self._database = database
        self._clock = clock
        self._sql = queries("agents")

    async def create(self, request: CreateAgent, keep: bool = True) -> AgentModel:
        """A new agent; its project path is stored as given. `session_id` of its models is for the caller to fill.

        keep: False returns the agent as it would be, and stores nothing. Raises NameInvalid, NameReserved, NameTaken.
        """
        name = checked_name(request.name)
        agent_id = str(uuid.uuid4())
        values = {
            "id": agent_id,
            "name": name,
            "name_key": name_key(name),
            "spec": request.spec,
            "project_path": request.project_path,
            "description": request.description,
            "now": self._now(),
        }
        async with self._database.transaction(keep) as transaction:
            await self._refuse_taken(transaction, name, agent_id)
            await transaction.rows(self._sql["add_agent"], values)
            await self._keep_settings(transaction, agent_id, request.settings)
            return await self._found(transaction, agent_id)

    async def agent(self, ref: str) -> AgentModel:
        """By id, or by name ignoring case. Raises AgentNotFound."""
        return await self._found(self._database, ref)

    async def agents(self) -> list[AgentModel]:
        """All, oldest first."""
        return [_agent(row) for row in await self._database.rows(self._sql["agents"])]

    async def update(self, ref: str, request: UpdateAgent, keep: bool = True) -> AgentModel:
        """keep: as of `create`. Raises AgentNotFound, NameInvalid, NameReserved, NameTaken."""
        async with self._database.transaction(keep) as transaction:
            agent = await self._found(transaction, ref)
            name = agent.name if request.name is UNSET else checked_name(request.name)
            await self._refuse_taken(transaction, name, agent.id)
            values = {
                "id": agent.id,
                "name": name,
                "name_key": name_key(name),
                "spec": agent.spec if request.spec is UNSET else request.spec,
                "project_path": agent.project_path if request.project_path is UNSET else request.project_path,
                "description": agent.description if request.description is UNSET else request.description,
                "now": self._now(),
            }
            await transaction.rows(self._sql["update_agent"], values)
            if request.settings is not UNSET:
                await self._keep_settings(transaction, agent.id, request.settings)
            return await self._found(transaction, agent.id)

    async def delete(self, ref: str) -> AgentModel:
        """Delete an agent with its instances, messages and assignments; returns what it was. Raises AgentNotFound."""
        async with self._database.transaction() as transaction:
            agent = await self._found(transaction, ref)
            await transaction.rows(self._sql["delete_agent"], {"id": agent.id})
        return agent

    async def create_instance(self, agent_id: str, instance_id: str, config: Mapping[str, Any]) -> InstanceModel:
        """A new instance with the agent's spec and project path.

        In the same transaction it takes over the pending messages of the agent's ended instances, in their order, and
        the pause of the last of them. Raises AgentNotFound.
        """
        values = {"id": instance_id, "agent_id": agent_id, "config_json": msgspec.json.encode(config).decode()}
        async with self._database.transaction() as transaction:
            if await transaction.row(self._sql["add_instance"], values) is None:
                raise AgentNotFound(f"There is no agent with the id '{agent_id}'.")
            await self._adopt(transaction, agent_id, instance_id)
            return await self._instance(transaction, instance_id)

    async def continue_instance(self, agent_id: str, config: Mapping[str, Any]) -> InstanceModel | None:
        """The agent's last instance, to be started once more with these settings and all messages as above.

        None if it has none that has ended, or would not do what that one did: of another spec, in another folder.
        """
        values = {"agent_id": agent_id, "config_json": msgspec.json.encode(config).decode()}
        async with self._database.transaction() as transaction:
            row = await transaction.row(self._sql["continuable"], values)
            if row is None:
                return None
            await self._adopt(transaction, agent_id, row["id"])
            return await self._instance(transaction, row["id"])

    async def instance(self, instance_id: str) -> InstanceModel:
        """Raises InstanceNotFound."""
        return await self._instance(self._database, instance_id)

    async def instances(self, agent_id: str, limit: int = 100) -> list[InstanceModel]:
        """The newest ones of an agent, newest first."""
        rows = await self._database.rows(self._sql["instances"], {"agent_id": agent_id, "limit": limit})
        return [_instance(row) for row in rows]

    async def live_instances(self) -> list[InstanceModel]:
        """Those idle or active that have not ended, oldest first.

        One with a reason crashed, and was about to be started again.
        """
        return [_instance(row) for row in await self._database.rows(self._sql["live_instances"])]

    async def unfinished_instances(self) -> list[InstanceModel]:
        """What a server finds at its start, oldest first: the live ones, and the last of an agent if messages wait."""
        return [_instance(row) for row in await self._database.rows(self._sql["unfinished_instances"])]

    async def delete_instance(self, instance_id: str) -> InstanceModel:
        """Delete an instance with its messages; returns what it was. Raises InstanceNotFound."""
        async with self._database.transaction() as transaction:
            instance = await self._instance(transaction, instance_id)
            await transaction.rows(self._sql["delete_instance"], {"id": instance_id})
        return instance

    async def record_start(self, instance_id: str, incarnation: int, pid: int | None) -> InstanceModel:
        """A new incarnation runs: idle, without reason, exit code or end."""
        return await self._record("record_start", {"id": instance_id, "incarnation": incarnation, "pid": pid})

    async def record_status(self, instance_id: str, status: StoredStatus, reason: str | None = None) -> InstanceModel:
        """Changes nothing once the instance has ended."""
        return await self._record("record_status", {"id": instance_id, "status": status, "reason": reason})

    async def record_crash(self, instance_id: str, reason: str, exit_code: int | None) -> InstanceModel:
        """It has ended and will be restarted automatically: it stays live, with a reason."""
        return await self._record("record_crash", {"id": instance_id, "reason": reason, "exit_code": exit_code})

    async def record_exit(
        self, instance_id: str, status: StoredStatus, reason: str | None = None, exit_code: int | None = None
    ) -> InstanceModel:
        """The first end stays: a later one changes nothing."""
        values = {"id": instance_id, "status": status, "reason": reason, "exit_code": exit_code}
        return await self._record("record_exit", values)

    async def record_conversation(self, instance_id: str, conversation_id: str, why: str) -> InstanceModel:
        """Its CLI is in this conversation from now on. why: what told so. Raises InstanceNotFound."""
        values = {"id": instance_id, "conversation_id": conversation_id, "why": why}
        return await self._record("add_conversation", values)

    async def set_paused(self, instance_id: str, paused: bool) -> None:
        """Hold or release the queue of an instance. Raises InstanceNotFound."""
        async with self._database.transaction() as transaction:
            if await transaction.row(self._sql["set_paused"], {"id": instance_id, "paused": paused}) is None:
                raise InstanceNotFound(f"There is no instance with the id '{instance_id}'.")

    async def paused(self, instance_id: str) -> bool:
        """Whether its queue is held. Raises InstanceNotFound."""
        row = await self._database.row(self._sql["paused"], {"id": instance_id})
        if row is None:
            raise InstanceNotFound(f"There is no instance with the id '{instance_id}'.")
        return bool(row["paused"])

    async def _record(self, name: str, values: Mapping[str, Any]) -> InstanceModel:
        async with self._database.transaction() as transaction:
            await transaction.rows(self._sql[name], {**values, "now": self._now()})
            return await self._instance(transaction, values["id"])

    async def _adopt(self, transaction: Transaction, agent_id: str, instance_id: str) -> None:
        keys: set[str] = set()
        rows = await transaction.rows(self._sql["adoptable"], {"agent_id": agent_id})
        for position, row in enumerate(rows, 1):
            # Two instances that ran side by side may have used one key; in one queue the first keeps it.
            key = row["idempotency_key"] if row["idempotency_key"] not in keys else None
            keys.add(row["idempotency_key"])
            values = {"instance_id": instance_id, "position": position, "idempotency_key": key, "now": self._now()}
            await transaction.rows(self._sql["adopt"], {**values, "id": row["id"]})

    async def _found(self, source: Database | Transaction, ref: str) -> AgentModel:
        row = await source.row(self._sql["agent"], {"ref": ref, "name_key": name_key(ref)})
        if row is None:
            raise AgentNotFound(f"There is no agent '{ref}'.")
        return _agent(row)

    async def _instance(self, source: Database | Transaction, instance_id: str) -> InstanceModel:
        row = await source.row(self._sql["instance"], {"id": instance_id})
        if row is None:
            raise InstanceNotFound(f"There is no instance with the id '{instance_id}'.")
        return _instance(row)

    async def _refuse_taken(self, transaction: Transaction, name: str, agent_id: str) -> None:
        row = await transaction.row(self._sql["agent"], {"ref": None, "name_key": name_key(name)})
        if row is not None and row["id"] != agent_id:
            raise NameTaken(f"There is already an agent named '{row['name']}'.")

    async def _keep_settings(self, transaction: Transaction, agent_id: str, settings: AgentSettings) -> None:
        values = {
            "agent_id": agent_id,
            "auto_start": settings.auto_start,
            "notification_enabled": settings.notification_enabled,
            "max_concurrent_instances": settings.max_concurrent_instances,
            "settings_json": msgspec.json.encode(settings).decode(),
        }
        await transaction.rows(self._sql["add_settings"], values)

    def _now(self) -> str:
        return timestamps.text(self._clock())


def _agent(row: Row) -> AgentModel:
    return AgentModel(
        id=row["id"],
        name=row["name"],
        spec=row["spec"],
        project_path=row["project_path"],
        description=row["description"],
        settings=_settings(row),
        session_id=None,
        created_at=timestamps.seconds(str(row["created_at"])),
        updated_at=timestamps.seconds(str(row["updated_at"])),
    )


def _settings(row: Row) -> AgentSettings:
    try:
        return msgspec.json.decode(row["settings_json"] or "{}", type=AgentSettings)
    except msgspec.DecodeError:
        # The row was edited by hand: use the careful defaults, so that the agent can still be changed.
        logger.warning("agent settings were not readable", extra={"agent": row["id"]})
        return AgentSettings()


def _instance(row: Row) -> InstanceModel:
    return InstanceModel(
        id=row["id"],
        agent_id=row["agent_id"],
        agent=row["agent"],
        spec=row["spec"],
        project_path=row["project_path"],
        status=row["status"],
        incarnation=row["incarnation"],
        reason=row["reason"],
        exit_code=row["exit_code"],
        started_at=timestamps.seconds(row["started_at"]),
        completed_at=timestamps.seconds(row["completed_at"]),
        last_activity_at=timestamps.seconds(row["last_activity_at"]),
        config=msgspec.json.decode(row["config_json"]),
        conversation_id=row["conversation_id"],
    )
