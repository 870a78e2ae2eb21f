"""The pictures of a person's own progress, and the same in words."""

from collections.abc import Iterator, Sequence
from datetime import date

from babel.dates import format_date

from bot import progress_words as words
from bot.behaviour_counts import OPEN_ENDED
from bot.messages import Axis, Bar, Bars, Chart, Series
from bot.own_progress import Moved, OwnWay
from bot.turn import Turn

MOST = 10
"""The end of the scale of an item, of a goal, of the confidence in a commitment."""

POINTS = 12
"""What a chart takes (`bot/messages.py`)."""

_LEVELS = tuple(str(n) for n in range(MOST + 1))


def bars(turn: Turn, way: OwnWay) -> Bars | None:
    """Draw how far each item, the goal and each count has come; None where nothing was said."""
    axes = tuple(_axes(turn, way))
    if not axes:
        return None
    begun = all(bar.last is None for axis in axes for bar in axis.bars)
    return Bars(
        title=turn.text("progress.bars_begun" if begun else "progress.bars"),
        axes=axes,
        marks=(
            turn.text("progress.mark_start"),
            turn.text("progress.mark_last"),
            turn.text("progress.mark_then"),
        ),
        alt=" ".join(_spoken(turn, way)),
    )


def sureness(turn: Turn, way: OwnWay) -> Chart | None:
    """Draw how confident somebody was in each commitment; the first one stays in sight."""
    shown = [*way.sure[:1], *way.sure[1:][-(POINTS - 1) :]]
    if not shown:
        return None
    name = turn.text("progress.sure_line")
    return Chart(
        title=turn.text("progress.sure_chart"),
        points=tuple(format_date(day, "d MMM", locale=turn.lang) for day, _ in shown),
        levels=_LEVELS,
        series=(Series(name, tuple(value for _, value in shown)),),
        alt=_line(turn, name, _days(turn, shown)),
        own=True,
    )


def _axes(turn: Turn, way: OwnWay) -> Iterator[Axis]:
    items = [_bar(turn, item) for item in way.items]
    if way.goal:
        items.append(Bar(turn.text("progress.goal"), *way.goal))
    if items:
        yield Axis(turn.text("progress.axis"), MOST, tuple(items))
    if way.counts:
        counts = tuple(_bar(turn, count) for count in way.counts)
        yield Axis(turn.text("progress.counts"), OPEN_ENDED, counts, open_ended=True)


def _bar(turn: Turn, moved: Moved) -> Bar:
    return Bar(words.name(turn, moved), moved.start, moved.last, moved.then)


def _spoken(turn: Turn, way: OwnWay) -> Iterator[str]:
    if way.items or way.goal:
        yield from _section(turn, "axis", way.items)
    if way.goal:
        yield _line(turn, turn.text("progress.goal"), words.out_of_ten(turn, *way.goal))
    if way.counts:
        yield from _section(turn, "counts", way.counts)


def _section(turn: Turn, key: str, moved: Sequence[Moved]) -> Iterator[str]:
    last, apart = words.last_day(moved), turn.text("progress.apart")
    yield f"{words.titled(turn, key, last)}."
    for one in moved:
        yield _line(turn, words.name(turn, one), words.moves(turn, one, last, apart))


def _days(turn: Turn, shown: Sequence[tuple[date, int]]) -> str:
    return ", ".join(words.on_day(turn, str(value), day) for day, value in shown)


def _line(turn: Turn, name: str, said: str) -> str:
    return f"{name}{turn.text('summary.colon')}{said}."
