"""Invitations on their way: planned in chunks, called off in chunks, counted."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import (
    BigInteger,
    Integer,
    Text,
    bindparam,
    cast,
    func,
    literal,
    literal_column,
    select,
    true,
    update,
)
from typing_extensions import override

from bot.campaigns.content import Campaign, Ended, Terms
from storage.campaign_part import CampaignPart
from storage.campaign_reach import OF, PROBLEM, WITH_ACCOUNTS, ZONE
from storage.spellings import at_epoch, looked_up
from storage.statements import insert_found
from storage.tables import campaign_people, ledger, moments, outbox
from storage.types import Lookup, UtcDateTime

DAY = 24 * 60 * 60

_FIRST = (
    select(campaign_people.c.position)
    .where(OF, campaign_people.c.position > bindparam("cursor"))
    .order_by(campaign_people.c.position)
    .limit(bindparam("most"))
    .subquery()
)
_UPTO = select(func.max(_FIRST.c.position))

_id = bindparam("of_campaign", type_=Text)
_starts = bindparam("starts", type_=Lookup)
_wave = literal("w") + cast(campaign_people.c.wave, Text)
_start = cast(
    func.coalesce(looked_up(_starts, _wave + " " + ZONE), looked_up(_starts, _wave)), BigInteger
)
_due = at_epoch(_start + campaign_people.c.position % bindparam("seconds", type_=Integer))
_key = literal("invitation:") + _id + ":" + campaign_people.c.coachee_id
_NEXT_ONES = (
    OF,
    campaign_people.c.position > bindparam("cursor"),
    campaign_people.c.position <= bindparam("upto"),
    PROBLEM == "",
)
_INVITED = (
    select(
        _key.label("id"),
        _key.label("key"),
        campaign_people.c.coachee_id,
        literal("invitation").label("kind"),
        _due.label("due_at"),
        _due.label("meant_at"),
        _id.label("subject_id"),
        literal("").label("lease"),
    )
    .select_from(WITH_ACCOUNTS)
    .where(*_NEXT_ONES, _start.is_not(None))
    .order_by(campaign_people.c.position)  # so that two who plan the same never wait in a ring
)
_PLAN = insert_found(moments, _INVITED, moments.c.key)

_ZONES = select(ZONE).select_from(WITH_ACCOUNTS).where(*_NEXT_ONES).distinct().order_by(ZONE)

# As literals, so that the index of just these rows is found.
_PENDING = (
    moments.c.kind == literal_column("'invitation'"),
    moments.c.settled_at.is_(None),
    moments.c.subject_id == _id,
)
_OWN = moments.c.stage.is_not(None)
# What waits for a reason of the person's own has had its time: it counts as dealt with.
_AWAITED = (*_PENDING, ~_OWN)
_TO_COME = select(func.count()).where(*_AWAITED)
_NEXT = (
    select(moments.c.key)
    .where(*_PENDING)
    .order_by(moments.c.key)
    .limit(bindparam("most"))
    .with_for_update()
    .subquery()
)
_LAST = select(func.max(_NEXT.c.key))
_CALLED_OFF = (*_PENDING, moments.c.key <= bindparam("upto"))
_SKIPPED = select(
    moments.c.key,
    moments.c.coachee_id,
    moments.c.kind,
    moments.c.meant_at,
    bindparam("at", type_=UtcDateTime).label("decided_at"),
    literal("skipped").label("outcome"),
    bindparam("reason", type_=Text).label("reason"),
    true().label("proactive"),
).where(*_CALLED_OFF, ~_OWN)
# An invitation that was put off stands there as moved, and is still to come.
_NOTE = insert_found(ledger, _SKIPPED, ledger.c.key, over=ledger.c.outcome == "moved")
_WAITED = select(moments.c.key).where(*_CALLED_OFF, _OWN)
_STAYS = (
    update(ledger)
    .where(ledger.c.key.in_(_WAITED), ledger.c.outcome == "moved")
    .values(outcome="skipped", decided_at=bindparam("at"))
)
"""What waited for a reason of the person's own ends with that reason."""

_SETTLE = update(moments).where(*_CALLED_OFF).values(settled_at=bindparam("at"))

