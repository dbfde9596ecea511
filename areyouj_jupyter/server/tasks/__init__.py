"""Tasks: the task list, its files, and which agent works on what."""
