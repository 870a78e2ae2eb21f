"""Answering: one form, changed or withdrawn until the close, and the yes to each line."""

from dataclasses import replace
from typing import get_args

from bot.answers import Values
from bot.days import say_moment
from bot.errors import BotError, InvalidAnswer
from bot.frame import paragraph
from bot.lines.checking import LONGEST, fault_in, final_form
from bot.messages import Element, Field, Form, Option, Span, Text
from bot.teams import rhythm
from bot.teams.content import BLOCKERS, HIGHEST, ITEMS, LOWEST, Answer, Blocker, Item, Round, Team
from bot.teams.joining import member_of
from bot.teams.rounds import plan_reminder
from bot.turn import Turn

REMIND = "remind"
NOTHING = "nothing"
LINES = ("expect", "offer")


class RoundClosed(BotError):
    """The round is over: what was sent before counts, what comes now does not."""

    told = "team.closed"


def answer_form(turn: Turn, team: Team, one: Round, token: str) -> Form:
    """Return the questions in the person's language, with what they answered before.

    Raises:
        NotInTeam, RoundClosed: nobody is asked.
    """
    held(turn, one.id)
    member = member_of(turn, team)
    given = turn.uow.teams.answer_of(one.id, turn.coachee.id) or Answer(declined=True)
    fields = [
        *[_scale(turn, item, getattr(given, item)) for item in asked_items(one)],
        *([_blocker_field(turn, given)] if "blocker" in one.questions else []),
        *([_line(turn, name, getattr(given, name)) for name in LINES] if _lines(one) else []),
        _remind_field(turn, ticked=member.remind),
        *([] if given.declined else [_withdraw_field(turn)]),
    ]
    save, close = turn.text("team.send"), turn.text("buttons.cancel")
    intro = paragraph(turn.text("team.form_intro", when=when_closes(turn, one)))
    return Form(
        f"{token}.answer", turn.lang, turn.text("team.title"), save, close, tuple(fields), (intro,)
    )


def take_answer(turn: Turn, team: Team, one: Round, token: str, values: Values) -> Form:
    """Keep what was answered, in place of what was before, and return what to show next.

    Raises:
        NotInTeam, RoundClosed: nothing is kept.
        InvalidAnswer: a field is missing, or a line cannot be shown.
    """
    held(turn, one.id)
    member_of(turn, team)
    if values.get("withdraw") == "withdraw":
        turn.uow.teams.withdraw(one.id, turn.coachee.id)
        wish(turn, team, one, values)
        return window(turn, token, "team.withdrawn", when=when_closes(turn, one))
    given = _answer(turn, one, values)
    before = turn.uow.teams.answer_of(one.id, turn.coachee.id)
    same = before is not None and (before.expect, before.offer) == (given.expect, given.offer)
    shown = bool(before and before.show and same)
    given = replace(given, show=shown, quote=turn.new_id()[:8])
    turn.uow.teams.answer(one.id, turn.coachee.id, given)
    wish(turn, team, one, values)
    return _quote_form(turn, token, given) if written(given) else thanks(turn, one, token)


def take_quote(turn: Turn, team: Team, one: Round, token: str, quote: str, values: Values) -> Form:
    """Take the yes or no to the lines that were shown under the name `quote`, and to no others.

    Raises:
        NotInTeam, RoundClosed: nothing is kept.
    """
    held(turn, one.id)
    member_of(turn, team)
    given = turn.uow.teams.answer_of(one.id, turn.coachee.id)
    if given and given.quote == quote:
        show = values.get("show") == "yes"
        turn.uow.teams.answer(one.id, turn.coachee.id, replace(given, show=show))
    return thanks(turn, one, token)


