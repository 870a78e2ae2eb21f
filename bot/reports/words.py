"""Numbers of figures as people read them, in both languages: `60%`, « 3,5 jours ouvrés »."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from bot.groups.bands import Band
from bot.groups.shown import Shown
from bot.language import Lang, Wording
from bot.measuring.published import Month

_LOCALES: Mapping[Lang, str] = {"en": "en_GB", "fr": "fr"}
_ROUND = 100
"""From here on a decimal tells nothing."""

_POINTS = frozenset({"points_5", "points_10", "points_100"})


@dataclass(frozen=True, slots=True)
class Words:
    """Interface texts and numbers in one language."""

    lang: Lang
    wording: Mapping[str, Wording]

    def text(self, key: str, **values: str) -> str:
        """Say a short interface text."""
        return self.wording[key].text(self.lang, values)

    def knows(self, key: str) -> bool:
        """Tell whether there is such a text."""
        return key in self.wording

    def number(self, number: float) -> str:
        """Say a number with one decimal at most, from a hundred on with none."""
        exact = "#,##0" if abs(number) >= _ROUND else "#,##0.#"
        return format_decimal(number, format=exact, locale=_LOCALES[self.lang])

    def month(self, month: Month) -> str:
        """Say a month with its year: `October 2026`."""
        return format_date(_first(month), "LLLL y", locale=_LOCALES[self.lang])

    def titled_month(self, month: Month) -> str:
        """Say a month where a line begins."""
        said = self.month(month)
        return said[0].upper() + said[1:]

    def short_month(self, month: Month) -> str:
        """Say a month as the axis of a chart does: `Oct`."""
        return format_date(_first(month), "LLL", locale=_LOCALES[self.lang])

    def row_month(self, month: Month) -> str:
        """Say a month as the row of a table does: `Oct 2026`."""
        said = format_date(_first(month), "LLL y", locale=_LOCALES[self.lang])
        return said[0].upper() + said[1:]

    def one_or_many(self, number: float) -> str:
        """Return what ends the key of a wording that depends on a number, as that is said."""
        said = round(abs(number), 1)
        return "one" if Locale(self.lang).plural_form(said) == "one" else "many"


def value(words: Words, unit: str, number: float, *, signed: bool = False) -> str:
    """Say a value with its unit; `signed` is for what may go up and down by itself."""
    if unit == "share":
        return format_percent(number, locale=_LOCALES[words.lang])
    if signed:
        kind = "difference" if unit in _POINTS else unit
        return _with_unit(words, kind, number, _signed(words, number))
    return _with_unit(words, unit, number, words.number(number))


def difference(words: Words, unit: str, number: float) -> str:
    """Say how far apart two values are; those of two shares are points."""
    if unit == "share":
        points = round(abs(number) * 100)
        return _with_unit(words, "difference", points, words.number(points))
    kind = "difference" if unit in _POINTS else unit
    return _with_unit(words, kind, abs(number), words.number(abs(number)))


def interval(words: Words, shown: Shown, *, signed: bool = False) -> str:
    """Say where the true value may lie; empty if nothing is told of it."""
    if shown.low is None:
        return ""
    low = _bare(words, shown.unit, shown.low, signed=signed)
    if shown.high is None:
        return words.text("figures.or_more", low=low)
    high = _bare(words, shown.unit, shown.high, signed=signed)
    return words.text("figures.between", low=low, high=high)


def so_many(words: Words, band: Band, noun: str = "people") -> str:
    """Say how many people, or teams, are behind a figure, as exactly as may be told."""
    number = words.one_or_many(band.most) if band.least == band.most else "many"
    return words.text(f"figures.{noun}_{number}", n=span(words, band))


def span(words: Words, band: Band) -> str:
    """Say how many they are without a noun."""
    if band.least == band.most:
        return words.number(band.most)
    least, most = words.number(band.least), words.number(band.most)
    return words.text("figures.between", low=least, high=most)


def compact(words: Words, band: Band) -> str:
    """Say how many they are in the fewest letters, for a picture."""
    least, most = words.number(band.least), words.number(band.most)
    return least if least == most else f"{least}–{most}"


def _with_unit(words: Words, unit: str, number: float, said: str) -> str:
    return words.text(f"figures.unit_{unit}_{words.one_or_many(number)}", n=said)


def _bare(words: Words, unit: str, number: float, *, signed: bool) -> str:
    if unit == "share":
        return value(words, unit, number)
    return _signed(words, number) if signed else words.number(number)


def _signed(words: Words, number: float) -> str:
    said = words.number(abs(number))
    if said == words.number(0):
        return said
    return f"+{said}" if number > 0 else f"−{said}"


def _first(month: Month) -> date:
    return date(month.year, month.number, 1)
