"""What runs in a user's kernel: the client, replies, the magics. Imports no tornado, jupyter_server or traitlets."""
