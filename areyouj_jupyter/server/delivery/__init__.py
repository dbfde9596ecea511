"""Delivery: one message into one agent, and its reply."""
