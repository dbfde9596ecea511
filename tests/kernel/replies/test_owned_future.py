"""A reply keeps the contract of `concurrent.futures.Future`: cancelling, waiting, callbacks, asyncio, forks."""

from __future__ import annotations

import asyncio
import concurrent.futures
import os
import subprocess
import sys
import threading

import pytest
from fake_server import TOKEN, FakeServer
from waiting import until_now

from areyouj_jupyter import Crew, as_completed
from areyouj_jupyter.errors import CommandFailed, NeedsInput, ProcessForked, ReplyCancelled, ReplyFailed, ReplyTimeout

FORKING = """
import os, sys, warnings
warnings.simplefilter("ignore")
from areyouj_jupyter import connect
crew = connect({url!r}, {token!r})
ended = crew["writer"].send("one")
waiting = crew["writer"].send("two")
print("sent", flush=True)
sys.stdin.readline()
text = ended.result(5)
def told(act):
    try:
        return repr(act())
    except Exception as error:
        return f"{{type(error).__name__}}: {{error}}"
pid = os.fork()
if pid == 0:
    import asyncio, concurrent.futures
    async def awaited():
        return await waiting
    def connected():
        with connect({url!r}, {token!r}) as new:
            return len(new.messages.list())
    for act in (
        lambda: ended.result(1), waiting.result, lambda: asyncio.run(awaited()), lambda: list(waiting),
        lambda: concurrent.futures.wait([waiting], 1).done == {{waiting}},
        lambda: crew["writer"].send("three"), lambda: crew["writer"].wait("idle"), crew.close, connected,
    ):
        print(told(act), flush=True)
    sys.exit()
os.waitpid(pid, 0)
print("parent", flush=True)
print(waiting.result(20), flush=True)
"""
SENTENCE = f"ProcessForked: {ProcessForked().message}"


def test_a_cancelled_reply_is_cancelled_for_everybody(server: FakeServer, crew: Crew) -> None:
    reply, other = crew["writer"].send("hello"), crew["writer"].send("other")
    assert not reply.cancelled()
    assert reply.cancel()
    assert (reply.cancelled(), reply.done(), reply.cancel(), reply.running()) == (True, True, True, False)
    for error in (concurrent.futures.CancelledError, ReplyFailed, ReplyCancelled):
        with pytest.raises(error, match=r"^The message to writer was cancelled\.$"):
            reply.result(0)
    with pytest.raises(concurrent.futures.CancelledError):
        reply.exception(0)
    server.finish(other.message, "cancelled")  # by somebody else
    assert until_now(other.cancelled)
    assert concurrent.futures.wait([reply, other], 5).not_done == set()


def test_a_reply_has_its_error_or_none(server: FakeServer, crew: Crew) -> None:
    good, bad, slow = (crew["writer"].send(text) for text in ("good", "bad", "slow"))
    server.finish(good.message, text="done")
    server.finish(bad.message, "error", reason="lost")
    assert good.exception(5) is None
    assert isinstance(bad.exception(5), ReplyFailed)
    with pytest.raises(TimeoutError):
        slow.exception(0.01)


def test_the_libraries_wait_for_replies(server: FakeServer, crew: Crew) -> None:
    replies = [crew["writer"].send(text) for text in ("one", "two", "three")]
    replies[2].cancel()
    for reply in replies[:2]:
        server.finish(reply.message, text=reply.message.content.upper())
    assert concurrent.futures.wait(replies, 5).not_done == set()
    assert set(concurrent.futures.as_completed(replies, 5)) == set(replies)

    async def cell() -> None:
        done, waiting = await asyncio.wait(replies, timeout=5)
        assert (done, waiting) == (set(replies), set())
        assert await asyncio.wait_for(asyncio.wrap_future(replies[0]), 5) == "ONE"
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(asyncio.wrap_future(replies[2]), 5)
        ended = await asyncio.gather(*replies, return_exceptions=True)
        assert [*ended[:2], type(ended[2])] == ["ONE", "TWO", ReplyCancelled]

    asyncio.run(cell())


def test_asyncio_waits_for_replies_that_end_later(server: FakeServer, crew: Crew) -> None:
    async def cell() -> None:
        first, second = crew["writer"].send("first"), crew["writer"].send("second")
        asyncio.get_running_loop().call_later(0.05, lambda: server.finish(second.message, text="done"))
        done, waiting = await asyncio.wait([first, second], timeout=10, return_when=asyncio.FIRST_COMPLETED)
        assert (done, waiting) == ({second}, {first})
        wrapped = asyncio.wrap_future(first)
        server.finish(first.message, text="done too")
        assert await asyncio.wait_for(wrapped, 10) == "done too"

    asyncio.run(cell())


