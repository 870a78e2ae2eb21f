"""A chart without its picture: in characters and words, and as a sentence."""

from collections.abc import Sequence

from bot.language import Lang, Wording
from bot.messages import Chart, Message, Series

_BARS = "▁▂▃▄▅▆▇█"
_NOTHING = "·"
_NO_RESULT = Wording(en="no result", fr="sans résultat")
_KEPT = "\u00a0"  # a line must not break before its bars


def lines(chart: Chart, lang: Lang) -> tuple[str, ...]:
    """Write the title with the time it covers, then each series on a line: bars, then words."""
    return (_heading(chart), *(_line(series, chart.levels, lang) for series in chart.series))


def spoken(chart: Chart) -> str:
    """Say what the picture shows: its title and its alternative."""
    title = chart.title.strip()
    stop = "" if title.endswith((".", "!", "?")) else "."
    return f"{title}{stop} {chart.alt.strip()}" if title else chart.alt.strip()


def with_charts(message: Message) -> str:
    """Return a message's summary with what its charts show, for where no element is shown."""
    charts = [element.alt for element in message.elements if isinstance(element, Chart)]
    return " ".join(filter(None, [message.summary, *charts]))


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
