"""The parts of a plan's pages: objectives, milestones, a proposal, each with its buttons."""

from dataclasses import replace

from bot.cards import Card
from bot.days import say_day
from bot.frame import paragraph
from bot.messages import (
    Bullets,
    Choices,
    Divider,
    Element,
    Option,
    Scale,
    Span,
    Text,
)
from bot.plans import standing as plan_standing
from bot.plans.content import (
    MOST_MILESTONES,
    SCALE,
    Milestone,
    Objective,
    differences,
)
from bot.plans.standing import Standing
from bot.plans.text import difference_line, milestone_line, progress, sentence
from bot.turn import Turn

TAPPED = frozenset({"scale", "yes_no"})
"""Kinds of indicators that are read with one tap."""


def proposal_block(turn: Turn, card: Card, one: Standing) -> list[Element]:
    """Show what a proposal changes, to its author with the way back, to the other to answer."""
    waits = one.proposed
    if waits is None or (one.side == "owner" and one.other is None):
        return []
    lines = [difference_line(turn, d) for d in differences(one.content, one.latest)]
    changes = Bullets(tuple(lines) or (turn.text("plans.same"),))
    mine = waits.author == one.side
    said = Text((Span(turn.text("plans.waits" if mine else "plans.proposes"), "bold"),))
    return [
        said,
        changes,
        Choices(card.token, _answers(turn, waits.words_id, mine=mine)),
        Divider(),
    ]


def objective_block(
    turn: Turn, card: Card, one: Standing, objective: Objective, number: int
) -> list[Element]:
    """Show an objective of the overview, with its buttons."""
    shown = bare_block(turn, one, objective, number)
    ways = tuple(
        _described(turn, way, "plans.of_objective", n=str(number))
        for way in _overview_ways(turn, one, objective)
    )
    return [*shown[:-1], Choices(card.token, ways), Divider()]


def bare_block(turn: Turn, one: Standing, objective: Objective, number: int) -> list[Element]:
    """Show an objective without buttons."""
    said = f"{number}. {sentence(objective, turn.lang)}"
    elements: list[Element] = [Text((Span(said, "bold"),)), progress(turn, objective, one.measures)]
    lines = tuple(milestone_line(turn, m, one.measures) for m in objective.milestones)
    if lines:
        elements.append(Bullets(lines))
    return [*elements, *support_line(turn, objective), Divider()]


def support_line(turn: Turn, objective: Objective) -> list[Element]:
    """Say what the manager gives, if anything."""
    given = objective.support
    return [paragraph(turn.text("plans.support_line", text=given))] if given else []


def objective_ways(turn: Turn, objective: Objective) -> tuple[Option, ...]:
    """Return what can be done with an objective on its own page."""
    name, room = objective.id, len(objective.milestones) < MOST_MILESTONES
    add = Option(f"form:milestone:{name}", turn.text("plans.add_milestone"), "primary", form=True)
    return (
        *((add,) if room else ()),
        Option(f"form:objective:{name}", turn.text("plans.edit"), form=True),
        Option(
            f"plan:remove:{name}",
            turn.text("plans.remove"),
            "danger",
            confirm=turn.text("plans.remove_ask"),
        ),
        Option("plan:open", turn.text("plans.open")),
    )


def milestone_block(
    turn: Turn, card: Card, one: Standing, objective: Objective, milestone: Milestone
) -> list[Element]:
    """Show a milestone with its buttons."""
    said = Text((Span(milestone_line(turn, milestone, one.measures)),))
    day = say_day(milestone.on, turn.lang, turn.today)
    ways = tuple(
        _described(turn, way, "plans.of_milestone", date=day)
        for way in milestone_ways(turn, one, objective, milestone)
    )
    return [said, Choices(card.token, ways)]


def milestone_ways(
    turn: Turn, one: Standing, objective: Objective, milestone: Milestone
) -> tuple[Option, ...]:
    """Return the buttons of a milestone; only the owner says that it is reached."""
    name = milestone.id
    open_still = plan_standing.open_still(one, milestone)
    reach = (
        Option(f"plan:reached:{name}", turn.text("plans.reached"))
        if open_still
        else Option(f"plan:unreached:{name}", turn.text("plans.unreach"))
    )
    counts = one.content.milestone(name) is not None
    return (
        *((reach,) if one.side == "owner" and counts else ()),
        Option(f"form:milestone:{objective.id}:{name}", turn.text("plans.move"), form=True),
        Option(f"plan:drop:{name}", turn.text("plans.drop"), confirm=turn.text("plans.drop_ask")),
    )


def taps(turn: Turn, card: Card, objective: Objective) -> list[Element]:
    """Return what is tapped: the numbers of a scale, or yes and no."""
    if objective.indicator.kind == "scale":
        return [Scale(card.token, 0, SCALE)]
    options = tuple(
        Option(str(value), turn.text(f"plans.{word}")) for value, word in ((1, "yes"), (0, "no"))
    )
    return [Choices(card.token, options)]


def open_way(turn: Turn, one: Standing) -> Option:
    """Return the button that shows the whole plan."""
    return Option(f"plan:open:{one.plan.id}", turn.text("plans.open"))


def _answers(turn: Turn, words_id: str, *, mine: bool) -> tuple[Option, ...]:
    """Return the buttons of a proposal; they name the very words that were shown."""
    if mine:
        return (Option(f"plan:withdraw:{words_id}", turn.text("plans.withdraw")),)
    return (
        Option(f"plan:confirm:{words_id}", turn.text("plans.confirm"), "primary"),
        Option(f"plan:decline:{words_id}", turn.text("plans.decline")),
        Option("plan:change", turn.text("plans.change")),
    )


def _overview_ways(turn: Turn, one: Standing, objective: Objective) -> tuple[Option, ...]:
    name = objective.id
    always = (
        Option(f"plan:objective:{name}", turn.text("plans.milestones")),
        Option(f"form:objective:{name}", turn.text("plans.edit"), form=True),
    )
    if one.side == "partner" or one.content.objective(name) is None:
        return always
    tapped = objective.indicator.kind in TAPPED
    note = Option(
        f"plan:measure:{name}" if tapped else f"form:measure:{name}",
        turn.text("plans.note"),
        "primary",
        form=not tapped,
    )
    return (note, *always, Option(f"plan:commit:{name}", turn.text("plans.commit")))


def _described(turn: Turn, option: Option, key: str, **values: str) -> Option:
    """Tell buttons of the same name apart for people who hear them."""
    return replace(option, described=turn.text(key, label=option.label, **values))
