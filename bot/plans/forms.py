"""The forms of a plan: they open, keep what was typed, and never overwrite what they never saw."""

from dataclasses import replace

from bot.answers import Values
from bot.cards import Card
from bot.days import say_day
from bot.errors import InvalidAnswer, StaleClick
from bot.frame import paragraph
from bot.messages import Field, Form, Option, Reply
from bot.plans import changing as planning
from bot.plans import sharing as plan_sharing
from bot.plans import standing as plan_standing
from bot.plans.content import (
    KINDS,
    MOST_MILESTONES,
    Indicator,
    Milestone,
    Objective,
    differences,
    history,
)
from bot.plans.reading import (
    LONGEST,
    Faults,
    one_of,
    read_milestone,
    read_objective,
    read_value,
)
from bot.plans.standing import Standing
from bot.plans.text import (
    difference_line,
    lines_of,
    milestone_line,
    say_value,
)
from bot.plans.windows import export_form, filled_form, history_form, share_form
from bot.turn import ExportUrl, Turn

NEW = "new"
LONGEST_ID = 64
"""Characters of an id in a form's token; those we make have 22."""

EMPTY = Indicator("count", "", 0, 0)
FORMS = frozenset({"objective", "milestone", "measure", "history", "share", "plan_export"})
"""Names of the forms that belong to a plan."""

Parts = tuple[str, ...]


def opened(turn: Turn, card: Card, name: str, subject: str, export_url: ExportUrl) -> Form:
    """Return the form that a button of a plan's page opens.

    Raises:
        StaleClick: what it is about is gone.
    """
    one = plan_standing.named(turn, card.args.get("plan"))
    if name == "objective":
        return _objective_form(turn, card, one, subject or turn.new_id())
    if one is None:
        raise StaleClick(card.token)
    if name == "share":
        return share_form(turn, card, one)
    if name == "plan_export":
        return export_form(turn, card, one, export_url)
    if name == "milestone" and one.latest.objective(subject.partition(":")[0]) is None:
        raise StaleClick(subject)
    return again(turn, card, name, subject) or _stale(card)


def again(turn: Turn, card: Card, name: str, subject: str) -> Form | None:
    """Return a form once more, from the subject of its token; None where that is gone."""
    one = plan_standing.named(turn, card.args.get("plan"))
    first, *rest = subject.split(":")
    if name == "objective":
        return _objective_form(turn, card, one, first, tuple(rest))
    if one is None:
        return None
    if name == "milestone":
        return _milestone_form(turn, card, one, first, *_named(turn, rest))
    if name == "measure":
        return _measure_form(turn, card, one, first)
    return history_form(turn, card, one) if name == "history" else None


def taken(turn: Turn, card: Card, name: str, subject: str, values: Values) -> None:
    """Take a form that was sent.

    Raises:
        StaleClick: what it is about is gone.
    """
    parts = (*subject.split(":"), "", "", "", "")[:5]
    if max(map(len, parts)) > LONGEST_ID:
        raise StaleClick(card.token)
    plan_sharing.reunite(turn)
    one = plan_standing.named(turn, card.args.get("plan"))
    if name == "objective":
        _take_objective(turn, card, one, parts, values)
    elif one is None:
        raise StaleClick(card.token)
    elif name == "milestone":
        _take_milestone(turn, card, one, parts, values)
    elif name == "measure":
        _take_measure(turn, card, one, parts[0], values)
    elif name == "history":
        number = one_of(values, "version")
        planning.restore(turn, one, int(number[:4]) if number.isdecimal() else 0)


def with_values(form: Form, values: Values) -> Form:
    """Return a form with what was typed."""
    typed = {n: v if isinstance(v, str) else ",".join(v) for n, v in values.items()}
    fields = tuple(
        replace(f, value=typed[f.id][: f.longest]) if f.id in typed else f for f in form.fields
    )
    return replace(form, fields=fields)


# objectives


def _objective_form(
    turn: Turn, card: Card, one: Standing | None, objective_id: str, base: Parts = ()
) -> Form:
    found = one.latest.objective(objective_id) if one else None
    objective = found or Objective(objective_id, "", "", EMPTY)
    base = base or _base(one, found.rev if found else None)
    token = ":".join((f"{card.token}.objective.{objective_id}", *base))
    return filled_form(turn, token, turn.text("plans.objective_title"), *_fields(turn, objective))


