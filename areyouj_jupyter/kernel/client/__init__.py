"""The client: HTTP and events of one server, and where a kernel finds it."""