def decline(turn: Turn, team: Team, one: Round, token: str) -> Form:
    """Take a no to this round; what was answered before is withdrawn. Nobody sees it.

    Raises:
        NotInTeam, RoundClosed: nothing is kept.
    """
    held(turn, one.id)
    member = member_of(turn, team)
    turn.uow.teams.answer(one.id, turn.coachee.id, Answer(declined=True))
    intro = paragraph(turn.text("team.declined", when=when_closes(turn, one)))
    fields = (_later_field(turn, ticked=member.remind),)
    save, close = turn.text("buttons.save"), turn.text("buttons.close")
    title = turn.text("team.title")
    return Form(f"{token}.later", turn.lang, title, save, close, fields, (intro,))


def take_later(turn: Turn, team: Team, one: Round, token: str, values: Values) -> Form:
    """Take the wish for a reminder after a no; it means not now rather than no.

    What was answered since, beside the form, stays.

    Raises:
        NotInTeam, RoundClosed: nothing is kept.
    """
    held(turn, one.id)
    member_of(turn, team)
    given = turn.uow.teams.answer_of(one.id, turn.coachee.id)
    ticked = wish(turn, team, one, values)
    if ticked and given and given.declined:
        turn.uow.teams.withdraw(one.id, turn.coachee.id)
    comes = ticked and turn.now < rhythm.reminded_at(team, one)
    key = "team.will_remind" if comes else "team.noted"
    return window(turn, token, key, when=when_closes(turn, one))


def wants_reminder(turn: Turn, round_id: str) -> bool:
    """Tell whether somebody is reminded: they asked for it and have not answered yet."""
    one = turn.uow.teams.hold(round_id)
    if one is None or one.state != "open" or turn.now >= one.closes_at:
        return False
    member = turn.uow.teams.member(one.team_id, turn.coachee.id)
    answered = turn.uow.teams.answer_of(one.id, turn.coachee.id)
    return bool(member and member.remind and not answered)


def held(turn: Turn, round_id: str) -> Round:
    """Return the round, kept open until this turn ends.

    Raises:
        RoundClosed: it is over.
    """
    one = turn.uow.teams.hold(round_id)
    if one is None or one.state != "open":
        raise RoundClosed(round_id)
    return one


def wish(turn: Turn, team: Team, one: Round, values: Values) -> bool:
    """Follow the tick for reminders, in this round too, and say whether it is set."""
    member = member_of(turn, team)
    ticked = REMIND in values.get(REMIND, ())
    if ticked != member.remind:
        turn.uow.teams.enrol(replace(member, remind=ticked))
    if ticked:
        turn.save()  # the reminder speaks their language, and that they want it is kept anyhow
        plan_reminder(turn, team, one, replace(member, remind=True))
    else:
        turn.uow.moments.cancel(turn.coachee.id, ["team_reminder"], one.id)
    return ticked


def asked_items(one: Round) -> tuple[Item, ...]:
    """Return what a round asks on the scale."""
    by_question = {"energy": ("energy",), "clarity": ("role", "goal")}
    asked = {item for q in one.questions for item in by_question.get(q, ())}
    return tuple(item for item in ITEMS if item in asked)


def when_closes(turn: Turn, one: Round) -> str:
    """Say the close in the person's own zone."""
    return say_moment(one.closes_at, turn.coachee.tz, turn.lang, turn.now)


def written(given: Answer) -> list[tuple[str, str]]:
    """Return the lines somebody wrote, by name."""
    return [(name, getattr(given, name)) for name in LINES if getattr(given, name)]


def thanks(turn: Turn, one: Round, token: str) -> Form:
    """Say thank you, and when the summary comes."""
    return window(turn, token, "team.thanks", when=when_closes(turn, one))


def window(turn: Turn, token: str, key: str, **values: str) -> Form:
    """Return a window that only says something."""
    return Form(
        f"{token}.said",
        turn.lang,
        turn.text("team.title"),
        "",
        turn.text("buttons.close"),
        elements=(paragraph(turn.text(key, **values)),),
    )


