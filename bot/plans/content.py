"""Action plans: what a person contributes to a goal of the team, how it shows, and by when.

A version counts for its owner at once; in a shared plan only when both have confirmed it. What
is agreed (`PlanContent`) and what happened (`Measure`) are apart: a fact needs nobody's consent.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any, Literal

Kind = Literal["count", "date", "yes_no", "scale"]
KINDS: tuple[Kind, ...] = ("count", "scale", "yes_no", "date")

MOST_OBJECTIVES = 3
MOST_MILESTONES = 3
"""Of one objective."""

SCALE = 10
"""The upper end of a scale; its lower end is 0."""

Side = Literal["owner", "partner"]
Status = Literal["proposed", "agreed", "declined", "superseded"]


@dataclass(frozen=True, slots=True)
class Indicator:
    """How an objective shows. A date is its ordinal, no and yes are 0 and 1."""

    kind: Kind
    name: str
    baseline: float
    target: float


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated step on the way. `rev` tells whether it was changed since it was looked at."""

    id: str
    on: date
    text: str
    rev: int = 0


@dataclass(frozen=True, slots=True)
class Objective:
    """What the person contributes to a goal; `support` is what the manager gives."""

    id: str
    goal: str
    contribution: str
    indicator: Indicator
    support: str = ""
    milestones: tuple[Milestone, ...] = ()
    rev: int = 0

    def milestone(self, milestone_id: str) -> Milestone | None:
        """Find a milestone."""
        return next((m for m in self.milestones if m.id == milestone_id), None)


@dataclass(frozen=True, slots=True)
class PlanContent:
    """All that a version says; stored encrypted as one piece of words.

    Every `rev` is the plan's own version when a part was last written, so it never comes twice.
    """

    objectives: tuple[Objective, ...] = ()
    rev: int = 0

    def objective(self, objective_id: str) -> Objective | None:
        """Find an objective."""
        return next((o for o in self.objectives if o.id == objective_id), None)

    def milestone(self, milestone_id: str) -> tuple[Objective, Milestone] | None:
        """Find a milestone, with the objective it belongs to."""
        every = ((o, o.milestone(milestone_id)) for o in self.objectives)
        return next(((o, m) for o, m in every if m), None)


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan belongs to one person, `coachee_id`; a partner can share it.

    `number` is that of the latest version, `agreed` that of the one that counts (0: none yet).
    `shared` without a partner says that the partner is gone and the owner was not told yet.
    `invite` is the hash of the code that lets a partner in.
    """

    id: str
    coachee_id: str
    created_at: datetime
    partner_id: str | None = None
    shared: bool = False
    number: int = 0
    agreed: int = 0
    invite: str | None = None
    invite_until: datetime | None = None
    ended_at: datetime | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """One version, kept as long as the plan; its words belong to the owner.

    `agreed_at` is when the other person confirmed it; None where nobody else had to.
    """

    plan_id: str
    coachee_id: str
    number: int
    author: Side
    words_id: str
    at: datetime
    status: Status
    agreed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """What happened: an indicator read again, or (`done`) the day a milestone was reached."""

    id: str
    plan_id: str
    coachee_id: str
    subject_id: str
    kind: Literal["count", "date", "yes_no", "scale", "done"]
    value: float
    at: datetime


def head(plan: Plan, versions: Sequence[PlanVersion]) -> PlanVersion | None:
    """Return what is being talked about: the open proposal, else the version that counts."""
    return proposal(versions) or counting(plan, versions)


def proposal(versions: Sequence[PlanVersion]) -> PlanVersion | None:
    """Return the version that waits for the other person."""
    return next((v for v in reversed(versions) if v.status == "proposed"), None)


def counting(plan: Plan, versions: Sequence[PlanVersion]) -> PlanVersion | None:
    """Return the version that counts."""
    return next((v for v in versions if v.number == plan.agreed and v.status == "agreed"), None)


def reached(indicator: Indicator, value: float) -> float:
    """Return the share of the way from baseline to target, from 0 to 1, up or down."""
    way = indicator.target - indicator.baseline
    return min(max((value - indicator.baseline) / way, 0.0), 1.0) if way else 0.0


def history(objective: Objective, measures: Sequence[Measure]) -> list[Measure]:
    """List what was read of an objective's indicator, oldest first; of its present kind only."""
    kind = objective.indicator.kind
    return [m for m in measures if m.subject_id == objective.id and m.kind == kind]


