"""Made-up people: where they are, what is due for them, what is said to them."""
