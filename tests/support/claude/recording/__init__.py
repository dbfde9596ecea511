"""Records Claude Code's screens anew: `python -m recording` writes tests/screens/claude, a folder a case."""
