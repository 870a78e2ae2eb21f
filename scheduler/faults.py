"""Unexpected exceptions in the log: where they came from, never what they say."""

import logging
import traceback
from pathlib import PurePath

log = logging.getLogger(__name__)

DEPTH = 4
"""Frames in the log: enough to find the line that failed and who called it."""


def report(event: str, error: BaseException, **ids: object) -> None:
    """Log an exception with ids and places in the code.

    Its text is left out, since a driver's or a library's message may quote what a person wrote.
    """
    frames = traceback.extract_tb(error.__traceback__)[-DEPTH:]
    places = [f"{PurePath(f.filename).name}:{f.lineno} {f.name}" for f in frames]
    log.error(event, extra={"error": type(error).__name__, "places": places, **ids})
