"""Handlers for live sessions."""

from __future__ import annotations

from areyouj_jupyter.models import (
    AnswerPrompt,
    ClearedInput,
    CreateSession,
    ReadOutput,
    ScreenModel,
    SessionLog,
    SessionModel,
    StatusModel,
    StatusReport,
    TypeKeys,
)
from areyouj_jupyter.server.http.contract import BYTES, Download
from areyouj_jupyter.server.services import Services


async def list_sessions(services: Services) -> list[SessionModel]:
    return [session.model() for session in services.registry.list_sessions()]


async def create_session(services: Services, body: CreateSession) -> SessionModel:
    return (await services.registry.create_session(body)).model()


async def read_session(services: Services, ref: str) -> SessionModel:
    return services.registry.get_session(ref).model()


async def delete_session(services: Services, ref: str) -> None:
    await services.registry.delete_session(ref)


async def activate_session(services: Services, ref: str) -> SessionModel:
    return (await services.registry.set_active_session(ref)).model()


async def read_status(services: Services, ref: str) -> StatusReport:
    return services.registry.get_session(ref).explained()


async def read_log(services: Services, ref: str) -> SessionLog:
    return services.registry.get_session(ref).log()


async def mark_seen(services: Services, ref: str) -> StatusModel:
    return services.registry.get_session(ref).mark_seen()


async def read_screen(services: Services, ref: str) -> ScreenModel:
    return services.registry.get_session(ref).screen()


async def read_output(services: Services, ref: str, query: ReadOutput) -> Download:
    session = services.registry.get_session(ref)
    data, first = session.output(query.offset)
    data = data[: query.limit]
    headers = {"X-AreYouJ-Offset": str(first), "X-AreYouJ-Next-Offset": str(first + len(data))}
    return Download(data, BYTES, f"{session.id}.output", headers)


async def interrupt_session(services: Services, ref: str) -> StatusModel:
    return await services.registry.get_session(ref).interrupt()


async def type_keys(services: Services, ref: str, body: TypeKeys) -> StatusModel:
    return await services.registry.get_session(ref).keys(body)


async def answer_prompt(services: Services, ref: str, body: AnswerPrompt) -> StatusModel:
    return await services.registry.get_session(ref).answer(body)


async def clear_input(services: Services, ref: str) -> ClearedInput:
    return await services.registry.get_session(ref).clear_input()


async def restart_session(services: Services, ref: str) -> SessionModel:
    return await services.registry.get_session(ref).restart()
