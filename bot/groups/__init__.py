"""Groups: which figures about people others may see, and how exactly (coaching 5.3 to 5.5)."""
