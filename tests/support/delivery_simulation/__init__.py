"""A simulation for tests of delivery: one server after the other and their holders, each killed at any point.

Registry, sessions, workers, stores, SQLite and the holders' cores are the real ones, and they speak the real wire.
Simulated are time and threads (loop.py), the driver under `Database` (loop.py), the class `Terminal` (line.py), the
holder's PTY and disk, and the agent with its screen (agent.py). world.py puts them together, acts.py lets things
happen, and promises.py tells what must hold all the while.
"""
