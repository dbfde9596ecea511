"""Who looks at a terminal, and what each of them gets."""

from __future__ import annotations

from terminal_window import Window

from areyouj_jupyter.server.terminals.audience import Audience


class Broken(Window):
    """One that fails at everything."""

    def on_pty_read(self, text: str) -> None:
        raise RuntimeError("broken")


def test_each_gets_output_in_its_own_form_and_a_hidden_one_none() -> None:
    audience, lab, ours, hidden = Audience(), Window(), Window(), Window()
    taken: list[bytes] = []
    assert not audience.watches
    audience.attach(hidden)
    audience.leave(hidden, 7)
    audience.show(b"nobody sees it")
    assert not audience.watches
    audience.attach(lab)
    audience.attach(ours, taken.append)
    audience.show("안녕".encode())
    assert (lab.text, taken, ours.text, hidden.text) == ("안녕", ["안녕".encode()], "", "")
    audience.leave(hidden, 9)  # it is away already, and lacks what came since then
    assert (audience.come_back(hidden), audience.misses(hidden)) == (7, False)
    audience.end()
    assert (lab.died, ours.died, hidden.died) == (1, 1, 1)


def test_who_goes_is_forgotten_and_who_fails_takes_nothing_from_the_others() -> None:
    audience, ours, other = Audience(), Window(), Window()
    taken: list[bytes] = []
    audience.attach(ours, taken.append)
    audience.leave(ours, 3)
    audience.detach(ours)
    audience.detach(ours)
    assert (audience.clients, audience.misses(ours)) == ([], False)
    audience.attach(Broken())
    audience.attach(ours)
    audience.attach(other)
    audience.show(b"once")
    assert (taken, ours.text, other.text, audience.clients) == ([], "once", "once", [ours, other])
