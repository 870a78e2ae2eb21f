"""Deeds on an action plan: change it, agree on it, share it, leave it, note progress."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from bot import plan_moments
from bot.errors import InvalidAnswer, StaleClick
from bot.people import Coachee
from bot.plans import (
    MOST_OBJECTIVES,
    Measure,
    Milestone,
    Objective,
    Plan,
    PlanContent,
    PlanVersion,
    Side,
    counting,
    differences,
    done_on,
    from_words,
    head,
    proposal,
    to_words,
    with_milestone,
    with_objective,
    without_milestone,
    without_objective,
)
from bot.turn import Turn

INVITED = timedelta(days=7)
"""How long the code works that lets a partner in."""

PAGES = frozenset({"plan", "objective", "measure", "plan_request", "plan_invite", "plan_milestone"})
"""Templates of messages that show a plan."""

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: read aloud, they are mistaken
_CODE = 12
_MEANT = str.maketrans("OIL", "011")


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


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something of a plan that waits for the person: a proposal, or a milestone that is due."""

    kind: Literal["proposal", "milestone"]
    plan_id: str
    milestone_id: str = ""


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


def due(turn: Turn, one: Standing) -> list[Milestone]:
    """List the milestones of a plan that are due and not reached."""
    every = [m for o in one.content.objectives for m in o.milestones]
    return [m for m in every if m.on <= turn.today and open_still(one, m)]


def open_still(one: Standing, milestone: Milestone) -> bool:
    """Tell whether a milestone is not reached yet."""
    return done_on(milestone, one.measures) is None


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
    one = _reunited(turn, one) if one else _begun(turn)
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
    return _settled(turn, plan)


def confirm(turn: Turn, one: Standing, words_id: str) -> Standing:
    """Let the other person's proposal count: the very words that were shown, and no others.

    Raises:
        StaleClick: it is not what waits now.
    """
    waits = _theirs(one, words_id)
    plan = turn.uow.plans.put(replace(one.plan, agreed=waits.number))
    turn.uow.plans.write(replace(waits, status="agreed", agreed_at=turn.now))
    return _settled(turn, plan)


def decline(turn: Turn, one: Standing, words_id: str) -> Standing:
    """Leave the plan as it is; the proposal stays among the earlier versions.

    Raises:
        StaleClick: it is not what waits now.
    """
    waits = _theirs(one, words_id)
    plan = turn.uow.plans.put(one.plan)
    turn.uow.plans.write(replace(waits, status="declined"))
    return _settled(turn, plan)


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
    return _settled(turn, plan)


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
    return _settled(turn, plan)


def leave(turn: Turn, one: Standing) -> None:
    """End the sharing, from either side; the plan stays its owner's."""
    partner = one.other if one.side == "owner" else turn.coachee
    if partner:
        _refresh(turn, one, partner, all_of_them=True)
    _part(turn, one, told=one.side == "owner")


def reunite(turn: Turn) -> None:
    """Give the person their plan back whose partner is gone or cannot be reached."""
    one = own(turn)
    if one and one.plan.shared and one.other is None and (one.plan.partner_id or one.proposed):
        _part(turn, one, told=False)


def part_all(turn: Turn) -> None:
    """Let everybody's messages about shared plans say what is true once the person is erased."""
    every = [standing(turn, plan) for plan in turn.uow.plans.of(turn.coachee.id)]
    for one in [*every, *shared(turn)]:
        refresh_other(turn, one, all_of_them=True)


def end(turn: Turn, one: Standing) -> None:
    """End a plan; it is kept for a year and can be taken up again.

    Raises:
        StaleClick: it is somebody else's.
    """
    if one.side != "owner":
        raise StaleClick(one.plan.id)
    plan = turn.uow.plans.put(replace(one.plan, ended_at=turn.now, invite=None))
    refresh_other(turn, one, all_of_them=True)
    _settled(turn, plan)


