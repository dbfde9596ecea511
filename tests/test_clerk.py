"""The clerk: jobs are done in order, one at a time, whatever becomes of the others."""

from __future__ import annotations

import asyncio
import logging

import pytest

from areyouj_jupyter.server.clerk import LIMIT, Clerk


async def test_jobs_are_done_one_after_the_other_in_order() -> None:
    clerk, done = Clerk(), []

    def job(number: int, turns: int) -> None:
        async def work() -> None:
            for _ in range(turns):
                await asyncio.sleep(0)
            done.append(number)

        clerk.do(work)

    for number, turns in enumerate((5, 0, 3, 0)):
        job(number, turns)
    await clerk.close()
    assert done == [0, 1, 2, 3]


async def test_a_job_that_fails_is_logged_and_the_next_ones_are_done(caplog: pytest.LogCaptureFixture) -> None:
    clerk, done = Clerk(), []

    async def fail() -> None:
        raise RuntimeError("no disk")

    async def work() -> None:
        done.append(1)

    clerk.do(fail)
    clerk.do(work)
    await clerk.close()
    assert done == [1]
    assert [(each.levelno, each.message) for each in caplog.records] == [(logging.ERROR, "clerk could not do a job")]


async def test_beyond_the_limit_the_newest_job_is_dropped_with_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    clerk, done = Clerk(), []

    def job(number: int) -> None:
        async def work() -> None:
            done.append(number)

        clerk.do(work)

    for number in range(LIMIT + 2):
        job(number)
    await clerk.close()
    assert done == list(range(LIMIT))
    assert [each.message for each in caplog.records] == ["clerk dropped a job"] * 2


async def test_closing_twice_is_harmless() -> None:
    clerk = Clerk()
    await clerk.close()
    await clerk.close()
