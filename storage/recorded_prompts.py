"""Records read from the delivery ledger, and from the answers to what it sent."""

from collections.abc import Iterator

from sqlalchemy import select

from bot.measuring.records import Record
from bot.measuring.sources.prompts import answered, sent
from storage.recorded_sessions import read_times
from storage.stretch import TOUCHED, Stretch
from storage.tables import sessions

_PROMPTED = select(sessions.c.id, sessions.c.prompts, sessions.c.answered).where(TOUCHED)


def of_prompts(stretch: Stretch) -> Iterator[Record]:
    """Read what was sent."""
    for told in stretch.prompts.values():
        if told.sent_at >= stretch.start:
            yield sent(told)


def of_answers(stretch: Stretch) -> Iterator[Record]:
    """Read what was answered, and perhaps more."""
    for session_id, asked_by, kept in stretch.scope.execute(_PROMPTED, stretch.which):
        known = [stretch.prompts[key] for key in asked_by if key in stretch.prompts]
        if known:
            given = [at for _, at in stretch.answers.get(session_id, ())] or read_times(kept)
            found = (answered(told, given) for told in known)
            yield from (one for one in found if one)
