"""Sockets: to servers, in frames of the wire, and from the hooks of the agent."""
