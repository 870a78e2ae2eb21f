"""Whether reading takes longer only in proportion to the text: no pattern runs away.

Of two lengths on the same machine, in the processor's time, and the best of three.
"""

from collections.abc import Callable
from time import thread_time

LONGER = 8
SQUARED = LONGER**2
_LEAST = 0.001
"""Seconds below which a clock says nothing."""


def times_longer(read: Callable[[str], object], piece: str, length: int) -> float:
    """Say how many times as long a text takes that is `LONGER` times as long, up to `length`."""
    short, long = (piece * (size // len(piece)) for size in (length // LONGER, length))
    return _seconds(read, long) / max(_seconds(read, short), _LEAST)


def _seconds(read: Callable[[str], object], text: str) -> float:
    times = []
    for _ in range(3):
        start = thread_time()
        read(text)
        times.append(thread_time() - start)
    return min(times)
