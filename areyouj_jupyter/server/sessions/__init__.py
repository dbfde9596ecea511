"""Sessions: the registry and each live session, from its start over crashes and restarts to its end."""
