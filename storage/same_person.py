"""Who of an audience is the same person: by account, or by the mail address of any account."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from bot.campaigns.content import Invitee

Mark = tuple[Literal["account", "mail"], str]
"""What tells that two are one: the id of an account, or a hash of a mail address."""


@dataclass(slots=True)
class Entry:
    """Somebody of a list while it is put together; `invitee` is what is to be stored.

    Attributes:
        stored: as the database has them, but for the mail address; None is new.
        mail_key: under which their mail address is found.
        label: the address as it is stored, encrypted.
        gone: they turned out to be the same as somebody before them.
    """

    invitee: Invitee
    stored: Invitee | None = None
    mail_key: str | None = None
    label: bytes | None = None
    gone: bool = False


@dataclass(slots=True)
class Audience:
    """Part of an audience, to which people are added one by one.

    `lost` are ids of accounts that cannot be written to.
    """

    lost: frozenset[str]
    entries: list[Entry] = field(default_factory=list)
    _known: dict[Mark, Entry] = field(default_factory=dict)

    def hold(self, entry: Entry, marks: Sequence[Mark]) -> None:
        """Take up somebody as they are stored; two whose mail was learnt since may be one."""
        self.entries.append(entry)
        self._as_one([entry, *self._met(marks)], marks)

    def add(self, found: Invitee, mail_key: str | None, marks: Sequence[Mark]) -> None:
        """Add somebody, or join them to whom they are; two who thereby are one become one."""
        met = self._met(marks)
        first = self._as_one(met or [self._new(found)], marks)
        if met:
            first.invitee = joined(first.invitee, found, self.lost)
        first.mail_key = first.mail_key or mail_key

    def _met(self, marks: Sequence[Mark]) -> list[Entry]:
        return [entry for entry in map(self._known.get, marks) if entry is not None]

    def _as_one(self, entries: Sequence[Entry], marks: Sequence[Mark]) -> Entry:
        first, *others = sorted({id(e): e for e in entries}.values(), key=_order)
        for other in others:
            self._absorb(first, other)
        self._known |= dict.fromkeys(marks, first)
        return first

    def _new(self, found: Invitee) -> Entry:
        entry = Entry(found)
        self.entries.append(entry)
        return entry

    def _absorb(self, kept: Entry, other: Entry) -> None:
        kept.invitee = joined(kept.invitee, other.invitee, self.lost)
        kept.mail_key = kept.mail_key or other.mail_key
        kept.label = kept.label or other.label
        other.gone = True
        self._known |= {mark: kept for mark, entry in self._known.items() if entry is other}


def joined(kept: Invitee, found: Invitee, lost: frozenset[str]) -> Invitee:
    """Return who is left of two that are the same person.

    The account found takes the place of one that cannot be invited, if it can be. What is
    found of the same account counts, unless it was listed by its id alone.
    """
    told = replace(
        kept,
        mail=kept.mail or found.mail,
        zone=kept.zone or found.zone,
        team=kept.team or found.team,
        site=kept.site or found.site,
    )
    return _found(told, found) if _takes_place(kept, found, lost) else told


def _found(told: Invitee, found: Invitee) -> Invitee:
    same = told.coachee_id == found.coachee_id
    problem = found.problem or (told.problem if same else "")  # a channel may tell ids alone
    return replace(told, coachee_id=found.coachee_id, problem=problem)


def _takes_place(kept: Invitee, found: Invitee, lost: frozenset[str]) -> bool:
    if found.coachee_id == kept.coachee_id:
        return True
    if found.coachee_id is None:
        return False
    return kept.coachee_id is None or (_troubled(kept, lost) and not _troubled(found, lost))


def _troubled(one: Invitee, lost: frozenset[str]) -> bool:
    return bool(one.problem) or one.coachee_id is None or one.coachee_id in lost


def _order(entry: Entry) -> tuple[bool, int]:
    return entry.stored is None, entry.invitee.position
