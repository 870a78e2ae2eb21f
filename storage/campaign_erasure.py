"""Takes somebody who is erased out of campaigns, of the rights in them and of their log."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import Column, Row, Text, bindparam, delete, func, select, update

from bot.campaigns.content import LANE
from bot.campaigns.grants import ERASED
from bot.campaigns.tallies import TECHNICAL
from bot.events import Address
from bot.people import Coachee
from storage.scope import Scope
from storage.spellings import among
from storage.tables import (
    audit,
    campaign_people,
    campaigns,
    ledger,
    moments,
    outbox,
    people,
    roles,
)

_NAMED: tuple[Column[str], ...] = (
    audit.c.by,
    audit.c.subject,
    roles.c.given_by,
    campaigns.c.created_by,
)
_RENAME = [
    update(column.table).where(column == bindparam("of_id")).values({column.name: ERASED})
    for column in _NAMED
]
_MAIL = select(people.c.mail_key).where(people.c.id == bindparam("of_id")).scalar_subquery()
_WITHOUT_ACCOUNT = delete(campaign_people).where(
    campaign_people.c.mail_key == _MAIL, campaign_people.c.coachee_id.is_(None)
)
_ALL = select(campaigns.c.id, campaigns.c.sources, campaigns.c.watchers)
_HELD = _ALL.where(campaigns.c.id == bindparam("of_id")).with_for_update()
_PUT = (
    update(campaigns)
    .where(campaigns.c.id == bindparam("of_id"))
    .values(
        sources=bindparam("left", type_=campaigns.c.sources.type),
        watchers=bindparam("watching", type_=campaigns.c.watchers.type),
        version=campaigns.c.version + 1,
    )
)


_id, _nobody = bindparam("of_id", type_=Text), bindparam("of_nobody", type_=Text)


def _unnamed(key: Column[str]) -> Any:
    return func.replace(key, _id, _nobody)


# Numbers that HR may see at any time must not tell that somebody is erased: what makes them up
# stays without the person, an invitation to come until its time.
_NUMBERS = [
    update(moments)
    .where(
        moments.c.coachee_id == _id,
        moments.c.kind == "invitation",
        moments.c.settled_at.is_(None),
    )
    .values(coachee_id=ERASED, id=_unnamed(moments.c.key), key=_unnamed(moments.c.key)),
    update(ledger)
    .where(
        ledger.c.coachee_id == _id,
        ledger.c.kind == "invitation",
        ledger.c.reason.in_(TECHNICAL),
        ledger.c.outcome.in_(("skipped", "failed")),
    )
    .values(coachee_id=ERASED, key=_unnamed(ledger.c.key), meant_at=ledger.c.decided_at),
]


_ASKED = select(outbox.c.id, outbox.c.address).where(outbox.c.coachee_id.in_(among("lanes")))
_ASK_AS_NOBODY = (
    update(outbox).where(outbox.c.id == bindparam("of_row")).values(address=bindparam("left"))
)


def leave_campaigns(scope: Scope, person: Coachee) -> None:
    """Forget where somebody was listed by mail alone, named as a source, or did something.

    Rows that have their coachee id go with all others of theirs.
    """
    for statement in (_WITHOUT_ACCOUNT, *_RENAME):
        scope.execute(statement, {"of_id": person.id})
    nobody = sha256(person.id.encode()).hexdigest()
    for statement in _NUMBERS:
        scope.execute(statement, {"of_id": person.id, "of_nobody": nobody})
    every = scope.execute(_ALL).all()
    for asked in scope.execute(_ASKED, {"lanes": [f"{LANE}{row.id}" for row in every]}).all():
        if (left := _address(asked.address, person)) != asked.address:
            scope.execute(_ASK_AS_NOBODY, {"of_row": asked.id, "left": left})
    for row in every:
        if _cleaned(row, person):
            (held,) = scope.execute(_HELD, {"of_id": row.id}).all()
            scope.execute(_PUT, {"of_id": row.id} | _cleaned(held, person))


def _cleaned(row: Row[Any], person: Coachee) -> dict[str, Any]:
    """Return what is left of sources and watchers; empty where the person is in neither."""
    left = [_without(source, person) for source in row.sources]
    watching = {who: token for who, token in row.watchers.items() if who != person.id}
    same = left == row.sources and watching == row.watchers
    return {} if same else {"left": left, "watching": watching}


def _without(source: Mapping[str, Any], person: Coachee) -> Mapping[str, Any]:
    ids: Sequence[str] = [one for one in source["ids"] if one != person.person]
    return {**source, "ids": ids, "address": _address(source["address"], person)}


def _address(address: Address, person: Coachee) -> Address:
    """Return an address, or only its platform where it is the person's own."""
    own = address == person.address or person.person in address.values()
    return {"platform": address.get("platform", "")} if own else address
