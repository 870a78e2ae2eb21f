"""The list of those a campaign invites, as it is put together, and as it goes."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import (
    Executable,
    Row,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    union_all,
    update,
)
from typing_extensions import override

from bot.campaigns.content import Invitee
from storage.campaign_part import LISTED, CampaignPart, to_invitee
from storage.mails import mail_keys
from storage.mapping import values
from storage.same_person import Audience, Entry, Mark
from storage.scope import Scope
from storage.spellings import among
from storage.tables import campaign_people, campaigns, outbox, owned, people, placements

Hashes = Mapping[str, Sequence[str]]
"""Mail addresses as they are given, each with the hashes under which it may be stored."""

Accounts = Mapping[str, Row[Any]]
"""Whether accounts can be written to, and the hash of their mail address, by id."""

CHUNK = 5000
"""Rows that one statement changes: the database gives up a statement of two seconds."""

_OF = campaign_people.c.campaign_id == bindparam("of_campaign")
_IDS, _KEYS = among("ids"), among("keys")

_HOLD = select(campaigns.c.id).where(campaigns.c.id == bindparam("of_campaign")).with_for_update()
_LAST = select(func.coalesce(func.max(campaign_people.c.position), 0)).where(_OF)
# Unions, each part of which has an index: with alternatives PostgreSQL reads whole tables.
_account = (people.c.id, people.c.reachable, people.c.mail_key)
_own = people.alias("own")
_ACCOUNTS = union_all(
    select(*_account).where(people.c.id.in_(_IDS)),
    select(*_account).where(people.c.mail_key.in_(_KEYS)),
    select(*_account).join(_own, _own.c.mail_key == people.c.mail_key).where(_own.c.id.in_(_IDS)),
)
_stored = select(*LISTED, campaign_people.c.mail_key).where(_OF)
_STORED = union_all(
    _stored.where(campaign_people.c.coachee_id.in_(_IDS)),
    _stored.where(campaign_people.c.mail_key.in_(_KEYS)),
)
_ADD = insert(campaign_people)
_AT = campaign_people.c.position == bindparam("of_position")
_CHANGED = ("coachee_id", "mail_key", "label", "zone", "team", "site", "problem")
_CHANGE = (
    update(campaign_people)
    .where(_OF, _AT)
    .values({name: bindparam(f"to_{name}") for name in _CHANGED})
)
_DROP = delete(campaign_people).where(_OF, _AT)
_UP_TO = campaign_people.c.position <= bindparam("upto")
_FIRST = select(campaign_people.c.position).where(_OF).order_by(campaign_people.c.position)
_UPTO = select(func.max(_FIRST.limit(bindparam("most")).subquery().c.position))
_UNLIST = delete(campaign_people).where(_OF, _UP_TO)

_elsewhere = campaign_people.alias("elsewhere")
_ASIDE = (people, outbox, campaign_people, placements)  # what HR says shows nothing of a person
_TRACES = [table for table in owned() if table not in _ASIDE]
"""What shows that somebody is there for themselves."""
_ONLY_LISTED = delete(people).where(
    people.c.id.in_(select(campaign_people.c.coachee_id).where(_OF, _UP_TO)),
    people.c.state == "new",
    people.c.home.is_(False),
    ~exists().where(
        _elsewhere.c.coachee_id == people.c.id,
        _elsewhere.c.campaign_id != bindparam("of_campaign"),
    ),
    and_(*(~exists().where(table.c.coachee_id == people.c.id) for table in _TRACES)),
)


def discard(scope: Scope, campaign_id: str, most: int) -> int:
    """Delete the first of a draft's list, with people who are there only for it.

    Returns:
        How many of the list went; 0 at its end.
    """
    upto = scope.execute(_UPTO, {"of_campaign": campaign_id, "most": most}).scalar()
    if upto is None:
        return 0
    scope.execute(_ONLY_LISTED, {"of_campaign": campaign_id, "upto": upto})
    return scope.execute(_UNLIST, {"of_campaign": campaign_id, "upto": upto}).rowcount


def forget_list(scope: Scope, campaign_id: str, most: int) -> int:
    """Delete the first of a list and return how many; whoever stood there stays."""
    upto = scope.execute(_UPTO, {"of_campaign": campaign_id, "most": most}).scalar()
    if upto is None:
        return 0
    return scope.execute(_UNLIST, {"of_campaign": campaign_id, "upto": upto}).rowcount


class CampaignLists(CampaignPart):
    """Whoever adds to a list holds its campaign, so that positions are given once."""

    @override
    def list_people(self, campaign_id: str, found: Sequence[Invitee]) -> int:
        last = self._held(campaign_id)
        hashes = {one.mail: mail_keys(self._cipher, one.mail) for one in found if one.mail.strip()}
        accounts = self._accounts(found, hashes)
        audience = self._audience(campaign_id, found, hashes, accounts)
        for one in found:
            marks = _marks(accounts, one.coachee_id, *hashes.get(one.mail, ()))
            key = next((key for kind, key in marks if kind == "mail"), None)
            audience.add(one, key, marks)
        return self._write(campaign_id, audience.entries, last)

    @override
    def unlist(self, campaign_id: str) -> None:
        while discard(self._scope, campaign_id, CHUNK):
            pass

    def _held(self, campaign_id: str) -> int:
        """Keep others from adding until the end, and return the last position."""
        if self._locks:
            self._scope.execute(_HOLD, {"of_campaign": campaign_id})
        return self._count(_LAST, of_campaign=campaign_id)

    def _accounts(self, found: Sequence[Invitee], hashes: Hashes) -> Accounts:
        """Find the accounts of some people, and all that share a mail address with one."""
        ids = [one.coachee_id for one in found if one.coachee_id]
        which = {"ids": ids, "keys": list(chain(*hashes.values()))}
        return {row.id: row for row in self._scope.execute(_ACCOUNTS, which)}

    def _audience(
        self, campaign_id: str, found: Sequence[Invitee], hashes: Hashes, accounts: Accounts
    ) -> Audience:
        """Read what is listed and may be one of them."""
        ids = {one.coachee_id for one in found if one.coachee_id} | set(accounts)
        keys = {row.mail_key for row in accounts.values() if row.mail_key} | {
            *chain(*hashes.values())
        }
        audience = Audience(frozenset(row.id for row in accounts.values() if not row.reachable))
        which = {"of_campaign": campaign_id, "ids": list(ids), "keys": list(keys)}
        rows = {row.position: row for row in self._scope.execute(_STORED, which)}
        for row in rows.values():
            stored = to_invitee(row)
            entry = Entry(stored, stored, row.mail_key, row.label)
            audience.hold(entry, _marks(accounts, row.coachee_id, row.mail_key))
        return audience

    def _write(self, campaign_id: str, entries: Sequence[Entry], last: int) -> int:
        """Write what changed, what is one with another first; return how many are new."""
        here = [entry for entry in entries if not entry.gone]
        gone = [entry.stored.position for entry in entries if entry.gone and entry.stored]
        changed = [e for e in here if e.stored and e.stored != e.invitee]
        new = [entry for entry in here if entry.stored is None]
        self._each(_DROP, [{"of_campaign": campaign_id, "of_position": n} for n in gone])
        self._each(_CHANGE, [self._change(campaign_id, entry) for entry in changed])
        rows = [self._row(entry) | {"campaign_id": campaign_id} for entry in new]
        free = enumerate(rows, last + 1)
        self._each(_ADD, [row | {"position": row["position"] or n} for n, row in free])
        return len(new)

    def _each(self, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            self._scope.execute(statement, rows)

    def _change(self, campaign_id: str, entry: Entry) -> dict[str, Any]:
        row = self._row(entry)
        where = {"of_campaign": campaign_id, "of_position": row["position"]}
        return where | {f"to_{name}": row[name] for name in _CHANGED}

    def _row(self, entry: Entry) -> dict[str, Any]:
        mail = entry.invitee.mail
        label = entry.label or (self._cipher.seal(mail) if mail else None)
        return values(entry.invitee, "mail") | {"mail_key": entry.mail_key, "label": label}


def _marks(accounts: Accounts, coachee_id: str | None, *keys: str | None) -> list[Mark]:
    """Return what tells who somebody is: an account, its mail address, and one that is given."""
    account = accounts.get(coachee_id or "")
    own = account.mail_key if account else None
    marks: list[Mark] = [("mail", key) for key in (*keys, own) if key]
    return [*marks, ("account", coachee_id)] if coachee_id else marks
