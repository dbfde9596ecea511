"""echo: an agent that needs no network and no model, but behaves like the real ones in a terminal.

Standard library only; run as `python -I -S <this folder>`. What a message makes it do is in `script`.
"""
