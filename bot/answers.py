"""Reading answers: what was tapped, filled in or typed becomes a valid `Given`, or says why not."""

from collections.abc import Mapping
from datetime import date, time

from rapidfuzz import fuzz, process, utils

from bot.commitment_check import assess
from bot.days import parse_day
from bot.engine import Given
from bot.errors import InvalidAnswer, StaleClick
from bot.feedback.due_doubts import FURTHEST
from bot.language import LANGS, Lang
from bot.people import Slot
from bot.places import COUNTRIES, find_zone
from bot.programmes import Step
from bot.slots import name_of, slot_named, typed_slot

LONGEST = 1000
"""Characters of one answer: a thought, not a report."""

EARLIEST, LATEST = time(6), time(20)
"""A weekly slot lies in the day, whoever asks."""

SKIP = "skip"
SKIPS = {"skip", "passer"}
WRITE = "write"
ELSEWHERE = "elsewhere"
BACK = "back"
CHANGE = "change"
OWN = frozenset({WRITE, BACK, CHANGE})
"""Option ids of the engine's own; a choice of that name could not be told from them."""

WRITTEN = {"text", "text_buttons", "person", "person_buttons", "previous", "commitment"}
"""Kinds of steps that take words."""

_VERDICTS = {"place": {"right"}, "feedback": {"use", "suggested", "keep", "yes", "no", "day"}}
_WEEKDAYS = frozenset("0123456")
_LIKE = 88

Values = Mapping[str, str | list[str]]


def opens_form(step: Step, option: str) -> bool:
    """Tell whether pressing this option opens a form instead of answering."""
    if step.kind == "slot":
        return step.choice(option) is not None
    if step.kind == "place":
        return option == ELSEWHERE
    return option == WRITE and step.kind in WRITTEN


def from_click(step: Step, option: str, values: Values, today: date) -> Given:
    """Read a tap.

    Raises:
        StaleClick: the step has no such option.
        InvalidAnswer: it has, but the answer can't be taken.
    """
    if option == SKIP and skippable(step):
        return Given((SKIP,))
    if step.kind == "slot":
        return _offered(step, option)
    if step.choice(option):
        return Given((option,))
    if step.kind == "multi":
        return _several(step, values)
    if step.kind == "scale":
        return _number(step, option)
    if step.kind == "date":
        return Given(day=_day(_one(values, "date") if option == "date" else option, today))
    verb = option.partition(":")[0]
    if step.kind == "theme" or verb in _VERDICTS.get(step.kind, ()):
        return Given((option,))
    raise StaleClick(f"{step.id}: no option")


def from_form(step: Step, values: Values, lang: Lang, today: date) -> Given:
    """Read a form.

    Raises:
        StaleClick: the step takes no form.
        InvalidAnswer: with the field's id in `values["field"]`.
    """
    if step.kind == "commitment":
        return _commitment(values, lang, today)
    if step.kind == "slot":
        return _named(weekly_slot(values))
    if step.kind == "place":
        return Given(fields=place(values))
    if step.kind not in WRITTEN:
        raise StaleClick(f"{step.id}: no form")
    if step.kind == "previous" and values.get("line"):
        return Given(("line",), text=_words(_one(values, "line"), "line"))
    chosen = step.choice(_one(values, "option"))
    options = (chosen.id,) if chosen else ()
    text = _one(values, "text")
    if not text and options:
        return Given(options)
    return Given(options, text=_words(text, "text"))


def plainly(step: Step, text: str, lang: Lang, today: date) -> Given | None:
    """Read what can only be meant as the answer: a button's label, a number, a day, `skip`."""
    if skippable(step) and text.strip().lower() in SKIPS:
        return Given((SKIP,))
    if step.kind == "scale" and text.strip().isdecimal():
        return _number(step, text.strip())
    if step.kind == "date":
        day = parse_day(text, lang, today)
        if day:
            return Given(day=_day(day.isoformat(), today))
    if step.kind == "slot" and (slot := typed_slot(text, lang)):
        return _named(slot)
    option = _label(step, text)
    known = option and not opens_form(step, option) and step.kind != "multi"
    return Given((option,)) if option and known else None


def from_text(step: Step, text: str, lang: Lang, today: date) -> Given | None:
    """Read what was typed in the chat; None if it does not answer this step."""
    meant = plainly(step, text, lang, today)
    if meant:
        return meant
    if step.kind in {"text", "text_buttons", "person", "person_buttons", "previous"}:
        return Given(text=_words(text, "text"))
    if step.kind == "commitment":
        return _typed_commitment(text, lang, today)
    return None


