"""The checker of the house's structure: `ladder`, `rooms` and `shape`, over parsed sources."""
