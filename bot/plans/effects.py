"""What follows from a change of a plan: what comes by itself, and what messages show."""

from collections.abc import Sequence

from bot.people import Coachee
from bot.plans import moments as plan_moments
from bot.plans.content import Measure, Plan, PlanContent, Side
from bot.plans.standing import Standing, own, shared, standing
from bot.turn import Turn

PAGES = frozenset({"plan", "objective", "measure", "plan_request", "plan_invite", "plan_milestone"})
"""Templates of messages that show a plan."""


def settled(turn: Turn, plan: Plan) -> Standing:
    """Plan what follows from the plan as it is now, and let the other person see it."""
    one = standing(turn, plan)
    follow(turn, plan)
    if one.other:
        waits = one.proposed
        for person, side in ((turn.coachee, one.side), (one.other, _across(one.side))):
            theirs = waits if waits and waits.author != side and not plan.ended_at else None
            plan_moments.plan_request(turn, plan, theirs, person)
        refresh_other(turn, one)
    return one


def follow(turn: Turn, plan: Plan) -> None:
    """Plan the milestones of the plan as it is now, and let the home show it."""
    one = standing(turn, plan)
    _plan_milestones(turn, plan, one.content, one.measures)
    turn.home_stale = True


def plan_again(turn: Turn) -> None:
    """Plan anew what comes of plans, after a stop, a pause, or with other settings."""
    mine = own(turn)
    if mine:
        _plan_milestones(turn, mine.plan, mine.content, mine.measures)
    for one in [*([mine] if mine else []), *shared(turn)]:
        if one.other and one.proposed and one.proposed.author != one.side:
            plan_moments.plan_request(turn, one.plan, one.proposed, turn.coachee)


def refresh_other(turn: Turn, one: Standing, *, all_of_them: bool = False) -> None:
    """Bring the other person's latest message about the plan up to date, or all of them."""
    if one.other:
        refresh(turn, one, one.other, all_of_them=all_of_them)


def refresh_before(turn: Turn, token: str) -> None:
    """Bring the person's own latest message about a plan up to date, besides the one pressed."""
    cards = [c for c in turn.uow.cards.posted_to(turn.coachee.id) if c.template in PAGES]
    before = [card.token for card in cards if card.token != token]
    turn.refresh(before[-1] if before else None)


def refresh(turn: Turn, one: Standing, person: Coachee, *, all_of_them: bool) -> None:
    """Bring a person's latest message about the plan up to date, or all of them."""
    other = person if person.id != turn.coachee.id else None
    cards = [c for c in turn.uow.cards.posted_to(person.id) if c.template in PAGES]
    mine = [c for c in cards if c.args.get("plan", one.plan.id) == one.plan.id]
    for card in mine if all_of_them else mine[-1:]:
        turn.queue("update", card_token=card.token, to=other)
    if other and other.home:
        turn.queue("home", to=other)


def _plan_milestones(
    turn: Turn, plan: Plan, content: PlanContent, measures: Sequence[Measure]
) -> None:
    mine = plan.coachee_id == turn.coachee.id
    owner = turn.coachee if mine else turn.uow.people.look(plan.coachee_id)
    if owner:
        plan_moments.plan_milestones(turn, plan, content, owner, measures)


def _across(side: Side) -> Side:
    return "partner" if side == "owner" else "owner"
