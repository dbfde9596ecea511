"""Who looks at a terminal, and what each of them gets."""

from __future__ import annotations

from areyouj_jupyter.server.terminals.audience import Audience


class Window:
    """A client that keeps what it got; one that is broken fails at everything."""

    size = (40, 120)

    def __init__(self, broken: bool = False) -> None:
        self.got: list[object] = []
        self.broken = broken

    def on_pty_read(self, text: str) -> None:
        if self.broken:
            raise RuntimeError("broken")
        self.got.append(text)

    def on_pty_bytes(self, data: bytes) -> None:
        self.got.append(data)

    def on_pty_died(self) -> None:
        self.got.append(None)


def test_each_gets_output_in_its_own_form_and_a_hidden_one_none() -> None:
    audience, lab, ours, hidden = Audience(), Window(), Window(), Window()
    assert not audience.watches
    audience.attach(hidden)
    audience.leave(hidden, 7)
    audience.show(b"nobody sees it")
    assert not audience.watches
    audience.attach(lab)
    audience.attach(ours, ours.on_pty_bytes)
    audience.show("안녕".encode())
    assert (lab.got, ours.got, hidden.got) == (["안녕"], ["안녕".encode()], [])
    audience.leave(hidden, 9)  # it is away already, and lacks what came since then
    assert (audience.come_back(hidden), audience.misses(hidden)) == (7, False)
    audience.end()
    assert (lab.got[-1], ours.got[-1], hidden.got) == (None, None, [None])


def test_who_goes_is_forgotten_and_who_fails_takes_nothing_from_the_others() -> None:
    audience, ours, other = Audience(), Window(), Window()
    audience.attach(ours, ours.on_pty_bytes)
    audience.leave(ours, 3)
    audience.detach(ours)
    audience.detach(ours)
    assert (audience.clients, audience.misses(ours)) == ([], False)
    audience.attach(Window(broken=True))
    audience.attach(ours)
    audience.attach(other)
    audience.show(b"once")
    assert (ours.got, other.got, audience.clients) == (["once"], ["once"], [ours, other])
