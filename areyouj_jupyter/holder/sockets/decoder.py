"""The reading end of the wire: frames out of bytes that come in any pieces."""

from __future__ import annotations

from collections.abc import Set

from areyouj_jupyter.holder.wire import FRAME_LIMIT, HEADER, Frame, WireError


class Decoder:
    """One direction of one connection. Keeps no more than one frame that is not whole."""

    def __init__(self, kinds: Set[int]) -> None:
        """kinds: those that may come."""
        self._kinds = kinds
        self._rest = bytearray()

    def feed(self, data: bytes | memoryview) -> list[Frame]:
        """Add bytes; returns the frames that are complete now. Raises WireError; the connection is then useless."""
        frames: list[Frame] = []
        begin = 0
        if self._rest:
            self._rest += data
        with memoryview(self._rest or data) as view:
            while (size := self._size(view, begin)) is not None and len(view) - begin >= size:
                frames.append((view[begin], bytes(view[begin + HEADER.size : begin + size])))
                begin += size
            left = bytearray(view[begin:]) if begin or not self._rest else self._rest
        self._rest = left
        return frames

    def _size(self, view: memoryview, begin: int) -> int | None:
        """Bytes of the frame that begins there, header and all; None until its header is whole."""
        if len(view) - begin < HEADER.size:
            return None
        kind, length = HEADER.unpack_from(view, begin)
        if kind not in self._kinds:
            raise WireError(f"Frames of kind {kind} do not come this way.")
        if length > FRAME_LIMIT:
            raise WireError(f"A frame of {length} bytes is longer than {FRAME_LIMIT}.")
        return HEADER.size + int(length)
