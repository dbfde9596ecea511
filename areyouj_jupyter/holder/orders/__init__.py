"""What a server orders: one order at a time, in a journal before it is done."""
