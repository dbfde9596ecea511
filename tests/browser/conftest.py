"""What all tests of the browser share: its end."""

from __future__ import annotations

from chromium import end_of_chromium

__all__ = ["end_of_chromium"]
