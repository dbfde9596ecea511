"""A fake Anthropic Messages server for real agent CLIs: loopback only, scripted by directives in the user's message."""

from fake_anthropic.server import FakeAnthropic
from fake_anthropic.wire import Request

__all__ = ["FakeAnthropic", "Request"]
