"""The server side: runs in the Jupyter server."""
