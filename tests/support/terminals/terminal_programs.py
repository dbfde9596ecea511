"""Programs for a terminal under test: they say what they read, read nothing, or count."""

from __future__ import annotations

import sys

RAW = "import os, sys, time, tty; tty.setraw(0); print('up', flush=True)\n"
PYTHON = (sys.executable, "-I", "-S", "-c")

BACK = RAW + "while data := os.read(0, 65536): os.write(1, data)"  # says what it reads
DEAF = RAW + "time.sleep(60)"
COUNT = RAW + (
    "size = int(os.environ['SIZE'])\n"
    "import hashlib; got = b''\n"
    "while len(got) < size: got += os.read(0, 65536)\n"
    "print(len(got), hashlib.sha256(got).hexdigest())"
)
