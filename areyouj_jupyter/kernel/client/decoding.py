"""Decoding: a server's answers as the structs of models.py, in any thread."""

from __future__ import annotations

import threading
from typing import Any, TypeVar

import msgspec

Shape = TypeVar("Shape")

_making = threading.Lock()
_decoders: dict[Any, msgspec.json.Decoder[Any]] = {}


def decoded(data: bytes | str | msgspec.Raw, shape: type[Shape]) -> Shape:
    """The JSON text as `shape`. Raises msgspec.DecodeError."""
    decoder = _decoders.get(shape)
    if decoder is None:
        # msgspec 0.22 looks at a struct when it is first decoded, and a second thread that decodes it meanwhile
        # crashes the process (test_decoding.py). So one thread at a time looks, and before anything is decoded.
        with _making:
            decoder = _decoders.setdefault(shape, msgspec.json.Decoder(shape))
    value: Shape = decoder.decode(data)
    return value
