"""Chaos: producers fill the queues of many agents while servers, holders and agents are killed and stopped.

The server, holders, agents (`echo`), PTYs, databases and signals are real. `Chaos` lets it happen and waits until all
is still again; `Findings` compares what was accepted with what the agents' own truth logs have.
"""
