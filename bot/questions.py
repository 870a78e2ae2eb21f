"""A step as a message: the question with its buttons, or the receipt of its answer."""

from dataclasses import replace

from bot import committing, slots
from bot.answers import BACK, ELSEWHERE, SKIP, WRITE, skippable
from bot.cards import Card
from bot.care import fold
from bot.choosing.saying import suggested
from bot.days import quick_days, say_day, say_when
from bot.dialogue import changeable
from bot.engine import before
from bot.feedback import verdicts
from bot.feedback.message import feedback_elements, passed_feedback
from bot.folding import said_along
from bot.frame import filled, filled_text, message, summary, title_of
from bot.messages import (
    Bullets,
    Choices,
    Element,
    Heading,
    Message,
    Multi,
    Option,
    Receipt,
    Scale,
    Span,
    Text,
    When,
)
from bot.places import city, country_name, country_of
from bot.programmes import Programme, Step
from bot.question_numbers import question_numbers
from bot.sessions import Answer, Session
from bot.suggestions import suggesting
from bot.themes import theme_of
from bot.turn import Turn


def question(turn: Turn, card: Card) -> Message | None:
    """Say what a step's message stands for now; None if its session is gone."""
    session = turn.uow.sessions.get(card.session_id) if card.session_id else None
    if session is None:
        return None
    programme = turn.library.programme(session.programme_id, session.programme_version)
    step = programme.step(card.args["step"])
    about = card.args.get("commitment", session.commitment_id)
    asked = replace(session, commitment_id=about)
    head = _head(turn, card, asked, programme, step)
    if session.status == "open" and session.card_token == card.token:
        tail = _asking(turn, card, session, programme, step)
    else:
        tail = [_receipt(turn, card, session, step)]
    spoken = turn.library.wording["check.summary"] if step.kind == "feedback" else step.say
    told = summary(turn, asked, title_of(turn, session), spoken)
    also = said_along(turn, card)
    return message(turn, told, *head, *tail, *also, keeps=step.keeps)  # type: ignore[arg-type]  # checked by the loader


def _head(
    turn: Turn, card: Card, session: Session, programme: Programme, step: Step
) -> list[Element]:
    passed = [programme.step(s) for s in card.args.get("passed", "").split(",") if s]
    head: list[Element] = []
    if step.id == programme.start or step.id in programme.entries or "again" in card.args:
        head.append(Heading(title_of(turn, session).text(turn.lang)))
    elif place := _place_in(programme, step):
        head.append(Text((Span(place, "italic"),)))
    head += [statement(turn, session, one) for one in passed]
    if step.intro:
        head.append(Text((Span(step.intro.text(turn.lang), "bold"),)))
    if step.tool_card:
        head.append(Heading(turn.text("theme.card", title=title_of(turn, session).text(turn.lang))))
        head.append(Bullets(tuple(w.text(turn.lang) for w in step.tool_card)))
    if step.kind == "feedback":
        return [*head, *feedback_elements(turn, session), *suggesting.shown(turn, card, session)]
    return [*head, filled(turn, session, step.say)]


def statement(turn: Turn, session: Session, step: Step) -> Element:
    """Say a statement; where a commitment held at once, that it does."""
    if step.kind == "feedback":
        return passed_feedback(turn, session)
    return filled(turn, session, step.say)


def _place_in(programme: Programme, step: Step) -> str:
    """Say how far one is in a theme: its own questions, up to the commitment; else nothing."""
    if theme_of(programme.id) is None:
        return ""
    number = question_numbers(programme)[step.id]
    return "" if number.beyond else str(number)


def _asking(
    turn: Turn, card: Card, session: Session, programme: Programme, step: Step
) -> list[Element]:
    elements = _inputs(turn, card, session, step)
    if programme.back and before(session):
        elements.append(Choices(card.token, (Option(BACK, turn.text("buttons.back")),)))
    return elements


def _inputs(turn: Turn, card: Card, session: Session, step: Step) -> list[Element]:
    token, lang = card.token, turn.lang
    if step.kind == "multi":
        themes = _theme_options(turn, hints=False)
        label, save = turn.text("labels.themes"), turn.text("buttons.save")
        return [Multi(token, themes, step.most, label, save, turn.coachee.themes)]
    if step.kind == "theme":
        every = _theme_options(turn, hints=True)
        listed = Choices(token, every, turn.text("choosing.all"), compact=True)
        return [*suggested(turn, token, card.created_at), listed]
    if step.kind == "scale":
        low = step.low_label.text(lang) if step.low_label else turn.text("scale.low")
        high = step.high_label.text(lang) if step.high_label else turn.text("scale.high")
        return [Scale(token, step.low, step.high, low, high), *_ways(turn, session, token, step)]
    if step.kind == "date":
        return [_when(turn, token, step), *_ways(turn, session, token, step)]
    options = _options(turn, session, step)
    apart = -1 if step.kind == "buttons" and step.optional else len(options)  # else a list
    rows = options[:apart], options[apart:]
    return [Choices(token, tuple(row)) for row in rows if row]


