"""From what a directory tells to people of an audience: one person is one, whatever accounts."""

from collections.abc import Sequence
from dataclasses import replace

from bot.campaigns.content import Invitee, Problem
from bot.language import lang_of
from bot.people import Coachee
from bot.places import country_of, find_zone
from bot.ports import Listed
from bot.turn import Turn

_PROBLEMS: dict[str, Problem] = {"guest": "guest", "gone": "gone"}


def accounts_of(turn: Turn, rows: Sequence[Invitee]) -> list[Invitee]:
    """Fill in the account of everybody whose mail address is known; one they can be reached by."""
    known = turn.uow.people.by_mail([row.mail for row in rows if row.mail])
    return [_with_account(row, known.get(row.mail, ())) for row in rows]


def taken(turn: Turn, campaign_id: str, workspace: str, people: Sequence[Listed]) -> int:
    """Add people to an audience and return how many are new in it."""
    accounts = _gathered(turn, workspace, people)
    rows = [
        Invitee(accounts[one.person].id, one.mail or "", problem=_PROBLEMS.get(one.kind, ""))
        for one in people
    ]
    return turn.uow.campaigns.list_people(campaign_id, rows)


def recognised(turn: Turn, campaign_id: str, workspace: str, people: Sequence[Listed]) -> int:
    """Take what a directory tells of people who are expected, and of nobody else."""
    mails = {one.mail: one for one in people if one.mail and one.kind == "member"}
    expected = turn.uow.campaigns.expected(campaign_id, list(mails))
    found = taken(turn, campaign_id, workspace, [mails[mail] for mail in expected])
    known = turn.uow.people.known(workspace, [one.person for one in people])
    here = [one for one in people if one.person in known]
    _told(turn, campaign_id, [(learn(turn, known[one.person], one), one) for one in here])
    return found


def dismissed(turn: Turn, workspace: str, people: Sequence[Listed]) -> int:
    """Forget those who turn out to be programs, and return how many.

    Where ids alone are told, as in a channel of Slack, nothing tells them from people at first.
    """
    bots = [one.person for one in people if one.kind == "bot"]
    known = turn.uow.people.known(workspace, bots) if bots else {}
    for one in known.values():
        turn.uow.people.erase(one.id)
    return len(known)


def learn(turn: Turn, person: Coachee, told: Listed) -> Coachee:
    """Follow the platform's language and zone until somebody chose their own."""
    changed = person
    zone = find_zone(told.zone or "") if told.zone and not person.zone_known else None
    if zone:
        changed = replace(changed, zone=zone, zone_known=True, country=country_of(zone))
    if told.locale and not person.lang_chosen:
        changed = replace(changed, lang=lang_of(told.locale))
    return turn.uow.people.put(changed) if changed != person else person


def _with_account(row: Invitee, accounts: Sequence[Coachee]) -> Invitee:
    best = sorted(accounts, key=lambda one: (not one.reachable, one.state == "new"))
    return replace(row, coachee_id=best[0].id) if best else row


def _gathered(turn: Turn, workspace: str, people: Sequence[Listed]) -> dict[str, Coachee]:
    newcomers = [_newcomer(turn, workspace, one) for one in people]
    accounts = dict(turn.uow.people.gather(newcomers)) if newcomers else {}
    for one in people:
        if one.known:
            accounts[one.person] = learn(turn, accounts[one.person], one)
    mails = {accounts[one.person].id: one.mail for one in people if one.mail}
    turn.uow.people.note_mails(mails)
    return accounts


def _newcomer(turn: Turn, workspace: str, told: Listed) -> Coachee:
    zone = find_zone(told.zone or "") if told.zone else None
    return Coachee(
        id=turn.new_id(),
        workspace=workspace,
        person=told.person,
        address=told.address,
        created_at=turn.now,
        lang=lang_of(told.locale) if told.locale else turn.lang,
        zone=zone or "UTC",
        zone_known=zone is not None,
        country=country_of(zone or ""),
    )


def _told(turn: Turn, campaign_id: str, found: Sequence[tuple[Coachee, Listed]]) -> None:
    """Take what is told of people in the audience: their mail, and whether they can be invited.

    By the mail, somebody turns out to be there twice, with an account elsewhere.
    """
    there = [pair for pair in found if turn.uow.campaigns.invitee(campaign_id, pair[0].id)]
    turn.uow.people.note_mails({person.id: told.mail for person, told in there if told.mail})
    rows = [
        Invitee(person.id, told.mail or "", problem=_PROBLEMS.get(told.kind, ""))
        for person, told in there
    ]
    turn.uow.campaigns.list_people(campaign_id, rows)
