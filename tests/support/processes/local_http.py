"""How the tests ask a server of theirs: `httpx.get(url, **LOCAL)`."""

from __future__ import annotations

from typing import Any

LOCAL: dict[str, Any] = {"trust_env": False, "verify": False}
"""No proxy of whoever runs the tests, and none of the world's certificates: to load them takes longer than to ask."""
