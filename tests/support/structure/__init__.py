"""The checker of the server's structure: `ladder`, `rooms` and `shape`, over parsed sources."""
