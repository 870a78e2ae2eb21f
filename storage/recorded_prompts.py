"""Records read from the delivery ledger, and from the answers to what it sent."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.measuring.records import Record
from bot.measuring.sources.prompts import Hours, PromptTold, answered, sent
from bot.places import tz_of
from bot.workdays import Calendar
from storage.pseudonyms import Pseudonyms
from storage.recorded_sessions import END, START, TOUCHED, answers_of, read_times
from storage.scope import Scope
from storage.tables import ledger, people, sessions

ANSWERABLE = timedelta(days=30)
"""How long after a prompt an answer is looked for: sessions close a week after the last touch."""

_PROMPTED = select(sessions.c.id, sessions.c.prompts, sessions.c.answered).where(TOUCHED)
_HOURS = select(
    people.c.id, people.c.zone, people.c.country, people.c.work_from, people.c.work_until
)
_SENT = select(ledger.c.key, ledger.c.coachee_id, ledger.c.kind, ledger.c.decided_at).where(
    ledger.c.decided_at >= START,
    ledger.c.decided_at < END,
    ledger.c.outcome == "sent",
    ledger.c.proactive,
    # Whether somebody has asked to be reminded of a round is forgotten when it closes.
    ledger.c.kind != "team_reminder",
)


def of_prompts(scope: Scope, names: Pseudonyms, start: datetime, end: datetime) -> Iterator[Record]:
    """Read what was sent in a stretch of time."""
    which = {"start": start, "end": end}
    for told in _sent(scope, names, which).values():
        yield sent(told)


def of_answers(scope: Scope, names: Pseudonyms, start: datetime, end: datetime) -> Iterator[Record]:
    """Read what was answered in a stretch of time, and perhaps more."""
    which = {"start": start, "end": end}
    prompts = _sent(scope, names, {"start": start - ANSWERABLE, "end": end})
    given = answers_of(scope, which)
    for session_id, asked_by, kept in scope.execute(_PROMPTED, which):
        known = [prompts[key] for key in asked_by if key in prompts]
        if known:
            times = [at for _, at in given.get(session_id, ())] or read_times(kept)
        for told in known:
            if one := answered(told, times):
                yield one


def _sent(scope: Scope, names: Pseudonyms, which: Mapping[str, datetime]) -> dict[str, PromptTold]:
    """Read what was sent to people; what was sent to channels is nobody's prompt."""
    hours = {
        coachee_id: Hours(tz_of(zone), work_from, work_until, Calendar(country))
        for coachee_id, zone, country, work_from, work_until in scope.execute(_HOURS)
    }
    return {
        key: PromptTold(names.prompt(key), names.person(whose), kind, at, hours[whose])
        for key, whose, kind, at in scope.execute(_SENT, which)
        if whose in hours
    }
