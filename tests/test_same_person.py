"""Putting a list together: whoever is one person stands there once."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from bot.campaigns.content import Invitee
from storage.same_person import Audience, Entry, Mark, joined

MAILS = ("", "a@x", "b@x", "c@x")
PEOPLE = st.builds(
    Invitee,
    coachee_id=st.sampled_from([None, "p", "q", "r", "s"]),
    mail=st.sampled_from(MAILS),
    zone=st.sampled_from(["", "Asia/Tokyo"]),
    team=st.sampled_from(["", "Blue"]),
    problem=st.sampled_from(["", "", "guest"]),
).filter(lambda one: bool(one.coachee_id or one.mail))
LISTS = st.lists(PEOPLE, max_size=12)
NOBODY: frozenset[str] = frozenset()


def marks(one: Invitee) -> list[Mark]:
    """Return what tells who somebody is."""
    known: list[Mark] = [("mail", one.mail)] if one.mail else []
    return [*known, ("account", one.coachee_id)] if one.coachee_id else known


def together(found: Sequence[Invitee]) -> list[Entry]:
    """Put a list together and return who stands there."""
    audience = Audience(NOBODY)
    for one in found:
        audience.add(one, one.mail or None, marks(one))
    return [entry for entry in audience.entries if not entry.gone]


def components(found: Sequence[Invitee]) -> int:
    """Count who are different people, by following what ties two of them together."""
    groups: list[set[Mark]] = []
    for one in found:
        mine = set(marks(one))
        tied = [group for group in groups if group & mine]
        groups = [group for group in groups if group not in tied]
        groups.append(mine.union(*tied))
    return len(groups)


@given(LISTS)
def test_there_are_as_many_as_there_are_people(found: list[Invitee]) -> None:
    """Whatever the order in which accounts and addresses turn out to be one."""
    here = together(found)
    assert len(here) == components(found)
    accounts = [entry.invitee.coachee_id for entry in here if entry.invitee.coachee_id]
    mails = [entry.mail_key for entry in here if entry.mail_key]
    assert len(set(accounts)) == len(accounts)
    assert len(set(mails)) == len(mails)


@given(LISTS)
def test_a_list_read_again_adds_nobody(found: list[Invitee]) -> None:
    """It is safe to repeat."""
    assert len(together([*found, *found])) == len(together(found))


@given(PEOPLE, PEOPLE)
def test_what_a_list_said_is_kept_or_filled_in(kept: Invitee, found: Invitee) -> None:
    """Zone and team, whichever account stays."""
    left = joined(kept, found, NOBODY)
    assert left.zone == (kept.zone or found.zone)
    assert left.team == (kept.team or found.team)


@given(PEOPLE, PEOPLE)
def test_nobody_who_can_be_invited_is_lost_to_another_account(
    kept: Invitee, found: Invitee
) -> None:
    """An account without a problem gives way to nothing but a later reading of itself."""
    left = joined(kept, found, NOBODY)
    if kept.coachee_id and not kept.problem and found.coachee_id != kept.coachee_id:
        assert (left.coachee_id, left.problem) == (kept.coachee_id, "")
    another = found.coachee_id and found.coachee_id != kept.coachee_id
    if kept.problem and another and not found.problem:
        assert (left.coachee_id, left.problem) == (found.coachee_id, "")


def test_two_who_are_stored_are_one_once_they_share_a_mail() -> None:
    """Both were listed by account; of the later one the place is given up."""
    audience = Audience(NOBODY)
    for position, account in enumerate(("p", "q"), 1):
        stored = Invitee(account, position=position)
        audience.hold(Entry(stored, stored), [("mail", "a@x"), ("account", account)])
    audience.add(Invitee("q", "a@x"), "a@x", [("mail", "a@x"), ("account", "q")])
    assert [(e.invitee.coachee_id, e.gone) for e in audience.entries] == [("p", False), ("q", True)]
