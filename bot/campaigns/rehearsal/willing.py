"""Somebody who is played: what they press and write, by plain rules that never lead in a circle."""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field

from bot.answers import BACK, CHANGE, ELSEWHERE, SKIP, Values
from bot.language import LANGS, Lang
from bot.messages import Choices, Element, Form, Message, Multi, Scale, When
from bot.people import Coachee
from bot.places import country_of

MOST = 60
"""Presses after one another: more than any dialogue takes to its end."""

Say = Callable[[str, Lang], str]
"""Gives a text by its wording key."""

_FIRST = ("right", "still_good", "done")
"""The place where they are, and everything kept."""

_LAST = (SKIP, ELSEWHERE)

_NEVER = frozenset(
    {BACK, CHANGE, "edit", "later", "leave", "more", "not_now", "on_call", "pause", "stop", "drop"}
)
_ELSEWHERE = frozenset({"also", "cmd", "form", "no", "plan", "snooze", "lang", "edit", "drop"})
"""Verbs that lead away from the question at hand."""


@dataclass(frozen=True, slots=True)
class Press:
    """One press, as the platform would tell it."""

    token: str
    option: str
    values: Values = field(default_factory=dict)


def press(message: Message, before: Container[tuple[str, str]]) -> Press | None:
    """Choose what to press in a message; nothing twice, and None where nothing is asked.

    Args:
        message: as it is now.
        before: tokens and options that were pressed already.
    """
    offered = [one for e in message.elements for one in _offered(e)]
    open_still = [one for one in offered if (one.token, one.option) not in before]
    wanted = [one for one in open_still if _wanted(one.option, message.lang)]
    return min(wanted, key=lambda one: _rank(one.option), default=None)


def filled(form: Form, person: Coachee, say: Say) -> Values:
    """Fill in a form: what it shows stays, words are made up, and the place is the person's own."""
    own = {"zone": person.zone, "country": person.country or country_of(person.zone)}
    values: dict[str, str | list[str]] = {}
    for one in form.fields:
        value = own.get(one.id) or one.value
        if not value and one.kind in {"short", "long"}:
            value = say(f"campaign.made_up_{_MADE_UP.get(one.id, 'text')}", form.lang)
        if not value and one.options and one.required:
            value = one.options[0].id
        if value:
            values[one.id] = value
    return values


def _offered(element: Element) -> Iterator[Press]:
    match element:
        case Choices(token, options):
            yield from (Press(token, option.id) for option in options)
        case Multi(token, options, most, chosen=chosen):
            some = chosen[:most] or tuple(option.id for option in options[:1])
            yield Press(token, "save", {"chosen": list(some)})
        case Scale(token, low, high):
            yield Press(token, str(high - (high - low) // 5))
        case When(token, quick) if quick:
            yield Press(token, quick[-1].id)


def _wanted(option: str, lang: Lang) -> bool:
    verb, _, rest = option.partition(":")
    if option in LANGS:
        return option == lang
    return option not in _NEVER and not (rest and verb in _ELSEWHERE)


def _rank(option: str) -> int:
    if option in _FIRST:
        return 0
    return 2 if option in _LAST else 1


_MADE_UP = {name: name for name in ("action", "cue", "who", "indicator")}
