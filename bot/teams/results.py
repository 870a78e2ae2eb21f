"""A team's closed rounds over time: a small chart, and the same in words."""

from collections.abc import Sequence
from dataclasses import replace

from babel.dates import format_date

from bot.days import say_day
from bot.frame import paragraph
from bot.groups.levels import Level
from bot.messages import Bullets, Chart, Choices, Element, Heading, Link, Message, Option, Series
from bot.teams.content import ITEMS, Item, Round, Team, TeamBlocker
from bot.teams.following import days_open
from bot.teams.speaking import is_lane, round_message
from bot.teams.summary import blockers_text
from bot.turn import Turn

LEVELS: tuple[Level, ...] = ("low", "medium", "high")
MOST = 12
"""Rounds in a chart: half a year at the usual rhythm."""

SHOWN = 5
"""Blockers and agreements listed, the latest."""


def results_message(turn: Turn, team: Team, token: str) -> Message:
    """Show the team what it said, to the team alone."""
    closed = closed_rounds(turn, team)[-MOST:]
    title = turn.text("team.results")
    if not closed:
        return round_message(turn, title, Heading(title), paragraph(turn.text("team.no_results")))
    chart = _chart(turn, closed)
    return round_message(
        turn,
        title,
        Heading(title),
        replace(chart, url=turn.picture_url(chart, turn.now)) if chart.series else None,
        paragraph(_latest(turn, closed)),
        *_listed(turn, "team.blockers_title", _blockers(turn, team)),
        *_listed(turn, "team.agreements_title", _agreements(turn, team)),
        None if is_lane(turn.coachee.id) else page_link(turn, team),
        Choices(token, _ways(turn, team)),
    )


def page_link(turn: Turn, team: Team) -> Link | None:
    """Lead somebody to the same on a page; the link is theirs alone. None where there is none."""
    url = turn.team_url(turn.coachee.id, team.id, turn.lang, turn.now)
    return Link(turn.text("team.open_page"), url) if url else None


def closed_rounds(turn: Turn, team: Team) -> list[Round]:
    """Return the rounds that came to an end by themselves, the oldest first."""
    every = turn.uow.teams.rounds(team.id)
    return [one for one in every if one.state in {"summary", "too_few"}]


def _chart(turn: Turn, closed: Sequence[Round]) -> Chart:
    points = tuple(_point(turn, one) for one in closed)
    series = tuple(
        Series(turn.text(f"team.item_{item}"), tuple(_level(one, item) for one in closed))
        for item in ITEMS
        if any(_level(one, item) is not None for one in closed)
    )
    levels = tuple(turn.text(f"team.level_{level}") for level in LEVELS)
    words = " ".join(_spoken(turn, one, levels) for one in series)
    return Chart(turn.text("team.chart"), points, levels, series, words)


def _point(turn: Turn, one: Round) -> str:
    return format_date(turn.local(one.opened_at).date(), "d MMM", locale=turn.lang)


def _level(one: Round, item: Item) -> int | None:
    figure = one.sealed.figures.get(item) if one.sealed else None
    return LEVELS.index(figure.level) if figure else None


def _spoken(turn: Turn, series: Series, levels: tuple[str, ...]) -> str:
    said = [turn.text("team.too_few_short") if v is None else levels[v] for v in series.values]
    return f"{series.name}{turn.text('summary.colon')}{', '.join(said)}."


def _latest(turn: Turn, closed: Sequence[Round]) -> str:
    """Say the last closed round in one sentence."""
    last = closed[-1]
    day = say_day(turn.local(last.opened_at).date(), turn.lang, turn.today)
    if last.sealed is None:
        return turn.text("team.last_too_few", day=day)
    trend = last.sealed.trend
    since = turn.text(f"team.trend_{trend}") if trend else turn.text("team.not_compared")
    slows = blockers_text(turn, last.sealed)
    return turn.text("team.last_round", day=day, since=since, slows=slows)


def _blockers(turn: Turn, team: Team) -> list[str]:
    return [_blocker(turn, team, one) for one in turn.uow.teams.blockers(team.id)][-SHOWN:]


def _blocker(turn: Turn, team: Team, one: TeamBlocker) -> str:
    return turn.text(
        f"team.blocker_is_{one.state}",
        kind=turn.text(f"team.blocker_{one.kind}"),
        days=str(days_open(team, one, turn)),
    )


def _agreements(turn: Turn, team: Team) -> list[str]:
    lines = []
    for made in turn.uow.teams.commitments(team.id)[-SHOWN:]:
        day = say_day(made.due_on, turn.lang, turn.today)
        status = turn.text(f"team.outcome_{made.status}")
        lines.append(f"{made.action} · {day} · {status}")
    return lines


def _listed(turn: Turn, key: str, lines: list[str]) -> list[Element]:
    return [Heading(turn.text(key)), Bullets(tuple(lines))] if lines else []


def _ways(turn: Turn, team: Team) -> tuple[Option, ...]:
    open_ones = any(b.state == "open" for b in turn.uow.teams.blockers(team.id))
    ways = []
    if is_lane(turn.coachee.id) and page_link(turn, team):
        # The channel is shown no link: whoever presses gets one of their own.
        ways.append(Option("team:page", turn.text("team.open_page"), form=True))
    if open_ones:
        ways.append(Option("team:blockers", turn.text("team.blockers_change"), form=True))
    return tuple(ways)
