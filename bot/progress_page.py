"""The person's own progress as a message: facts, and one picture with the same in words.

It praises nobody, gives no score and compares with nobody: product, *what Déclic refuses*.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from babel.dates import format_date

from bot import evaluating
from bot.cards import Card
from bot.days import say_day
from bot.frame import command, message, paragraph
from bot.messages import Chart, Choices, Element, Facts, Heading, Message, Option, Series
from bot.outcomes import COUNTED
from bot.own_progress import Item, OwnWay, own_way
from bot.turn import Turn

LEVELS = ("0–2", "3–4", "5–6", "7–8", "9–10")
"""The bands of the picture; the words beside it say the numbers."""

POINTS = 12
LINES = 4
"""What a chart takes (`bot/messages.py`)."""

ENOUGH = 2
"""Days without which there is nothing to draw."""


def progress_page(turn: Turn, card: Card) -> Message:
    """Show somebody their own way so far; with nothing yet, a next step."""
    way = own_way(turn)
    said = [paragraph(turn.text("progress.nothing"))] if way.empty else _shown(turn, way)
    return message(
        turn,
        turn.text("progress.summary"),
        Heading(turn.text("progress.title")),
        *said,
        Choices(card.token, _ways(turn, way)),
    )


def level(value: int) -> int:
    """Return the band of a value from 0 to 10."""
    return max(0, (value - 1) // 2)


def _shown(turn: Turn, way: OwnWay) -> list[Element]:
    chart = _chart(turn, way)
    drawn: list[Element] = [replace(chart, url=turn.picture_url(chart, turn.now))] if chart else []
    return [
        Facts((*_facts(turn, way), *_item_facts(turn, way))),
        *drawn,
        paragraph(turn.text("progress.explained")),
    ]


def _ways(turn: Turn, way: OwnWay) -> tuple[Option, ...]:
    now = ("evaluate",) if evaluating.next_for(turn) else ()
    names = ("start", *now) if way.empty else (*now, "plan", "start")
    return tuple(
        command(turn, name, style="plain" if place else "primary")
        for place, name in enumerate(names)
    )


def _facts(turn: Turn, way: OwnWay) -> Iterator[tuple[str, str]]:
    if way.outcomes["made"]:
        yield turn.text("progress.commitments"), _outcomes(turn, way)
    if way.rhythm.weeks:
        k, n = str(way.rhythm.with_step), str(way.rhythm.weeks)
        yield turn.text("progress.rhythm"), turn.text("progress.of", k=k, n=n)
    if way.goal:
        first, last = map(str, way.goal)
        yield turn.text("progress.goal"), turn.text("progress.from_to", first=first, last=last)


def _outcomes(turn: Turn, way: OwnWay) -> str:
    counts: dict[str, int] = {"made": way.outcomes["made"], "open": way.opened}
    counts |= {kind: way.outcomes[kind] for kind in COUNTED}
    return ", ".join(turn.text(f"progress.{kind}", n=str(n)) for kind, n in counts.items() if n)


def _item_facts(turn: Turn, way: OwnWay) -> Iterator[tuple[str, str]]:
    for item in way.items:
        yield _name(turn, item), " · ".join(_said(turn, way, item))


def _said(turn: Turn, way: OwnWay, item: Item) -> Iterator[str]:
    if item.start is not None:
        yield turn.text("progress.start", n=str(item.start))
    if item.now is not None and way.looked_back:
        day = say_day(way.looked_back, turn.lang, turn.today)
        yield turn.text("progress.on", n=str(item.now), date=day)
    if item.then is not None:
        yield turn.text("progress.then", n=str(item.then))


def _name(turn: Turn, item: Item) -> str:
    theme = turn.library.themes.get(item.id)
    return theme.title.text(turn.lang) if theme else turn.text(f"progress.{item.id}")


def _chart(turn: Turn, way: OwnWay) -> Chart | None:
    """Draw confidence and items on the days they were given; None with fewer than two days."""
    lines = dict(_lines(turn, way))
    days = sorted({day for line in lines.values() for day in line})
    days = [*days[:1], *days[1:][-(POINTS - 1) :]]  # the start stays in sight
    if len(days) < ENOUGH:
        return None
    return Chart(
        title=turn.text("progress.chart"),
        points=tuple(format_date(day, "d MMM", locale=turn.lang) for day in days),
        levels=LEVELS,
        series=tuple(
            Series(name, tuple(level(line[day]) if day in line else None for day in days))
            for name, line in list(lines.items())[:LINES]
        ),
        alt=" ".join(_spoken(turn, name, line, days) for name, line in lines.items()),
    )


def _lines(turn: Turn, way: OwnWay) -> Iterator[tuple[str, Mapping[date, int]]]:
    if way.sure:
        yield turn.text("progress.sure"), dict(way.sure)
    for item in way.items:
        values = ((way.started, item.start), (way.looked_back, item.now))
        given = {day: value for day, value in values if day and value is not None}
        if given:
            yield _name(turn, item), given


def _spoken(turn: Turn, name: str, line: Mapping[date, int], days: Sequence[date]) -> str:
    said = (
        turn.text("progress.on", n=str(line[day]), date=say_day(day, turn.lang, turn.today))
        for day in days
        if day in line
    )
    return f"{name}{turn.text('summary.colon')}{', '.join(said)}."
