"""Numbers of figures as people read them, in both languages: `60%`, « 3,5 jours ouvrés »."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_compact_decimal, format_decimal, format_percent

from bot.groups.bands import Band
from bot.groups.shown import Shown
from bot.language import Lang, Wording
from bot.measuring.published import Month

_LOCALES: Mapping[Lang, str] = {"en": "en_GB", "fr": "fr"}
_ROUND = 100
"""From here on a decimal tells nothing."""

_LONG = 10_000
"""From here on a number is too long for the column of a picture."""

_AROUND_0: Mapping[str, str] = {
    "change_10": "difference",
    "change_checks": "checks",
    "score": "difference",
}
"""Units of what goes up and down by itself and is written with its sign, and their noun."""

_APART: Mapping[str, str] = {**_AROUND_0} | dict.fromkeys(
    ("points_5", "points_10", "points_100"), "difference"
)
"""The noun for how far apart two values are, where it is not that of the unit."""


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

    def number(self, number: float, decimals: int = 1) -> str:
        """Say a number with so many decimals at most, from a hundred on with none."""
        few = 0 if abs(number) >= _ROUND else decimals
        exact = f"#,##0.{'#' * few}".rstrip(".")
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

    def one_or_many(self, number: float, decimals: int = 1) -> str:
        """Return what ends the key of a wording that depends on a number, as that is said."""
        said = round(abs(number), decimals)
        return "one" if Locale(self.lang).plural_form(said) == "one" else "many"


def value(words: Words, unit: str, number: float) -> str:
    """Say a value with its unit; what may go up and down by itself has a sign."""
    if unit == "share":
        return format_percent(number, locale=_LOCALES[words.lang])
    return _with_unit(words, _AROUND_0.get(unit, unit), number, _bare(words, unit, number))


def moved(words: Words, unit: str, by: float, low: float, high: float) -> tuple[str, str, str]:
    """Say how far a value moved, with its unit, and the ends of the interval, without signs.

    Shares are in points. None of the three is said as 0, which would be not to have moved.
    """
    share = unit == "share"
    kind = "difference" if share else _APART.get(unit, unit)
    far, *ends = (abs(number) * (100 if share else 1) for number in (by, low, high))
    usual = 0 if share else 1
    near, other = (_not_0(words, end, usual)[0] for end in sorted(ends))
    said, decimals = _not_0(words, far, usual)
    return (
        words.text(f"figures.unit_{kind}_{words.one_or_many(far, decimals)}", n=said),
        near,
        other,
    )


def unit_name(words: Words, unit: str) -> str:
    """Say a unit alone, as it stands beside a column of numbers; shares are in percent there."""
    if unit == "share":
        return "%"
    return words.text(f"figures.unit_{_AROUND_0.get(unit, unit)}_many", n="").strip()


def interval(words: Words, shown: Shown) -> str:
    """Say where the true value may lie; empty if nothing is told of it."""
    if shown.low is None:
        return ""
    low = _bare(words, shown.unit, shown.low)
    if shown.high is None:
        return words.text("figures.or_more", low=low)
    high = _bare(words, shown.unit, shown.high)
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
    """Say how many they are in the fewest letters, for a picture: `412`, `20–49`, `123K`."""
    least, most = (_few_letters(words, n) for n in (band.least, band.most))
    return least if least == most else f"{least}–{most}"


def _not_0(words: Words, number: float, usual: int) -> tuple[str, int]:
    """Say a number with the usual decimals, or as many more as it takes; also return how many."""
    decimals = next((d for d in (usual, usual + 1) if number >= 10.0**-d), usual + 2)
    return words.number(max(number, 10.0**-decimals), decimals), decimals


def _with_unit(words: Words, unit: str, number: float, said: str) -> str:
    return words.text(f"figures.unit_{unit}_{words.one_or_many(number)}", n=said)


def _bare(words: Words, unit: str, number: float) -> str:
    if unit == "share":
        return value(words, unit, number)
    return _signed(words, number) if unit in _AROUND_0 else words.number(number)


def _signed(words: Words, number: float) -> str:
    said = words.number(abs(number))
    if said == words.number(0):
        return said
    return f"+{said}" if number > 0 else f"−{said}"


def _few_letters(words: Words, number: int) -> str:
    if number < _LONG:
        return words.number(number)
    return format_compact_decimal(number, locale=_LOCALES[words.lang])


def _first(month: Month) -> date:
    return date(month.year, month.number, 1)
