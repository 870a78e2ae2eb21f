"""Messages that show an action plan, to its owner and to whoever they share it with."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot import commitment_list, merging
from bot.cards import Card
from bot.commitments import Commitment
from bot.days import say_day
from bot.frame import command, message, paragraph
from bot.messages import (
    Choices,
    Divider,
    Element,
    Heading,
    Message,
    Option,
    Span,
    Text,
)
from bot.plans import sharing as plan_sharing
from bot.plans import standing as plan_standing
from bot.plans.content import (
    MOST_OBJECTIVES,
    Objective,
    PlanContent,
    history,
)
from bot.plans.parts import (
    bare_block,
    milestone_block,
    milestone_ways,
    objective_block,
    objective_ways,
    open_way,
    proposal_block,
    support_line,
    taps,
)
from bot.plans.standing import Standing
from bot.plans.text import milestone_line, progress, say_value, sentence
from bot.turn import Turn
from bot.visibility import Keeps

LISTED = 5
"""Commitments shown with buttons of their own: Slack takes fifty blocks a message."""


def plan_page(turn: Turn, card: Card) -> Message:
    """Show the whole plan: objectives, what waits, commitments, and the ways on."""
    one = plan_standing.named(turn, card.args.get("plan"))
    if card.args.get("plan") and (one is None or one.plan.ended_at):
        return _closed_page(turn, card, one)
    if one and one.side == "partner":
        return _partner_page(turn, card, one)
    return _without(turn, card) if one is None or one.counts is None else _own_page(turn, card, one)


def _own_page(turn: Turn, card: Card, one: Standing) -> Message:
    opened = merging.open_commitments(turn)[:LISTED]
    elements: list[Element] = [Heading(turn.text("plan.title")), *_state(turn, card, one)]
    objectives = _content(card, one).objectives
    for number, objective in enumerate(objectives, 1):
        elements += objective_block(turn, card, one, objective, number)
        for commitment in _attached(opened, objective):
            elements += commitment_list.shown(turn, card.token, commitment)
    elements += _ways(turn, card, one)
    loose = _loose(turn, card, opened, objectives)
    if loose:
        elements += [Text((Span(turn.text("plans.others"), "bold"),)), *loose]
    elements += _shared(turn, card)
    ways = tuple(command(turn, name) for name in ("commit", "start"))
    elements.append(Choices(card.token, (*ways, *_way_back(turn, card))))
    return message(turn, turn.text("plan.summary"), *elements, keeps="plan")


def _without(turn: Turn, card: Card) -> Message:
    """Show the commitments of somebody without a plan, and how to make one."""
    opened = merging.open_commitments(turn)[:LISTED]
    elements: list[Element] = [Heading(turn.text("plan.title"))]
    elements += [] if opened else [paragraph(turn.text("plan.empty"))]
    elements += _loose(turn, card, opened, ())
    others = _shared(turn, card)
    elements += [*others, paragraph(turn.text("plans.intro"))]
    last = plan_standing.ended(turn)
    take_up = [Option(f"plan:take_up:{last.id}", turn.text("plans.take_up"))] if last else []
    make = Option("form:objective", turn.text("plans.make"), form=True)
    ways = (
        command(turn, "commit"),
        command(turn, "start"),
        make,
        *take_up,
        *_way_back(turn, card),
    )
    elements.append(Choices(card.token, ways))
    keeps: Keeps = "plan" if others else "commitment"
    return message(turn, turn.text("plan.summary"), *elements, keeps=keeps)


def _way_back(turn: Turn, card: Card) -> tuple[Option, ...]:
    """Lead to one's progress; the home has it by itself."""
    return () if card.template == "home" else (command(turn, "progress"),)


def objective_page(turn: Turn, card: Card) -> Message:
    """Show one objective with its milestones, each with its buttons."""
    one = plan_standing.named(turn, card.args.get("plan"))
    objective = one.latest.objective(card.args["objective"]) if one else None
    if one is None or objective is None or one.plan.ended_at:
        return _gone(turn, card, "plans.gone" if one else "plans.not_yours")
    elements: list[Element] = [Heading(turn.text("plans.objective_title"))]
    if one.proposed:
        elements.append(Text((Span(turn.text("plans.as_proposed"), "italic"),)))
    elements += [Text((Span(sentence(objective, turn.lang), "bold"),))]
    elements += [progress(turn, objective, one.measures), *support_line(turn, objective)]
    for milestone in objective.milestones:
        elements += milestone_block(turn, card, one, objective, milestone)
    if len(objective.milestones) < 2:  # noqa: PLR2004 - two or three
        elements.append(paragraph(turn.text("plans.no_milestone")))
    elements.append(Choices(card.token, objective_ways(turn, objective)))
    return message(turn, turn.text("plans.objective_summary"), *elements, keeps="plan")