def done_on(milestone: Milestone, measures: Sequence[Measure]) -> date | None:
    """Return the day a milestone was reached."""
    done = [m for m in measures if m.subject_id == milestone.id and m.kind == "done"]
    return date.fromordinal(int(done[-1].value)) if done else None


def with_objective(content: PlanContent, objective: Objective) -> PlanContent:
    """Put an objective in place of the one with its id, or at the end."""
    known = content.objective(objective.id) is not None
    every = tuple(objective if o.id == objective.id else o for o in content.objectives)
    return replace(content, objectives=every if known else (*every, objective))


def without_objective(content: PlanContent, objective_id: str) -> PlanContent:
    """Leave an objective out."""
    rest = tuple(o for o in content.objectives if o.id != objective_id)
    return replace(content, objectives=rest)


def with_milestone(objective: Objective, milestone: Milestone) -> Objective:
    """Put a milestone in place of the one with its id, or add it; they stand by date."""
    others = [m for m in objective.milestones if m.id != milestone.id]
    every = sorted([*others, milestone], key=lambda m: (m.on, m.id))
    return replace(objective, milestones=tuple(every))


def without_milestone(objective: Objective, milestone_id: str) -> Objective:
    """Leave a milestone out."""
    rest = tuple(m for m in objective.milestones if m.id != milestone_id)
    return replace(objective, milestones=rest)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a version changes in another; `number` is the objective's place, from 1."""

    what: Literal["added", "changed", "removed"]
    of: Literal["objective", "milestone"]
    number: int
    before: Objective | Milestone | None = None
    after: Objective | Milestone | None = None


def differences(before: PlanContent, after: PlanContent) -> list[Difference]:
    """List what one version changes in another, in the order a person reads it."""
    found = [
        Difference("removed", "objective", number, old)
        for number, old in enumerate(before.objectives, 1)
        if after.objective(old.id) is None
    ]
    for number, new in enumerate(after.objectives, 1):
        former = before.objective(new.id)
        if former is None:
            found.append(Difference("added", "objective", number, None, new))
        elif _bare(former) != _bare(new):
            found.append(Difference("changed", "objective", number, former, new))
        found += _of_milestones(number, former.milestones if former else (), new.milestones)
    return found


def to_words(content: PlanContent) -> str:
    """Write a version as one piece of words."""
    return json.dumps(asdict(content), ensure_ascii=False, default=date.isoformat)


def readable(content: PlanContent) -> str:
    """Return everything a version says that somebody wrote, in no language of ours."""
    return "\n\n".join(_readable(objective) for objective in content.objectives)


def from_words(text: str) -> PlanContent:
    """Read a version back."""
    read = json.loads(text)
    return PlanContent(tuple(_objective(o) for o in read["objectives"]), read["rev"])


def _readable(objective: Objective) -> str:
    indicator = objective.indicator
    ends = (_end(indicator, value) for value in (indicator.baseline, indicator.target))
    lines = [objective.goal, objective.contribution, f"{indicator.name}: {' → '.join(ends)}"]
    lines += [objective.support] if objective.support else []
    return "\n".join([*lines, *(f"{m.on} · {m.text}" for m in objective.milestones)])


def _end(indicator: Indicator, value: float) -> str:
    return str(date.fromordinal(int(value))) if indicator.kind == "date" else f"{value:.10g}"


def _of_milestones(
    number: int, before: Sequence[Milestone], after: Sequence[Milestone]
) -> list[Difference]:
    old, new = {m.id: m for m in before}, {m.id: m for m in after}
    found = [Difference("removed", "milestone", number, m) for m in before if m.id not in new]
    for milestone in after:
        former = old.get(milestone.id)
        if former is None:
            found.append(Difference("added", "milestone", number, None, milestone))
        elif (former.on, former.text) != (milestone.on, milestone.text):
            found.append(Difference("changed", "milestone", number, former, milestone))
    return found


def _bare(objective: Objective) -> Objective:
    return replace(objective, milestones=(), rev=0)


def _objective(read: dict[str, Any]) -> Objective:
    steps = [m | {"on": date.fromisoformat(m["on"])} for m in read["milestones"]]
    parts = {
        "indicator": Indicator(**read["indicator"]),
        "milestones": tuple(Milestone(**step) for step in steps),
    }
    return Objective(**read | parts)
