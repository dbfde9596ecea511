"""The version; `labextension/package.json` holds the same one (a test compares)."""

__version__ = "0.1.0"
