"""Benchmarks: our terminals against JupyterLab's own, in one server and one run. `make bench` prints a table."""