def take_up(turn: Turn, plan_id: str) -> Standing:
    """Go on with a plan that was ended.

    Raises:
        StaleClick: another one goes on, or it is not there.
    """
    plan = turn.uow.plans.get(plan_id)
    if plan is None or plan.coachee_id != turn.coachee.id or own(turn):
        raise StaleClick(plan_id)
    return _settled(turn, turn.uow.plans.put(replace(plan, ended_at=None)))


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
    _settled(turn, one.plan)


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
        _refresh(turn, one, one.other, all_of_them=all_of_them)


def refresh_before(turn: Turn, token: str) -> None:
    """Bring the person's own latest message about a plan up to date, besides the one pressed."""
    cards = [c for c in turn.uow.cards.posted_to(turn.coachee.id) if c.template in PAGES]
    before = [card.token for card in cards if card.token != token]
    turn.refresh(before[-1] if before else None)


def _refresh(turn: Turn, one: Standing, person: Coachee, *, all_of_them: bool) -> None:
    other = person if person.id != turn.coachee.id else None
    cards = [c for c in turn.uow.cards.posted_to(person.id) if c.template in PAGES]
    mine = [c for c in cards if c.args.get("plan", one.plan.id) == one.plan.id]
    for card in mine if all_of_them else mine[-1:]:
        turn.queue("update", card_token=card.token, to=other)
    if other and other.home:
        turn.queue("home", to=other)


def _other(turn: Turn, plan: Plan, side: Side) -> Coachee | None:
    other_id = plan.partner_id if side == "owner" else plan.coachee_id
    other = turn.uow.people.look(other_id) if other_id else None
    return other if other and other.reachable else None


def _begun(turn: Turn) -> Standing:
    plan = Plan(turn.new_id(), turn.coachee.id, turn.now)
    turn.uow.plans.add(plan)
    return Standing(plan, "owner", (), (), PlanContent(), PlanContent(), None)


def _reunited(turn: Turn, one: Standing) -> Standing:
    """Make the plan the owner's alone whose partner cannot confirm anything any more."""
    if one.side == "partner" or one.other or one.plan.partner_id is None:
        return one
    _part(turn, one, told=False)
    plan = turn.uow.plans.get(one.plan.id)
    return standing(turn, plan) if plan else one


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


def _part(turn: Turn, one: Standing, *, told: bool) -> None:
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
    _follow(turn, plan)


def _settled(turn: Turn, plan: Plan) -> Standing:
    """Plan what follows from the plan as it is now, and let the other person see it."""
    one = standing(turn, plan)
    _follow(turn, plan)
    if one.other:
        waits = one.proposed
        for person, side in ((turn.coachee, one.side), (one.other, _across(one.side))):
            theirs = waits if waits and waits.author != side and not plan.ended_at else None
            plan_moments.plan_request(turn, plan, theirs, person)
        refresh_other(turn, one)
    return one


def _follow(turn: Turn, plan: Plan) -> None:
    one = standing(turn, plan)
    _plan_milestones(turn, plan, one.content, one.measures)
    turn.home_stale = True


def _plan_milestones(
    turn: Turn, plan: Plan, content: PlanContent, measures: Sequence[Measure]
) -> None:
    mine = plan.coachee_id == turn.coachee.id
    owner = turn.coachee if mine else turn.uow.people.look(plan.coachee_id)
    if owner:
        plan_moments.plan_milestones(turn, plan, content, owner, measures)


def _across(side: Side) -> Side:
    return "partner" if side == "owner" else "owner"


def _code(chance: str) -> str:
    drawn = int.from_bytes(hashlib.sha256(chance.encode()).digest())
    return "".join(_LETTERS[drawn >> 5 * n & 31] for n in range(_CODE))


def _letters_of(typed: str) -> str:
    """Read a code as it is typed: small letters, gaps, an O for a zero."""
    return "".join(c for c in typed.upper() if c.isalnum()).translate(_MEANT)


def _hash(code: str) -> str:
    return hashlib.sha256(f"declic plan {code}".encode()).hexdigest()
