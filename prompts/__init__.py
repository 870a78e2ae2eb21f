"""Everything a person reads, and the loader that validates it."""
