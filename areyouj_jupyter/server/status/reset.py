"""Reset: when a usage limit ends, read from a CLI's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
UNITS = {"d": 86400, "h": 3600, "m": 60, "s": 1}
SPAN = re.compile(r"(\d+)\s*(d|h|m|s)(?:ays?|(?:ou)?rs?|in(?:ute)?s?|ec(?:ond)?s?)?\b", re.IGNORECASE)
MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]*\.?"
DATE = re.compile(
    rf"\b(?:{MONTH}\s+(?P<day>\d{{1,2}})\b|(?P<before>\d{{1,2}})\s+{MONTH.replace('month', 'behind')})", re.I
)
ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?=\b|T)")
WEEKDAY = re.compile(rf"\b({'|'.join(DAYS)})(?:s|nes|rs?|ur)?(?:day)?\b", re.IGNORECASE)
TIME = re.compile(
    r"\b(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?(?::\d{2})?\s*(?P<half>[ap])\.?m\b|T?(?P<hour24>\d{1,2}):(?P<minute24>\d{2})",
    re.I,
)
BARE = re.compile(r"\b(?P<hour>\d{1,2})\b")
ZONE = re.compile(r"\b(?:UTC|GMT|[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_]+)+)\b|(?<=\d)Z\b")
WORDS = {"midnight": "0:00", "noon": "12:00"}


@dataclass(frozen=True)
class Reset:
    """When a rate limit ends, as it was shown: seconds from then, or words; both None: it was not said."""

    seconds: float | None
    clock: str | None

    @classmethod
    def of(cls, match: re.Match[str]) -> Reset | None:
        """From a rule's groups `seconds` and `clock`; None if both are empty."""
        groups = match.groupdict()
        seconds, clock = groups.get("seconds"), groups.get("clock")
        return cls(float(seconds) if seconds else None, clock) if seconds or clock else None

    def until(self, now: float) -> float | None:
        """Epoch seconds; None if it cannot be read.

        A time of day without a date is this minute or the next such one; without a zone, on this machine's clock.
        """
        if self.seconds is not None:
            return now + self.seconds
        words = self.clock or ""
        for word, time in WORDS.items():
            words = re.sub(rf"\b{word}\b", time, words, flags=re.IGNORECASE)
        if re.match(r"\s*in\b", words) and (spans := SPAN.findall(words)):
            return now + sum(int(count) * UNITS[unit.lower()] for count, unit in spans)
        today = datetime.fromtimestamp(now, _zone(words)).astimezone(_zone(words))
        return _moment(words, today)


def _moment(words: str, today: datetime) -> float | None:
    """today: now, in the zone of the words."""
    try:
        date = _date(words, today)
        time = _time(words, dated=date is not None)
        hour, minute = time or (0, 0)
        then = (date or today).replace(hour=hour, minute=minute, second=0, microsecond=0)
    except ValueError:  # there is no such day, or hour
        return None
    if date is None and time is None:
        return None
    if date is None and then <= today - timedelta(minutes=1):
        then += timedelta(days=1)
    return then.timestamp()


def _zone(words: str) -> tzinfo | None:
    """None: this machine's."""
    match = ZONE.search(words)
    if match is None:
        return None
    try:
        return UTC if match[0] in ("UTC", "GMT", "Z") else ZoneInfo(match[0])
    except (OSError, ValueError):  # no such zone here
        return None


def _date(words: str, today: datetime) -> datetime | None:
    """The day, if the words name one. Raises ValueError if there is none such."""
    if match := ISO.search(words):
        return today.replace(year=int(match["year"]), month=int(match["month"]), day=int(match["day"]))
    if match := DATE.search(words):
        month = MONTHS.index((match["month"] or match["behind"]).lower()) + 1
        then = today.replace(month=month, day=int(match["day"] or match["before"]))
        past = then < today - timedelta(days=180)  # December tells of January
        return then.replace(year=today.year + 1) if past else then
    if match := WEEKDAY.search(words):
        ahead = (DAYS.index(match[1].lower()) - today.weekday()) % 7
        return today + timedelta(days=ahead or 7)
    return today + timedelta(days=1) if re.search(r"\btomorrow\b", words, re.IGNORECASE) else None


def _time(words: str, dated: bool) -> tuple[int, int] | None:
    """Hour and minute. dated: then a bare number is a day."""
    if match := TIME.search(words):
        half = match["half"]
        if half is None:
            return int(match["hour24"]), int(match["minute24"])
        return int(match["hour"]) % 12 + (12 if half.lower() == "p" else 0), int(match["minute"] or 0)
    bare = None if dated else BARE.search(words)
    return (int(bare["hour"]), 0) if bare else None
