"""Time limit: runs the user's code, such as a `__repr__`, for a limited time, whatever it raises."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable

PATIENCE = 2.0  # seconds
MOST = 1_000_000  # characters; searching more would take too long


class _Overdue(BaseException):
    """Thrown into a thread whose time is over."""


def guarded(make: Callable[[], str], patience: float = PATIENCE) -> str:
    """The result of `make`, or in brackets why there is none. Waits at most `patience` seconds; never raises.

    It runs in a thread of its own. If it is overdue, it is asked to end, and does so at its next step in Python.
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
    """The same text as a plain str, whatever its class does."""
    return str.__getitem__(text, slice(None))


def class_name(value: object) -> str:
    """The name of a value's class, whatever the class or metaclass says."""
    name: str = type.__dict__["__name__"].__get__(type(value))
    return name
