"""Records Claude Code's screens anew: `python -m recording` in tests/ writes tests/screens/claude, a folder a case."""
