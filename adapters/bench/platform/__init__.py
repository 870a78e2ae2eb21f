"""Platforms to send to: a fast fake one with its ledger, and one that does nothing."""