def _fields(turn: Turn, objective: Objective) -> tuple[Field, ...]:
    indicator = objective.indicator
    known = bool(objective.goal)
    kinds = tuple(Option(kind, turn.text(f"plan_form.kind_{kind}")) for kind in KINDS)
    ends = [
        say_value(turn, indicator, value) if known else ""
        for value in (indicator.baseline, indicator.target)
    ]
    return (
        _short(turn, "goal", objective.goal),
        replace(_short(turn, "contribution", objective.contribution), kind="long"),
        _short(turn, "name", indicator.name),
        Field(
            "kind",
            turn.text("plan_form.kind"),
            "choice",
            value=indicator.kind if known else "",
            options=kinds,
        ),
        _short(turn, "baseline", ends[0]),
        _short(turn, "target", ends[1]),
        replace(_short(turn, "support", objective.support), kind="long", required=False),
    )


def _take_objective(
    turn: Turn, card: Card, one: Standing | None, parts: Parts, values: Values
) -> None:
    objective_id, base = parts[0], parts[1:3]
    found = one.latest.objective(objective_id) if one else None
    former = found or Objective(objective_id, "", "", EMPTY)
    faults = Faults()
    read = read_objective(values, former, turn.lang, turn.today, faults)
    form = _objective_form(turn, card, one, objective_id, base)
    if faults.found:
        _keep_open(turn, form, values, faults)
    elif found and replace(read, rev=found.rev) == found:
        return  # sent twice, or nothing was changed
    elif one and _outdated(one, base, found.rev if found else None):
        shown = lines_of(turn, found) if found else []
        form = _objective_form(turn, card, one, objective_id)
        _meanwhile(turn, one, with_values(form, values), shown, base)
    else:
        planning.put_objective(turn, one, read)


# milestones


def _milestone_form(
    turn: Turn, card: Card, one: Standing, objective_id: str, milestone_id: str, *base: str
) -> Form:
    objective = one.latest.objective(objective_id)
    found = objective.milestone(milestone_id) if objective else None
    known = base or _base(one, found.rev if found else None)
    token = ":".join((f"{card.token}.milestone.{objective_id}", milestone_id, *known))
    day = Field(
        "on",
        turn.text("plan_form.on"),
        "date",
        hint=turn.text("plan_form.on_hint"),
        value=found.on.isoformat() if found else "",
    )
    text = _short(turn, "milestone", found.text if found else "")
    return filled_form(turn, token, turn.text("plan_form.milestone"), text, day)


def _take_milestone(turn: Turn, card: Card, one: Standing, parts: Parts, values: Values) -> None:
    objective_id, milestone_id, *base, kept = parts
    objective = one.latest.objective(objective_id)
    found = objective.milestone(milestone_id) if objective else None
    faults = Faults()
    read = read_milestone(
        values, found or Milestone(milestone_id, turn.today, ""), turn.lang, turn.today, faults
    )
    form = _milestone_form(turn, card, one, objective_id, milestone_id, *base)
    if objective is None:
        faults.found["milestone"] = ("plans.gone", {})
    elif found is None and len(objective.milestones) >= MOST_MILESTONES:
        faults.found["milestone"] = ("errors.plan_milestones", {})
    if objective is None or faults.found:
        _keep_open(turn, form, values, faults)
    elif found and (found.on, found.text) == (read.on, read.text):
        return
    elif _outdated(one, tuple(base), found.rev if found else None):
        shown = [milestone_line(turn, found, one.measures)] if found else []
        form = _milestone_form(turn, card, one, objective_id, milestone_id)
        _meanwhile(turn, one, with_values(form, values), shown, tuple(base))
    elif _day_off(turn, read, found, kept):
        _suggest(turn, form, read, values)
    else:
        planning.put_milestone(turn, one, objective, read)


def _day_off(turn: Turn, read: Milestone, found: Milestone | None, kept: str) -> bool:
    """Tell whether a day is worth a question: it is off, and was not chosen twice."""
    chosen = kept == read.on.isoformat() or (found is not None and found.on == read.on)
    return not turn.calendar.is_workday(read.on) and not chosen


