"""Measures a program: in its own process, in a crew, while it answers, sends or plans."""
