"""What others would have written, each a program of its own."""
