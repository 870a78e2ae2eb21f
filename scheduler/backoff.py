"""How long a message waits after a platform did not take it, and when it is given up."""

import random
from datetime import datetime, timedelta

from bot.errors import SendFailed
from bot.outbox import Dispatch, Verb

FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=10)
LIVES = timedelta(hours=24)
"""After this a message that still cannot be sent is not worth reading any more."""

MOST_ATTEMPTS = 12
UNWAITED_ATTEMPTS = 3
"""Nobody waits for a home page or a profile, but all later rows of the person wait behind it."""

_UNWAITED: tuple[Verb, ...] = ("home", "profile")


def again_at(
    dispatch: Dispatch, error: SendFailed, now: datetime, jitter: random.Random
) -> datetime | None:
    """Return when to try again; None to give up.

    A platform that names its own waiting time is not failing: such a row ends only by age.
    """
    if error.permanent or now - dispatch.created_at >= LIVES:
        return None
    if error.retry_after is None and dispatch.attempts + 1 >= _most(dispatch.verb):
        return None
    wait = max(_doubled(dispatch.attempts), error.retry_after or timedelta(0))
    return now + wait + jitter.random() * min(wait, LONGEST_WAIT) / 4


def _most(verb: Verb) -> int:
    return UNWAITED_ATTEMPTS if verb in _UNWAITED else MOST_ATTEMPTS


def _doubled(attempts: int) -> timedelta:
    return min(FIRST_WAIT * (1 << min(attempts, 20)), LONGEST_WAIT)
