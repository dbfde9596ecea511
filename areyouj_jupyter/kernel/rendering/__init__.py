"""Rendering: makes texts and pictures of agents safe to show."""
