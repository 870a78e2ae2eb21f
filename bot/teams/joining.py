"""Who is in a team: the bot comes and goes, people come and go, and the roster says the truth."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from bot import followups
from bot.errors import BotError
from bot.events import ChannelJoined, ChannelLeft, Happened, MembersChanged
from bot.language import lang_of
from bot.moments import MomentKind
from bot.people import Coachee
from bot.places import country_of, find_zone
from bot.ports import InRoom, Roster
from bot.teams import rhythm
from bot.teams.content import Member, Team
from bot.teams.speaking import in_channel
from bot.turn import Turn
from bot.visibility import GROUP_OF

T = TypeVar("T")

BY_ITSELF: tuple[MomentKind, ...] = ("round_open", "round_close", "team_due")
"""Kinds of moments of a channel."""

COMING = timedelta(seconds=10)
"""People who come within such a span are asked about together, at its end."""

OF_A_CHAMPION: tuple[MomentKind, ...] = ("team_word", "posture")
"""Kinds of moments that the champion of a team has."""

_LATEST = 50  # decisions: more than can be on their way to a channel


class NotInTeam(BotError):
    """Somebody who is not a member of the team, as far as is known, acts in its check-in."""

    told = "team.not_in"


def joined(turn: Turn, event: ChannelJoined) -> None:
    """Propose a check-in in the channel, or take up again what was set up there before."""
    assert event.channel is not None  # noqa: S101 - the event has one
    known = turn.uow.teams.find(event.actor.workspace, event.channel.id)
    if known and known.state != "gone":
        return
    team = _back(turn, known, event) if known else _new(turn, event)
    channel = in_channel(turn, team)
    channel.queue("roster")
    for one in turn.uow.teams.rounds(team.id)[-1:]:
        if one.state == "called_off":
            channel.refresh(one.card_token)
    show_setup(turn, team, event.actor.person)


def show_setup(turn: Turn, team: Team, by: str = "") -> None:
    """Say in the channel how the check-in is set up, in place of the message of before."""
    channel = in_channel(turn, team)
    before = turn.uow.cards.get(team.card_token or "")
    if before and before.ref:
        channel.queue("delete", ref=before.ref)
    post_setup(channel, team, by)


def post_setup(channel: Turn, team: Team, by: str = "") -> None:
    """Say it in a message that is kept up to date from now on; `by` is who added the bot.

    It is kept as long as the team: by its name, no purge takes it for a message of the past.
    """
    named = {"by": by} if by else {}
    card = channel.post("team_setup", session_id=team.id, team=team.id, **named)
    channel.uow.teams.put(replace(team, card_token=card.token))


def left(turn: Turn, event: ChannelLeft) -> None:
    """End everything in a channel where nothing can be posted any more."""
    assert event.channel is not None  # noqa: S101 - the event has one
    team = turn.uow.teams.find(event.actor.workspace, event.channel.id)
    if team and team.state != "gone":
        leave_channel(in_channel(turn, team), team)


def leave_channel(channel: Turn, team: Team) -> None:
    """Call an open round off, erase its answers, and plan nothing more."""
    opened = channel.uow.teams.open_round(team.id)
    held = channel.uow.teams.hold(opened.id, to_close=True) if opened else None
    if held and held.state == "open":
        channel.uow.teams.seal(replace(held, state="called_off"))
    followups.call_off(channel, "unreachable", *BY_ITSELF)
    channel.uow.outbox.drop(team.lane, ["post", "update", "roster"], channel.now, "unreachable")
    _note_unsent(channel, team)
    channel.uow.teams.put(replace(team, state="gone"))


def changed(turn: Turn, event: MembersChanged) -> None:
    """Forget who went at once; ask the platform what kind of people came.

    Somebody who went may be named otherwise than the roster named them: it is asked, too.
    """
    assert event.channel is not None  # noqa: S101 - the event has one
    team = turn.uow.teams.find(event.actor.workspace, event.channel.id)
    if team is None or team.state == "gone":
        return
    unknown = False
    for person in event.went:
        coachee = turn.uow.people.look_for(event.actor.workspace, person)
        unknown = unknown or coachee is None
        if coachee:
            team = _without(turn, team, coachee.id)
    if event.came or unknown:
        refresh(in_channel(turn, team), team)


def refresh(channel: Turn, team: Team) -> None:
    """Ask the platform who is in the channel, once for all who come in the same few seconds."""
    span = int(channel.now.timestamp() // COMING.total_seconds()) + 1
    at = datetime.fromtimestamp(span * COMING.total_seconds(), UTC)
    channel.queue("roster", key=f"roster:{team.id}:{span}", not_before=at)


def enrol(channel: Turn, team_id: str, roster: Roster) -> None:
    """Bring the members up to date with what the platform says.

    People come first and the team last, since that is the order in which everybody locks.
    """
    team = channel.uow.teams.look(team_id)
    if team is None:
        return
    there = [one for one in roster.people if one.kind == "member"] if roster.whole else []
    people = [_coachee(channel, team, one) for one in sorted(there, key=lambda one: one.person)]
    team = channel.uow.teams.get(team_id)
    if team is None or team.state == "gone":
        return
    before, were_few = team, is_small(channel, team)
    team = replace(team, whole=roster.whole, public=roster.public)
    if roster.whole:
        team = _matched(channel, team, [one for one in people if one.state != "stopped"])
    if team.state == "proposed" and team.set_up_by is None:
        team = _at_home(team, people, _inviter(channel, team, people))
    if team != before:
        channel.uow.teams.put(team)
    if team != before or is_small(channel, team) != were_few:
        channel.refresh(team.card_token)
    if team.whole != before.whole:
        rhythm.plan_next(channel, team)


def is_small(turn: Turn, team: Team) -> bool:
    """Tell whether so few people are in a team that none of its rounds can have a summary."""
    return team.whole and 0 < len(turn.uow.teams.members(team.id)) < GROUP_OF


def member_of(turn: Turn, team: Team) -> Member:
    """Return the person's membership.

    Raises:
        NotInTeam: there is none, as far as is known; the roster is read anew.
    """
    member = turn.uow.teams.member(team.id, turn.coachee.id)
    if member is None:
        raise NotInTeam(team.id)
    return member


def leave_all(turn: Turn, reason: str) -> None:
    """Leave the person out of every team, after a stop or when they are gone."""
    for team in turn.uow.teams.of(turn.coachee.id):
        locked = turn.uow.teams.get(team.id)
        if locked:
            _without(turn, locked, turn.coachee.id)
    followups.call_off(turn, reason, *OF_A_CHAMPION)
    # Of a reminder nothing is noted: it would tell that somebody had not answered.
    turn.uow.moments.cancel(turn.coachee.id, ["team_reminder"])


def first_seen(turn: Turn, team: Team) -> int:
    """Return the number of the first round whose close somebody sees who comes now."""
    return team.rounds if turn.uow.teams.open_round(team.id) else team.rounds + 1


def _note_unsent(channel: Turn, team: Team) -> None:
    """Write down what became of posts that were on their way to a channel that is gone."""
    for entry in channel.uow.ledger.of(team.lane, _LATEST):
        if entry.outcome == "queued":
            ended = replace(entry, outcome="skipped", decided_at=channel.now, reason="unreachable")
            channel.uow.ledger.note(ended)


def _new(turn: Turn, event: Happened) -> Team:
    assert event.channel is not None  # noqa: S101 - the event has one
    team = Team(
        id=turn.new_id(),
        workspace=event.actor.workspace,
        place=event.channel.id,
        address=event.channel.address,
        created_at=turn.now,
        lang=turn.lang,
        zone=turn.coachee.zone,
        country=turn.coachee.country,
    )
    turn.uow.teams.add(team)
    return team


def _back(turn: Turn, team: Team, event: Happened) -> Team:
    assert event.channel is not None  # noqa: S101 - the event has one
    state = "paused" if team.set_up_by or team.rounds else "proposed"
    return turn.uow.teams.put(replace(team, state=state, address=event.channel.address))  # type: ignore[arg-type]  # one of two states


def _coachee(channel: Turn, team: Team, one: InRoom) -> Coachee:
    """Return somebody of the roster, whom nothing is sent to before they ask for it."""
    known = channel.uow.people.find(team.workspace, one.person)
    if known:
        return known
    zone = find_zone(one.zone or "")
    coachee = Coachee(
        id=channel.new_id(),
        workspace=team.workspace,
        person=one.person,
        address=one.address,
        created_at=channel.now,
        lang=lang_of(one.locale) if one.locale else team.lang,
        zone=zone or team.zone,
        zone_known=zone is not None,
        country=country_of(zone or team.zone),
    )
    channel.uow.people.add(coachee)
    return coachee


def _matched(channel: Turn, team: Team, people: Iterable[Coachee]) -> Team:
    there = {one.id for one in people}
    before = {member.coachee_id for member in channel.uow.teams.members(team.id)}
    for coachee_id in sorted(before - there):
        team = _left(channel, team, coachee_id)
    since = first_seen(channel, team)
    for coachee_id in sorted(there - before):
        channel.uow.teams.enrol(Member(team.id, coachee_id, since))
    return team


def _without(turn: Turn, team: Team, coachee_id: str) -> Team:
    """Forget somebody, and let the channel show it if they were named there."""
    after = _left(turn, team, coachee_id)
    if after == team:
        return team
    if (after.champion_id, after.set_up_by) != (team.champion_id, team.set_up_by):
        in_channel(turn, team).refresh(team.card_token)
    return turn.uow.teams.put(after)


def _left(turn: Turn, team: Team, coachee_id: str) -> Team:
    """Forget a member; only their number is kept, and only if they saw the last summary."""
    member = turn.uow.teams.member(team.id, coachee_id)
    if member is None:
        return team
    turn.uow.teams.leave(team.id, coachee_id)
    counted = bool(team.compared) and member.since <= team.compared
    leads = None if team.champion_id == coachee_id else team.champion_id
    named = None if team.set_up_by == coachee_id else team.set_up_by
    return replace(team, went=team.went + counted, champion_id=leads, set_up_by=named)


def _inviter(channel: Turn, team: Team, people: Iterable[Coachee]) -> Coachee | None:
    card = channel.uow.cards.get(team.card_token or "")
    by = card.args.get("by") if card else None
    return next((one for one in people if one.person == by), None)


def _at_home(team: Team, people: Iterable[Coachee], inviter: Coachee | None) -> Team:
    """Take the zone and language that most of the team have, until somebody sets it up.

    Where as many have another, those of whoever added the bot stay.
    """
    there, first = list(people), inviter or team
    zone = _commonest((one.zone for one in there if one.zone_known), first.zone)
    lang = _commonest((one.lang for one in there), first.lang)
    return replace(team, zone=zone, lang=lang, country=country_of(zone))


def _commonest(values: Iterable[T], first: T) -> T:
    counted = Counter(values)
    return max(counted, key=lambda value: (counted[value], value == first), default=first)