def test_a_callback_that_blocks_holds_up_no_other_reply(server: FakeServer, crew: Crew) -> None:
    first, second = crew["writer"].send("first"), crew["writer"].send("second")
    told: list[str] = []
    first.add_done_callback(lambda reply: told.append(f"{reply.result()} {second.result(10)}"))
    first.add_done_callback(lambda reply: 1 / 0)
    first.add_done_callback(lambda reply: told.append(threading.current_thread().name))
    server.finish(first.message, text="one")
    assert first.result(5) == "one"
    server.finish(second.message, text="two")
    assert until_now(lambda: told == ["one two", "areyouj-callbacks"])
    first.add_done_callback(lambda reply: told.append("at once"))
    assert told[-1] == "at once"


def test_nobody_else_resolves_a_reply(crew: Crew) -> None:
    reply = crew["writer"].send("hello")
    for act in (
        lambda: reply.set_result("x"),
        lambda: reply.set_exception(OSError()),
        reply.set_running_or_notify_cancel,
    ):
        with pytest.raises(TypeError, match=r"^A reply [^.]+\.$"):
            act()
    assert not reply.done()


def test_a_reply_that_does_not_come_in_time_is_told_with_the_error(server: FakeServer, crew: Crew) -> None:
    with pytest.raises(TimeoutError) as late:
        crew["writer"].ask("hello", timeout=0.01)
    assert isinstance(late.value, ReplyTimeout)
    reply = late.value.reply
    assert late.value.replies == [reply]
    server.finish(reply.message, text="late")
    assert reply.result(5) == "late"
    others = [crew["writer"].send(text) for text in ("one", "two")]
    with pytest.raises(ReplyTimeout, match="2 replies are still to come") as late:
        list(as_completed([reply, *others], 0.01))
    assert late.value.replies == others


def test_a_question_that_is_raised_has_its_reply(server: FakeServer, crew: Crew) -> None:
    reply = crew["writer"].send("hello")
    server.ask("Which?", "A")
    with pytest.raises(NeedsInput) as asked:
        reply.result(5, on_needs_input="raise")
    assert asked.value.reply is reply


def test_a_question_is_told_on_stderr_where_nothing_is_displayed(
    server: FakeServer, crew: Crew, capsys: pytest.CaptureFixture[str]
) -> None:
    reply = crew["writer"].send("hello")
    server.ask("Which\x1b[2J?", "A")
    threading.Timer(0.3, lambda: server.finish(reply.message, text="done")).start()
    assert reply.result(10) == "done"
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert captured.err.startswith("areyouj: writer: pending")
    assert "1=A" in captured.err
    assert "\x1b" not in captured.err


@pytest.mark.parametrize("check", [True, False])
def test_an_exit_code_is_an_error_where_that_is_asked_for(server: FakeServer, crew: Crew, check: bool) -> None:
    good, bad = crew["writer"].send("true", check=check), crew["writer"].send("make", check=check)
    server.finish(good.message, text="", exit_code=0)
    server.finish(bad.message, text="one\nno such target\n", exit_code=2)
    assert good.result(5) == ""
    if not check:
        assert bad.result(5) == "one\nno such target\n"
    else:
        with pytest.raises(CommandFailed) as failed:
            bad.result(5)
        assert str(failed.value) == "The command of writer ended with exit code 2. Its last line: no such target"
        assert (failed.value.exit_code, failed.value.output) == (2, "one\nno such target\n")
        assert "no such target" in bad._repr_mimebundle_()["text/plain"]
    assert (good.exit_code, bad.exit_code) == (0, 2)


@pytest.mark.slow
def test_after_a_fork_every_way_of_waiting_says_so_at_once(server: FakeServer) -> None:
    script = FORKING.format(url=server.url, token=TOKEN)
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "sent\n"
        sockets = set(server.sockets)
        server.finish(server.messages[0], text="done")
        process.stdin.write("\n")
        process.stdin.flush()
        lines = [line.rstrip("\n") for line in iter(process.stdout.readline, "parent\n")]
        assert lines == ["'done'", *[SENTENCE] * 3, "True", *[SENTENCE] * 2, "None", "3"]
        assert sockets <= server.sockets  # the child's end cut nothing
        server.finish(server.messages[1], text="done too")
        assert process.stdout.read() == "done too\n"
        assert process.wait(10) == 0
