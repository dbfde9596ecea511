"""The output ring: the last bytes of a terminal, each known by its absolute offset."""

from __future__ import annotations


class Ring:
    """Keeps the newest `limit` bytes. Owned by one terminal."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.end = 0
        """Offset behind the last byte: all that was ever written."""
        self._kept = bytearray()

    @property
    def start(self) -> int:
        """Offset of the first byte still kept."""
        return self.end - len(self._kept)

    def write(self, data: bytes, offset: int | None = None) -> None:
        """Append; the oldest bytes beyond the limit are forgotten. offset: of `data`, if some before it were lost."""
        if offset is not None and offset != self.end:
            self._kept.clear()
            self.end = offset
        self._kept += data
        self.end += len(data)
        if len(self._kept) > self.limit + self.limit // 4:  # cut rarely, a quarter at a time
            del self._kept[: len(self._kept) - self.limit]

    def read(self, offset: int = 0) -> tuple[bytes, int]:
        """The bytes from `offset` on and the offset of the first one given (later than asked if some are forgotten)."""
        first = max(self.start, min(offset, self.end))
        return bytes(self._kept[first - self.start :]), first
