"""From what the product keeps anyway to records of what happened; pure, and without real ids."""
