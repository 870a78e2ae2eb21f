"""Choosing a theme: which ones are suggested, and why, beside all that there are."""
