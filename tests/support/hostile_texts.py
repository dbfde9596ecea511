"""What agents may say to make a page fetch or run something: `texts(host)`, shared with the tests of the front end."""

from __future__ import annotations

import json

from repository import ROOT

CORPUS = ROOT / "labextension" / "tests" / "hostile_texts.json"


def texts(host: str = "leak.test") -> list[str]:
    """Each tries to reach `http://<host>/leak`, to call `fall()` or to read a file."""
    found: list[str] = json.loads(CORPUS.read_text("utf-8"))
    return [text.replace("{host}", host) for text in found]
