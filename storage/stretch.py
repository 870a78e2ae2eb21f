"""A stretch of time for which records are read; what several kinds need is read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from sqlalchemy import and_, bindparam, select

from bot.measuring.sources.prompts import Hours, PromptTold
from bot.people import Slot
from bot.places import tz_of
from bot.workdays import Calendar
from storage.pseudonyms import Pseudonyms
from storage.scope import Scope
from storage.tables import answers, ledger, people, sessions
from storage.types import UtcDateTime

ANSWERABLE = timedelta(days=30)
"""How long after a prompt an answer is looked for: sessions close a week after the last touch."""

START = bindparam("start", type_=UtcDateTime)
END = bindparam("end", type_=UtcDateTime)

TOUCHED = and_(sessions.c.touched_at >= START, sessions.c.started_at < END)
"""Sessions of which something may have happened from `start` until before `end`."""

_ANSWERS = (
    select(answers.c.session_id, answers.c.step_id, answers.c.at)
    .join(sessions, sessions.c.id == answers.c.session_id)
    .where(TOUCHED)
    .order_by(answers.c.session_id, answers.c.position)
)
_PEOPLE = select(
    people.c.id,
    people.c.zone,
    people.c.country,
    people.c.work_from,
    people.c.work_until,
    people.c.slot_weekday,
    people.c.slot_at,
)
_SENT = select(ledger.c.key, ledger.c.coachee_id, ledger.c.kind, ledger.c.decided_at).where(
    ledger.c.decided_at >= START,
    ledger.c.decided_at < END,
    ledger.c.outcome == "sent",
    ledger.c.proactive,
    # Whether somebody has asked to be reminded of a round is forgotten when it closes.
    ledger.c.kind != "team_reminder",
)


@dataclass(frozen=True)
class Stretch:
    """From `start` until before `end`, in one unit of work."""

    scope: Scope
    names: Pseudonyms
    start: datetime
    end: datetime

    @property
    def which(self) -> Mapping[str, datetime]:
        """Return it as parameters of statements."""
        return {"start": self.start, "end": self.end}

    @cached_property
    def answers(self) -> Mapping[str, list[tuple[str, datetime]]]:
        """Steps and times of answers by session, the earliest first; what was said stays there."""
        found: dict[str, list[tuple[str, datetime]]] = {}
        for session_id, step_id, at in self.scope.execute(_ANSWERS, self.which):
            found.setdefault(session_id, []).append((step_id, at))
        return found

    @cached_property
    def prompts(self) -> Mapping[str, PromptTold]:
        """What was sent to people, by key, and so long before that it may be answered now.

        What was sent to channels is nobody's prompt.
        """
        hours: dict[str, Hours] = {}
        slots: dict[str, Slot] = {}
        for whose, zone, country, work_from, work_until, day, at in self.scope.execute(_PEOPLE):
            hours[whose] = Hours(tz_of(zone), work_from, work_until, Calendar(country))
            if at is not None:
                slots[whose] = Slot(day, at)
        which = {"start": self.start - ANSWERABLE, "end": self.end}
        return {
            key: PromptTold(
                self.names.prompt(key),
                self.names.person(whose),
                kind,
                at,
                hours[whose],
                slots.get(whose),
            )
            for key, whose, kind, at in self.scope.execute(_SENT, which)
            if whose in hours
        }
