"""The conversation engine and the domain: no I/O, no vendor."""
