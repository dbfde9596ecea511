"""Agents, their settings and their instances."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from stores import START, Clock, agents_db, new_instance

from areyouj_jupyter.errors import AgentNotFound, InstanceNotFound, NameInvalid, NameReserved, NameTaken
from areyouj_jupyter.models import (
    AgentModel,
    AgentSettings,
    CreateAgent,
    EditMessage,
    InstanceModel,
    SendMessage,
    UpdateAgent,
)
from areyouj_jupyter.server.storage.agent_store import AgentStore
from areyouj_jupyter.server.storage.delivery_store import DeliveryStore
from areyouj_jupyter.server.storage.queue_store import QueueStore


def writer(name: str = "writer", settings: AgentSettings | None = None) -> CreateAgent:
    return CreateAgent(name=name, spec="echo", project_path="/project", settings=settings or AgentSettings())


async def test_an_agent_is_kept_whole(tmp_path: Path) -> None:
    settings = AgentSettings(
        auto_start=True,
        notification_enabled=False,
        max_concurrent_instances=3,
        arguments=["-x"],
        environment={"A": "ä"},
    )
    async with agents_db(tmp_path) as database:
        store = AgentStore(database, Clock())
        made = await store.create(
            CreateAgent(name="writer", spec="echo", project_path="/p", description="writes", settings=settings)
        )
        assert made == AgentModel(
            id=made.id,
            name="writer",
            spec="echo",
            project_path="/p",
            description="writes",
            settings=settings,
            session_id=None,
            created_at=START,
            updated_at=START,
        )
        assert await store.agent(made.id) == await store.agent("WRITER") == made
        (row,) = await database.rows("SELECT * FROM agent_settings")
        assert tuple(row)[1:4] == (1, 0, 3)


async def test_agents_come_oldest_first_and_a_deleted_one_takes_all_with_it(tmp_path: Path) -> None:
    async with agents_db(tmp_path) as database:
        store, queues = AgentStore(database), QueueStore(database)
        for name in ("zoe", "adam", "Émile"):
            await store.create(writer(name))
        assert [agent.name for agent in await store.agents()] == ["zoe", "adam", "Émile"]
        await new_instance(store, "zoe")
        await queues.add("i1", SendMessage(content="hello"))
        assert (await store.delete("ZOE")).name == "zoe"
        assert [agent.name for agent in await store.agents()] == ["adam", "Émile"]
        for table in ("agent_settings", "agent_instances", "agent_messages"):
            (row,) = await database.rows(f"SELECT count(*) FROM {table}")
            assert row[0] == (2 if table == "agent_settings" else 0), table
        with pytest.raises(AgentNotFound, match="'zoe'"):
            await store.agent("zoe")
        with pytest.raises(AgentNotFound, match="'zoe'"):
            await store.delete("zoe")


@pytest.mark.parametrize("name", ["a", "Émile", "작가", "लेखक", "नमस्ते", "x.y-z_1", "ä" * 64, "9", "-a"])
async def test_names_of_any_language_are_taken(tmp_path: Path, name: str) -> None:
    async with agents_db(tmp_path) as database:
        assert (await AgentStore(database).create(writer(name))).name == name


@pytest.mark.parametrize(
    "name", ["", " ", "a b", "a/b", "..", ".", "-", "___", "a" * 65, "a\n", "a\x00", "😀", "a\u202eb", "\ud800", "½"]
)
async def test_other_names_are_invalid(tmp_path: Path, name: str) -> None:
    async with agents_db(tmp_path) as database:
        with pytest.raises(NameInvalid):
            await AgentStore(database).create(writer(name))


@pytest.mark.parametrize(
    "name", ["active", "Default", "DEFAULT", "0B5E1F4C-2d3a-4c55-9f1e-112233445566", "0b5e1f4c2d3a4c559f1e112233445566"]
)
async def test_some_names_are_reserved(tmp_path: Path, name: str) -> None:
    async with agents_db(tmp_path) as database:
        with pytest.raises(NameReserved):
            await AgentStore(database).create(writer(name))


@pytest.mark.parametrize(
    ("first", "second"), [("writer", "WRITER"), ("é", "e\u0301"), ("ÉMILE", "e\u0301mile"), ("ß", "SS")]
)
async def test_names_are_unique_ignoring_case_and_unicode_form(tmp_path: Path, first: str, second: str) -> None:
    async with agents_db(tmp_path) as database:
        store = AgentStore(database)
        made = await store.create(writer(first))
        with pytest.raises(NameTaken):
            await store.create(writer(second))
        other = await store.create(writer("other"))
        with pytest.raises(NameTaken):
            await store.update(other.id, UpdateAgent(name=second))
        assert (await store.update(made.id, UpdateAgent(name=second))).id == made.id  # its own name may change form


async def test_an_update_changes_what_is_given_alone(tmp_path: Path) -> None:
    async with agents_db(tmp_path) as database:
        store = AgentStore(database, Clock())
        made = await store.create(writer(settings=AgentSettings(auto_start=True)))
        changed = await store.update("writer", UpdateAgent(description="better"))
        assert changed == replace(made, description="better", updated_at=START + 1)
        settings = AgentSettings(max_concurrent_instances=2)
        changed = await store.update(
            "writer", UpdateAgent(name="Writer2", spec="shell", project_path="/q", settings=settings)
        )
        assert changed == replace(
            made,
            name="Writer2",
            spec="shell",
            project_path="/q",
            description="better",
            settings=settings,
            updated_at=START + 2,
        )
        assert await store.agent("writer2") == changed
        with pytest.raises(AgentNotFound):
            await store.update("writer", UpdateAgent(description="x"))
        (row,) = await database.rows("SELECT auto_start, max_concurrent_instances FROM agent_settings")
        assert tuple(row) == (0, 2)


async def test_settings_that_somebody_broke_become_the_defaults(tmp_path: Path) -> None:
    async with agents_db(tmp_path) as database:
        store = AgentStore(database)
        await store.create(writer(settings=AgentSettings(permission_mode="plan")))
        async with database.transaction() as transaction:
            await transaction.rows("UPDATE agent_settings SET settings_json = '{oops'")
        assert (await store.agent("writer")).settings == AgentSettings()


async def test_an_instance_follows_its_cli_from_conversation_to_conversation(tmp_path: Path) -> None:
    async with agents_db(tmp_path) as database:
        store = AgentStore(database, Clock())
        agent = await store.create(writer())
        for name in ("i1", "i2"):
            await store.create_instance(agent.id, name, {})
        cleared = await store.record_conversation("i1", "c2", "SessionStart")
        assert cleared == await store.instance("i1")
        assert cleared.conversation_id == "c2"
        assert await store.record_conversation("i1", "c2", "UserPromptSubmit") == cleared
        assert (await store.record_conversation("i1", "i1", "SessionStart")).conversation_id == "i1"  # back again
        assert (await store.instance("i2")).conversation_id == "i2"
        rows = await database.rows("SELECT conversation_id, why FROM conversations ORDER BY seq")
        assert [tuple(row) for row in rows] == [("c2", "SessionStart"), ("i1", "SessionStart")]
        await store.delete(agent.id)
        assert await database.rows("SELECT * FROM conversations") == []


async def test_an_instance_lives_and_ends_once(tmp_path: Path) -> None:
    async with agents_db(tmp_path) as database:
        store = AgentStore(database, Clock())
        agent = await store.create(writer())
        made = await store.create_instance(agent.id, "i1", {"permission_mode": "manual"})
        assert made == InstanceModel(
            id="i1",
            agent_id=agent.id,
            agent="writer",
            spec="echo",
            project_path="/project",
            status="idle",
            incarnation=0,
            reason=None,
            exit_code=None,
            started_at=None,
            completed_at=None,
            last_activity_at=None,
            config={"permission_mode": "manual"},
            conversation_id="i1",
        )
        started = await store.record_start("i1", 1, 4242)
        assert started == replace(made, incarnation=1, started_at=START + 1, last_activity_at=START + 1)
        busy = await store.record_status("i1", "active", "busy")
        assert busy == replace(started, status="active", reason="busy", last_activity_at=START + 2)
        assert await store.live_instances() == [busy]
        ended = await store.record_exit("i1", "terminated", "stopped", -15)
        assert ended == replace(busy, status="terminated", reason="stopped", exit_code=-15, completed_at=START + 3)
        assert await store.record_exit("i1", "completed", None, 0) == ended
        assert await store.record_status("i1", "active") == ended
        assert await store.live_instances() == []
        again = await store.record_start("i1", 2, 4343)
        assert again == replace(
            ended,
            status="idle",
            incarnation=2,
            reason=None,
            exit_code=None,
            completed_at=None,
            last_activity_at=START + 6,
        )
        assert await store.instances(agent.id) == [again] == await store.live_instances()


async def test_a_new_instance_takes_over_what_ended_ones_left_pending(tmp_path: Path) -> None:
    async with agents_db(tmp_path) as database:
        store, queues = AgentStore(database), QueueStore(database)
        first = await new_instance(store, instance_id="i1")
        await new_instance(store, instance_id="i2")
        for instance_id, key in (("i1", "k"), ("i2", "k"), ("i1", "l")):
            await queues.add(instance_id, SendMessage(content=f"{instance_id} {key}", idempotency_key=key))
        unsure, _ = await queues.add("i1", SendMessage(content="unsure"))
        await queues.edit(unsure.id, EditMessage(position=0))
        deliveries = DeliveryStore(database)
        await deliveries.claim("i1", "d1", 1)
        await deliveries.reconcile_after_crash(["i1"])
        await store.set_paused("i2", True)
        await store.record_exit("i1", "error")
        await new_instance(store, instance_id="i3")
        await store.record_exit("i2", "terminated")
        taken = await new_instance(store, instance_id="i4")
        assert taken.agent_id == first.agent_id
        assert [each.content for each in (await queues.queue("i3")).messages] == ["i1 k", "i1 l"]
        assert [each.content for each in (await queues.queue("i4")).messages] == ["i2 k"]
        assert [each.content for each in (await queues.queue("i1")).messages] == ["unsure"]
        assert (await store.paused("i3"), await store.paused("i4")) == (False, True)


async def test_one_key_used_in_two_instances_survives_their_union(tmp_path: Path) -> None:
    async with agents_db(tmp_path) as database:
        store, queues = AgentStore(database), QueueStore(database)
        for instance_id in ("i1", "i2"):
            await new_instance(store, instance_id=instance_id)
            await queues.add(instance_id, SendMessage(content="same", idempotency_key="k"))
        for instance_id in ("i1", "i2"):
            await store.record_exit(instance_id, "completed", None, 0)
        await new_instance(store, instance_id="i3")
        queue = (await queues.queue("i3")).messages
        assert len(queue) == 2
        known, new = await queues.add("i3", SendMessage(content="same", idempotency_key="k"))
        assert (known, new) == (queue[0], False)


async def test_instances_come_newest_first_and_unknown_ones_are_named(tmp_path: Path) -> None:
    async with agents_db(tmp_path) as database:
        store = AgentStore(database)
        for number in range(5):
            instance = await new_instance(store, instance_id=f"i{number}")
        newest = await store.instances(instance.agent_id, limit=3)
        assert [each.id for each in newest] == ["i4", "i3", "i2"]
        assert (await store.delete_instance("i4")).id == "i4"
        with pytest.raises(InstanceNotFound, match="'i4'"):
            await store.delete_instance("i4")
        with pytest.raises(InstanceNotFound, match="'nope'"):
            await store.instance("nope")
        with pytest.raises(InstanceNotFound, match="'nope'"):
            await store.set_paused("nope", True)
        with pytest.raises(InstanceNotFound, match="'nope'"):
            await store.paused("nope")
        with pytest.raises(InstanceNotFound, match="'nope'"):
            await store.record_start("nope", 1, None)
        with pytest.raises(AgentNotFound, match="'nope'"):
            await store.create_instance("nope", "i9", {})


async def test_a_seq_never_comes_twice(tmp_path: Path) -> None:
    async with agents_db(tmp_path) as database:
        store, queues = AgentStore(database), QueueStore(database)
        await new_instance(store)
        first, _ = await queues.add("i1", SendMessage(content="a"))
        await store.delete("writer")
        await new_instance(store)
        second, _ = await queues.add("i1", SendMessage(content="b"))
        assert second.seq > first.seq
