"""Sharing a plan: one person comes in by a code, and either leaves whenever they like."""

import hashlib
from dataclasses import replace
from datetime import timedelta

from bot.errors import StaleClick
from bot.plans import moments as plan_moments
from bot.plans.content import Plan, counting
from bot.plans.effects import follow, refresh, refresh_other, settled
from bot.plans.standing import Standing, own, shared, standing
from bot.turn import Turn

INVITED = timedelta(days=7)
"""How long the code works that lets a partner in."""


_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: read aloud, they are mistaken
_CODE = 12
_MEANT = str.maketrans("OIL", "011")


def share(turn: Turn, one: Standing) -> str:
    """Return a new code that lets one partner in; only its hash is kept.

    Raises:
        StaleClick: somebody shares the plan already, or there is nothing to share.
    """
    if one.side != "owner" or one.plan.partner_id or not one.content.objectives:
        raise StaleClick(one.plan.id)
    code = _code(turn.new_id())
    until = turn.now + INVITED
    turn.uow.plans.put(replace(one.plan, invite=_hash(code), invite_until=until))
    return "-".join(code[n : n + 4] for n in range(0, _CODE, 4))


def invited(turn: Turn, typed: str) -> Plan | None:
    """Find the plan that a typed code opens; None if it opens none, whatever the reason."""
    return invitation(turn, _hash(_letters_of(typed)))


def is_own(turn: Turn, typed: str) -> bool:
    """Tell whether somebody typed the code of their own plan."""
    plan = turn.uow.plans.invited(_hash(_letters_of(typed)))
    return plan is not None and plan.coachee_id == turn.coachee.id


def invitation(turn: Turn, code: str) -> Plan | None:
    """Find the plan of an invitation that still stands, by the code's hash."""
    plan = turn.uow.plans.invited(code)
    open_now = plan and plan.invite_until and turn.now < plan.invite_until and not plan.ended_at
    mine = plan and plan.coachee_id == turn.coachee.id
    return plan if open_now and not mine else None


def accept(turn: Turn, code: str) -> Standing:
    """Take part as the partner; what counted so far is thereby agreed by both.

    Raises:
        StaleClick: the invitation is used, withdrawn or too old.
    """
    plan = invitation(turn, code)
    if plan is None:
        raise StaleClick(turn.coachee.id)
    joined = replace(plan, partner_id=turn.coachee.id, shared=True, invite=None, invite_until=None)
    plan = turn.uow.plans.put(joined)
    counts = counting(plan, turn.uow.plans.versions(plan.id))
    if counts:
        turn.uow.plans.write(replace(counts, agreed_at=turn.now))
    return settled(turn, plan)


def leave(turn: Turn, one: Standing) -> None:
    """End the sharing, from either side; the plan stays its owner's.

    Raises:
        StaleClick: nobody shares it.
    """
    if one.plan.partner_id is None:
        raise StaleClick(one.plan.id)
    partner = one.other if one.side == "owner" else turn.coachee
    if partner:
        refresh(turn, one, partner, all_of_them=True)
    part(turn, one, told=one.side == "owner")


def reunite(turn: Turn) -> None:
    """Give the person their plan back whose partner is gone or cannot be reached."""
    one = own(turn)
    if one and one.plan.shared and one.other is None and (one.plan.partner_id or one.proposed):
        part(turn, one, told=False)


def alone_again(turn: Turn, one: Standing) -> Standing:
    """Make the plan the owner's alone whose partner cannot confirm anything any more."""
    if one.side == "partner" or one.other or one.plan.partner_id is None:
        return one
    part(turn, one, told=False)
    plan = turn.uow.plans.get(one.plan.id)
    return standing(turn, plan) if plan else one


def part_all(turn: Turn) -> None:
    """Let everybody's messages about shared plans say what is true once the person is erased."""
    every = [standing(turn, plan) for plan in turn.uow.plans.of(turn.coachee.id)]
    for one in [*every, *shared(turn)]:
        refresh_other(turn, one, all_of_them=True)


def part(turn: Turn, one: Standing, *, told: bool) -> None:
    """Make the plan its owner's alone: their proposal counts, the partner's goes."""
    waits = one.proposed
    counts = waits is not None and waits.author == "owner"
    agreed = waits.number if waits and counts else one.plan.agreed
    plan = replace(one.plan, partner_id=None, shared=not told, agreed=agreed)
    plan = turn.uow.plans.put(plan)
    if waits and counts:
        turn.uow.plans.write(replace(waits, status="agreed"))
    elif waits:
        turn.uow.words.forget([waits.words_id])
        turn.uow.plans.write(replace(waits, status="declined"))
    for person in (turn.coachee, one.other):
        if person:
            plan_moments.plan_request(turn, plan, None, person)
    follow(turn, plan)


def _code(chance: str) -> str:
    drawn = int.from_bytes(hashlib.sha256(chance.encode()).digest())
    return "".join(_LETTERS[drawn >> 5 * n & 31] for n in range(_CODE))


def _letters_of(typed: str) -> str:
    """Read a code as it is typed: small letters, gaps, an O for a zero."""
    return "".join(c for c in typed.upper() if c.isalnum()).translate(_MEANT)


def _hash(code: str) -> str:
    return hashlib.sha256(f"declic plan {code}".encode()).hexdigest()
