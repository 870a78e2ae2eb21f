"""Signs that it is too much, noted when they come: what somebody's state will not tell later."""

from datetime import UTC, datetime
from typing import Literal

from bot.cadence import weeks_of
from bot.people import Pace
from bot.sessions import UNDO
from bot.turn import Turn

Why = Literal["silence", "too_often", "chosen"]

TAKES_PART = ("active", "on_call")
"""States of those who can slow down: whoever has not begun, or has stopped, cannot."""


def note_slower(turn: Turn, why: Why) -> None:
    """Note that somebody gets less from now on."""
    if turn.coachee.state in TAKES_PART:
        turn.uow.records.note(turn.coachee.id, "slowed", why, turn.now)


def note_pace(turn: Turn, before: Pace) -> None:
    """Note a pace that somebody chose, where it is slower than the one before."""
    if weeks_of(turn.coachee.pace) > weeks_of(before):
        note_slower(turn, "chosen")


def note_pause(turn: Turn, until: datetime) -> None:
    """Note that somebody pauses, and until which day: an hour would say who it is."""
    if turn.coachee.state in TAKES_PART:
        day = until.astimezone(UTC).date()
        turn.uow.records.note(turn.coachee.id, "paused", day.isoformat(), turn.now)


def note_return(turn: Turn) -> None:
    """Note that somebody is back before the pause is over; one of a moment ago never was."""
    until = turn.coachee.paused_until
    if until is not None and until > turn.now:
        turn.uow.records.take_back(turn.coachee.id, "paused", turn.now - UNDO)
        turn.uow.records.note(turn.coachee.id, "resumed", "", turn.now)


def note_stop(turn: Turn) -> None:
    """Note that somebody is about to stop."""
    if turn.coachee.state in TAKES_PART:
        turn.uow.records.note(turn.coachee.id, "stopped", "", turn.now)


def take_stop_back(turn: Turn) -> None:
    """Forget a stop that was said a moment ago and is about to be taken back."""
    if turn.coachee.state == "stopped":
        turn.uow.records.take_back(turn.coachee.id, "stopped", turn.now - UNDO)
