"""The registry: starting, limits, names, folders, the default session, deletion, and what a dead server leaves."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from open_services import ended, open_services, reply_to, sent, started
from waiting import until

from areyouj_jupyter.errors import (
    AgentBusy,
    AgentStopped,
    BypassForbidden,
    FolderInvalid,
    FolderOutside,
    InstanceNotFound,
    NameTaken,
    NotInstalled,
    SessionLimit,
    SessionNotFound,
    SettingsInvalid,
    SpecForbidden,
    SpecNotFound,
)
from areyouj_jupyter.models import AgentSettings, CreateAgent, CreateSession, StartInstance, UpdateAgent
from areyouj_jupyter.server.sessions.session_deps import Limits

pytestmark = pytest.mark.slow


async def test_a_session_is_found_by_id_prefix_name_and_as_the_active_one(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services, "Écrivain")
        registry = services.registry
        await registry.set_active_session("écrivain")
        assert {registry.get_session(ref) for ref in (session.id, session.id[:6], "ÉCRIVAIN", "active")} == {session}
        assert session.model().active
        with pytest.raises(SessionNotFound, match="'nobody'"):
            registry.get_session("nobody")
        with pytest.raises(SessionNotFound):
            registry.get_session("")


async def test_an_ad_hoc_session_makes_its_agent_and_the_default_one_is_made_once(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        registry = services.registry
        one = await registry.create_session(CreateSession(spec="echo", project_path=""))
        two = await registry.create_session(CreateSession(spec="echo", project_path=str(tmp_path / "root")))
        assert [one.instance.agent, two.instance.agent] == ["echo-1", "echo-2"]
        default = await registry.get_default_session()
        assert await registry.get_default_session() is default
        assert default.instance.project_path == str(tmp_path / "root")
        with pytest.raises(SettingsInvalid):
            await registry.create_session(CreateSession())


async def test_the_settings_of_an_ad_hoc_session_hold_for_its_later_starts_too(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await services.registry.create_session(CreateSession(spec="shell", environment={"MOOD": "calm"}))
        await until(lambda: session.status.state == "idle", "a prompt")
        message = await ended(services, await sent(session, "echo $MOOD"))
        assert "calm" in (await reply_to(services, message)).content
        agent = await services.agents.agent("shell-1")
        assert agent.settings.environment == {"MOOD": "calm"}


async def test_a_rehearsal_checks_all_and_makes_and_changes_nothing(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        registry = services.registry
        await started(services, "writer")
        with services.events.subscribe() as told:
            would_be = await registry.create_agent(CreateAgent(name="critic", spec="echo"), keep=False)
            assert (would_be.name, would_be.project_path) == ("critic", str(tmp_path / "root"))
            changed = await registry.update_agent("writer", UpdateAgent(name="poet"), keep=False)
            assert (changed.name, changed.session_id is None) == ("poet", False)
            with pytest.raises(NameTaken):
                await registry.create_agent(CreateAgent(name="Writer", spec="echo"), keep=False)
            with pytest.raises(SettingsInvalid):
                mode = AgentSettings(permission_mode="none")
                await registry.update_agent("writer", UpdateAgent(settings=mode), keep=False)
        assert [event.type async for event in told if event.type == "agent-changed"] == []
        assert [agent.name for agent in await services.agents.agents()] == ["writer"]


async def test_a_changed_agent_is_checked_and_its_new_name_holds_at_once(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services, "writer")
        update = services.registry.update_agent
        with pytest.raises(SettingsInvalid, match="no permission mode 'none'"):
            await update("writer", UpdateAgent(settings=AgentSettings(permission_mode="none")))
        await update("writer", UpdateAgent(name="poet", description="verse"))
        assert services.registry.get_session("poet") is session
        assert session.model().agent == "poet"
        with pytest.raises(SessionNotFound):
            services.registry.get_session("writer")
        message = await ended(services, await sent(session, "hello"))
        assert message.agent == "poet"


async def test_limits_hold(tmp_path: Path) -> None:
    async with open_services(tmp_path, Limits(sessions=2)) as services:
        await started(services, "one")
        with pytest.raises(AgentBusy, match="max_concurrent_instances"):
            await services.registry.start_instance("one", StartInstance())
        await started(services, "two", max_concurrent_instances=2)
        with pytest.raises(SessionLimit, match=r"c\.AreYouJApp\.max_sessions"):
            await services.registry.create_session(CreateSession(spec="echo"))
        assert len(await services.agents.agents()) == 2, "the refused ad-hoc session leaves no agent"


async def test_bad_folders_specs_and_settings_are_refused_in_a_sentence(tmp_path: Path) -> None:
    async with open_services(tmp_path, commands={"claude": "no-such-program"}) as services:
        create = services.registry.create_agent
        (tmp_path / "root" / "file").write_text("x")
        (tmp_path / "root" / "out").symlink_to(tmp_path)
        (tmp_path / "root-evil").mkdir()
        for path, error in {
            "missing": FolderInvalid,
            "file": FolderInvalid,
            "a\0b": FolderInvalid,
            "..": FolderOutside,
            "out": FolderOutside,
            str(tmp_path / "root-evil"): FolderOutside,
            "/": FolderOutside,
        }.items():
            with pytest.raises(error):
                await create(CreateAgent(name="x", spec="echo", project_path=path))
        with pytest.raises(SpecNotFound, match=r"Choose from: .*echo"):
            await create(CreateAgent(name="x", spec="nope"))
        with pytest.raises(SettingsInvalid):
            await create(CreateAgent(name="x", spec="echo", settings=AgentSettings(permission_mode="wild")))
        with pytest.raises(BypassForbidden, match="allow_bypass"):
            dangerous = AgentSettings(arguments=["--dangerously-skip-permissions"])
            await create(CreateAgent(name="x", spec="claude", settings=dangerous))
        await create(CreateAgent(name="c", spec="claude"))
        with pytest.raises(NotInstalled, match="npm install"):
            await services.registry.start_instance("c", StartInstance())
        with pytest.raises(AgentStopped, match="%areyouj start c"):
            services.registry.get_session("c")


async def test_a_spec_that_the_server_does_not_allow_is_forbidden(tmp_path: Path) -> None:
    async with open_services(tmp_path, allowed_specs=("echo",)) as services:
        with pytest.raises(SpecForbidden):
            await services.registry.create_session(CreateSession(spec="shell"))


async def test_a_stopped_agent_keeps_its_pending_messages_for_its_next_instance(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services)
        await session.queue.pause(True)
        waiting = [await sent(session, text) for text in ("one", "two")]
        await services.registry.delete_session("writer")
        assert (await services.agents.instance(session.id)).status == "terminated"
        with pytest.raises(AgentStopped):
            services.registry.get_session("writer")
        again = await services.registry.create_session(CreateSession(agent="writer", new=True))
        assert again.id != session.id
        assert [message.content for message in (await again.queue.model()).messages] == ["one", "two"]
        assert again.status.paused
        await again.queue.pause(False)
        for message in waiting:
            assert (await ended(services, message)).status == "completed"


async def test_deleting_an_agent_ends_its_process_first_and_takes_its_rows_along(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        session = await started(services)
        await ended(services, await sent(session, "hello"))
        pid = session.model().pid
        assert pid is not None
        await services.registry.delete_agent("writer")
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
        with pytest.raises(InstanceNotFound):
            await services.agents.instance(session.id)
        assert services.registry.list_sessions() == []


async def test_agents_that_ask_for_it_are_started_with_the_server(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        await services.registry.create_agent(
            CreateAgent(name="early", spec="echo", settings=AgentSettings(auto_start=True))
        )
        await services.registry.create_agent(CreateAgent(name="late", spec="echo"))
        await services.registry.auto_start()
        assert [session.instance.agent for session in services.registry.list_sessions()] == ["early"]


async def test_an_idle_session_is_stopped_when_its_time_is_over(tmp_path: Path) -> None:
    async with open_services(tmp_path, Limits(health_interval=0.05)) as services:
        session = await started(services, idle_timeout=0.3)
        await until(lambda: session.status.reason == "stopped after being idle for long")
        assert not session.lifecycle.alive


async def test_check_ups_measure_the_process_tree(tmp_path: Path) -> None:
    async with open_services(tmp_path, Limits(health_interval=0.05)) as services:
        session = await started(services)
        await until(lambda: session.model().metrics.rss_bytes)
        assert session.model().health.process
