"""Numbers of things as people say them: `1 person`, `12 people`, « 1 200 personnes »."""

from babel import Locale
from babel.numbers import format_decimal

from bot.turn import Turn

_LOCALES = {"en": "en_GB", "fr": "fr"}


def number(turn: Turn, n: int) -> str:
    """Say a whole number, with the separators of the language."""
    return format_decimal(n, locale=_LOCALES[turn.lang])


def counted(turn: Turn, what: str, n: int) -> str:
    """Say a number with its noun; `what` has wordings for one and for all others."""
    one = Locale(turn.lang).plural_form(n) == "one"  # in French nought is one of these, too
    return turn.text(f"campaign.{what}_{'one' if one else 'many'}", n=number(turn, n))