def _ways(turn: Turn, session: Session, token: str, step: Step) -> list[Choices]:
    """Offer what can be chosen beside a number or a day."""
    ways = tuple(Option(c.id, filled_text(turn, session, c.label)) for c in step.choices)
    return [Choices(token, ways)] if ways else []


def _options(turn: Turn, session: Session, step: Step) -> list[Option]:
    form = step.kind == "slot"
    options = [Option(c.id, filled_text(turn, session, c.label), form=form) for c in step.choices]
    if step.kind == "slot":
        return [*_slots(turn), *options]
    if step.kind == "feedback":
        return _verdicts(turn, session)
    if step.kind == "place":
        known = [Option("right", turn.text("place.right", place=place_text(turn)), "primary")]
        asked = [Option(ELSEWHERE, turn.text("buttons.change"), form=True)]
        return known + asked if turn.coachee.zone_known else asked
    if step.kind in {"text", "text_buttons", "person", "person_buttons", "previous", "commitment"}:
        style = "plain" if step.choices else "primary"
        label = turn.text(f"buttons.write_{step.kind}")
        options.append(Option(WRITE, label, style, form=True))  # type: ignore[arg-type]  # one of the two
    if skippable(step):
        options.append(Option(SKIP, turn.text("buttons.skip")))
    return options


def _slots(turn: Turn) -> list[Option]:
    every = slots.offered(turn.uow.offered_slots)
    return [Option(slots.name_of(s), slots.labelled(turn.library, s, turn.lang)) for s in every]


def _verdicts(turn: Turn, session: Session) -> list[Option]:
    return suggesting.beside(turn, session, verdicts.options(turn, session))


def _theme_options(turn: Turn, *, hints: bool) -> tuple[Option, ...]:
    every = [
        Option(t.id, t.title.text(turn.lang), hint=t.purpose.text(turn.lang) if hints else "")
        for t in turn.library.themes.values()
    ]
    return tuple(sorted(every, key=lambda option: fold(option.label)))


def _when(turn: Turn, token: str, step: Step) -> When:
    days = quick_days(turn.today, turn.calendar, step.due_days)
    quick = tuple(
        Option(day.isoformat(), say_day(day, turn.lang, turn.today)) for day, _kind in days
    )
    save, label = turn.text("buttons.save"), turn.text("labels.date")
    first = days[-1][0].isoformat() if days else ""
    return When(token, quick, label, save, first, turn.today.isoformat())


def _receipt(turn: Turn, card: Card, session: Session, step: Step) -> Element:
    answer = session.answer(step.id)
    if answer is None:
        key = _elsewhere(turn, card, session)
        return Text((Span(turn.text(key), "italic"),))
    at = say_when(answer.at, turn.coachee.tz, turn.lang)
    what = _answered(turn, session, step, answer)
    spans = (Span("✓ "), Span(what, "bold"), Span(f" · {at}"))
    if not changeable(session, turn.now):
        return Receipt(spans)
    return Receipt(spans, card.token, turn.text("buttons.change"))


def _elsewhere(turn: Turn, card: Card, session: Session) -> str:
    """Say where the conversation goes on, for a message that has no question any more."""
    if session.status != "open":
        return "receipt.closed"
    live = turn.uow.cards.get(session.card_token) if session.card_token else None
    above = live is not None and live.created_at < card.created_at
    return "receipt.above" if above else "receipt.below"


def _answered(turn: Turn, session: Session, step: Step, answer: Answer) -> str:
    """Say what was answered; of words only that they are noted, except the commitment."""
    if step.kind == "commitment":
        made = committing.made_here(turn, session)
        draft = committing.draft_of(turn, made) if made else None
        return draft.sentence if draft else turn.text("receipt.words")
    if step.kind == "slot":
        return slot_text(turn)
    if step.kind == "place":
        return place_text(turn)
    if answer.number is not None:
        return f"{answer.number}/{step.high}"
    if answer.day:
        return say_day(answer.day, turn.lang, turn.today)
    if answer.words_id:
        return turn.text("receipt.words")
    return ", ".join(_label(turn, session, step, option) for option in answer.options)


def _label(turn: Turn, session: Session, step: Step, option: str) -> str:
    choice = step.choice(option)
    if choice:
        return filled_text(turn, session, choice.label)
    theme = turn.library.themes.get(option)
    if theme:
        return theme.title.text(turn.lang)
    return verdicts.label(turn, option)


def slot_text(turn: Turn) -> str:
    """Say the weekly slot: `Tuesday 09:00`, « mardi 9 h »."""
    slot = turn.coachee.slot
    if slot is None:
        return turn.text("plan.when_you_call")
    return slots.say_slot(turn.library, slot, turn.lang)


def weekday(turn: Turn, number: int) -> str:
    """Say a day of the week; 0 is Monday."""
    return turn.text(f"weekdays.{number}")


def place_text(turn: Turn) -> str:
    """Say country and zone: `France, Paris`."""
    country = turn.coachee.country or country_of(turn.coachee.zone)
    zone = city(turn.coachee.zone)
    return f"{country_name(country, turn.lang)}, {zone}" if country else zone
