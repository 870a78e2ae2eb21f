"""Who is there only because a campaign invited them, and never answered."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, exists, or_, select, true

from storage.scope import Scope
from storage.tables import (
    campaign_people,
    campaigns,
    cards,
    ledger,
    moments,
    outbox,
    owned,
    people,
    placements,
)
from storage.types import UtcDateTime

_MORE_THAN_INVITED = {
    moments: moments.c.kind != "invitation",
    ledger: ledger.c.kind != "invitation",
    cards: cards.c.template != "campaign_invitation",
}
"""Which rows of these tables show that somebody is more than invited; of all others any row."""

_before = bindparam("before", type_=UtcDateTime)
_listed = campaign_people.alias("listed")
_of = campaigns.alias("of")
_ASIDE = (people, outbox, campaign_people, placements)  # what HR says shows nothing of a person
_TRACES = [table for table in owned() if table not in _ASIDE]
_WANTED_STILL = exists().where(
    _listed.c.coachee_id == people.c.id,
    _of.c.id == _listed.c.campaign_id,
    or_(_listed.c.answer != "", _of.c.closed_at.is_(None), _of.c.closed_at >= _before),
)
_FOUND = (
    select(people.c.id)
    .join(campaign_people, campaign_people.c.coachee_id == people.c.id)
    .join(campaigns, campaigns.c.id == campaign_people.c.campaign_id)
    .where(
        campaigns.c.closed_at < _before,
        campaign_people.c.answer == "",
        people.c.state == "new",
        people.c.home.is_(False),
        ~_WANTED_STILL,
        *(
            ~exists().where(
                table.c.coachee_id == people.c.id, _MORE_THAN_INVITED.get(table, true())
            )
            for table in _TRACES
        ),
    )
    .distinct()
    .limit(bindparam("most"))
)


def only_invited(scope: Scope, closed_before: datetime, limit: int) -> Sequence[str]:
    """Find people of whom nothing is known but invitations of campaigns closed before a time."""
    which = {"before": closed_before, "most": limit}
    return scope.execute(_FOUND, which).scalars().all()
