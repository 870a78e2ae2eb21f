"""Whom HR names: channels, groups, people and lists; each is read in the background."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers import Values
from bot.campaigns import directory, roles
from bot.campaigns.arrivals import AT_ONCE, Brought, ListBrought
from bot.campaigns.content import Campaign, Invitee, Reach, Source, SourceKind
from bot.campaigns.listing.lists import ListFault, ListRead, ListRow, read_list
from bot.campaigns.people import accounts_of
from bot.campaigns.speaking import may_act, refresh
from bot.errors import BotError
from bot.events import Mention
from bot.turn import Turn

_KINDS: dict[str, SourceKind] = {
    "channel": "channel",
    "usergroup": "usergroup",
    "person": "people",
}


class NotCounted(BotError):
    """The audience is still being read."""

    told = "campaign.still_counting"


def add_chosen(
    turn: Turn, campaign: Campaign, values: Values
) -> tuple[Campaign, tuple[ListFault, ...]]:
    """Add whom a form named: a channel, people, a list; lines of it that cannot be used return."""
    named = [
        Mention("channel", i, turn.text("campaign.a_channel")) for i in _ids(values, "channel")
    ]
    named += [Mention("person", i, "") for i in _ids(values, "people")]
    campaign = add_mentioned(turn, campaign, tuple(named))
    typed = values.get("list") or ""
    text = typed if isinstance(typed, str) else "\n".join(typed)
    if not text.strip():
        return campaign, ()
    read = add_list(turn, campaign, text.encode())
    return turn.uow.campaigns.get(campaign.id) or campaign, read.faults


def add_mentioned(turn: Turn, campaign: Campaign, mentions: Sequence[Mention]) -> Campaign:
    """Add channels, groups and people; what is there already is read again only if that failed."""
    sound = [s for s in campaign.sources if s.state != "failed"]
    known = {(s.kind, s.id) for s in sound if s.kind != "people"}
    there = {i for s in sound for i in s.ids}
    rooms = [m for m in mentions if m.kind != "person" and (_KINDS[m.kind], m.id) not in known]
    people = [m for m in mentions if m.kind == "person" and m.id not in there]
    where = turn.coachee.address
    found = [Source(_KINDS[m.kind], m.id, m.name, where) for m in rooms]
    if people:
        names = ", ".join(m.name for m in people if m.name)
        found.append(Source("people", "", names, where, tuple(m.id for m in people)))
    return _read(turn, campaign, found) if found else campaign


def add_list(turn: Turn, campaign: Campaign, content: bytes) -> ListRead:
    """Add the people of a list with mail addresses; lines that cannot be used are named.

    Nothing of it is sent before the launch is confirmed.
    """
    read = read_list(content)
    if read.rows:
        _listed(turn, campaign, read.rows)
        _read(turn, campaign, _lookups(turn, len(read.rows)))
    return read


def bring(turn: Turn, event: ListBrought) -> Brought:
    """Take part of a list that came on a page, from somebody of HR, for a draft.

    One that nobody can be read from changes nothing, so that it can be sent again.
    """
    campaign = turn.uow.campaigns.get(event.campaign_id)
    if not may_act(turn):
        return Brought("refused")
    if campaign is None or campaign.state != "draft":
        return Brought("closed")
    if not event.rows:
        return Brought("taken")
    if event.begins and not turn.uow.seen.add(event.id, event.at):
        return Brought("used")
    _listed(turn, campaign, event.rows)
    if event.ends:
        refresh(turn, _read(turn, campaign, _lookups(turn, event.people)))
    return Brought("taken")


def clear(turn: Turn, campaign: Campaign) -> Campaign:
    """Begin the audience of a draft anew; what was still to be read is not asked any more."""
    turn.uow.outbox.drop(campaign.lane, ("directory",), turn.now, "cleared")
    turn.uow.campaigns.unlist(campaign.id)
    roles.note(turn, "audience", campaign.id, "cleared")
    return turn.uow.campaigns.put(replace(campaign, sources=()))


def reach_of(turn: Turn, campaign: Campaign) -> Reach:
    """Count who can be invited."""
    return turn.uow.campaigns.reach(campaign.id, default_zone=campaign.terms.zone)


def demand_counted(campaign: Campaign) -> None:
    """Let pass an audience that was read to its end.

    Raises:
        NotCounted: it is still being read.
    """
    if campaign.counting:
        raise NotCounted(campaign.id)


def _listed(turn: Turn, campaign: Campaign, rows: Sequence[ListRow]) -> None:
    found = [Invitee(None, row.mail, row.zone, row.team, row.site) for row in rows]
    for start in range(0, len(found), AT_ONCE):
        some = accounts_of(turn, found[start : start + AT_ONCE])
        turn.uow.campaigns.list_people(campaign.id, some)


def _lookups(turn: Turn, found: int) -> list[Source]:
    """Look for mail addresses in every workspace that somebody of HR belongs to.

    Those of a list before are looked for anew: pages that were read then did not look for these.
    """
    name = turn.text("campaign.a_list")
    mine = turn.coachee
    others = [turn.uow.people.look(grant.coachee_id) for grant in turn.uow.roles.all()]
    places = {one.workspace: one.address for one in (mine, *filter(None, others))}
    return [
        Source("mails", workspace, name, address, found=0 if n else found)
        for n, (workspace, address) in enumerate(places.items())
    ]


def _read(turn: Turn, campaign: Campaign, found: Sequence[Source]) -> Campaign:
    """Keep the sources, and begin to read each; one that failed is begun anew in its place."""
    sources = list(campaign.sources)
    begun = [_put(sources, source) for source in found]
    kept = turn.uow.campaigns.put(replace(campaign, sources=tuple(sources)))
    roles.note(turn, "audience", campaign.id, ",".join(dict.fromkeys(s.kind for s in found)))
    for number in begun:
        directory.begin(turn, kept, number)
    return kept


def _put(sources: list[Source], found: Source) -> int:
    """Add a source, or put it where the same one failed; return where that is."""
    same = (found.kind, found.id, found.ids)
    for number, one in enumerate(sources):
        if one.state == "failed" and (one.kind, one.id, one.ids) == same:
            sources[number] = replace(found, found=one.found + found.found)
            return number
    sources.append(found)
    return len(sources) - 1


def _ids(values: Values, name: str) -> list[str]:
    chosen = values.get(name) or []
    return [chosen] if isinstance(chosen, str) else list(chosen)
