"""A round: opened with one message, closed in one transaction that leaves no trace of a person."""

from collections.abc import Sequence
from dataclasses import replace

from bot import followups
from bot.ledger import Entry
from bot.moments import Moment
from bot.teams import championing, rhythm
from bot.teams.blockers import named
from bot.teams.content import Answer, Member, Round, Sealed, Team, TeamBlocker
from bot.teams.joining import refresh
from bot.teams.sealing import comparable, seal
from bot.turn import Turn

ENOUGH_LINES = 3
"""Approved lines from which on any are shown (coaching 5.5)."""

MOST_LINES = 12


def open_round(channel: Turn, team: Team, occurrence: str | None = None) -> Round:
    """Ask the team; the caller has seen that no round is open."""
    refresh(channel, team)
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
    channel.refresh(team.card_token)
    return opened


def close_round(channel: Turn, team: Team, round_id: str) -> None:
    """Seal what was answered, and let the message say it; only one caller ever does."""
    held = channel.uow.teams.hold(round_id, to_close=True)
    if held is None or held.state != "open":
        return
    given = [one for one in channel.uow.teams.answers(held.id) if not one.declined]
    sealed = _sealed(channel, team, held, given)
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
        if sealed.exact:
            team = channel.uow.teams.put(replace(team, compared=closed.number, went=0))
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


def last_compared(turn: Turn, team: Team) -> Sealed | None:
    """Return the last summary with figures; only with that a new one may be compared."""
    past = turn.uow.teams.rounds(team.id)
    return next((one.sealed for one in past if one.number == team.compared), None)


def _sealed(channel: Turn, team: Team, one: Round, given: Sequence[Answer]) -> Sealed | None:
    came = sum(m.since > team.compared for m in channel.uow.teams.members(team.id))
    return seal(
        given,
        one.questions,
        channel.uow.teams.reported(team.id),
        before=last_compared(channel, team),
        comparable=comparable(came, team.went),
    )


def _lines(channel: Turn, given: Sequence[Answer]) -> tuple[str, ...]:
    """Return the approved lines in the order of the alphabet, which says nothing of anybody."""
    approved = [one for one in given if one.show]
    expected = [channel.text("team.line_expect", line=one.expect) for one in approved if one.expect]
    offered = [channel.text("team.line_offer", line=one.offer) for one in approved if one.offer]
    enough = len(expected) + len(offered) >= ENOUGH_LINES
    return tuple(sorted({*expected, *offered}, key=str.casefold)[:MOST_LINES]) if enough else ()


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
    if at > channel.now:
        return
    for member in channel.uow.teams.members(team.id):
        if member.remind:
            entry = Entry(
                key=f"team_closed:{one.id}:{member.coachee_id}",
                coachee_id=member.coachee_id,
                kind="team_reminder",
                meant_at=at,
                decided_at=at,
                outcome="sealed",
                reason="sealed",
            )
            channel.uow.ledger.note(entry)
