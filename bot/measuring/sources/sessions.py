"""What a session tells: begun, how far it came, completed or left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from bot.measuring.records import Record
from bot.themes import theme_of

LONGEST_GAP = timedelta(minutes=2)
"""What a gap between two answers counts at most (coaching 5.2, #7)."""

ASIDE = frozenset(
    {
        "baseline",
        "campaign_end",
        "choose_theme",
        "endline",
        "invitation",
        "pause_stop",
        "safe_response",
        "session_feedback",
        "still_useful",
    }
)
"""Programmes around sessions, in which nothing is coached: who says stop completes no session."""

BEFORE = "onboarding"
"""It comes before any session: of it only how far somebody came is told (coaching 5.2, #1, #2)."""


@dataclass(frozen=True, slots=True)
class SessionTold:
    """A session, with pseudonyms for ids.

    Attributes:
        answered: when each answer came, the earliest first.
        steps: what was answered, as many as `answered`; none where only the times are left.
    """

    about: str
    person: str
    programme_id: str
    status: str
    step_id: str
    started_at: datetime
    touched_at: datetime
    answered: Sequence[datetime] = ()
    steps: Sequence[str] = ()


def of_session(told: SessionTold) -> Iterator[Record]:
    """Tell of one session; nothing before its first answer, nor of what is no coaching."""
    if told.programme_id in ASIDE or not (told.answered or told.status == "done"):
        return
    theme = theme_of(told.programme_id) or ""
    begun = told.answered[0] if told.answered else told.started_at
    for step, at in _reached(told):
        yield Record("node_reached", told.person, at, told.about, theme, step)
    if told.programme_id == BEFORE:
        return
    yield Record("session_started", told.person, begun, told.about, theme)
    if told.status == "left":
        yield Record("session_left", told.person, told.touched_at, told.about, theme)
    elif told.status == "done":
        took = _took(told.answered)
        yield Record(
            "session_completed", told.person, told.touched_at, told.about, theme, value=took
        )


def _reached(told: SessionTold) -> Iterator[tuple[str, datetime]]:
    """Say which questions were reached and when: as soon as the one before was answered.

    Statements on the way are left out: of those nobody has to leave, only the last ones are kept.
    """
    at = told.started_at
    for step, answered_at in zip(told.steps, told.answered, strict=False):
        yield f"{told.programme_id}.{step}", at
        at = answered_at
    if told.step_id not in told.steps:
        at = told.answered[-1] if told.answered else told.touched_at
        yield f"{told.programme_id}.{told.step_id}", at


def _took(answered: Sequence[datetime]) -> float | None:
    if not answered:
        return None
    gaps = (min(later - one, LONGEST_GAP) for one, later in pairwise(answered))
    return sum(gaps, timedelta()).total_seconds()
