"""What the checker knows of French, plain: one module for each step of the reading."""
