"""Load: presses and messages of a crowd, and what measures the programs that answer them."""