_ENDED = (
    select(ledger.c.outcome, ledger.c.reason, func.count())
    .where(ledger.c.key >= bindparam("first"), ledger.c.key < bindparam("after"))
    .group_by(ledger.c.outcome, ledger.c.reason)
    .order_by(ledger.c.outcome, ledger.c.reason)
)
_LATE = select(func.count()).where(*_AWAITED, moments.c.due_at < bindparam("before"))
_LAST_DUE = select(func.max(moments.c.due_at)).where(
    *_AWAITED, moments.c.due_at < bindparam("before")
)
_first = bindparam("first", type_=Text)
_STUCK = select(func.count()).where(
    outbox.c.settled_at.is_(None),
    outbox.c.created_at < bindparam("before"),
    func.substr(outbox.c.occurrence, 1, func.length(_first)) == _first,
)


class CampaignLaunch(CampaignPart):
    """Whoever plans or calls off holds the campaign; the keys alone forbid a second planning."""

    @override
    def zones_of_next(self, campaign: Campaign, most: int) -> Sequence[str]:
        which = {"of_campaign": campaign.id, "cursor": campaign.cursor}
        upto = self._scope.execute(_UPTO, which | {"most": most}).scalar()
        if upto is None:
            return ()
        which |= {"upto": upto, "default_zone": campaign.terms.zone}
        return list(self._scope.execute(_ZONES, which).scalars())

    @override
    def plan(
        self, campaign: Campaign, starts: Mapping[tuple[int, str], datetime], most: int
    ) -> int | None:
        which = {"of_campaign": campaign.id, "cursor": campaign.cursor}
        upto: int | None = self._scope.execute(_UPTO, which | {"most": most}).scalar()
        if upto is None:
            return None
        times = {
            "upto": upto,
            "default_zone": campaign.terms.zone,
            "starts": _by_wave_and_zone(starts),
            "seconds": _seconds(campaign.terms),
        }
        self._scope.execute(_PLAN, which | times)
        return upto

    @override
    def call_off(self, campaign_id: str, reason: str, at: datetime, most: int) -> int:
        which: dict[str, object] = {"of_campaign": campaign_id}
        upto = self._scope.execute(_LAST, which | {"most": most}).scalar()
        if upto is None:
            return 0
        which |= {"upto": upto, "at": at}
        self._scope.execute(_NOTE, which | {"reason": reason})
        self._scope.execute(_STAYS, which)
        return self._scope.execute(_SETTLE, which).rowcount

    @override
    def pending(self, campaign_id: str) -> int:
        return self._count(_TO_COME, of_campaign=campaign_id)

    @override
    def ended(self, campaign_id: str) -> Sequence[Ended]:
        rows = self._scope.execute(_ENDED, _keys(campaign_id))
        return [Ended(*row) for row in rows]

    @override
    def overdue(self, campaign_id: str, before: datetime) -> int:
        late = self._count(_LATE, of_campaign=campaign_id, before=before)
        return late + self._count(_STUCK, first=_keys(campaign_id)["first"], before=before)

    @override
    def last_due(self, campaign_id: str, before: datetime) -> datetime | None:
        which = {"of_campaign": campaign_id, "before": before}
        last: datetime | None = self._scope.execute(_LAST_DUE, which).scalar()
        return last


def _keys(campaign_id: str) -> Mapping[str, str]:
    """Return the first key that an invitation can have, and what comes after all of them."""
    return {"first": f"invitation:{campaign_id}:", "after": f"invitation:{campaign_id};"}


def _by_wave_and_zone(starts: Mapping[tuple[int, str], datetime]) -> Mapping[str, int]:
    """Write starts in whole seconds, as `_start` looks them up.

    Of a wave alone it is the last one: by it somebody is planned whose zone changed just now.
    """
    seconds = {f"w{wave} {zone}": int(at.timestamp()) for (wave, zone), at in starts.items()}
    for (wave, _), at in starts.items():
        latest = seconds.get(f"w{wave}", 0)
        seconds[f"w{wave}"] = max(latest, int(at.timestamp()))
    return seconds


def _seconds(terms: Terms) -> int:
    """Return the length of the window in which invitations go out; at least a second."""
    day = date.min
    length = datetime.combine(day, terms.window_until) - datetime.combine(day, terms.window_from)
    return int(length.total_seconds()) % DAY or 1
