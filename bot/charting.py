"""A picture without its picture: in characters and words, and as a sentence."""

from collections.abc import Iterator, Sequence

from bot.language import Lang, Wording
from bot.messages import Axis, Bar, Bars, Chart, Drawing, Message, Series

START, LAST, THEN = "○", "●", "◇"
"""Where a bar begins, where it ends, and where it begins as seen from the end."""

_BARS = "▁▂▃▄▅▆▇█"
_NOTHING = "·"
_BETWEEN = "─"
_NO_RESULT = Wording(en="no result", fr="sans résultat")
_KEPT = "\u00a0"  # a line must not break before its bars


def lines(drawing: Drawing, lang: Lang) -> tuple[str, ...]:
    """Write the title with what explains the rest, then each line or bar on a line of its own."""
    if isinstance(drawing, Bars):
        return (_legend(drawing), *_bars(drawing.axes))
    heading, levels = _heading(drawing), drawing.levels
    return (heading, *(_line(series, levels, lang) for series in drawing.series))


def spoken(drawing: Drawing) -> str:
    """Say what the picture shows: its title and its alternative."""
    title = drawing.title.strip()
    stop = "" if title.endswith((".", "!", "?")) else "."
    return f"{title}{stop} {drawing.alt.strip()}" if title else drawing.alt.strip()


def with_charts(message: Message) -> str:
    """Return a message's summary with what its charts show, for where no element is shown.

    It goes into notifications, so that what is about one person stays out.
    """
    charts = [one.alt for one in message.elements if isinstance(one, Chart) and not one.own]
    return " ".join(filter(None, [message.summary, *charts]))


def values(bar: Bar, axis: Axis) -> str:
    """Write where a bar begins and ends: `4 → 7`, or what is known of it."""
    ends = (one for one in (bar.start, bar.last) if one is not None)
    return " → ".join(number(one, axis) for one in ends)


def number(value: int, axis: Axis) -> str:
    """Write a value; a `+` says that it stands for more as well."""
    return f"{value}+" if axis.open_ended and value == axis.most else str(value)


def marks_of(bars: Bars) -> str:
    """Return the marks that a picture has at all."""
    every = [bar for axis in bars.axes for bar in axis.bars]
    given = ((START, "start"), (LAST, "last"), (THEN, "then"))
    return "".join(m for m, name in given if any(getattr(b, name) is not None for b in every))


def _heading(chart: Chart) -> str:
    ends = dict.fromkeys(chart.points[:1] + chart.points[-1:])
    return f"{chart.title} ({f'{_KEPT}– '.join(ends)})" if ends else chart.title


def _line(series: Series, levels: Sequence[str], lang: Lang) -> str:
    bars = "".join(_bar(value, len(levels)) for value in series.values)
    words = (_NO_RESULT.text(lang) if value is None else levels[value] for value in series.values)
    return f"{series.name}{_KEPT}{bars} {', '.join(words)}"


def _bar(value: int | None, levels: int) -> str:
    if value is None:
        return _NOTHING
    return _BARS[value * (len(_BARS) - 1) // max(levels - 1, 1)]


def _legend(bars: Bars) -> str:
    marks = zip((START, LAST, THEN), bars.marks, strict=True)
    used = marks_of(bars)
    return f"{bars.title} ({', '.join(f'{m} {word}' for m, word in marks if m in used)})"


def _bars(axes: Sequence[Axis]) -> Iterator[str]:
    for axis in axes:
        yield axis.title
        for bar in axis.bars:
            yield f"{bar.name}{_KEPT}{_cells(bar, axis.most)} {values(bar, axis)}"


def _cells(bar: Bar, most: int) -> str:
    """Draw a bar on its scale; where marks meet, the last value is the one to see."""
    marks = {bar.then: THEN, bar.start: START, bar.last: LAST}
    ends = sorted(one for one in (bar.start, bar.last) if one is not None)
    inside = range(ends[0], ends[-1]) if ends else range(0)
    return "".join(marks.get(n) or (_BETWEEN if n in inside else _NOTHING) for n in range(most + 1))
