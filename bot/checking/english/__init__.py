"""What the checker knows of English, plain: one module for each step of the reading."""
