"""Circles of people that indicators are about: invited, active, away, and by team."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Row, bindparam, func, or_, select

from bot.measuring.ports import Placements
from bot.measuring.records import Record
from storage.campaigns import to_terms
from storage.noted import Noted
from storage.pseudonyms import Pseudonyms
from storage.scope import Scope
from storage.tables import campaign_people, campaigns, people, sessions
from storage.types import UtcDateTime

FIRST, LAST = (datetime(year, 1, 1, tzinfo=UTC) for year in (1970, 9999))

_START = bindparam("start", type_=UtcDateTime)
_END = bindparam("end", type_=UtcDateTime)
_STILL_THERE = or_(people.c.reachable, people.c.stopped_at >= _START)
_CAME = select(people.c.id).where(
    _STILL_THERE,
    people.c.id.in_(select(sessions.c.coachee_id).where(sessions.c.started_at < _END)),
)
_LISTED = (
    select(people.c.id, campaign_people.c.campaign_id, campaign_people.c.wave)
    .join(campaign_people, campaign_people.c.coachee_id == people.c.id)
    .where(campaign_people.c.wave > 0, campaign_people.c.problem == "", _STILL_THERE)
)
_LAUNCHED = select(campaigns.c.id, campaigns.c.terms, campaigns.c.closed_at).where(
    campaigns.c.launched_at < _END
)
_BEGAN = (
    select(sessions.c.coachee_id, func.min(sessions.c.touched_at))
    .where(
        sessions.c.programme_id == "onboarding",
        sessions.c.status == "done",
        sessions.c.step_id == "done",
    )
    .group_by(sessions.c.coachee_id)
)
_STATES = select(people.c.id, people.c.state, people.c.stopped_at, people.c.reachable).where(
    people.c.created_at < bindparam("at", type_=UtcDateTime), people.c.slot_at.is_not(None)
)
_IDS = select(people.c.id)
_GROUPS = (
    select(campaign_people.c.coachee_id, campaign_people.c.site, campaign_people.c.team)
    .join(campaigns, campaigns.c.id == campaign_people.c.campaign_id)
    .where(campaign_people.c.coachee_id.is_not(None), campaigns.c.launched_at.is_not(None))
    .order_by(campaigns.c.seq)
)


class Circles:
    """Sets of pseudonyms, read in a fixed number of statements."""

    def __init__(
        self, scope: Scope, names: Pseudonyms, noted: Noted, placements: Placements
    ) -> None:
        self._scope = scope
        self._placements = placements
        self._names = names
        self._noted = noted

    def invited(self, start: datetime, end: datetime) -> AbstractSet[str]:
        """Return who came by themselves, or was on a campaign's list when their wave began."""
        which = {"start": start, "end": end}
        begun = {wave for row in self._scope.execute(_LAUNCHED, which) for wave in _begun(row, end)}
        listed = self._scope.execute(_LISTED, which).all()
        invited = {row.id for row in listed if (row.campaign_id, row.wave) in begun}
        return self._named(invited.union(self._scope.execute(_CAME, which).scalars()))

    def active(self, at: datetime) -> AbstractSet[str]:
        """Return who had begun by then and had not yet stopped, left, or been silent too long."""
        since = list(self._noted.between({"slowed", "stopped"}, at, LAST))
        slowed = {one.person for one in since if one.kind == "slowed"}
        began = {one: when for one, when in self._scope.execute(_BEGAN)}  # noqa: C416 rows are no pairs
        rows = self._scope.execute(_STATES, {"at": at}).all()
        active = {
            self._names.person(row.id)
            for row in rows
            if began.get(row.id, at) <= at and self._was_active(row, at, slowed)
        }
        return active | self._erased(since)

    def away(self, start: datetime, end: datetime) -> AbstractSet[str]:
        """Return whose pause began before the end and was over after the start.

        It is over at the time that was said, or as soon as the person came back or paused anew.
        """
        noted = self._noted.between({"paused", "resumed"}, FIRST, end)
        told = sorted(noted, key=lambda one: (one.person, one.at))
        return {
            one.person
            for one, after in zip(told, [*told[1:], None], strict=False)
            if one.kind == "paused" and _over(one, after) > start
        }

    def teams(self) -> Mapping[str, tuple[str, ...]]:
        """Return the path of everybody on a list of a campaign that was launched.

        A file that says it for the whole company goes before the lists. A team without a site is
        below an empty name: it is not shown as if it were one.
        """
        placed = self._placements.all()
        if placed:
            return {self._names.person(one): path for one, path in placed.items()}
        return {
            self._names.person(row.coachee_id): (row.site, row.team) if row.team else (row.site,)
            for row in self._scope.execute(_GROUPS)
            if row.site or row.team
        }

    def _named(self, coachee_ids: Iterable[str]) -> set[str]:
        return {self._names.person(one) for one in coachee_ids}

    def _was_active(self, row: Row[Any], at: datetime, slowed: AbstractSet[str]) -> bool:
        if row.state == "stopped" or not row.reachable:
            return row.stopped_at is not None and row.stopped_at >= at
        return row.state == "active" or (
            row.state == "on_call" and self._names.person(row.id) in slowed
        )

    def _erased(self, since: Iterable[Record]) -> set[str]:
        """Return who stopped since then and is not there any more."""
        there = self._named(self._scope.execute(_IDS).scalars())
        return {one.person for one in since if one.kind == "stopped"} - there


def _over(pause: Record, after: Record | None) -> datetime:
    """Return when a pause was over; `after` is what was noted next, perhaps of somebody else."""
    # A pause that was noted without an end, as it once was, counts for nothing.
    day = date.fromisoformat(pause.detail) if pause.detail else None
    until = datetime.combine(day, time(), UTC) if day else pause.at
    return min(until, after.at) if after and after.person == pause.person else until


def _begun(row: Row[Any], end: datetime) -> Iterator[tuple[str, int]]:
    """Name the waves of a campaign that began before the end, and before it was over."""
    terms = to_terms({**row.terms, "name": ""})
    last = min(end, row.closed_at or end)
    for wave in range(1, terms.waves + 1):
        if datetime.combine(terms.starts_on(wave), time(), UTC) < last:
            yield row.id, wave
