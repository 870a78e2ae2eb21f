"""Deeds on an action plan: change it, agree on it, end it, note progress."""

from dataclasses import dataclass, replace
from typing import Literal

from bot.errors import InvalidAnswer, StaleClick
from bot.plans.content import (
    MOST_OBJECTIVES,
    Measure,
    Milestone,
    Objective,
    Plan,
    PlanContent,
    PlanVersion,
    differences,
    from_words,
    to_words,
    with_milestone,
    with_objective,
    without_milestone,
    without_objective,
)
from bot.plans.effects import refresh_other, settled
from bot.plans.sharing import alone_again
from bot.plans.standing import Standing, due, own, shared
from bot.turn import Turn


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something of a plan that waits for the person: a proposal, or a milestone that is due."""

    kind: Literal["proposal", "milestone"]
    plan_id: str
    milestone_id: str = ""


def waiting(turn: Turn) -> list[Waiting]:
    """List what waits for the person: proposals to confirm, own milestones that are due."""
    mine = own(turn)
    found = [
        Waiting("proposal", one.plan.id)
        for one in [*([mine] if mine else []), *shared(turn)]
        if one.proposed and one.proposed.author != one.side and one.other
    ]
    if mine:
        found += [Waiting("milestone", mine.plan.id, m.id) for m in due(turn, mine)]
    return found


def put_objective(turn: Turn, one: Standing | None, objective: Objective) -> Standing:
    """Add an objective or change one.

    Raises:
        InvalidAnswer: there are three already.
    """
    latest = one.latest if one else PlanContent()
    known = latest.objective(objective.id)
    if known is None and len(latest.objectives) >= MOST_OBJECTIVES:
        raise InvalidAnswer("errors.plan_objectives", field="goal")
    return save(turn, one, with_objective(latest, replace(objective, rev=_rev(one))))


def put_milestone(
    turn: Turn, one: Standing, objective: Objective, milestone: Milestone
) -> Standing:
    """Add a milestone or change one."""
    changed = with_milestone(objective, replace(milestone, rev=_rev(one)))
    return save(turn, one, with_objective(one.latest, changed))


def drop_objective(turn: Turn, one: Standing, objective_id: str) -> Standing:
    """Take an objective out; an earlier version brings it back."""
    if one.latest.objective(objective_id) is None:
        return one
    return save(turn, one, without_objective(one.latest, objective_id))


def drop_milestone(turn: Turn, one: Standing, milestone_id: str) -> Standing:
    """Take a milestone out; an earlier version brings it back."""
    found = one.latest.milestone(milestone_id)
    if found is None:
        return one
    changed = without_milestone(found[0], milestone_id)
    return save(turn, one, with_objective(one.latest, changed))


def restore(turn: Turn, one: Standing, number: int) -> Standing:
    """Bring an earlier version back, as a change like any other.

    Raises:
        StaleClick: there is none of that number, or its words are gone.
    """
    former = next((v for v in one.versions if v.number == number), None)
    text = turn.uow.words.text(former.words_id) if former else None
    if text is None:
        raise StaleClick(one.plan.id)
    return save(turn, one, from_words(text))


def save(turn: Turn, one: Standing | None, content: PlanContent) -> Standing:
    """Write a change: alone it counts at once, in a shared plan when the other confirms it.

    What the same person changes on the same day is one version, unless something is taken out:
    an earlier version brings it back.
    """
    one = alone_again(turn, one) if one else _begun(turn)
    content = replace(content, rev=_rev(one))
    again = None if _takes_out(one.latest, content) else _same_day(turn, one)
    number = one.plan.number + (0 if again else 1)
    alone = one.plan.partner_id is None
    plan = replace(one.plan, number=number, agreed=number if alone else one.plan.agreed)
    plan = turn.uow.plans.put(replace(plan, shared=plan.shared and not alone))
    _give_way(turn, one.head if again else one.proposed, forget=bool(again))
    words_id = turn.uow.words.keep(plan.coachee_id, "plan", to_words(content), turn.now)
    written = PlanVersion(
        plan.id,
        plan.coachee_id,
        number,
        one.side,
        words_id,
        turn.now,
        "agreed" if alone else "proposed",
    )
    turn.uow.plans.write(written)
    return settled(turn, plan)


def confirm(turn: Turn, one: Standing, words_id: str) -> Standing:
    """Let the other person's proposal count: the very words that were shown, and no others.

    Raises:
        StaleClick: it is not what waits now.
    """
    waits = _theirs(one, words_id)
    plan = turn.uow.plans.put(replace(one.plan, agreed=waits.number))
    turn.uow.plans.write(replace(waits, status="agreed", agreed_at=turn.now))
    return settled(turn, plan)


def decline(turn: Turn, one: Standing, words_id: str) -> Standing:
    """Leave the plan as it is; the proposal stays among the earlier versions.

    Raises:
        StaleClick: it is not what waits now.
    """
    waits = _theirs(one, words_id)
    plan = turn.uow.plans.put(one.plan)
    turn.uow.plans.write(replace(waits, status="declined"))
    return settled(turn, plan)


def withdraw(turn: Turn, one: Standing, words_id: str) -> Standing:
    """Take one's own proposal back; it stays among the earlier versions.

    Raises:
        StaleClick: it is not what waits now.
    """
    waits = one.proposed
    if waits is None or waits.words_id != words_id or waits.author != one.side:
        raise StaleClick(one.plan.id)
    plan = turn.uow.plans.put(one.plan)
    turn.uow.plans.write(replace(waits, status="superseded"))
    return settled(turn, plan)


def end(turn: Turn, one: Standing) -> None:
    """End a plan; it is kept for a year and can be taken up again.

    Raises:
        StaleClick: it is somebody else's.
    """
    if one.side != "owner":
        raise StaleClick(one.plan.id)
    plan = turn.uow.plans.put(replace(one.plan, ended_at=turn.now, invite=None))
    refresh_other(turn, one, all_of_them=True)
    settled(turn, plan)


def take_up(turn: Turn, plan_id: str) -> Standing:
    """Go on with a plan that was ended.

    Raises:
        StaleClick: another one goes on, or it is not there.
    """
    plan = turn.uow.plans.get(plan_id)
    if plan is None or plan.coachee_id != turn.coachee.id or own(turn):
        raise StaleClick(plan_id)
    return settled(turn, turn.uow.plans.put(replace(plan, ended_at=None)))


def measure(turn: Turn, one: Standing, objective_id: str, value: float) -> None:
    """Note where an indicator stands; the last word of a day counts.

    Raises:
        StaleClick: the objective is gone, or the plan is somebody else's.
    """
    objective = one.content.objective(objective_id)
    if objective is None or one.side != "owner":
        raise StaleClick(objective_id)
    kind = objective.indicator.kind
    of_today = [
        m
        for m in one.measures
        if (m.subject_id, m.kind) == (objective_id, kind) and turn.local(m.at).date() == turn.today
    ]
    name = of_today[-1].id if of_today else turn.new_id()
    who = turn.coachee.id
    turn.uow.plans.note(Measure(name, one.plan.id, who, objective_id, kind, value, turn.now))
    refresh_other(turn, one)
    turn.home_stale = True


def reach(turn: Turn, one: Standing, milestone_id: str, *, reached: bool) -> None:
    """Note that a milestone is reached, or take that back.

    Raises:
        StaleClick: the milestone is gone, or the plan is somebody else's.
    """
    if one.content.milestone(milestone_id) is None or one.side != "owner":
        raise StaleClick(milestone_id)
    for former in one.measures:
        if (former.subject_id, former.kind) == (milestone_id, "done"):
            turn.uow.plans.forget(former.id)
    if reached:
        day = float(turn.today.toordinal())
        name, who = turn.new_id(), turn.coachee.id
        turn.uow.plans.note(Measure(name, one.plan.id, who, milestone_id, "done", day, turn.now))
    settled(turn, one.plan)


def _begun(turn: Turn) -> Standing:
    plan = Plan(turn.new_id(), turn.coachee.id, turn.now)
    turn.uow.plans.add(plan)
    return Standing(plan, "owner", (), (), PlanContent(), PlanContent(), None)


def _rev(one: Standing | None) -> int:
    """Return what the plan's own version will be once it is written."""
    return (one.plan.version if one else 0) + 1


def _same_day(turn: Turn, one: Standing) -> PlanVersion | None:
    """Return the version that a change goes on with: one's own, of today, not yet confirmed."""
    latest = one.head
    if latest is None or latest.author != one.side or latest.agreed_at:
        return None
    alone = one.plan.partner_id is None
    open_still = latest.status == ("agreed" if alone else "proposed")
    return latest if open_still and turn.local(latest.at).date() == turn.today else None


def _takes_out(before: PlanContent, after: PlanContent) -> bool:
    return any(one.what == "removed" for one in differences(before, after))


def _give_way(turn: Turn, former: PlanVersion | None, *, forget: bool) -> None:
    """Let a version be replaced: its words go if it is the same one, else they stay readable."""
    if former and forget:
        turn.uow.words.forget([former.words_id])
    elif former:
        turn.uow.plans.write(replace(former, status="superseded"))


def _theirs(one: Standing, words_id: str) -> PlanVersion:
    waits = one.proposed
    if waits is None or waits.words_id != words_id or waits.author == one.side:
        raise StaleClick(one.plan.id)
    return waits
