"""The input line of an agent, compared with our text."""

from __future__ import annotations

import re

from areyouj_jupyter.server.delivery.acceptance import PART
from areyouj_jupyter.server.delivery.clearing import PROBE
from areyouj_jupyter.server.delivery.wire_text import canonical
from areyouj_jupyter.server.process.incarnation import Incarnation


def shows(run: Incarnation, sent: str) -> bool:
    """Whether the composer holds our text (or its visible part, or the CLI's stand-in for a long paste), and no dialog.

    sent: the text's canonical form.
    """
    reading, composer = run.evidence.reading, run.spec.composer
    if run.verdict().state == "awaiting_input" or not reading.composer or composer is None:
        return False
    if composer.pasted and re.search(composer.pasted, reading.composer):
        return True
    shown = canonical(reading.composer)
    return shown == sent or (len(shown) >= PART and shown in sent)


def shows_exactly(run: Incarnation, sent: str) -> bool:
    """Whether it shows all of our text, or only its stand-in: nobody has changed it."""
    composer, shown = run.spec.composer, (run.evidence.reading.composer or "").strip()
    alone = bool(composer and composer.pasted and re.fullmatch(composer.pasted, shown))
    return shows(run, sent) and (alone or canonical(shown) == sent)


def shows_ours(run: Incarnation, sent: str) -> bool:
    """Whether all visible text is ours: a probe behind the text, or a part of it if the rest has scrolled away."""
    shown = canonical(run.evidence.reading.composer or "")
    probed = shown.endswith(PROBE) and shown.rstrip(PROBE) in ("", sent)
    return probed or (run.evidence.reading.scrolled and shows(run, sent))