def measure_page(turn: Turn, card: Card) -> Message:
    """Ask where an indicator stands, with one tap; what was noted stands above."""
    one = plan_standing.named(turn, card.args.get("plan"))
    objective = one.content.objective(card.args["objective"]) if one else None
    if one is None or objective is None:
        return _gone(turn, card, "plans.gone")
    read = [m for m in history(objective, one.measures) if m.at >= card.created_at]
    elements: list[Element] = [Text((Span(sentence(objective, turn.lang), "bold"),))]
    elements.append(progress(turn, objective, one.measures))
    if read:
        day = say_day(turn.local(read[-1].at).date(), turn.lang, turn.today)
        value = say_value(turn, objective.indicator, read[-1].value)
        elements.append(paragraph(turn.text("plans.measured", date=day, value=value)))
    else:
        elements.append(paragraph(turn.text("plans.measure_ask")))
    elements += taps(turn, card, objective)
    elements.append(Choices(card.token, (open_way(turn, one),)))
    return message(turn, turn.text("plans.measure_summary"), *elements, keeps="plan")


def invite_page(turn: Turn, card: Card) -> Message:
    """Say what sharing means, show what counts, and ask."""
    plan = plan_sharing.invitation(turn, card.args["invite"])
    if plan is None:
        joined = plan_standing.named(turn, card.args.get("plan"))
        if joined:
            return _partner_page(turn, card, joined)
        return _gone(turn, card, "plans.invite_over")
    one = plan_standing.standing(turn, plan)
    elements: list[Element] = [paragraph(turn.text("plans.invite_means")), Divider()]
    for number, objective in enumerate(one.content.objectives, 1):
        elements += bare_block(turn, one, objective, number)
    ways = (
        Option("plan:join", turn.text("plans.confirm"), "primary"),
        Option("plan:later", turn.text("plans.later")),
    )
    elements.append(Choices(card.token, ways))
    return message(turn, turn.text("plans.invite_summary"), *elements, keeps="plan")


def request_page(turn: Turn, card: Card) -> Message:
    """Show what the plan partner proposes, with the answer one tap away."""
    one = plan_standing.named(turn, card.args.get("plan"))
    asked = proposal_block(turn, card, one) if one and not one.plan.ended_at else []
    said = asked or [paragraph(turn.text("plans.nothing_waits"))]
    way = [Choices(card.token, (open_way(turn, one),))] if one else []
    return message(turn, turn.text("plans.request_summary"), *said, *way, keeps="plan")


def milestone_page(turn: Turn, card: Card) -> Message:
    """Say that a milestone's day is there."""
    one = plan_standing.named(turn, card.args.get("plan"))
    found = one.content.milestone(card.args["milestone"]) if one else None
    if one is None or found is None:
        return _gone(turn, card, "plans.gone")
    objective, milestone = found
    elements: list[Element] = [Heading(turn.text("plans.due_title"))]
    elements.append(Text((Span(milestone_line(turn, milestone, one.measures), "bold"),)))
    elements.append(paragraph(sentence(objective, turn.lang)))
    reach, move, _drop = milestone_ways(turn, one, objective, milestone)
    ways = (replace(reach, style="primary"), move, open_way(turn, one))
    elements.append(Choices(card.token, ways))
    return message(turn, turn.text("plans.due_summary"), *elements, keeps="plan")


def _partner_page(turn: Turn, card: Card, one: Standing) -> Message:
    """Show a plan to the person it is shared with; what is the owner's alone is left out."""
    elements: list[Element] = [Heading(turn.text("plans.shared_title"))]
    elements += _state(turn, card, one)
    for number, objective in enumerate(_content(card, one).objectives, 1):
        elements += objective_block(turn, card, one, objective, number)
    elements += _ways(turn, card, one)
    return message(turn, turn.text("plans.shared_summary"), *elements, keeps="plan")


def _closed_page(turn: Turn, card: Card, one: Standing | None) -> Message:
    """Say that a plan ended, or is not the person's to see any more."""
    if one is None or one.plan.ended_at is None:
        return _gone(turn, card, "plans.not_yours")
    day = say_day(turn.local(one.plan.ended_at).date(), turn.lang, turn.today)
    said = paragraph(turn.text("plans.ended", date=day))
    take_up = Option(f"plan:take_up:{one.plan.id}", turn.text("plans.take_up"))
    ways = (*((take_up,) if one.side == "owner" else ()), command(turn, "plan"))
    return message(turn, turn.text("plan.summary"), said, Choices(card.token, ways), keeps="plan")


