"""HTTP: from a request to a call of the services, and from their values and errors to a response."""
