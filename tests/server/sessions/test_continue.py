"""Continue: a stopped agent that is started again goes on with its conversation, unless a new one is wished."""

from __future__ import annotations

from pathlib import Path

import pytest
from open_services import ended, open_services, reply_to, sent, started
from waiting import until

from areyouj_jupyter.models import AgentSettings, SendMessage, StartInstance, UpdateAgent
from areyouj_jupyter.server.services import Services
from areyouj_jupyter.server.sessions.session import Session

pytestmark = pytest.mark.slow


async def again(services: Services, **wishes: bool) -> Session:
    """The agent once more, ready."""
    session = await services.registry.start_instance("writer", StartInstance(**wishes))
    await until(lambda: session.status.state == "idle", "ready again")
    return session


async def test_a_stopped_agent_goes_on_where_it_was(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        first = await started(services, "writer")
        await ended(services, await sent(first, "hello"))
        await services.registry.delete_session("writer")
        second = await again(services)
        assert (second.id, second.instance.incarnation) == (first.id, 2)
        assert second.lifecycle.run is not None and second.lifecycle.run.plan.resumes
        assert (await reply_to(services, await ended(services, await sent(second, "and?")))).content
        page = await services.messages.page(first.id, None, 100)
        assert [each.content for each in page.messages if each.sender_type == "user"] == ["hello", "and?"]
        stored = await services.agents.instance(first.id)
        assert (stored.status, stored.completed_at, stored.reason) == ("idle", None, None)
        assert [each.id for each in await services.agents.instances(first.instance.agent_id)] == [first.id]


async def test_a_new_conversation_is_a_new_instance_with_the_messages_that_waited(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        first = await started(services, "writer")
        await first.queue.pause(True)
        waiting = await first.send(SendMessage(content="later"))
        await services.registry.delete_session("writer")
        second = await services.registry.start_instance("writer", StartInstance(new=True))
        assert second.id != first.id
        assert [each.id for each in (await second.queue.model()).messages] == [waiting.id]
        await services.registry.delete_session("writer")
        third = await services.registry.start_instance("writer", StartInstance())
        assert (third.id, [each.id for each in (await third.queue.model()).messages]) == (second.id, [waiting.id])


@pytest.mark.parametrize("change", [UpdateAgent(spec="shell"), UpdateAgent(project_path="other")])
async def test_an_agent_that_became_another_begins_anew(tmp_path: Path, change: UpdateAgent) -> None:
    async with open_services(tmp_path) as services:
        first = await started(services, "writer")
        await services.registry.delete_session("writer")
        (tmp_path / "root" / "other").mkdir()
        await services.registry.update_agent("writer", change)
        assert (await again(services)).id != first.id


async def test_new_settings_hold_for_the_conversation_that_goes_on(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        first = await started(services, "writer")
        await services.registry.delete_session("writer")
        settings = AgentSettings(environment={"MOOD": "calm"})
        await services.registry.update_agent("writer", UpdateAgent(settings=settings))
        second = await again(services)
        assert second.id == first.id
        assert second.lifecycle.config.environment == {"MOOD": "calm"}


async def test_another_beside_a_living_one_is_a_conversation_of_its_own(tmp_path: Path) -> None:
    async with open_services(tmp_path) as services:
        first = await started(services, "writer", max_concurrent_instances=2)
        second = await again(services)
        assert second.id != first.id
