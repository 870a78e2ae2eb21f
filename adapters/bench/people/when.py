"""The time at which made-up people's weekly messages fall due, and where they are."""

import time
from datetime import UTC, datetime, timedelta

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
"""A Tuesday, at a working hour in all of `ZONES`."""

DUE, LATER = NOW - timedelta(minutes=5), NOW + timedelta(days=6)
ZONES = ("Europe/Paris", "Europe/London", "Europe/Athens", "Europe/Lisbon", "Africa/Lagos")


def ticking() -> datetime:
    """Return a time that passes, the same one in all processes of this machine."""
    return NOW + timedelta(seconds=time.monotonic())
