"""Scenarios, one a module: what is measured, against what, and which figures come of it."""