def _gone(turn: Turn, card: Card, key: str) -> Message:
    said = paragraph(turn.text(key))
    ways = Choices(card.token, (command(turn, "plan"),))
    return message(turn, turn.text("plan.summary"), said, ways)


def _content(card: Card, one: Standing) -> PlanContent:
    return one.latest if card.args.get("as") == "proposed" else one.content


def _state(turn: Turn, card: Card, one: Standing) -> list[Element]:
    """Say which version this is, what waits, and what became of the partner."""
    if card.args.get("as") == "proposed" and one.proposed:
        return [Text((Span(turn.text("plans.as_proposed"), "italic"),))]
    counts = one.counts or one.versions[-1]
    day = say_day(turn.local(counts.agreed_at or counts.at).date(), turn.lang, turn.today)
    key = "saved_line" if one.plan.partner_id is None else "agreed_line"
    key = "owner_line" if one.side == "partner" else key
    said = [turn.text(f"plans.{key}", n=str(counts.number), date=day)]
    if one.side == "owner" and one.plan.shared and one.other is None:
        said.insert(0, turn.text("plans.parted"))
    last = one.versions[-1]
    if last.status == "declined" and last.author == one.side and one.plan.partner_id:
        said.append(turn.text("plans.not_taken"))
    return [paragraph("\n".join(said)), *proposal_block(turn, card, one)]


def _ways(turn: Turn, card: Card, one: Standing) -> list[Element]:
    """Return what can be done with the whole plan: five buttons, Slack's and Teams' limit."""
    room = len(one.latest.objectives) < MOST_OBJECTIVES
    add = Option("form:objective", turn.text("plans.add"), form=True)
    adding = (add,) if room else ()
    if card.args.get("as") == "proposed":
        return [Choices(card.token, (*adding, open_way(turn, one)))]
    ways = (
        *adding,
        *_sharing(turn, one),
        Option("form:history", turn.text("plans.history"), form=True),
        Option("form:plan_export", turn.text("plans.export"), form=True),
        *_ending(turn, one),
    )
    return [Choices(card.token, ways)]


def _sharing(turn: Turn, one: Standing) -> tuple[Option, ...]:
    if one.plan.partner_id:
        side = "unshare" if one.side == "owner" else "leave"
        ask = turn.text(f"plans.{side}_ask")
        return (Option("plan:leave", turn.text(f"plans.{side}"), confirm=ask),)
    share = Option("form:share", turn.text("plans.share"), form=True)
    return (share,) if one.content.objectives else ()


def _ending(turn: Turn, one: Standing) -> tuple[Option, ...]:
    ask = turn.text("plans.end_ask")
    return (Option("plan:end", turn.text("plans.end"), confirm=ask),) if one.side == "owner" else ()


def _attached(opened: list[Commitment], objective: Objective) -> list[Commitment]:
    return [c for c in opened if c.objective_id == objective.id]


def _loose(
    turn: Turn, card: Card, opened: list[Commitment], objectives: tuple[Objective, ...]
) -> list[Element]:
    """Show the commitments that serve no objective of the plan, and the last closed ones."""
    ids = {objective.id for objective in objectives}
    rest = [c for c in opened if c.objective_id not in ids]
    found = [e for c in rest for e in commitment_list.shown(turn, card.token, c)]
    return found + commitment_list.closed(turn)


def _shared(turn: Turn, card: Card) -> list[Element]:
    """List the plans that others share with the person."""
    others = plan_standing.shared(turn)
    if not others:
        return []
    lines, options = [], []
    for number, one in enumerate(others, 1):
        first = next(iter(one.content.objectives), None)
        said = sentence(first, turn.lang) if first else turn.text("plans.nothing")
        asks = one.proposed is not None and one.proposed.author != one.side
        more = f"\n{turn.text('plans.request_summary')}" if asks else ""
        lines.append(f"{number}. {said}{more}")
        label = turn.text("plans.open_n", n=str(number))
        options.append(Option(f"plan:open:{one.plan.id}", label))
    title = Text((Span(turn.text("plans.shared_with_you"), "bold"),))
    return [title, paragraph("\n".join(lines)), Choices(card.token, tuple(options)), Divider()]


PAGES: Mapping[str, Callable[[Turn, Card], Message | None]] = {
    "plan": plan_page,
    "objective": objective_page,
    "measure": measure_page,
    "plan_invite": invite_page,
    "plan_request": request_page,
    "plan_milestone": milestone_page,
}
"""Every template of a card that shows a plan; `bot.plan_effects.PAGES` names them, too."""
