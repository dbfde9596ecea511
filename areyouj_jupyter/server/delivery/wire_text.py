"""The wire text of a message: what is really typed, so that it arrives as text and as nothing else. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from areyouj_jupyter.specs import Neutral

LINE_END = re.compile(r"\r\n?|[\u2028\u2029\x85\v\f]")
CONTROL = r"\x00-\x08\x0e-\x1f\x7f-\x9f"  # C0 and C1 but for tab and newline: an ESC could end a paste
WIDTHLESS = (
    r"\xad\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # CLIs drop them; emoji's joiner stays
)
UNTYPABLE = re.compile(f"[{CONTROL}{WIDTHLESS}]")


def wire_text(content: str, neutral: Sequence[Neutral], command: bool) -> str:
    """content as it is to be pasted. command: typed on purpose as the CLI's own command, so not neutralised."""
    text = UNTYPABLE.sub("", LINE_END.sub("\n", content))
    if command:
        return text
    for rule in neutral:
        if re.search(rule.pattern, text):
            text = rule.prefix + text + rule.suffix
    return text


def canonical(text: str) -> str:
    """Text for comparing what was sent with what is shown: letters and digits, whatever the wrapping and frames."""
    normal = unicodedata.normalize("NFKC", text)
    return "".join(filter(str.isalnum, normal)) or "".join(normal.split())
