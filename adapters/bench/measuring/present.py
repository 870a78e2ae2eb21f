"""The present, for programs that should not carry the whole wiring to ask for it."""

from datetime import UTC, datetime


def real_now() -> datetime:
    """Return the present."""
    return datetime.now(UTC)  # noqa: TID251 - what is measured runs on the real clock
