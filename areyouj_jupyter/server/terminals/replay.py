"""Scrollback that is safe to show again: without the queries that a browser's terminal would answer into the agent."""

from __future__ import annotations

import re

RESET = "\x1bc"  # RIS: a replay starts on an empty screen
CANCEL = "\x18"  # CAN replaces a query: it shows nothing, and the text around it cannot form a new query

IGNORED = r"[\x00-\x17\x19\x1c-\x1f\x7f]"  # controls that a terminal passes over in the midst of a sequence
TEXT = r"[^\x07\x18\x1a\x1b\x80-\x9f]*(?:\x07|\x1b\\|\x9c)"
SEQUENCE = re.compile(
    rf"(?:\x1b{IGNORED}*\[|\x9b)(?P<control>[\x00-\x17\x19\x1c-\x3f\x7f]*[@-~])"
    rf"|(?:\x1b{IGNORED}*\]|\x9d)(?P<command>{TEXT})"
    rf"|(?:\x1b{IGNORED}*P|\x90)(?P<device>{TEXT})"
    rf"|(?:\x1b{IGNORED}*_|\x9f)(?P<application>{TEXT})"
    rf"|(?P<single>\x1b{IGNORED}*Z|[\x05\x9a])"
)
QUERIES = {
    "control": re.compile(
        r"[>=?]?[0-9;:]*c"  # DA1, DA2, DA3
        r"|\??[0-9;:]*n"  # DSR and CPR
        r"|>[0-9;:]*q"  # XTVERSION
        r"|\?[0-9;:]*u"  # kitty keyboard
        r"|\??[0-9;:]*\$p"  # DECRQM
        r"|(?:1[1-9]|2[01])(?:[;:][0-9]*)*t"  # window reports
        r"|[01]?x"  # DECREQTPARM
        r"|[0-9;:]*\*y"  # DECRQCRA
    ),
    "command": re.compile(r"(?:4|5|1[0-9]|21);.*\?.*|52;.*|7501;\?", re.DOTALL),  # colours, clipboard, status
    "device": re.compile(r"[+$]q.*", re.DOTALL),  # XTGETTCAP, DECRQSS
    "application": re.compile(r"G.*", re.DOTALL),  # kitty graphics
    "single": re.compile(r".*", re.DOTALL),  # DECID, ENQ
}
FOCUS = re.compile(r"\x1b\[\?1004([hl])")  # focus reports: xterm.js sends the first one as soon as they are switched on
UNFINISHED = re.compile(
    r"(?:\x1b[\x20-\x2f]*|(?:\x1b\[|\x9b)[\x00-\x3f\x7f]*|(?:\x1b[\]P_]|[\x90\x9d\x9f])[^\x07\x1b\x9c]*)$"
)
CUT_SEQUENCE = re.compile(r"^[^\x1b\n]{0,64}?(?=\x1b|\n)")


def replayed(text: str, cut: bool) -> str:
    """`text` for a terminal that starts now. cut: it begins in the middle, perhaps of a sequence."""
    if cut:
        text = CUT_SEQUENCE.sub("", text, count=1)
    return RESET + continued(text)


def continued(text: str) -> str:
    """`text` for a terminal that shows all before it. It begins between two sequences, see `unfinished`."""
    text = SEQUENCE.sub(_without_query, text)
    focus = FOCUS.findall(text)[-1:]  # what holds now
    return FOCUS.sub(CANCEL, text) + "".join(f"\x1b[?1004{switch}" for switch in focus)


def unfinished(text: str) -> bool:
    """Whether this output ends in the midst of a sequence."""
    return UNFINISHED.search(text) is not None


def _without_query(match: re.Match[str]) -> str:
    kind = match.lastgroup or ""
    body = match[kind] if kind == "single" else re.sub(IGNORED, "", match[kind])
    return CANCEL if QUERIES[kind].fullmatch(body) else match[0]
