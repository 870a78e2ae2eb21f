"""What comes by itself because of a plan: milestones on their day, proposals to confirm."""

from collections.abc import Sequence
from datetime import date, datetime, time

from bot.cadence import at_local, next_working_moment
from bot.followups import USUAL
from bot.ledger import Entry
from bot.moments import Moment, MomentKind
from bot.people import Coachee
from bot.plans.content import Measure, Milestone, Plan, PlanContent, PlanVersion, done_on
from bot.turn import Turn
from bot.workdays import Calendar


def plan_milestones(
    turn: Turn, plan: Plan, content: PlanContent, owner: Coachee, measures: Sequence[Measure]
) -> None:
    """Plan a message on the day of each milestone, in place of those planned before.

    One that was planned and is late already is left to come as late as it is.
    """
    planned = {moment.key for moment in turn.uow.moments.of(owner.id)}
    open_ones = [
        m for o in content.objectives for m in o.milestones if done_on(m, measures) is None
    ]
    coming = [m for m in (_moment(turn, plan, owner, one, planned) for one in open_ones) if m]
    silent = plan.ended_at is not None or owner.state == "stopped" or not owner.reachable
    _replan(turn, owner, "plan_milestone", plan.id, [] if silent else coming)


def plan_request(turn: Turn, plan: Plan, version: PlanVersion | None, to: Coachee) -> None:
    """Tell the other person of a proposal on their next working morning, unless they saw it."""
    key = f"plan_request:{plan.id}:{version.number}" if version and to.state != "stopped" else ""
    if any(moment.key == key for moment in turn.uow.moments.of(to.id)):
        return  # to plan it again would put it off again
    at = next_working_moment(turn.now, to.tz, to.work_from, Calendar(to.country))
    coming = [_made(turn, to, "plan_request", key, at, plan.id)] if key else []
    _replan(turn, to, "plan_request", plan.id, coming)


def asked_on(milestone: Milestone, owner: Coachee, now: datetime) -> date:
    """Return the day a milestone is asked about: on a day off, the working day before it."""
    calendar = Calendar(owner.country)
    if calendar.is_workday(milestone.on):
        return milestone.on
    before = calendar.add_workdays(milestone.on, -1)
    later = calendar.next_workday(milestone.on)
    return before if at_local(before, _hour(owner), owner.tz) > now else later


def _hour(owner: Coachee) -> time:
    return owner.slot.at if owner.slot else USUAL


def _moment(
    turn: Turn, plan: Plan, owner: Coachee, milestone: Milestone, planned: set[str]
) -> Moment | None:
    at = at_local(asked_on(milestone, owner, turn.now), _hour(owner), owner.tz)
    key = f"plan_milestone:{milestone.id}:{milestone.on}"
    if at <= turn.now and key not in planned:
        return None
    return _made(turn, owner, "plan_milestone", key, at, plan.id, milestone.id)


def _made(
    turn: Turn,
    who: Coachee,
    kind: MomentKind,
    key: str,
    at: datetime,
    plan_id: str,
    stage: str | None = None,
) -> Moment:
    return Moment(turn.new_id(), key, who.id, kind, at, at, plan_id, stage)


def _replan(turn: Turn, who: Coachee, kind: MomentKind, plan_id: str, coming: list[Moment]) -> None:
    """Put what is coming in place of what was planned; what no longer comes is written down."""
    pending = turn.uow.moments.of(who.id)
    keys = {moment.key for moment in coming}
    for moment in pending:
        if (moment.kind, moment.subject_id) == (kind, plan_id) and moment.key not in keys:
            turn.uow.ledger.note(
                Entry(
                    key=moment.key,
                    coachee_id=who.id,
                    kind=kind,
                    meant_at=moment.meant_at,
                    decided_at=turn.now,
                    outcome="skipped",
                    reason="nothing_open" if kind == "plan_request" else "rescheduled",
                )
            )
    turn.uow.moments.cancel(who.id, [kind], plan_id)
    for moment in coming:
        turn.uow.moments.plan(moment)
