"""Context: what goes along with a message: variables, cells, the last error."""
