"""A free line of a team check-in: it names nobody, judges nobody, and leads nowhere."""
