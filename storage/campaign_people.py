"""Somebody of a campaign's list, and what is still to be learnt of them."""

from collections.abc import Mapping, Sequence
from itertools import chain

from sqlalchemy import bindparam, func, literal, or_, select, update
from typing_extensions import override

from bot.campaigns.content import Invitee
from bot.people import Coachee
from storage.campaign_part import LISTED, CampaignPart
from storage.campaign_reach import OF
from storage.mails import mail_key, mail_keys
from storage.mapping import values
from storage.people import PEOPLE, to_coachee
from storage.spellings import among
from storage.tables import campaign_people, people

_ALL = select(*LISTED).where(OF).order_by(campaign_people.c.position)
_ONE = _ALL.where(campaign_people.c.coachee_id == bindparam("of_coachee"))
_PUT = update(campaign_people).where(OF, campaign_people.c.position == bindparam("of_position"))
_WITHOUT_ACCOUNT = _ALL.where(
    campaign_people.c.coachee_id.is_(None),
    campaign_people.c.mail_key.is_not(None),
    campaign_people.c.position > bindparam("after"),
).limit(bindparam("most"))
_WITHOUT_DETAILS = (
    PEOPLE.add_columns(campaign_people.c.position)
    .where(
        OF,
        campaign_people.c.position > bindparam("after"),
        people.c.id == campaign_people.c.coachee_id,
        or_(
            (campaign_people.c.zone == "") & people.c.zone_known.is_(False),
            people.c.mail_key.is_(None),
        ),
    )
    .order_by(campaign_people.c.position)
    .limit(bindparam("most"))
)
_EXPECTED = select(campaign_people.c.mail_key).where(
    OF, campaign_people.c.coachee_id.is_(None), campaign_people.c.mail_key.in_(among("keys"))
)
_ANSWERS = (
    select(campaign_people.c.answer, func.count().label("people"))
    .where(OF, campaign_people.c.answer != "")
    .group_by(campaign_people.c.answer)
)


_theirs = campaign_people.alias("theirs")
_SHARED = (
    select(literal(1))
    .where(
        OF,
        _theirs.c.campaign_id.in_(bindparam("others", expanding=True)),
        _theirs.c.coachee_id == campaign_people.c.coachee_id,
    )
    .limit(1)
)


class CampaignPeople(CampaignPart):
    """Mail addresses are encrypted, and found by keyed hashes."""

    @override
    def invitee(self, campaign_id: str, coachee_id: str) -> Invitee | None:
        which = {"of_campaign": campaign_id, "of_coachee": coachee_id}
        return next(iter(self._invitees(_ONE, **which)), None)

    @override
    def put_invitee(self, campaign_id: str, invitee: Invitee) -> None:
        row = values(invitee, "mail", "position")
        if invitee.mail:
            row["mail_key"] = mail_key(self._cipher, invitee.mail)
            row["label"] = self._cipher.seal(invitee.mail)
        where = {"of_campaign": campaign_id, "of_position": invitee.position}
        self._scope.execute(_PUT, where | row)

    @override
    def without_account(self, campaign_id: str, after: int, limit: int) -> Sequence[Invitee]:
        return self._invitees(_WITHOUT_ACCOUNT, of_campaign=campaign_id, after=after, most=limit)

    @override
    def expected(self, campaign_id: str, mails: Sequence[str]) -> Sequence[str]:
        keys = {mail: mail_keys(self._cipher, mail) for mail in mails}
        which = {"of_campaign": campaign_id, "keys": list(chain(*keys.values()))}
        there = set(self._scope.execute(_EXPECTED, which).scalars())
        return [mail for mail, some in keys.items() if there & set(some)]

    @override
    def without_details(
        self, campaign_id: str, after: int, limit: int
    ) -> Sequence[tuple[int, Coachee]]:
        which = {"of_campaign": campaign_id, "after": after, "most": limit}
        return [
            (row.position, to_coachee(row)) for row in self._scope.execute(_WITHOUT_DETAILS, which)
        ]

    @override
    def answers(self, campaign_id: str) -> Mapping[str, int]:
        rows = self._scope.execute(_ANSWERS, {"of_campaign": campaign_id})
        return {row.answer: row.people for row in rows}

    @override
    def shared(self, campaign_id: str, others: Sequence[str]) -> bool:
        which = {"of_campaign": campaign_id, "others": list(others)}
        return bool(others) and self._scope.execute(_SHARED, which).first() is not None
