"""The page on which HR reads the figures of closed months."""
