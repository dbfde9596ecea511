"""The background writer: jobs are done in order, one at a time, whatever becomes of the others."""

from __future__ import annotations

import asyncio
import logging

import pytest

from areyouj_jupyter.server.sessions.background_writer import LIMIT, BackgroundWriter


async def test_jobs_are_done_one_after_the_other_in_order() -> None:
    writer, done = BackgroundWriter(), []

    def job(number: int, turns: int) -> None:
        async def work() -> None:
            for _ in range(turns):
                await asyncio.sleep(0)
            done.append(number)

        writer.do(work)

    for number, turns in enumerate((5, 0, 3, 0)):
        job(number, turns)
    await writer.close()
    assert done == [0, 1, 2, 3]


async def test_a_job_that_fails_is_logged_and_the_next_ones_are_done(caplog: pytest.LogCaptureFixture) -> None:
    writer, done = BackgroundWriter(), []

    async def fail() -> None:
        raise RuntimeError("no disk")

    async def work() -> None:
        done.append(1)

    writer.do(fail)
    writer.do(work)
    await writer.close()
    assert done == [1]
    assert [(each.levelno, each.message) for each in caplog.records] == [
        (logging.ERROR, "background writer could not do a job")
    ]


async def test_beyond_the_limit_the_newest_job_is_dropped_with_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    writer, done = BackgroundWriter(), []

    def job(number: int) -> None:
        async def work() -> None:
            done.append(number)

        writer.do(work)

    for number in range(LIMIT + 2):
        job(number)
    await writer.close()
    assert done == list(range(LIMIT))
    assert [each.message for each in caplog.records] == ["background writer dropped a job"] * 2


async def test_closing_twice_is_harmless() -> None:
    writer = BackgroundWriter()
    await writer.close()
    await writer.close()
