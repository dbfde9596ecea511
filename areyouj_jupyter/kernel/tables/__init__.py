"""Tables: agents, sessions, messages, tasks, costs and times as text, HTML, DataFrames and plots."""
