"""What the parts of the store of campaigns have in common."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Executable, Row

from bot.campaigns.content import Invitee
from bot.campaigns.ports import Campaigns
from storage.cipher import Cipher
from storage.mapping import columns
from storage.scope import Scope
from storage.tables import campaign_people

_PLAIN = columns(campaign_people, Invitee, "mail")
LISTED = (*_PLAIN, campaign_people.c.label)
"""The columns of somebody listed."""


def to_invitee(row: Row[Any]) -> Invitee:
    """Read a row that has the columns `LISTED`, but for the mail address."""
    columns = row._mapping  # noqa: SLF001 SQLAlchemy's public name for it
    return Invitee(**{column.name: columns[column.name] for column in _PLAIN})


class CampaignPart(Campaigns):
    """Part of the port. With `locks`, what is got stays locked until the transaction's end."""

    def __init__(self, scope: Scope, cipher: Cipher, *, locks: bool) -> None:
        self._scope = scope
        self._cipher = cipher
        self._locks = locks

    def _count(self, query: Executable, **which: object) -> int:
        return int(self._scope.execute(query, which).scalar_one())

    def _invitees(self, query: Executable, **which: object) -> Sequence[Invitee]:
        """Read people with the mail addresses that HR gave."""
        return [self._named(row) for row in self._scope.execute(query, which)]

    def _named(self, row: Row[Any]) -> Invitee:
        invitee = to_invitee(row)
        if row.label is None:
            return invitee
        whose = f"of position {row.position} of a campaign"
        return replace(invitee, mail=self._cipher.read(whose, row.label))
