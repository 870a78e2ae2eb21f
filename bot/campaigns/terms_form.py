"""The form of a campaign: what it asks, and how what was typed becomes terms."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TypeVar

from bot.answers import Values
from bot.campaigns.content import MEASURES, STARS, Terms
from bot.campaigns.counts import counted
from bot.days import parse_day
from bot.errors import InvalidAnswer
from bot.language import LANGS, Lang, lang_of
from bot.messages import Field, FieldKind, Form, Option
from bot.people import Pace
from bot.places import find_zone
from bot.turn import Turn

T = TypeVar("T")

NAME, WHY = 60, 1000
WEEKS = (2, 4, 6, 8, 12)
PACES: tuple[Pace, ...] = ("weekly", "fortnightly", "monthly")
PILOTS = (100, 50, 25, 10)
WAVES = (1, 2, 3, 4)
APART = (1, 2, 4, 6)
HOURS = tuple(range(7, 20))
FURTHEST = timedelta(days=365)


def offer_fields(turn: Turn, terms: Terms) -> tuple[Field, ...]:
    """Return the questions that only HR can answer: what it is called, about what, and why."""
    titles = {i: t.title.text(turn.lang) for i, t in turn.library.themes.items()}
    themes = sorted(titles.items(), key=lambda pair: pair[1].casefold())
    return (
        _field(turn, "name", "short", terms.name, longest=NAME, hint=True),
        _several(turn, "themes", themes, terms.themes, most=STARS, hint=True),
        *_why_fields(turn, terms),
    )


def usual_fields(turn: Turn, terms: Terms) -> tuple[Field, ...]:
    """Return the questions that have a usual answer: when, how often, and what is measured."""
    return (
        _field(turn, "first_day", "date", terms.first_day.isoformat()),
        _choice(turn, "weeks", _weeks(turn, WEEKS, terms.weeks), str(terms.weeks)),
        _choice(turn, "pace", [(p, turn.text(f"paces.{p}")) for p in PACES], terms.pace),
        _choice(turn, "window_from", _hours(terms.window_from), _hour(terms.window_from)),
        _choice(turn, "window_until", _hours(terms.window_until), _hour(terms.window_until)),
        _several(turn, "langs", _langs(turn), terms.langs, most=len(LANGS)),
        _several(turn, "measures", _named(turn, "measure", MEASURES), terms.measures, most=4),
        _choice(turn, "pilot", _percents(turn, terms.pilot), str(terms.pilot)),
    )


def wave_fields(turn: Turn, terms: Terms) -> tuple[Field, ...]:
    """Return the questions about a staggered start, and the zone that stands in."""
    zone = _field(turn, "zone", "short", terms.zone, required=False, hint=True)
    return (
        _choice(turn, "waves", [(str(n), str(n)) for n in WAVES], str(terms.waves)),
        _choice(turn, "apart", _weeks(turn, APART, terms.apart), str(terms.apart)),
        zone,
    )


def text_fields(turn: Turn, terms: Terms) -> tuple[Field, ...]:
    """Return the questions about what is said, which can be changed after the launch, too."""
    return (
        _field(turn, "name", "short", terms.name, longest=NAME, hint=True),
        *_why_fields(turn, terms),
    )


def form(turn: Turn, token: str, title: str, *fields: Field) -> Form:
    """Put a form together."""
    save, close = turn.text("buttons.save"), turn.text("buttons.cancel")
    return Form(token, turn.lang, turn.text(title), save, close, fields)


def read_terms(turn: Turn, values: Values, before: Terms) -> Terms:
    """Read the first form; what it does not ask stays as it was.

    Raises:
        InvalidAnswer: a field cannot be taken.
    """
    since, until = _time(values, "window_from"), _time(values, "window_until")
    if since >= until:
        raise InvalidAnswer("campaign.window_wrong", field="window_until")
    return replace(
        read_text(values, before),
        themes=_themes(turn, values),
        first_day=_first_day(turn, values),
        weeks=_number(values, "weeks", 26),
        pace=_one(values, "pace", PACES),
        window_from=since,
        window_until=until,
        langs=tuple(lang_of(lang) for lang in _some(values, "langs", LANGS)),
        measures=_some(values, "measures", MEASURES),
        pilot=_number(values, "pilot", 100),
    )


def read_waves(values: Values, before: Terms) -> Terms:
    """Read the second form.

    Raises:
        InvalidAnswer: a field cannot be taken.
    """
    typed = _text(values, "zone")
    zone = find_zone(typed) if typed else ""
    if zone is None:
        raise InvalidAnswer("errors.zone", field="zone")
    waves, apart = _number(values, "waves", len(WAVES)), _number(values, "apart", 26)
    return replace(before, waves=waves, apart=apart, zone=zone)


def read_text(values: Values, before: Terms) -> Terms:
    """Read name and why.

    Raises:
        InvalidAnswer: there is no name, or nothing is said about why.
    """
    name = _text(values, "name")[:NAME]
    why = {lang: said for lang in LANGS if (said := _text(values, f"why_{lang}")[:WHY])}
    if not name:
        raise InvalidAnswer("errors.no_words", field="name")
    if not why:
        raise InvalidAnswer("campaign.why_missing", field="why_en")
    return replace(before, name=name, why=why)


def _why_fields(turn: Turn, terms: Terms) -> tuple[Field, ...]:
    langs: Sequence[Lang] = LANGS
    return tuple(
        _field(
            turn,
            f"why_{lang}",
            "long",
            terms.why.get(lang, ""),
            longest=WHY,
            required=False,
            hint=True,
        )
        for lang in langs
    )


def _field(
    turn: Turn,
    name: str,
    kind: FieldKind,
    value: str,
    *,
    longest: int = 150,
    required: bool = True,
    hint: bool = False,
) -> Field:
    said = turn.text(f"campaign.{name}_hint") if hint else ""
    label = turn.text(f"campaign.{name}")
    return Field(name, label, kind, required, said, value=value, longest=longest)


def _choice(turn: Turn, name: str, options: Sequence[tuple[str, str]], value: str) -> Field:
    offered = tuple(Option(option, label) for option, label in options)
    return Field(name, turn.text(f"campaign.{name}"), "choice", value=value, options=offered)


def _several(
    turn: Turn,
    name: str,
    options: Sequence[tuple[str, str]],
    chosen: Sequence[str],
    *,
    most: int,
    hint: bool = False,
) -> Field:
    offered = tuple(Option(option, label) for option, label in options)
    said = turn.text(f"campaign.{name}_hint") if hint else ""
    label = turn.text(f"campaign.{name}")
    return Field(name, label, "multi", True, said, "", ",".join(chosen), offered, most=most)


def _weeks(turn: Turn, offered: Sequence[int], value: int) -> list[tuple[str, str]]:
    return [(str(n), counted(turn, "weeks", n)) for n in sorted({*offered, value})]


def _percents(turn: Turn, value: int) -> list[tuple[str, str]]:
    offered = sorted({*PILOTS, value}, reverse=True)
    return [
        (str(n), turn.text("campaign.everybody" if n == 100 else "campaign.percent", n=str(n)))  # noqa: PLR2004 - percent
        for n in offered
    ]


def _named(turn: Turn, kind: str, ids: Sequence[str]) -> list[tuple[str, str]]:
    return [(one, turn.text(f"campaign.{kind}_{one}")) for one in ids]


def _langs(turn: Turn) -> list[tuple[str, str]]:
    return [(lang, turn.text(f"languages.lang_{lang}")) for lang in LANGS]


def _hours(value: time) -> list[tuple[str, str]]:
    offered = sorted({*(time(hour) for hour in HOURS), value})
    return [(_hour(at), _hour(at)) for at in offered]


def _hour(at: time) -> str:
    return f"{at:%H:%M}"


def _themes(turn: Turn, values: Values) -> tuple[str, ...]:
    chosen = _some(values, "themes", tuple(turn.library.themes))
    if len(chosen) > STARS:
        raise InvalidAnswer("errors.choose_fewer", field="themes", most=str(STARS))
    return chosen


def _first_day(turn: Turn, values: Values) -> date:
    day = parse_day(_text(values, "first_day"), turn.lang, turn.today)
    if day is None:
        raise InvalidAnswer("errors.date", field="first_day")
    if day < turn.today:
        raise InvalidAnswer("errors.past_date", field="first_day")
    if day > turn.today + FURTHEST:
        raise InvalidAnswer("errors.plan_far", field="first_day")
    return day


def _time(values: Values, name: str) -> time:
    try:
        return time.fromisoformat(_text(values, name)).replace(tzinfo=None)
    except ValueError:
        raise InvalidAnswer("errors.time", field=name) from None


def _number(values: Values, name: str, most: int) -> int:
    typed = _text(values, name)
    if not typed.isdecimal() or len(typed) > len(str(most)) or not 1 <= int(typed) <= most:
        raise InvalidAnswer("errors.number", field=name, low="1", high=str(most))
    return int(typed)


def _one(values: Values, name: str, known: tuple[T, ...]) -> T:
    found = next((one for one in known if one == _text(values, name)), None)
    if found is None:
        raise InvalidAnswer("errors.choose_one", field=name)
    return found


def _some(values: Values, name: str, known: tuple[T, ...]) -> tuple[T, ...]:
    chosen = values.get(name) or []
    ids = chosen if isinstance(chosen, list) else chosen.split(",")
    places = {str(one): one for one in known}
    found = tuple(places[i] for i in dict.fromkeys(ids) if i in places)
    if not found:
        raise InvalidAnswer("errors.choose_one", field=name)
    return found


def _text(values: Values, name: str) -> str:
    value = values.get(name) or ""
    return (value[0] if value else "").strip() if isinstance(value, list) else value.strip()
