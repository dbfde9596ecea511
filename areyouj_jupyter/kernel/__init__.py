"""What runs in a user's kernel: the client, replies, the magics, the dashboard.

Imports no tornado or jupyter_server, and traitlets in dashboard/ only.
"""
