"""A round: opened with one message, closed in one transaction that leaves no trace of a person."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Literal

from bot import followups
from bot.cadence import next_working_moment, within_hours
from bot.ledger import Entry
from bot.moments import Moment
from bot.people import Coachee
from bot.teams import championing, rhythm
from bot.teams.blockers import named
from bot.teams.content import Answer, Member, Round, Sealed, Team, TeamBlocker
from bot.teams.sealing import comparable, seal, sets_measure
from bot.turn import Turn
from bot.visibility import GROUP_OF
from bot.workdays import Calendar

ENOUGH_LINES = 3
"""Approved lines from which on any are shown (coaching 5.5)."""

MOST_LINES = 12

Difference = Literal["none", "some", "many"]
"""How many people of a team are others than at its last summary: nobody, one to four, or more."""


def open_round(channel: Turn, team: Team, occurrence: str | None = None) -> Round:
    """Ask the team; the caller has seen that no round is open."""
    channel.queue("roster")
    number = team.rounds + 1
    opened = Round(
        id=channel.new_id(),
        team_id=team.id,
        number=number,
        opened_at=channel.now,
        closes_at=rhythm.closes_at(team, channel.now),
        questions=team.questions,
    )
    card = channel.post("team_round", occurrence=occurrence, round=opened.id)
    opened = replace(opened, card_token=card.token)
    channel.uow.teams.begin(opened)
    team = channel.uow.teams.put(replace(team, rounds=number))
    followups.plan(channel, "round_close", f"close:{opened.id}", opened.closes_at, opened.id)
    for member in channel.uow.teams.members(team.id):
        plan_reminder(channel, team, opened, member)
    return opened


def close_round(channel: Turn, team: Team, round_id: str) -> None:
    """Seal what was answered, and let the message say it; only one caller ever does."""
    held = channel.uow.teams.hold(round_id, to_close=True)
    if held is None or held.state != "open":
        return
    given = [one for one in channel.uow.teams.answers(held.id) if not one.declined]
    difference = _difference(channel, team)
    sealed = _sealed(channel, team, held, given, difference)
    _keep_budget(channel, team, held)
    closed = replace(
        held,
        state="summary" if sealed else "too_few",
        sealed=sealed,
        lines=_lines(channel, given) if sealed else (),
    )
    channel.uow.teams.seal(closed)
    if sealed:
        _follow_blockers(channel, team, closed, sealed)
        if difference != "none":
            _compare_from(channel, team, closed.number)
    channel.refresh(closed.card_token)
    championing.after_round(channel, team, closed)


def plan_reminder(turn: Turn, team: Team, one: Round, member: Member) -> None:
    """Plan the one private reminder of a round, for whoever ticked it, while there is time."""
    at = rhythm.reminded_at(team, one)
    if not member.remind or at <= turn.now:
        return
    key = f"team_reminder:{one.id}:{member.coachee_id}"
    moment = Moment(turn.new_id(), key, member.coachee_id, "team_reminder", at, at, one.id)
    turn.uow.moments.plan(moment)


def _sealed(
    channel: Turn, team: Team, one: Round, given: Sequence[Answer], difference: Difference
) -> Sealed | None:
    """Seal the answers; where a few came or left since the last summary, in words alone."""
    sealed = seal(
        given,
        one.questions,
        channel.uow.teams.reported(team.id, one.id),
        before=_measure(channel, team) if difference == "none" else None,
        comparable=True,
    )
    return sealed.in_words() if sealed and difference == "some" else sealed


def _measure(channel: Turn, team: Team) -> Sealed | None:
    """Return what a round of the same team is compared with."""
    measure: Sealed | None = None
    for past in channel.uow.teams.rounds(team.id):
        same = past.sealed and past.number >= team.compared
        if past.sealed and same and sets_measure(past.sealed, measure):
            measure = past.sealed
    return measure


def _difference(channel: Turn, team: Team) -> Difference:
    """Tell how far the team is from that of the summaries before.

    People who leave and come back count on both sides, so they cannot hide a difference of a
    few: many are five or more whoever of them may be the same.
    """
    if not team.compared:
        return "many"
    came = sum(m.since > team.compared for m in channel.uow.teams.members(team.id))
    if comparable(came, team.went):
        return "none"
    return "many" if abs(came - team.went) >= GROUP_OF else "some"


def _compare_from(channel: Turn, team: Team, number: int) -> None:
    """Compare with this round from now on, and let the numbers of another team go.

    What is kept in numbers at any time is of one and the same team, so nobody who came or left
    can be found by subtraction.
    """
    for past in channel.uow.teams.rounds(team.id):
        if past.sealed and past.sealed.exact and past.number < number:
            channel.uow.teams.put_round(replace(past, sealed=past.sealed.in_words()))
    channel.uow.teams.put(replace(team, compared=number, went=0))


def _lines(channel: Turn, given: Sequence[Answer]) -> tuple[str, ...]:
    """Return the approved lines, shuffled: no two beside each other are one person's by that."""
    approved = [one for one in given if one.show]
    expected = [channel.text("team.line_expect", line=one.expect) for one in approved if one.expect]
    offered = [channel.text("team.line_offer", line=one.offer) for one in approved if one.offer]
    enough = len(expected) + len(offered) >= ENOUGH_LINES
    shuffled = sorted({*expected, *offered}, key=lambda _: channel.new_id())
    return tuple(shuffled[:MOST_LINES]) if enough else ()


def _follow_blockers(channel: Turn, team: Team, one: Round, sealed: Sealed) -> None:
    known = channel.uow.teams.blockers(team.id)
    new = named(team.id, known, sealed.blockers, one.number, channel.today, channel.new_id)
    for blocker in new:
        channel.uow.teams.put_blocker(blocker)


def open_blockers(turn: Turn, team_id: str) -> list[TeamBlocker]:
    """Return the blockers that are neither resolved nor dropped, oldest first."""
    return [one for one in turn.uow.teams.blockers(team_id) if one.state == "open"]


def _keep_budget(channel: Turn, team: Team, one: Round) -> None:
    """Count a reminder for everybody who wants them, since who got one is no longer kept."""
    at = rhythm.reminded_at(team, one)
    wanting = [m.coachee_id for m in channel.uow.teams.members(team.id) if m.remind]
    for person in filter(None, map(channel.uow.people.look, wanting)):
        came_at = _in_hours(person, at)
        if came_at < one.closes_at and came_at <= channel.now:
            entry = Entry(
                key=f"team_closed:{channel.new_id()}",
                coachee_id=person.id,
                kind="team_reminder",
                meant_at=at,
                decided_at=came_at,
                outcome="sealed",
                reason="sealed",
            )
            channel.uow.ledger.note(entry)


def _in_hours(person: Coachee, at: datetime) -> datetime:
    """Return when a reminder comes to somebody, whether or not they had answered."""
    calendar = Calendar(person.country)
    if within_hours(at, person.tz, person.work_from, person.work_until, calendar):
        return at
    return next_working_moment(at, person.tz, person.work_from, calendar)