def _suggest(turn: Turn, form: Form, read: Milestone, values: Values) -> None:
    """Put the working day before a day off, say so, and leave the choice."""
    before = turn.calendar.add_workdays(read.on, -1)
    if before < turn.today:
        before = turn.calendar.next_workday(read.on)
    day, said = (say_day(d, turn.lang, turn.today) for d in (read.on, before))
    text = turn.text("plan_form.day_off", day=day, before=said)
    form = with_values(form, {**values, "on": before.isoformat()})
    token = f"{form.token}:{read.on.isoformat()}"
    turn.reply = Reply(form=replace(form, token=token, elements=(paragraph(text),)))


# progress


def _measure_form(turn: Turn, card: Card, one: Standing, objective_id: str) -> Form | None:
    objective = one.content.objective(objective_id)
    if objective is None or one.side != "owner":
        return None
    indicator = objective.indicator
    read = history(objective, one.measures)
    value = read[-1].value if read else indicator.baseline
    kind = "date" if indicator.kind == "date" else "short"
    shown = turn.today.fromordinal(int(value)).isoformat() if kind == "date" else ""
    asked = Field(
        "value",
        turn.text("plan_form.value"),
        kind,  # type: ignore[arg-type]  # one of the two
        hint=indicator.name,
        value=shown,
        placeholder=say_value(turn, indicator, value) if kind == "short" else "",
        longest=40,
    )
    token = f"{card.token}.measure.{objective_id}"
    return filled_form(turn, token, turn.text("plans.note"), asked)


def _take_measure(turn: Turn, card: Card, one: Standing, objective_id: str, values: Values) -> None:
    objective = one.content.objective(objective_id)
    if objective is None:
        raise StaleClick(card.token)
    typed = one_of(values, "value")
    try:
        value = read_value(objective.indicator.kind, typed, turn.lang, turn.today)
    except InvalidAnswer as error:
        raise InvalidAnswer(error.told, **error.values | {"field": "value"}) from error
    planning.measure(turn, one, objective_id, value)


# what they share


def _base(one: Standing | None, rev: int | None) -> Parts:
    """Note what a form was opened on: the content's and the part's revision."""
    return (str(one.latest.rev if one else 0), NEW if rev is None else str(rev))


def _outdated(one: Standing, base: Parts, rev: int | None) -> bool:
    """Tell whether a form was opened on something else than what stands there now.

    Another person's change to another part counts too: nobody agrees to what they never saw.
    """
    content, part = base
    head = one.head
    unseen = content != str(one.latest.rev) and head is not None and head.author != one.side
    return unseen or part != (NEW if rev is None else str(rev))


def _meanwhile(turn: Turn, one: Standing, form: Form, shown: list[str], base: Parts) -> None:
    """Show the form again, with what was typed and what stands there meanwhile."""
    part_changed = base[1] != form.token.rsplit(":", 1)[-1]
    if part_changed and shown:
        said = [turn.text("plan_form.meanwhile"), *shown]
    elif part_changed:
        said = [turn.text("plan_form.meanwhile_gone")]
    else:
        changed = differences(one.content, one.latest)
        lines = [difference_line(turn, d) for d in changed] or [turn.text("plans.same")]
        said = [turn.text("plan_form.meanwhile_other"), *lines]
    own = turn.text("plan_form.meanwhile_own")
    elements = (paragraph("\n".join(said)), paragraph(own))
    turn.reply = Reply(form=replace(form, elements=elements))


def _keep_open(turn: Turn, form: Form, values: Values, faults: Faults) -> None:
    errors = {name: turn.text(told, **more) for name, (told, more) in faults.found.items()}
    turn.reply = Reply(errors=errors, form=with_values(form, values))


def _named(turn: Turn, rest: list[str]) -> Parts:
    """Give a new milestone its id when its form opens, so that sending it twice adds one."""
    return tuple(rest) if rest and rest[0] else (turn.new_id(),)


def _short(turn: Turn, name: str, value: str) -> Field:
    return Field(
        name,
        turn.text(f"plan_form.{name}"),
        "short",
        hint=turn.text(f"plan_form.{name}_hint"),
        value=value,
        longest=LONGEST.get(name, 40),
    )


def _stale(card: Card) -> Form:
    raise StaleClick(card.token)
