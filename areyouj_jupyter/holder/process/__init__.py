"""The agent as a process: its start, its family, the ladder that ends it, and the loop that waits for all of it."""
