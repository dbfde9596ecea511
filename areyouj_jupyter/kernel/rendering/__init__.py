"""Rendering: texts and pictures of agents, made fit to be shown."""
