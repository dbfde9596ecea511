"""Claude Code, Anthropic's terminal agent."""

from areyouj_jupyter.specs.claude.spec import SPEC

__all__ = ["SPEC"]
