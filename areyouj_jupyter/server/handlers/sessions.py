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
from areyouj_jupyter.server.contract import BYTES, Download
from areyouj_jupyter.server.house import House


async def list_sessions(house: House) -> list[SessionModel]:
    return [session.model() for session in house.registry.list_sessions()]


async def create_session(house: House, body: CreateSession) -> SessionModel:
    return (await house.registry.create_session(body)).model()


async def read_session(house: House, ref: str) -> SessionModel:
    return house.registry.get_session(ref).model()


async def delete_session(house: House, ref: str) -> None:
    await house.registry.delete_session(ref)


async def activate_session(house: House, ref: str) -> SessionModel:
    return (await house.registry.set_active_session(ref)).model()


async def read_status(house: House, ref: str) -> StatusReport:
    return house.registry.get_session(ref).explained()


async def read_log(house: House, ref: str) -> SessionLog:
    return house.registry.get_session(ref).log()


async def mark_seen(house: House, ref: str) -> StatusModel:
    return house.registry.get_session(ref).mark_seen()


async def read_screen(house: House, ref: str) -> ScreenModel:
    return house.registry.get_session(ref).screen()


async def read_output(house: House, ref: str, query: ReadOutput) -> Download:
    session = house.registry.get_session(ref)
    data, first = session.output(query.offset)
    data = data[: query.limit]
    headers = {"X-AreYouJ-Offset": str(first), "X-AreYouJ-Next-Offset": str(first + len(data))}
    return Download(data, BYTES, f"{session.id}.output", headers)


async def interrupt_session(house: House, ref: str) -> StatusModel:
    return await house.registry.get_session(ref).interrupt()


async def type_keys(house: House, ref: str, body: TypeKeys) -> StatusModel:
    return await house.registry.get_session(ref).keys(body)


async def answer_prompt(house: House, ref: str, body: AnswerPrompt) -> StatusModel:
    return await house.registry.get_session(ref).answer(body)


async def clear_input(house: House, ref: str) -> ClearedInput:
    return await house.registry.get_session(ref).clear_input()


async def restart_session(house: House, ref: str) -> SessionModel:
    return await house.registry.get_session(ref).restart()
