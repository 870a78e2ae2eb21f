"""The time at which made-up people's weekly messages fall due, and where they are."""

from datetime import UTC, datetime, timedelta

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
"""A Tuesday, at a working hour in all of `ZONES`."""

DUE, LATER = NOW - timedelta(minutes=5), NOW + timedelta(days=6)
ZONES = ("Europe/Paris", "Europe/London", "Europe/Athens", "Europe/Lisbon", "Africa/Lagos")
