"""Holders as a server sees them: found, started, spoken to, read from, judged and ended."""
