"""The terminal that echo runs in: raw mode, signals, and waiting for either."""

from __future__ import annotations

import os
import select
import signal
import termios
import tty
from types import FrameType, TracebackType

STDIN, STDOUT, STDERR = 0, 1, 2
_READ_SIZE = 64 * 1024
_SIGNALS = (signal.SIGWINCH, signal.SIGHUP, signal.SIGTERM, signal.SIGINT)


class Terminal:
    """Raw while it is entered. Owned by the program."""

    def __init__(self) -> None:
        """Takes the signals over, so that none is lost before the first wait. Raises termios.error without a tty."""
        self._saved = termios.tcgetattr(STDIN)
        self._woken, self._waker = os.pipe()
        for end in (self._woken, self._waker):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._waker, warn_on_full_buffer=False)
        for number in _SIGNALS:
            signal.signal(number, _noted)

    def __enter__(self) -> Terminal:
        """Raw, with bracketed paste; what was typed before is flushed, as the real CLIs do."""
        tty.setraw(STDIN)
        os.write(STDOUT, b"\x1b[?2004h")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """As it was, if it is still there."""
        try:
            os.write(STDOUT, b"\x1b[?2004l")
            termios.tcsetattr(STDIN, termios.TCSANOW, self._saved)
        except (OSError, termios.error):
            return

    def wait(self, seconds: float | None, deaf: bool) -> tuple[bytes | None, list[int]]:
        """What was typed and the signals that came, waiting `seconds` at most; b"" once the terminal is gone.

        deaf: do not read what is typed.
        """
        ready = select.select([self._woken, *([] if deaf else [STDIN])], [], [], seconds)[0]
        signals = list(os.read(self._woken, 64)) if self._woken in ready else []
        return (_read() if STDIN in ready else None), signals


def _noted(number: int, frame: FrameType | None) -> None:
    """The number is in the wake-up pipe already."""


def _read() -> bytes:
    try:
        return os.read(STDIN, _READ_SIZE)
    except OSError:
        return b""
