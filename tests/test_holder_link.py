"""The connection to a holder, without one."""

from __future__ import annotations

import asyncio

from areyouj_jupyter.server.terminals.holder_link import HolderLink


def link() -> HolderLink:
    return HolderLink(lambda kind, payload: None, lambda: None)


async def test_links_of_one_loop_share_what_they_receive_into() -> None:
    assert link().get_buffer(1) is link().get_buffer(1)


async def test_loops_in_other_threads_have_their_own() -> None:
    assert await asyncio.to_thread(link().get_buffer, 1) is not link().get_buffer(1)
