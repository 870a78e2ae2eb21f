"""A plan as one of its two people finds it: what counts, what is proposed, who the other is."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.people import Coachee
from bot.plans.content import (
    Measure,
    Milestone,
    Plan,
    PlanContent,
    PlanVersion,
    Side,
    counting,
    done_on,
    from_words,
    head,
    proposal,
)
from bot.turn import Turn


@dataclass(frozen=True, slots=True)
class Standing:
    """A plan as one of its two people finds it.

    `content` is what counts, `latest` what is being talked about: the open proposal, else the
    same. `other` is the other person, where there is one who can be reached.
    """

    plan: Plan
    side: Side
    versions: Sequence[PlanVersion]
    measures: Sequence[Measure]
    content: PlanContent
    latest: PlanContent
    other: Coachee | None

    @property
    def proposed(self) -> PlanVersion | None:
        """The version that waits for a confirmation."""
        return proposal(self.versions)

    @property
    def counts(self) -> PlanVersion | None:
        """The version that counts."""
        return counting(self.plan, self.versions)

    @property
    def head(self) -> PlanVersion | None:
        """The version that is being talked about."""
        return head(self.plan, self.versions)


def own(turn: Turn) -> Standing | None:
    """Return the person's own plan that goes on."""
    every = turn.uow.plans.of(turn.coachee.id)
    plan = next((p for p in reversed(every) if p.ended_at is None), None)
    return standing(turn, plan) if plan else None


def ended(turn: Turn) -> Plan | None:
    """Return the person's plan that ended last."""
    every = [p for p in turn.uow.plans.of(turn.coachee.id) if p.ended_at]
    return max(every, key=lambda p: str(p.ended_at), default=None)


def shared(turn: Turn) -> list[Standing]:
    """List the plans of others that the person shares."""
    return [standing(turn, plan) for plan in turn.uow.plans.shared_with(turn.coachee.id)]


def named(turn: Turn, plan_id: str | None) -> Standing | None:
    """Find a plan that the person owns or shares; without an id, their own."""
    if not plan_id:
        return own(turn)
    plan = turn.uow.plans.get(plan_id)
    if plan is None or turn.coachee.id not in {plan.coachee_id, plan.partner_id}:
        return None
    return standing(turn, plan)


def standing(turn: Turn, plan: Plan) -> Standing:
    """Look at a plan as the person of this turn."""
    side: Side = "owner" if plan.coachee_id == turn.coachee.id else "partner"
    versions = turn.uow.plans.versions(plan.id)
    counts, latest = counting(plan, versions), head(plan, versions)
    content = content_of(turn, counts)
    return Standing(
        plan,
        side,
        versions,
        turn.uow.plans.measures(plan.id),
        content,
        content if latest is counts else content_of(turn, latest),
        _other(turn, plan, side),
    )


def content_of(turn: Turn, version: PlanVersion | None) -> PlanContent:
    """Read a version; nothing where its words are gone."""
    text = turn.uow.words.text(version.words_id) if version else None
    return from_words(text) if text else PlanContent()


def due(turn: Turn, one: Standing) -> list[Milestone]:
    """List the milestones of a plan that are due and not reached."""
    every = [m for o in one.content.objectives for m in o.milestones]
    return [m for m in every if m.on <= turn.today and open_still(one, m)]


def open_still(one: Standing, milestone: Milestone) -> bool:
    """Tell whether a milestone is not reached yet."""
    return done_on(milestone, one.measures) is None


def _other(turn: Turn, plan: Plan, side: Side) -> Coachee | None:
    other_id = plan.partner_id if side == "owner" else plan.coachee_id
    other = turn.uow.people.look(other_id) if other_id else None
    return other if other and other.reachable else None
