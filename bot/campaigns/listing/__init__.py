"""Reading a list of people as HR exports it."""
