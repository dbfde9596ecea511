"""The holder: one small process per session that owns its terminal, journal and hook socket, and outlives the server.

Standard library only, one thread, no asyncio; run as `python -I -S <this folder>` with its orders on standard input.
It imports everything before it reports ready, since pip may replace the files under it.
"""
