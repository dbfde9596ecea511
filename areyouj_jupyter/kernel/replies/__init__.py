"""Replies: what comes of a message, from its sending to its reply, and how it shows itself."""
