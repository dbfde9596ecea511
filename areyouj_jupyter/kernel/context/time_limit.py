"""Time limit: code of the user's, such as a `__repr__`, run for a limited time and whatever it raises."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable

PATIENCE = 2.0  # seconds
MOST = 1_000_000  # characters; nobody waits for more to be looked through


class _Overdue(BaseException):
    """Thrown into a thread whose time is over."""


def guarded(make: Callable[[], str], patience: float = PATIENCE) -> str:
    """What `make` gives, or in brackets why it gives nothing. Waits no longer than `patience` seconds; never raises.

    It runs in a thread, which ends with it. One that is overdue is told to end, and does with its next step in Python.
    """
    made: list[str] = []

    def work() -> None:
        try:
            made.append(exact(make())[:MOST])
        except BaseException as error:  # the user's code may raise anything, an exit too
            made.append(f"[not shown: {class_name(error)}]")

    thread = threading.Thread(target=work, name="areyouj-guard", daemon=True)
    thread.start()
    thread.join(patience)
    if made:
        return made[0]
    if thread.ident is not None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(_Overdue))
    return f"[not shown: it took more than {patience:g} s]"


def exact(text: str) -> str:
    """The same as a plain str, whatever its class makes of it."""
    return str.__getitem__(text, slice(None))


def class_name(value: object) -> str:
    """The name of a thing's class, whatever its class or metaclass says of it."""
    name: str = type.__dict__["__name__"].__get__(type(value))
    return name
