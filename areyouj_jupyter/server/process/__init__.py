"""Process: one start of an agent's process: where, with what, and what it reports while it runs."""
