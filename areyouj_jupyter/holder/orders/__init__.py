"""Orders of a server: one at a time, journalled before they are carried out."""
