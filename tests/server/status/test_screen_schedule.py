"""Whose screen is read when."""

from __future__ import annotations

import asyncio
import time

from waiting import until

from areyouj_jupyter.server.status.screen_schedule import LATER, REST, SELDOM, SHARE, SOON, screen_schedule


async def test_a_look_comes_once_however_often_it_is_asked_for() -> None:
    looks: list[str] = []

    def look() -> None:
        looks.append("looked")

    for _ in range(5):
        screen_schedule().ask(look)
    assert looks == []
    await until(lambda: looks)
    screen_schedule().ask(look)
    screen_schedule().forget(look)
    screen_schedule().ask(last := (lambda: looks.append("last")))
    await until(lambda: "last" in looks)
    assert looks == ["looked", "last"]
    screen_schedule().forget(last)


async def test_slow_looks_take_turns_and_leave_the_loop_most_of_its_time() -> None:
    times: list[tuple[int, float]] = []

    def look(number: int) -> None:
        times.append((number, time.monotonic()))
        time.sleep(0.01)

    for number in range(3):
        screen_schedule().ask(lambda number=number: look(number))  # type: ignore[misc]
    await until(lambda: len(times) == 3)
    assert [number for number, _ in times] == [0, 1, 2]
    assert times[2][1] - times[0][1] > 2 * 0.01 / SHARE * 0.9


async def test_what_may_wait_comes_later_and_holds_up_nobody_else() -> None:
    looks: list[str] = []
    begun = time.monotonic()

    def later() -> None:
        looks.append("later")

    screen_schedule().ask(later, LATER)
    screen_schedule().ask(later, LATER)  # it is asked for already
    screen_schedule().ask(lambda: looks.append("soon"))
    await until(lambda: looks == ["soon"])
    assert time.monotonic() - begun < LATER
    await until(lambda: looks == ["soon", "later"])
    assert time.monotonic() - begun >= LATER


async def test_what_could_wait_is_called_sooner_if_somebody_cannot() -> None:
    looks: list[float] = []
    begun, begun_at = time.monotonic(), asyncio.get_running_loop().time()

    def look() -> None:
        looks.append(time.monotonic() - begun)

    screen_schedule().ask(look, SELDOM)
    screen_schedule().ask(look, LATER)
    screen_schedule().ask(look)
    screen_schedule().ask(look, SELDOM)
    await until(lambda: looks)
    assert looks[0] < LATER
    await until(lambda: asyncio.get_running_loop().time() > begun_at + SELDOM + SOON)
    assert len(looks) == 1


async def test_a_very_slow_look_makes_nobody_wait_long() -> None:
    """The first look of all once took 50 ms, and an agent's composer went unseen for half a second after it."""
    times: list[float] = []
    loop = asyncio.get_running_loop()

    def slow() -> None:
        times.append(loop.time() + 0.2)
        time.sleep(0.2)

    screen_schedule().ask(slow)
    await until(lambda: times)
    screen_schedule().ask(lambda: times.append(loop.time()))
    await until(lambda: len(times) == 2)
    assert times[1] - times[0] < 2 * (REST + SOON)
