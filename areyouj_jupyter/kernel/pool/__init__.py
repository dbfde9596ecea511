"""The pool: many messages shared out among agents."""