def _quote_form(turn: Turn, token: str, given: Answer) -> Form:
    """Show the lines in their final form, and ask whether they may appear."""
    shown: list[Element] = [paragraph(turn.text("team.quote_intro"))]
    for name, line in written(given):
        shown.append(Text((Span(turn.text(f"team.quote_{name}")), Span(line, "bold"))))
    options = tuple(Option(o, turn.text(f"team.quote_{o}")) for o in ("yes", "no"))
    ask = turn.text("team.quote_ask")
    value = "yes" if given.show else "no"
    field = Field("show", ask, "choice", value=value, options=options)
    save, close = turn.text("buttons.save"), turn.text("buttons.close")
    title = turn.text("team.title")
    token = f"{token}.quote.{given.quote}"
    return Form(token, turn.lang, title, save, close, (field,), tuple(shown))


def _answer(turn: Turn, one: Round, values: Values) -> Answer:
    asked = asked_items(one)
    return Answer(
        energy=_number(values, "energy") if "energy" in asked else None,
        role=_number(values, "role") if "role" in asked else None,
        goal=_number(values, "goal") if "goal" in asked else None,
        blocker=_blocker(values) if "blocker" in one.questions else None,
        expect=_checked(turn, values, "expect") if _lines(one) else "",
        offer=_checked(turn, values, "offer") if _lines(one) else "",
    )


def _number(values: Values, name: str) -> int:
    value = values.get(name)
    if not isinstance(value, str) or value not in {str(n) for n in range(LOWEST, HIGHEST + 1)}:
        raise InvalidAnswer("team.number", field=name)
    return int(value)


def _blocker(values: Values) -> Blocker | None:
    value = values.get("blocker")
    if value in BLOCKERS:
        return next(b for b in get_args(Blocker) if b == value)
    if value != NOTHING:
        raise InvalidAnswer("errors.choose_one", field="blocker")
    return None


def _checked(turn: Turn, values: Values, name: str) -> str:
    text = values.get(name)
    line = final_form(text) if isinstance(text, str) else ""
    fault = fault_in(line, turn.lang, turn.library.safety) if line else None
    if fault:
        raise InvalidAnswer(f"team.line_{fault}", field=name)
    return line


def _lines(one: Round) -> bool:
    return "lines" in one.questions


def _scale(turn: Turn, item: Item, value: int | None) -> Field:
    def label(number: int) -> str:
        ends = {LOWEST: "lowest", HIGHEST: "highest"}
        kind = "energy" if item == "energy" else "clear"
        end = ends.get(number)
        return f"{number} · {turn.text(f'team.{kind}_{end}')}" if end else str(number)

    options = tuple(Option(str(n), label(n)) for n in range(LOWEST, HIGHEST + 1))
    shown = str(value) if value else ""
    return Field(item, turn.text(f"team.ask_{item}"), "choice", value=shown, options=options)


def _blocker_field(turn: Turn, given: Answer) -> Field:
    ids = (*BLOCKERS, NOTHING)
    options = tuple(Option(b, turn.text(f"team.blocker_{b}")) for b in ids)
    value = given.blocker or ("" if given.declined else NOTHING)
    return Field("blocker", turn.text("team.ask_blocker"), "choice", value=value, options=options)


def _line(turn: Turn, name: str, value: str) -> Field:
    hint = turn.text("team.line_hint")
    label = turn.text(f"team.ask_{name}")
    return Field(name, label, "short", False, hint, "", value, longest=LONGEST)


def _remind_field(turn: Turn, *, ticked: bool) -> Field:
    options = (Option(REMIND, turn.text("team.remind_option")),)
    label = turn.text("team.remind")
    value = REMIND if ticked else ""
    hint = turn.text("team.remind_hint")
    return Field(REMIND, label, "multi", False, hint, "", value, options, most=1)


def _later_field(turn: Turn, *, ticked: bool) -> Field:
    return replace(_remind_field(turn, ticked=ticked), label=turn.text("team.remind_ask"))


def _withdraw_field(turn: Turn) -> Field:
    options = tuple(Option(o, turn.text(f"team.answer_{o}")) for o in ("keep", "withdraw"))
    label = turn.text("team.answered")
    return Field("withdraw", label, "choice", value="keep", options=options)
