"""When somebody is asked where they stand: at the start, and once more after twelve weeks.

The message is offered on a tap or takes the place of a weekly one: it is never one more.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from bot.self_evaluation import BASELINE, ENDLINE, asked, rated
from bot.sessions import Session
from bot.turn import Turn

Evaluation = Literal["baseline", "endline"]

AFTER = timedelta(weeks=12)
"""From the baseline to the end-line."""

SOONEST = timedelta(weeks=4)
"""From one self-evaluation to the next, also on demand and after a short campaign."""

LATER = "later"
"""The step of the baseline at which somebody chose to be asked at the next weekly message."""

PROGRAMMES = (BASELINE, ENDLINE)

OFFER = "offer"
AT_ONCE = "intro"
"""The steps of both at which somebody is asked first, or has already said yes."""

ENDING = "campaign_end"
"""The programme that asks, after a campaign's last week, whether to go on."""

ONBOARDED = ("onboarding", "done")


def due(turn: Turn, day: date) -> Evaluation | None:
    """Say which self-evaluation takes the place of the weekly message of a day, if one does.

    A baseline where the person put it off to then; an end-line twelve weeks after the baseline,
    or after a campaign's last week, asked once. Nobody who does not answer is asked.
    """
    if turn.coachee.unanswered:
        return None
    sessions = turn.uow.sessions.of(turn.coachee.id)
    if not _of(sessions, BASELINE):
        return None
    if _put_off(sessions):
        return "baseline"
    since = _endline_from(turn, sessions)
    if since is None or day < since:
        return None
    begun = [turn.local(one.started_at).date() for one in _of(sessions, ENDLINE)]
    return None if any(one > since - SOONEST for one in begun) else "endline"


def next_for(turn: Turn) -> Evaluation | None:
    """Say which self-evaluation the person can take now by themselves; None so soon after one."""
    started = last_day(turn, BASELINE)
    if started is None:
        return "baseline"
    last = max(started, last_day(turn, ENDLINE) or started)
    return "endline" if turn.today - last >= SOONEST else None


def offered_after(turn: Turn, session: Session, step_id: str) -> Evaluation | None:
    """Say which self-evaluation the last words of a session offer.

    The baseline after the first conversation, the end-line after the end of a campaign.
    """
    fits = next_for(turn)
    if (session.programme_id, step_id) == ONBOARDED and fits == "baseline":
        begun = _of(turn.uow.sessions.of(turn.coachee.id), BASELINE)
        return None if begun else "baseline"
    if session.programme_id == ENDING and fits == "endline":
        return "endline"
    return None


def asked_in(turn: Turn, session: Session) -> frozenset[str]:
    """Return the items and counts that a session asks for."""
    if session.programme_id != ENDLINE:
        return asked(turn.coachee.themes)
    return asked(turn.coachee.themes, rated(turn.uow.ratings.of(turn.coachee.id), BASELINE))


def last_day(turn: Turn, when: str) -> date | None:
    """Return the day on which an item of a self-evaluation was rated last."""
    every = turn.uow.ratings.of(turn.coachee.id)
    at = [at for kind, _session, _value, at in every if kind.startswith(f"{when}:")]
    return turn.local(max(at)).date() if at else None


def _put_off(sessions: Sequence[Session]) -> bool:
    begun = _of(sessions, BASELINE)
    return bool(begun) and all(one.step_id == LATER for one in begun)


def _endline_from(turn: Turn, sessions: Sequence[Session]) -> date | None:
    """Return the day from which the end-line is due; None without a baseline."""
    started = last_day(turn, BASELINE)
    if started is None:
        return None
    ended = [turn.local(one.started_at).date() for one in _of(sessions, ENDING)]
    after_campaigns = [day for day in ended if day - started >= SOONEST]
    return min([*after_campaigns, started + AFTER])


def _of(sessions: Sequence[Session], programme_id: str) -> list[Session]:
    return [one for one in sessions if one.programme_id == programme_id]
