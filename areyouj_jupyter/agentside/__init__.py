"""The agent side: runs inside an agent's process tree; standard library only."""
