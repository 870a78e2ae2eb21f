"""How often themes are left, and where most leave, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.language import Wording
from bot.measuring.closing import DROP_OFF, LEFT
from bot.measuring.published import Closed
from bot.question_numbers import QuestionNumber
from bot.reports.sentences import Line, line
from bot.reports.words import Words


@dataclass(frozen=True, slots=True)
class ThemeLeft:
    """What is told of one theme of the whole company.

    Attributes:
        title: what the theme is called.
        left: the share of its sessions that were left.
        place: where most leave, as a sentence; empty where that is not told.
        there: the share that went no further than this place; None likewise.
    """

    title: str
    left: Line
    place: str = ""
    there: Line | None = None

    @property
    def lines(self) -> Sequence[Line]:
        """Both figures, each with a name that says what it is."""
        return [self.left] if self.there is None else [self.left, self.there]


def themes_left(
    words: Words, closed: Closed, earlier: Closed | None, titles: Mapping[str, Wording]
) -> list[ThemeLeft]:
    """Say of each theme of which it may be told how often it is left; in their usual order.

    Months published before places were kept have none.
    """
    told = [theme for theme in closed.themes if closed.of(closed.groups[0], f"{LEFT}{theme}")]
    return [_theme(words, closed, earlier, theme, _title(words, titles, theme)) for theme in told]


def _theme(
    words: Words, closed: Closed, earlier: Closed | None, theme: str, title: str
) -> ThemeLeft:
    top, key = closed.groups[0], f"{LEFT}{theme}"
    name = words.text("figures.left.name", theme=title)
    left = line(words, closed.of(top, key), key, earlier, name)
    at = _at(closed, theme)
    if at is None:
        return ThemeLeft(title, left)
    key, where = f"{DROP_OFF}{theme}.{at}", place(words, at)
    name = words.text("figures.drop_off.name", theme=title, place=where)
    there = line(words, closed.of(top, key), key, earlier, name)
    return ThemeLeft(title, left, _sentence(words, where, there), there)


def place(words: Words, at: QuestionNumber) -> str:
    """Say a place in a theme: `at question 3 of 6`."""
    if at.beyond:
        return words.text("figures.place_after")
    kind = "commitment" if at.at == at.of else "question"
    return words.text(f"figures.place_{kind}", at=str(at.at), of=str(at.of))


def _sentence(words: Words, where: str, there: Line) -> str:
    if not there.told:
        return words.text("figures.left_at", place=where)
    return words.text("figures.left_at_so_many", place=where, value=there.value, means=there.means)


def _at(closed: Closed, theme: str) -> QuestionNumber | None:
    """Return where most leave a theme, if that is published."""
    begins = f"{DROP_OFF}{theme}."
    found = (key for group, key in closed.figures if group == closed.groups[0])
    places = [key.removeprefix(begins) for key in found if key.startswith(begins)]
    return QuestionNumber.read(places[0]) if places else None


def _title(words: Words, titles: Mapping[str, Wording], theme: str) -> str:
    return titles[theme].text(words.lang) if theme in titles else theme
