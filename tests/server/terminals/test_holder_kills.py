"""Servers killed by SIGKILL: their holder and its agent go on, and no byte is lost."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from functools import partial

import msgspec
import pytest
from holder_process import RAW, Heard, held, orders, python, run_folder, state
from waiting import until

from areyouj_jupyter.server.terminals.holders.holder_client import Holder
from areyouj_jupyter.server.terminals.holders.holder_records import find_holders
from areyouj_jupyter.server.terminals.holders.holder_start import HolderOrders

pytestmark = pytest.mark.slow

TICKER = python(RAW + "n = 0\nwhile True: print(n, end=' '); n += 1; time.sleep(0.0005)")
READERS = 10  # servers that are killed one after the other
SERVER = """
import asyncio, sys, msgspec
from areyouj_jupyter.server.terminals.holders.holder_client import Holder
from areyouj_jupyter.server.terminals.holders.holder_start import HolderOrders
class Listener:
    def on_output(self, data, offset): print(offset + len(data), flush=True)
    on_hook = on_closed = on_exit = on_answering = on_lost = lambda self, *_: None
async def main():
    await Holder.start(msgspec.json.decode(sys.stdin.buffer.read(), type=HolderOrders), Listener(), 1)
    await asyncio.sleep(600)
asyncio.run(main())
"""


def start_server(given: HolderOrders) -> subprocess.Popen[bytes]:
    """A process that starts a holder and prints the offset up to which it has heard."""
    server = subprocess.Popen(
        [sys.executable, "-c", SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    )
    assert server.stdin
    server.stdin.write(msgspec.json.encode(given))
    server.stdin.close()
    return server


async def test_kill_9_of_the_server_costs_no_byte_and_no_process() -> None:
    with run_folder() as folder:
        server = await asyncio.to_thread(start_server, orders(folder, *TICKER))
        assert server.stdout
        for _ in range(5):
            reached = int(await asyncio.to_thread(server.stdout.readline))
        os.killpg(server.pid, signal.SIGKILL)
        rest = (await asyncio.to_thread(server.stdout.read)).split()
        await asyncio.to_thread(server.wait)
        server.stdout.close()
        reached = int(rest[-1]) if rest else reached
        (found,) = find_holders(folder)
        assert found.lives
        assert state(found.meta.pid)
        await until(lambda: state(found.meta.pid) == "S")
        whole, later = Heard(), Heard()
        first = await Holder.attach(found.meta, whole, 2)
        await until(lambda: whole.end > reached + 1000)
        first.detach()
        second = await Holder.attach(found.meta, later, 2, offset=reached)
        await until(lambda: later.end > whole.end + 1000)
        assert (second.welcome.pid, whole.first, later.first) == (found.meta.pid, 0, reached)
        joined = whole.output[:reached] + later.output
        ticks = joined[: joined.rindex(b" ")].split()
        assert ticks == [str(number).encode() for number in range(len(ticks))]
        assert whole.gaps + later.gaps == []
        assert await second.stop() == []
        second.detach()


BURST = 800_000  # numbers, 6 MB
PRINTS = python(
    RAW + "os.write(1, b'r'); n = 0\nwhile os.read(0, 1):\n"
    f"  for n in range(n, n + {BURST}, 8000): os.write(1, b''.join(b'%d ' % i for i in range(n, n + 8000)))\n"
    "  n += 8000"
)
READS = """
import asyncio, os, sys, msgspec
from areyouj_jupyter.server.terminals.holders.holder_client import Holder
from areyouj_jupyter.server.terminals.holders.holder_records import HolderMeta
class Listener:
    on_output = on_hook = on_closed = on_exit = on_answering = on_lost = lambda self, *_: None
async def main(epoch):
    holder = await Holder.attach(msgspec.json.decode(sys.argv[1], type=HolderMeta), Listener(), epoch)
    holder.write(b"g")
    os.write(1, b"%d\\n" % os.getpid())
    await asyncio.sleep(600)
for epoch in range(2, 2 + int(sys.argv[2])):
    if os.fork() == 0:
        asyncio.run(main(epoch))
    os.wait()
"""


async def test_servers_killed_while_they_read_a_flood_lose_none_of_it() -> None:
    async with held(*PRINTS, ring_bytes=128 << 20) as (holder, heard, _):
        await until(lambda: heard.output, "ready: what is typed earlier would be flushed")
        holder.detach()
        command = [sys.executable, "-c", READS, msgspec.json.encode(holder.meta), str(READERS)]
        servers = await asyncio.to_thread(partial(subprocess.Popen, command, stdout=subprocess.PIPE))
        assert servers.stdout
        for number in range(READERS):
            pid = int(await asyncio.to_thread(servers.stdout.readline))
            await asyncio.sleep(number / 500)  # it reads, and is killed in the midst of it
            os.kill(pid, signal.SIGKILL)
        await asyncio.to_thread(servers.wait)
        servers.stdout.close()
        last = Heard()
        again = await Holder.attach(holder.meta, last, 99)
        whole = b"r" + b"".join(b"%d " % number for number in range(READERS * BURST))
        await until(lambda: last.end >= len(whole), deadline=30)
        assert (last.first, last.gaps, last.output == whole) == (0, [], True)
        assert await again.stop() == []
        again.detach()
