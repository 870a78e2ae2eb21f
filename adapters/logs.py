"""Logging: one line, one JSON object, with ids and never a word that a person wrote."""

import logging
import sys

from pythonjsonlogger.json import JsonFormatter

QUIET = (
    "alembic",
    "apscheduler",
    "slack_bolt",
    "slack_sdk",
    "msal",
    "openai",
    "httpx2",
    "httpcore2",
    "urllib3",
    "sqlalchemy",
    "aiohttp.access",
)
"""Libraries that log bodies or every beat: only their warnings pass."""


def begin(level: int = logging.INFO) -> None:
    """Send everything to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        JsonFormatter(
            "{levelname}{name}{message}",
            style="{",
            timestamp=True,
            rename_fields={"levelname": "level"},
        )
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
