"""Reading what was written into the forms of a plan: each field becomes a value, or an error."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.answers import Values
from bot.days import parse_day
from bot.errors import InvalidAnswer
from bot.language import Lang
from bot.plain import plain
from bot.plans.content import KINDS, SCALE, Indicator, Kind, Milestone, Objective

AHEAD = timedelta(days=366)
"""How far ahead a milestone may lie."""

LINE, SENTENCE = 150, 300
LONGEST: Mapping[str, int] = {
    "goal": LINE,
    "contribution": SENTENCE,
    "name": LINE,
    "support": SENTENCE,
    "milestone": LINE,
}
"""Characters of each field."""

YES = frozenset(["yes", "y", "true", "1", "oui", "o", "vrai"])
NO = frozenset(["no", "n", "not", "false", "0", "non", "faux"])

_MOST = 1e9
_GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(slots=True)
class Faults:
    """Errors by field, each a wording key with its values."""

    found: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)

    def add(self, name: str, error: InvalidAnswer) -> None:
        """Note the first error of a field."""
        values = {k: v for k, v in error.values.items() if k != "field"}
        self.found.setdefault(name, (error.told, values))


def read_objective(
    values: Values, former: Objective, lang: Lang, today: date, faults: Faults
) -> Objective:
    """Read the form of an objective; what cannot be read is in `faults`."""
    words = {name: _words(values, name, faults) for name in ("goal", "contribution", "name")}
    support = _words(values, "support", faults, required=False)
    kind = _kind(values, faults)
    indicator = former.indicator
    if kind:
        ends = [_end(values, name, kind, lang, today, faults) for name in ("baseline", "target")]
        indicator = Indicator(kind, words["name"], *(e or 0.0 for e in ends))
        _differ(ends, faults)
        _ahead(indicator, former.indicator, today, faults)
    return Objective(
        former.id, words["goal"], words["contribution"], indicator, support, former.milestones
    )


def read_milestone(
    values: Values, former: Milestone, lang: Lang, today: date, faults: Faults
) -> Milestone:
    """Read the form of a milestone; a day that is kept may be past."""
    text = _words(values, "milestone", faults)
    day = former.on
    try:
        day = read_day(one_of(values, "on"), lang, today)
        if day != former.on or not former.text:
            in_time(day, today)
    except InvalidAnswer as error:
        faults.add("on", error)
    return Milestone(former.id, day, text)


def read_value(kind: Kind, typed: str, lang: Lang, today: date) -> float:
    """Read one value of an indicator.

    Raises:
        InvalidAnswer: it cannot be read as one of this kind.
    """
    if kind == "date":
        return float(read_day(typed, lang, today).toordinal())
    if kind == "yes_no":
        return _yes_no(typed)
    number = read_number(typed, lang)
    if kind == "scale" and not (number.is_integer() and 0 <= number <= SCALE):
        raise InvalidAnswer("errors.plan_scale")
    return number


def read_day(typed: str, lang: Lang, today: date) -> date:
    """Read a day as people type it.

    Raises:
        InvalidAnswer: there is no such day.
    """
    day = parse_day(typed, lang, today) if typed else None
    if day is None:
        raise InvalidAnswer("errors.date")
    return day


def in_time(day: date, today: date) -> None:
    """Check that a day lies ahead, and not too far.

    Raises:
        InvalidAnswer: it does not.
    """
    if day < today:
        raise InvalidAnswer("errors.past_date")
    if day > today + AHEAD:
        raise InvalidAnswer("errors.plan_far")


def read_number(typed: str, lang: Lang) -> float:
    """Read a number with a comma or a point, with or without groups or a percent sign.

    Raises:
        InvalidAnswer: it is none.
    """
    text = re.sub(r"[\s%€$£]", "", typed).replace("−", "-")
    grouped = lang == "en" and _GROUPED.fullmatch(text)
    text = text.replace(",", "") if grouped else text.replace(",", ".")
    if not _NUMBER.fullmatch(text) or abs(float(text)) > _MOST:
        raise InvalidAnswer("errors.plan_number")
    return float(text)


def one_of(values: Values, name: str) -> str:
    """Return the one value of a field, without spaces around it."""
    value = values.get(name) or ""
    return ((value[0] if value else "") if isinstance(value, list) else value).strip()


def _words(values: Values, name: str, faults: Faults, *, required: bool = True) -> str:
    text = one_of(values, name)
    if required and not any(c.isalnum() for c in text):
        faults.add(name, InvalidAnswer("errors.no_words"))
    most = LONGEST[name]
    if len(text) > most:
        faults.add(name, InvalidAnswer("errors.too_long", most=str(most), has=str(len(text))))
    return text


def _kind(values: Values, faults: Faults) -> Kind | None:
    chosen = next((kind for kind in KINDS if kind == one_of(values, "kind")), None)
    if chosen is None:
        faults.add("kind", InvalidAnswer("errors.plan_kind"))
    return chosen


def _end(
    values: Values, name: str, kind: Kind, lang: Lang, today: date, faults: Faults
) -> float | None:
    try:
        return read_value(kind, one_of(values, name), lang, today)
    except InvalidAnswer as error:
        faults.add(name, error)
        return None


def _differ(ends: list[float | None], faults: Faults) -> None:
    if None not in ends and ends[0] == ends[1]:
        faults.add("target", InvalidAnswer("errors.plan_same"))


def _ahead(indicator: Indicator, former: Indicator, today: date, faults: Faults) -> None:
    """A new target date lies ahead; one that was there may have passed."""
    kept = (former.kind, former.target) == (indicator.kind, indicator.target)
    if indicator.kind == "date" and not kept and indicator.target < today.toordinal():
        faults.add("target", InvalidAnswer("errors.past_date"))


def _yes_no(typed: str) -> float:
    word = plain(typed).strip(" .!")
    if word in YES or word in NO:
        return 1.0 if word in YES else 0.0
    raise InvalidAnswer("errors.plan_yes_no")