def skippable(step: Step) -> bool:
    """Tell whether a step can be passed over."""
    return step.optional or step.kind in {"person", "person_buttons", "previous"}


def place(values: Values) -> dict[str, str]:
    """Read country and zone.

    Raises:
        InvalidAnswer: the zone is unknown.
    """
    zone = find_zone(_one(values, "zone"))
    if zone is None:
        raise InvalidAnswer("errors.zone", field="zone")
    country = _one(values, "country")
    return {"zone": zone, "country": country if country in COUNTRIES else ""}


def weekly_slot(values: Values) -> Slot:
    """Read day and time.

    Raises:
        InvalidAnswer: one of them is none, or the time is in the night.
    """
    weekday, at = _one(values, "weekday"), _one(values, "time")
    if weekday not in _WEEKDAYS:
        raise InvalidAnswer("errors.time", field="weekday")
    try:
        return _at_day(Slot(int(weekday), time.fromisoformat(at).replace(tzinfo=None)))
    except ValueError:
        raise InvalidAnswer("errors.time", field="time") from None


def _offered(step: Step, name: str) -> Given:
    slot = slot_named(name)
    if slot is None:
        raise StaleClick(f"{step.id}: no option")
    return _named(slot)


def _at_day(slot: Slot) -> Slot:
    if not EARLIEST <= slot.at <= LATEST:
        raise InvalidAnswer("errors.night", field="time")
    return slot


def _named(slot: Slot) -> Given:
    return Given(fields={"slot": name_of(_at_day(slot))})


def _commitment(values: Values, lang: Lang, today: date) -> Given:
    fields = {"action": _words(_one(values, "action"), "action")}
    for name in ("cue", "who", "indicator"):
        text = _one(values, name)
        fields[name] = _words(text, name) if text else ""
    typed = _one(values, "due")
    day = parse_day(typed, lang, today) if typed else None
    if typed and day is None:
        raise InvalidAnswer("errors.date", field="due")
    fields["due"] = _day(day.isoformat(), today, "due").isoformat() if day else ""
    return Given(fields=fields)


def _typed_commitment(text: str, lang: Lang, today: date) -> Given:
    """Read a whole commitment; its day is the first one it names, unless that is past."""
    due = assess(text, lang, today).due
    ahead = due if due and today <= due <= today + FURTHEST else None
    return Given(
        fields={"action": _words(text, "action"), "due": ahead.isoformat() if ahead else ""}
    )


def _several(step: Step, values: Values) -> Given:
    chosen = values.get("chosen") or []
    ids = tuple(dict.fromkeys(chosen if isinstance(chosen, list) else chosen.split(",")))
    if not ids:
        raise InvalidAnswer("errors.choose_one")
    if len(ids) > step.most:
        raise InvalidAnswer("errors.choose_fewer", most=str(step.most))
    return Given(ids)


def _number(step: Step, option: str) -> Given:
    known = option.isdecimal() and len(option) <= len(str(step.high))
    if not known or not step.low <= int(option) <= step.high:
        raise InvalidAnswer("errors.number", low=str(step.low), high=str(step.high))
    return Given((), number=int(option))


def _day(text: str, today: date, field: str = "date") -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise InvalidAnswer("errors.date", field=field) from None
    if day < today:
        raise InvalidAnswer("errors.past_date", field=field)
    if day > today + FURTHEST:
        raise InvalidAnswer("errors.far_date", field=field)
    return day


def _words(text: str, field: str) -> str:
    text = text.strip()
    if not any(c.isalnum() for c in text):
        raise InvalidAnswer("errors.no_words", field=field)
    if len(text) > LONGEST:
        raise InvalidAnswer("errors.too_long", field=field, most=str(LONGEST), has=str(len(text)))
    return text


def _one(values: Values, name: str) -> str:
    value = values.get(name) or ""
    return (value[0] if value else "") if isinstance(value, list) else value.strip()


def _label(step: Step, text: str) -> str | None:
    """Find the choice whose label was typed, in either language."""
    labels = {(c.id, lang): c.label.text(lang) for c in step.choices for lang in LANGS}
    found = process.extractOne(
        text, labels, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_LIKE
    )
    return found[2][0] if found else None
