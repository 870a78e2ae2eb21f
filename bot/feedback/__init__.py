"""The coach's feedback on a commitment: what is said of it, proposed, and answered."""
